// Filled workbooks with a known content, each with the verdict of the template's own Checker after recalculation and an
// independent reading of the rules. They are not part of the project: CMRT_CORPUS names the folder that has them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { layoutFor, METALS, type Metal } from "../../fixtures/cmrt.ts";
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { openFiles } from "../../src/app/campaign/open-files.ts";
import type { Layout } from "../../src/forms/form.ts";
import {
  answerCell,
  commentCell,
  companyCell,
  policyCell,
  policyCommentCell,
} from "../../src/forms/layouts.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Finding } from "../../src/model/finding.ts";
import { currentRuleId } from "../../src/model/former-rule-ids.ts";
import type { Response } from "../../src/model/response.ts";

import type { CompanyField } from "../../src/model/vocabulary.ts";
import { checkerCount } from "../../src/rules/support/checker-count.ts";
import { subjectOf } from "../../src/rules/support/subject.ts";
import { CORPUS, corpusPath, OF_CORPUS } from "../helpers/corpus.ts";

interface Expected {
  file: string;
  as_of: string;
  intended: { kind: string; rules: string[]; text: string };
  checker: { outstanding_count: number | string; outstanding: { item: string }[] };
  findings: { rule: string; severity: string; where: string }[];
}

/** Company fields by the names of the expected files. */
const FIELDS: Readonly<Record<string, CompanyField>> = {
  company_name: "companyName",
  declaration_scope: "scope",
  scope_description: "scopeDescription",
  address: "address",
  contact_name: "contactName",
  contact_email: "contactEmail",
  contact_phone: "contactPhone",
  authorizer_name: "authorizerName",
  authorizer_title: "authorizerTitle",
  authorizer_email: "authorizerEmail",
  authorizer_phone: "authorizerPhone",
  effective_date: "effectiveDate",
};

/** Rules that report what the Checker requires: together they must name the Checker's open items and nothing else. */
const REQUIRED = new Set([
  "company-name-missing",
  "declaration-scope-missing",
  "scope-description-missing",
  "contact-name-missing",
  "contact-email-missing",
  "contact-email-invalid",
  "contact-phone-missing",
  "authorizer-name-missing",
  "authorizer-email-missing",
  "authorizer-email-invalid",
  "authorizer-phone-missing",
  "effective-date-missing",
  "use-answer-missing",
  "necessity-answer-missing",
  "later-answer-missing",
  "company-answer-missing",
  "policy-url-missing",
  "policy-url-malformed",
  "product-list-empty",
  "smelter-list-empty",
  "smelter-list-missing-for-metal",
  "smelter-not-listed-incomplete",
]);

/** The place of a Checker item: its cell, or a word where the item stands for no single cell. */
function placeOfItem(item: string, layout: Layout): string {
  const [head = "", tail = "", more] = item.split(".");
  const field = FIELDS[head];
  if (field !== undefined) return companyCell(layout, field) ?? item;
  if (/^q\d$/.test(head)) {
    const question = layout.questions[Number(head.slice(1)) - 1];
    if (question) return answerCell(layout, question, tail as Metal);
  }
  if (head === "company") {
    const policy = layout.policies.find(({ letter }) => letter === tail);
    if (policy) return more === "url" ? policyCommentCell(layout, policy) : policyCell(layout, policy);
  }
  if (head === "product_list") return "Product List!B6";
  return item;
}

/** The same place from a finding. */
function placeOfFinding(finding: Finding): string {
  if (finding.rule === "smelter-list-missing-for-metal") return `smelter_list.${finding.facts.metal}`;
  if (finding.rule === "smelter-list-empty") return "smelter_list";
  if (finding.rule === "smelter-not-listed-incomplete") return "smelter_not_listed_details";
  return finding.at ?? "file";
}

/** Why the Checker counts an item as open although the cell is filled; undefined where nothing explains it. */
function explained(place: string, response: Response, layout: Layout): string | undefined {
  const [first, ...later] = layout.questions;
  for (const metal of METALS) {
    const answer = first && response.answers[metal]?.[first.key];
    const text = answer?.raw?.toLowerCase();
    if (text === "yes" || text === "no") continue;
    if (!later.some((question) => answerCell(layout, question, metal) === place)) continue;
    return answer === undefined || answer.blank
      ? "the first question is empty, so the Checker ignores the later answers"
      : `the first question is "${answer.raw}", so the Checker ignores the later answers`;
  }
  const broken = response.smelters.some((row) => row.idInput !== undefined && row.lookupName === undefined);
  if (place === "smelter_not_listed_details" && broken)
    return "an unknown ID turns the Checker's formula into #N/A";
  return undefined;
}

/** The place that an expected finding names, as the cell or row that cmrt names. */
function placeOfWhere(where: string, layout: Layout): string {
  const [head, second = "", third, fourth] = where.split(".");
  if (head === "declaration") {
    return second === "language"
      ? "Declaration!D3"
      : (companyCell(layout, FIELDS[second] as CompanyField) ?? where);
  }
  if (head === "questions" && third !== undefined) {
    const question = layout.questions[Number(second.slice(1)) - 1];
    if (question) return (fourth === "comment" ? commentCell : answerCell)(layout, question, third as Metal);
  }
  if (head === "company_questions") {
    const policy = layout.policies.find(({ letter }) => letter === second);
    if (policy) return third === "comment" ? policyCommentCell(layout, policy) : policyCell(layout, policy);
  }
  if (head === "smelters" && /^\d+$/.test(second)) return `row ${second}`;
  return "whole";
}

function placeLike(at: string | null, like: string): string {
  if (like === "whole") return "whole";
  return like.startsWith("row ") ? `row ${/\d+$/.exec(at ?? "")?.[0]}` : (at ?? "file");
}

/**
 * Findings beyond the independent reading: rules that look at lists, at the file or at other responses, which that
 * reading leaves out. Each is true of the workbook, and why it is stands beside it.
 */
const BEYOND: Readonly<Record<string, string>> = {
  "smelter-unmatched": "a facility said to be not listed shares words with listed ones, which are suggested",
  "smelter-list-is-whole-reference": "the workbook was filled with 300 facilities, most of the list",
  "smelter-in-covered-country":
    "among them are facilities in Uganda and Rwanda, with covered countries denied",
  "effective-date-not-a-date": "the date is text with one reading, which is an info",
  "formulas-not-calculated": "the file was saved by a program that stores no values of formulas",
};

/**
 * Findings of the independent reading that cmrt does not give, and the rule that says the same fact; null for what is
 * true of nearly every response and therefore off.
 */
const SAID_BY: Readonly<Record<string, string | null>> = {
  "smelters-not-all-identified": "smelter-not-identified",
  "smelter-not-identified": "identified-but-unidentified-row",
  "smelter-not-listed": "smelter-not-listed-incomplete",
  "cahra-sourcing": "covered-country-sourcing",
  // As an info: its text has one reading.
  "effective-date-not-a-date": "effective-date-not-a-date",
  "not-used-comment-missing": null,
  "corrective-action-comment-missing": null,
};

const cases =
  CORPUS === undefined
    ? []
    : readdirSync(corpusPath("oracle")).filter((name) =>
        existsSync(corpusPath("oracle", name, "expected.json")),
      );

async function run(name: string): Promise<{ expected: Expected; evaluation: Evaluation }> {
  const folder = corpusPath("oracle", name);
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
  const source = { path: expected.file, container: null };
  const read = async () => readFileSync(join(folder, expected.file));
  const campaign = await openFiles({ files: [{ source, read }], skipped: 0, links: 0 }, {});
  return { expected, evaluation: evaluate(campaign, { today: expected.as_of, settings: DEFAULT_SETTINGS }) };
}

describe.skipIf(CORPUS === undefined)(`workbooks with a known content ${OF_CORPUS}`, () => {
  const table: string[] = [];
  const green: string[] = [];

  test.each(cases)("%s", async (name) => {
    const { expected, evaluation } = await run(name);
    const [only] = evaluation.responses;
    if (only === undefined) {
      const { kind, reason } = evaluation.unreadable[0]?.unreadable ?? {
        kind: "failed",
        reason: "no response",
      };
      expect(kind, reason).toBe("unsupported");
      table.push(`${name.padEnd(42)} not read: ${reason}`);
      return;
    }
    const { response } = only;
    const layout = layoutFor(response.template.version);

    // 1. The cells that are required and missing are the Checker's open items.
    const required = new Set(
      evaluation.findings
        .filter((finding) => REQUIRED.has(finding.rule) && finding.severity === "error")
        .map(placeOfFinding),
    );
    const open = new Set(expected.checker.outstanding.map(({ item }) => placeOfItem(item, layout)));
    expect([...required].filter((place) => !open.has(place))).toEqual([]);
    const reasons = new Map<string, number>();
    for (const place of [...open].filter((item) => !required.has(item))) {
      const reason = explained(place, response, layout);
      expect(reason, `${place} is open for the Checker only`).toBeDefined();
      reasons.set(reason ?? "", (reasons.get(reason ?? "") ?? 0) + 1);
    }

    // 2. The Checker's count, worked out by its own formulas.
    expect(String(checkerCount(subjectOf({ selected: only, matches: [] })))).toBe(
      String(expected.checker.outstanding_count),
    );

    // 3. The intended defects are found, by rules that name them.
    const found = new Set(evaluation.findings.map((finding) => finding.rule));
    const said = (rule: string) => {
      const by = SAID_BY[rule];
      return by === null || found.has(by ?? rule);
    };
    const intended = expected.intended.rules.map((rule) => currentRuleId(rule));
    expect(intended.filter((rule) => !found.has(rule) && !said(rule))).toEqual([]);

    // 4. Every finding of the independent reading, at the same place and severity; nothing beyond it unexplained.
    const wanted = expected.findings.map(({ rule, severity, where }) => ({
      rule: currentRuleId(rule),
      severity,
      place: placeOfWhere(where, layout),
    }));
    const beyond: Finding[] = [];
    for (const finding of evaluation.findings) {
      const at = wanted.findIndex(
        ({ rule, severity, place }) =>
          rule === finding.rule && severity === finding.severity && place === placeLike(finding.at, place),
      );
      if (at === -1) beyond.push(finding);
      else wanted.splice(at, 1);
    }
    const unsaid = wanted.filter(({ rule }) => SAID_BY[rule] === undefined || !said(rule));
    expect(unsaid).toEqual([]);
    expect(beyond.filter(({ rule }) => !(rule in BEYOND)).map(({ rule, at }) => `${rule} ${at}`)).toEqual([]);

    const count = (severity: string) =>
      evaluation.findings.filter((finding) => finding.severity === severity).length;
    const notes = [
      ...[...reasons].map(([reason, items]) => `${items} open for the Checker only: ${reason}`),
      ...new Set(beyond.map(({ rule }) => `${rule}: ${BEYOND[rule]}`)),
    ];
    table.push(
      `${name.padEnd(42)} ${String(expected.checker.outstanding_count).padStart(4)} ${String(required.size).padStart(5)}   ${count("error")}/${count("warning")}/${count("info")}  ${only.state}${notes.length > 0 ? `\n${notes.map((note) => `    ${note}`).join("\n")}` : ""}`,
    );
    const faults = evaluation.findings.filter(
      ({ severity, rule }) => severity !== "info" && !(rule in BEYOND),
    );
    if (String(expected.checker.outstanding_count) === "0" && faults.length > 0) {
      const [worst] = faults;
      green.push(`${name.padEnd(42)} ${worst?.rule} ${worst?.at}`);
    }
  });

  test("at least seven that the Checker passes are questioned, each with its cell", () => {
    expect(green.length).toBeGreaterThanOrEqual(7);
    for (const line of green) expect(line).toMatch(/ (Declaration|Smelter List)![A-Z]+\d+$/);
  });

  afterAll(() => {
    table.sort();
    green.sort();
    console.log(
      `${"workbook".padEnd(42)} open  cmrt   findings (errors/warnings/infos), state\n${table.join("\n")}\n\nGreen by the Checker, questioned by cmrt: ${green.length}\n${green.join("\n")}`,
    );
  });
});
