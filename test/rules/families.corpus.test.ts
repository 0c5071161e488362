// Filled-in EMRTs, AMRTs and CRTs with the result of their own Checkers after recalculation. They are not part of the
// project: CMRT_FAMILIES names their folder.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { openFiles } from "../../src/app/campaign/open-files.ts";
import { editionOf, familyOf } from "../../src/forms/editions.ts";
import type { Layout } from "../../src/forms/form.ts";
import { answerCell, companyCell, policyCell, policyCommentCell } from "../../src/forms/layouts.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Response } from "../../src/model/response.ts";
import type { CompanyField } from "../../src/model/vocabulary.ts";
import { FAMILY_CASES, OF_FAMILY_CASES } from "../helpers/corpus.ts";

interface Expected {
  file: string;
  intended: { kind: string; rules: string[] };
  checker: { outstanding: { item: string }[] };
}

const FIELDS: Readonly<Record<string, CompanyField>> = {
  company_name: "companyName",
  declaration_scope: "scope",
  scope_description: "scopeDescription",
  contact_name: "contactName",
  contact_email: "contactEmail",
  contact_phone: "contactPhone",
  authorizer_name: "authorizerName",
  authorizer_email: "authorizerEmail",
  effective_date: "effectiveDate",
};

/** Errors of these rules are what the Checker requires: they name exactly its open items. */
const REQUIRED = new Set([
  ...[
    "company-name",
    "declaration-scope",
    "scope-description",
    "contact-name",
    "contact-email",
    "contact-phone",
  ].map((field) => `${field}-missing`),
  ...["authorizer-name", "authorizer-email", "effective-date"].map((field) => `${field}-missing`),
  "contact-email-invalid",
  "authorizer-email-invalid",
  "minerals-in-scope-missing",
  "other-mineral-not-named",
  "use-answer-missing",
  "necessity-answer-missing",
  "later-answer-missing",
  "company-answer-missing",
  "policy-url-missing",
  "other-format-comment-missing",
  "product-list-empty",
  "smelter-list-missing-for-metal",
  "smelter-country-missing",
  "smelter-not-listed-incomplete",
  "smelter-id-unknown",
]);

/** Other names of defects in the expected files, or the finding that reports them. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  "q1-answer-missing": ["use-answer-missing"],
  // In an AMRT the second question is the response rate, which its Checker does not count.
  "q2-answer-missing": ["necessity-answer-missing", "optional-answer-missing"],
  "company-answer-missing": ["company-answer-missing", "later-answer-missing"],
  "smelters-not-all-identified": ["smelters-not-all-identified", "smelter-not-identified"],
  "smelter-not-identified": ["smelter-not-identified", "identified-but-unidentified-row"],
};

/** Open items without a cell. The place for another name of an "Other" mineral is that of its choice. */
function placeOfItem(item: string, response: Response, layout: Layout): string {
  const [head = "", tail = "", more] = item.split(".");
  const field = FIELDS[head];
  if (field !== undefined) return companyCell(layout, field) ?? item;
  const number = /^q(\d)$/.exec(head)?.[1];
  const question = layout.questions.find((one) => one.number === (number ?? tail));
  if (number !== undefined && question) return answerCell(layout, question, tail.toLowerCase());
  if (head !== "company") return item;
  const policy = layout.policies.find(({ letter }) => letter === tail);
  if (policy === undefined) return question && more ? answerCell(layout, question, more.toLowerCase()) : item;
  // Another survey format counts as answered if it is described.
  const described = response.policies[policy.key]?.value === "yesOtherFormat";
  return more === "url" || described ? policyCommentCell(layout, policy) : policyCell(layout, policy);
}

function placeOfFinding({ rule, facts, at }: Finding, { smelters }: Response): string {
  if (rule === "smelter-list-missing-for-metal") return `smelter_list.${capital(String(facts.metal))}`;
  if (rule === "smelter-country-missing") {
    return `smelter_list.${capital(smelters.find(({ row }) => row === facts.row)?.metal ?? "")}`;
  }
  if (rule === "smelter-not-listed-incomplete" || rule === "smelter-id-unknown")
    return "smelter_not_listed_details";
  if (rule === "minerals-in-scope-missing") return "minerals_in_scope";
  if (rule === "other-mineral-not-named") return "other_minerals_named";
  return at ?? "file";
}

const capital = (text: string) => text[0]?.toUpperCase() + text.slice(1);

/** A CRT's Checker never counts its smelter list: a complete form without any refiner is not complete. */
const NEVER_COUNTED: Readonly<Record<string, string>> = { CRT: "smelter_list." };

const cases =
  FAMILY_CASES === undefined
    ? []
    : readdirSync(FAMILY_CASES).filter((name) =>
        existsSync(join(FAMILY_CASES as string, name, "expected.json")),
      );

async function run(
  name: string,
): Promise<{ expected: Expected; evaluation: Evaluation; response: Response }> {
  const folder = join(FAMILY_CASES as string, name);
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
  const source = { path: expected.file, container: null };
  const read = async () => readFileSync(join(folder, expected.file));
  const campaign = await openFiles({ files: [{ source, read }], skipped: 0, passedOver: [], links: 0 }, {});
  const response = campaign.responses[0] as Response;
  // On the day of the declaration nothing is stale and no newer template has been released.
  const today = response.company.effectiveDate?.value ?? "2026-01-31";
  return {
    expected,
    evaluation: evaluate(campaign, { today, settings: DEFAULT_SETTINGS, family: familyOf(response) }),
    response,
  };
}

describe.skipIf(FAMILY_CASES === undefined)(`templates of other families ${OF_FAMILY_CASES}`, () => {
  test.each(cases)("%s", async (name) => {
    const { expected, evaluation, response } = await run(name);
    const found = evaluation.findings.map(({ rule }) => rule);
    if (found.includes("blank-template")) {
      // Instead of every open item of a form that nobody filled in.
      expect(found).toEqual(["blank-template"]);
      return;
    }
    const { layout } = editionOf(response);

    // 1. The errors about what is required are exactly the Checker's open items.
    const never = NEVER_COUNTED[response.template.family];
    const required = new Set(
      evaluation.findings
        .filter(({ rule, severity }) => REQUIRED.has(rule) && severity === "error")
        .map((finding) => placeOfFinding(finding, response))
        .filter((place) => never === undefined || !place.startsWith(never)),
    );
    const open = new Set(expected.checker.outstanding.map(({ item }) => placeOfItem(item, response, layout)));
    expect([...required].sort()).toEqual([...open].sort());

    // 2. Each intended defect is found.
    const missed = expected.intended.rules.filter(
      (rule) => !(SAID_BY[rule] ?? [rule]).some((one) => found.includes(one)),
    );
    expect(missed).toEqual([]);

    // 3. Nothing is asked about a complete one.
    if (
      expected.intended.kind === "complete" &&
      expected.intended.rules.every((rule) => !rule.includes("declared"))
    ) {
      expect(evaluation.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    }
  });
});
