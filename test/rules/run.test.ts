import { expect, test } from "vitest";
import type { Standing } from "../../src/model/campaign.ts";
import { defineRule, type Rule } from "../../src/rules/rule.ts";
import { check } from "../../src/rules/run.ts";
import { exampleInput, findingLine } from "../../src/rules/support/example.ts";
import { findRule } from "../../src/rules/support/find-rule.ts";

const wording = {
  title: "Something is wrong.",
  why: "Because.",
  ask: "What?",
  source: "Here.",
  example: { fires: { about: "" }, silent: { about: "" } },
};

function rule(id: string): Rule {
  const found = findRule(id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}

test("a rule whose part of the response was not read is not run, with the reason", () => {
  const input = exampleInput({ about: "", smelters: [] });
  const [checked] = input.responses;
  if (checked)
    checked.selected.response.unread = [{ part: "smelters", reason: "the sheet Smelter List is missing" }];
  const { findings, notRun } = check(input, [rule("smelter-list-missing-for-metal")]);
  expect(findings).toEqual([]);
  expect(notRun).toEqual([
    {
      rule: "smelter-list-missing-for-metal",
      supplier: "Acme Fixings Ltd",
      file: "responses/acme.xlsx",
      reason: "the sheet Smelter List is missing",
    },
  ]);
});

test("the workbook's own list is missed only where a row names a listed smelter", () => {
  const rules = [rule("smelter-not-in-list")];
  const run = (lookupName: string) =>
    check(exampleInput({ about: "", smelters: [{ metal: "tin", lookupName }] }), rules).notRun.map(
      ({ reason }) => reason,
    );
  expect(run("EM Vinto")).toEqual(["the workbook's look-up list of smelters could not be read"]);
  expect(run("Smelter not yet identified")).toEqual([]);
});

test("what the whole run lacks is said once per rule", () => {
  const needy = defineRule<Record<string, never>>({
    ...wording,
    id: "needs-a-roster",
    severity: "error",
    needs: ["roster"],
    message: () => "Wrong.",
    check: () => [{ at: null, facts: {} }],
  });
  const { findings, notRun } = check(exampleInput({ about: "", responses: [{}, {}] }), [needy]);
  expect(findings).toEqual([]);
  expect(notRun).toEqual([
    { rule: "needs-a-roster", supplier: "", file: null, reason: "no roster of suppliers" },
  ]);
});

test("a rule that is switched off is listed with the reason", () => {
  const { findings, notRun } = check(
    exampleInput({
      about: "",
      company: { companyName: null },
      settings: { off: { "company-name-missing": "names come from the folder" } },
    }),
    [rule("company-name-missing")],
  );
  expect(findings).toEqual([]);
  expect(notRun[0]?.reason).toBe("disabled in the settings: names come from the folder");
});

test("the settings can change a severity", () => {
  const { findings } = check(
    exampleInput({
      about: "",
      answers: { tin: { smelterInfoReported: "no" } },
      settings: { severities: { "smelter-info-not-all-reported": "error" } },
    }),
    [rule("smelter-info-not-all-reported")],
  );
  expect(findings.map((finding) => finding.severity)).toEqual(["error"]);
});

test("a rule that throws is named together with the file", () => {
  const broken = defineRule<Record<string, never>>({
    ...wording,
    id: "broken",
    severity: "info",
    needs: [],
    message: () => "Wrong.",
    *check() {
      yield { at: null, facts: {} };
      throw new TypeError("x is not a function");
    },
  });
  expect(() => check(exampleInput({ about: "" }), [broken])).toThrow(
    "The rule broken failed on responses/acme.xlsx: x is not a function",
  );
});

test("responses that count are checked, those that might, and those that gave way to another", () => {
  const about = "";
  const company = { contactName: null };
  const rules = [rule("contact-name-missing")];
  const found = (standing: Standing) =>
    check(exampleInput({ about, company, standing }), rules).findings.length;
  for (const standing of ["standing", "undated", "late", "superseded", "replaced"] as const) {
    expect(found(standing)).toBe(1);
  }
  for (const standing of ["stale", "blank", "own", "withdrawn"] as const) expect(found(standing)).toBe(0);
});

test("findings are sorted by supplier, file, severity, rule and cell in reading order", () => {
  const { findings } = check(
    exampleInput({
      about: "",
      responses: [
        { supplier: "Zeta", file: "z.xlsx", company: { contactName: null } },
        {
          supplier: "Alpha",
          file: "b.xlsx",
          answers: {
            tin: { recycledAll: null, responseRate: "pctLe50" },
            tantalum: { cahraOrigin: null },
          },
        },
        { supplier: "Alpha", file: "a.xlsx", company: { companyName: null, contactEmail: null } },
      ],
    }),
  );
  expect(
    findings
      .filter((finding) => finding.severity !== "info")
      .map(
        (finding) => `${finding.supplier} ${finding.file} ${finding.severity} ${finding.rule} ${finding.at}`,
      ),
  ).toEqual([
    "Alpha a.xlsx error company-name-missing Declaration!D8",
    "Alpha a.xlsx error contact-email-missing Declaration!D16",
    "Alpha b.xlsx error later-answer-missing Declaration!D44",
    "Alpha b.xlsx error later-answer-missing Declaration!D51",
    "Alpha b.xlsx warning identified-without-full-response Declaration!D63",
    "Alpha b.xlsx warning supplier-response-low Declaration!D57",
    "Zeta z.xlsx error contact-name-missing Declaration!D15",
  ]);
});

test("a message names the cell's content in the analyst's words", () => {
  const { findings } = check(exampleInput({ about: "", answers: { gold: { coveredOrigin: null } } }), [
    rule("later-answer-missing"),
  ]);
  expect(findings.map(findingLine)).toEqual([
    "Declaration!D40 error: Question 3 (sourced from the covered countries) is not answered for gold.",
  ]);
});
