// Warning signs: a finding for each line of the table, and one that is not a sign.
import { expect, test } from "vitest";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { parseRoster } from "../../src/campaign/parse-roster.ts";
import { SIGN_KINDS } from "../../src/domain/warning-signs.ts";
import { newestEdition } from "../../src/forms/editions.ts";
import { DEFAULT_FAMILY } from "../../src/forms/families.ts";
import { findQuestion } from "../../src/forms/layouts.ts";
import type { Finding } from "../../src/model/finding.ts";
import { RULES } from "../../src/rules/index.ts";
import { buildEvaluation } from "../helpers/build-evaluation.ts";
import { buildResponse } from "../helpers/build-response.ts";

const NOT_USED = { intentionallyAdded: "no", necessaryInProduct: null, coveredCountries: null } as const;
const RESPONSE = buildResponse({
  id: "acme",
  file: "acme.xlsx",
  version: "4.20",
  company: { companyName: "Acme", effectiveDate: { value: "2016-05-01" } },
  answers: { gold: NOT_USED },
});
const OLDER = buildResponse({
  id: "older",
  file: "older.xlsx",
  version: "4.20",
  company: { companyName: "Acme", effectiveDate: { value: "2016-02-01" } },
});
const ROSTER = parseRoster("name\nAcme\n");

/** Evaluates a campaign of one supplier that answers No to everything, with these findings. */
function campaign(...findings: [id: string, more: Partial<Finding>][]) {
  return consolidate(
    buildEvaluation([RESPONSE, OLDER], {
      roster: ROSTER,
      findings: findings.map(([id, more]) => [id, "info", more]),
    }),
  );
}
const outcomes = (result: ReturnType<typeof campaign>) =>
  Object.fromEntries(result.proposals.map(({ metal, outcome }) => [metal, outcome]));
const NO = "no reason to believe";
const CLEAN = { tantalum: NO, tin: NO, gold: "not in scope", tungsten: NO };

const rules = SIGN_KINDS.filter(({ everyMetal }) => !everyMetal).flatMap(({ id, rules, question, facts }) =>
  rules.map((rule) => {
    const key = question && findQuestion(newestEdition(DEFAULT_FAMILY).layout, question)?.key;
    return [id, rule, { ...facts, ...(key === undefined ? {} : { question: key }) }] as const;
  }),
);

test("every rule of the table is in the catalogue, and no kind is there twice", () => {
  const known = new Set(RULES.map(({ id }) => id));
  expect(rules.filter(([, rule]) => !known.has(rule))).toEqual([]);
  expect(new Set(SIGN_KINDS.map(({ id }) => id)).size).toBe(SIGN_KINDS.length);
});

test.each(rules)("%s: %s keeps the metal undetermined until it is accepted", (kind, rule, facts) => {
  const finding = { rule, facts: { ...facts, metal: "tin", row: 7 } };
  const open = campaign(["acme", finding]);
  expect(open.signs).toMatchObject([{ kind, metals: ["tin"], rows: 1 }]);
  expect(outcomes(open)).toEqual({ ...CLEAN, tin: "undetermined" });
  expect(open.proposals[1]?.why[0]).toContain("1 warning sign is open: ");
  const accepted = campaign(["acme", { ...finding, accepted: { reason: "Checked by phone." } }]);
  expect(outcomes(accepted)).toEqual(CLEAN);
  expect(accepted.proposals[1]?.why.at(-1)).toBe("1 warning sign was accepted by a person.");
});

test("the declaration of another company leaves every metal undetermined", () => {
  const result = campaign(["acme", { rule: "declarant-not-supplier", severity: "warning" }]);
  expect(result.signs).toMatchObject([{ kind: "another-company" }]);
  expect(new Set(result.proposals.map(({ outcome }) => outcome))).toEqual(new Set(["undetermined"]));
});

test("a No that was Yes is a sign only where the smelters are the same", () => {
  const facts = { metal: "tin", same: false };
  const result = campaign(["acme", { rule: "origin-no-was-yes", severity: "warning", facts }]);
  expect(result.signs).toEqual([]);
});

test("another finding is no sign", () => {
  const result = campaign(["acme", { rule: "smelter-duplicate", facts: { metal: "tin", row: 7 } }]);
  expect(result.signs).toEqual([]);
  expect(outcomes(result)).toEqual(CLEAN);
});

test("a sign that names no metal concerns those that the response has in scope", () => {
  const result = campaign(["acme", { rule: "responses-disagree", facts: { metal: null } }]);
  expect(result.signs).toMatchObject([{ metals: ["tantalum", "tin", "tungsten"], rows: 0 }]);
  expect(outcomes(result)).toEqual({
    tantalum: "undetermined",
    tin: "undetermined",
    gold: "not in scope",
    tungsten: "undetermined",
  });
});

test("a sign in a response that a newer one replaced is none any more", () => {
  const result = campaign(["older", { rule: "smelter-watch-list", facts: { metal: "tin", row: 7 } }]);
  expect(result.signs).toEqual([]);
});

test("rows are those that the finding names", () => {
  const rows = ["7", "8", "9"];
  const result = campaign(["acme", { rule: "mine-in-covered-country", facts: { metal: "tin", rows } }]);
  expect(result.signs).toMatchObject([{ rows: 3 }]);
});
