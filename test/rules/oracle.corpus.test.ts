// Filled-in workbooks with a known content, each with the result of the template's own Checker after recalculation and
// an independent application of the rules. They are not part of the project: CMRT_CORPUS names their folder.

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
import { groupBy } from "../../src/lib/group-by.ts";
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

/** Rules that report what the Checker requires: together they must name exactly the Checker's open items. */
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

/** The place of a Checker item: its cell, or a word if the item has no single cell. */
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

/** Why the Checker counts an item as open although the cell is filled in; undefined if unexplained. */
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

/** The place of an expected finding, as the cell or row that cmrt names. */
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
 * Findings beyond the independent ones: from rules about lists, the file or other responses, which it does not cover.
 * Each is true of the workbook, with the reason.
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
 * Independent findings that cmrt does not report, with the rule that reports the same fact; null for what is true of
 * nearly every response and therefore off.
 */
const SAID_BY: Readonly<Record<string, string | null>> = {
  "smelters-not-all-identified": "smelter-not-identified",
  "smelter-not-identified": "identified-but-unidentified-row",
  "smelter-not-listed": "smelter-not-listed-incomplete",
  "cahra-sourcing": "covered-country-sourcing",
  // As an info: its text is unambiguous.
  "effective-date-not-a-date": "effective-date-not-a-date",
  "not-used-comment-missing": null,
  "corrective-action-comment-missing": null,
};

/** Every remaining warning, as "file: rule, times", with the reason why it is true of the workbook. */
const WARNINGS: Readonly<Record<string, string>> = {
  "6.01-041-only-not-identified: smelter-not-identified, 4": "its four rows say “not yet identified”",
  "6.01-041-only-not-identified: supplier-response-low, 4":
    "it says that at most half of its suppliers answered",
  "6.22-043-not-listed-no-country: smelter-not-listed, 1": "a row names a facility that no list has",
  "6.5-012-complete-a-300: smelter-in-covered-country, 3":
    "facilities in Uganda, Rwanda and Tanzania, with the covered countries denied for their metals",
  "6.5-012-complete-a-300: smelter-list-is-whole-reference, 4": "at least 80 % of the list of each metal",
  "6.5-040-not-listed-and-not-identified: smelter-not-identified, 1": "a row says “not yet identified”",
  "6.5-040-not-listed-and-not-identified: smelter-not-listed, 1": "a row names a facility that no list has",
  "6.5-204-q3-yes-q4-no: covered-country-sourcing, 1":
    "tantalum is declared to come from the covered countries",
  "6.5-206-recycled-and-origin: covered-country-sourcing, 1": "gold is declared to come from there",
  "6.5-206-recycled-and-origin: recycled-contradicts-origin, 1":
    "the same gold is declared to be all recycled",
  "6.5-225-country-overwritten: smelter-autofill-overwritten, 1": "a Chinese facility stands in Switzerland",
};

/** Errors and warnings in the sample workbooks, with the number per rule and the reason why they are true. */
const SAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "cmrt-2.00-green.xlsx": {
    "warning smelter-unmatched, 1": "its list does not have “Alpha Metals”",
    "warning smelters-not-all-identified, 1": "it says No on tin",
  },
  "cmrt-2.02-green.xlsx": {
    "warning smelter-unmatched, 2": "its list has neither “Alpha Metals” nor “Ganzhou Huaxing Tungsten”",
    "warning smelters-not-all-identified, 1": "it says No on tin",
  },
  "cmrt-2.03a-green.xlsx": {
    "warning smelter-unmatched, 1": "its list does not have “Ganzhou Huaxing Tungsten”",
    "warning smelters-not-all-identified, 1": "it says No on tin",
  },
  "cmrt-2.03a-validation-needed.xlsx": {
    "error company-name-missing, 1": "the cell is empty",
    "error declaration-scope-missing, 1": "the cell is empty",
    "warning smelter-unmatched, 1": "its list does not have “Ganzhou Huaxing Tungsten”",
    "warning smelters-not-all-identified, 1": "it says No on tin",
  },
  "cmrt-3.01-green.xlsx": {
    "error policy-url-malformed, 1": "the address lacks the letters www, which the Checker of 3.01 wants",
    "error smelter-not-in-list, 4":
      "names of templates 2.x, three of them shortened, which its own list does not have",
  },
  "cmrt-3.01-high-risk.xlsx": {
    "error policy-url-malformed, 1": "the address lacks the letters www, which the Checker of 3.01 wants",
    "error smelter-not-in-list, 4":
      "names of templates 2.x, three of them shortened, which its own list does not have",
    "warning covered-country-sourcing, 4": "it says Yes on all four metals",
    "warning identified-without-full-response, 1": "tin: all identified, at more than 75 % of suppliers",
  },
};

const cases =
  CORPUS === undefined
    ? []
    : readdirSync(corpusPath("oracle")).filter((name) =>
        existsSync(corpusPath("oracle", name, "expected.json")),
      );

/** The warnings of a workbook, each rule once with its number. */
function warningsOf(name: string, findings: readonly Finding[]): string[] {
  const rules = groupBy(
    findings.filter(({ severity }) => severity === "warning"),
    ({ rule }) => rule,
  );
  return [...rules].map(([rule, { length }]) => `${name}: ${rule}, ${length}`);
}

async function run(name: string): Promise<{ expected: Expected; evaluation: Evaluation }> {
  const folder = corpusPath("oracle", name);
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
  const source = { path: expected.file, container: null };
  const read = async () => readFileSync(join(folder, expected.file));
  const campaign = await openFiles({ files: [{ source, read }], skipped: 0, passedOver: [], links: 0 }, {});
  return { expected, evaluation: evaluate(campaign, { today: expected.as_of, settings: DEFAULT_SETTINGS }) };
}

describe.skipIf(CORPUS === undefined)(`sample workbooks ${OF_CORPUS}`, () => {
  test("their errors and warnings are true", async () => {
    const found: string[] = [];
    for (const file of Object.keys(SAMPLES)) {
      const read = async () => readFileSync(corpusPath("responses", file));
      const campaign = await openFiles(
        { files: [{ source: { path: file, container: null }, read }], skipped: 0, passedOver: [], links: 0 },
        {},
      );
      const { findings } = evaluate(campaign, { today: "2014-12-31", settings: DEFAULT_SETTINGS });
      found.push(
        ...[...groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`)].flatMap(([rule, its]) =>
          rule.startsWith("info") ? [] : [`${file}: ${rule}, ${its.length}`],
        ),
      );
    }
    expect(found.sort()).toEqual(
      Object.entries(SAMPLES)
        .flatMap(([file, rules]) => Object.keys(rules).map((rule) => `${file}: ${rule}`))
        .sort(),
    );
  });
});

describe.skipIf(CORPUS === undefined)(`workbooks with a known content ${OF_CORPUS}`, () => {
  const table: string[] = [];
  const green: string[] = [];
  const warnings: string[] = [];

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
    warnings.push(...warningsOf(name, evaluation.findings));
    const { response } = only;
    const layout = layoutFor(response.template.version);

    // 1. The required but missing cells are the Checker's open items.
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

    // 2. The Checker's count, calculated with its own formulas.
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

    // 4. Every independent finding, at the same place and severity, and no unexplained finding beyond.
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

  test("every warning is one that is known to be true", () => {
    expect(warnings.sort()).toEqual(Object.keys(WARNINGS).sort());
  });

  afterAll(() => {
    table.sort();
    green.sort();
    console.log(
      `${"workbook".padEnd(42)} open  cmrt   findings (errors/warnings/infos), state\n${table.join("\n")}\n\nGreen by the Checker, questioned by cmrt: ${green.length}\n${green.join("\n")}`,
    );
  });
});
