import { expect, test } from "vitest";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { decidedBy, rollupLogCsv, rollupLogMarkdown } from "../../../src/report/console/rollup-log.ts";
import { rollUp } from "../../../src/rollup/roll-up.ts";
import { buildEvaluation } from "../../helpers/build-evaluation.ts";
import { buildResponse } from "../../helpers/build-response.ts";

const NAMES = ["Amber Ltd", "Birch Ltd", "Cedar Ltd", "Dogwood Ltd", "Elder Ltd"];

/** A declaration from one response, with this many missing suppliers. */
function declared(missing: readonly string[]) {
  const { responses } = buildEvaluation([buildResponse({ company: { companyName: "Zeta Parts" } })]);
  return rollUp({
    period: 2016,
    counted: responses,
    missing,
    survey: { asked: missing.length + 1, heard: 1 },
    company: undefined,
    scope: "company",
    effectiveDate: "2017-01-31",
    products: [],
  });
}

const times = (text: string, part: string) => text.split(part).length - 1;

test("suppliers without a response are listed once, not with every answer; the CSV names them", () => {
  const declaration = declared(NAMES);
  const log = rollupLogMarkdown(declaration);
  for (const name of NAMES) expect(times(log, name)).toBe(1);
  expect(log).toContain("no response that counts: the 5 suppliers listed above");
  expect(times(rollupLogCsv(declaration), "Cedar Ltd")).toBeGreaterThan(4);
});

test("a few are named with the answers", () => {
  expect(rollupLogMarkdown(declared(NAMES.slice(0, 2)))).toContain(
    "no response that counts: Amber Ltd; Birch Ltd",
  );
});

test("some of them are counted against the list", () => {
  const declaration = declared(NAMES);
  for (const vote of declaration.answers.tin?.coveredCountries?.votes ?? [])
    if (vote.answer === "missing") vote.suppliers = NAMES.slice(1);
  expect(rollupLogMarkdown(declaration)).toContain(
    "no response that counts: 4 of the 5 suppliers listed above (log.csv names them)",
  );
});

test("what is not answered is in words", () => {
  const log = rollupLogMarkdown(declared([]));
  expect(log).toContain("- company: contact e-mail");
  expect(log).not.toContain("contactEmail");
});

test("of a response that does not count, the Yes decides that no response that counts says", () => {
  const declaration = declared([]);
  const affirms = (["coveredCountries", "intentionallyAdded"] as const).map((question) => ({
    metal: "tin",
    question,
  }));
  const one = {
    supplier: "Birch Ltd",
    file: "b.xlsx",
    state: "invalid",
    errors: 1,
    warnings: 0,
    affirms,
  } as const;
  const answers = declaration.answers.tin;
  for (const { question } of affirms)
    answers?.[question]?.votes.push({ answer: "yes", suppliers: ["Birch Ltd"] });
  // Zeta Parts, which counts, says Yes on use and No on origin.
  expect(decidedBy({ ...one, affirms }, declaration).map(({ question }) => question)).toEqual([
    "coveredCountries",
  ]);
});

test("of another template the log says which, and speaks of its minerals", () => {
  const log = rollupLogMarkdown(declared([]), EMRT);
  expect(log).toContain("# EMRT roll-up for ");
  expect(log).toContain("| mineral | question |");
  expect(rollupLogMarkdown(declared([]))).toMatch(/^# Roll-up for (.|\n)*\| metal \| question \|/);
});
