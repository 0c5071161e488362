// Explanations compared with the report that they explain, down to a cell.
import { expect, test } from "vitest";
import { createExplainer } from "../../../src/report/explain/explain.ts";
import { explanationText, figureListText } from "../../../src/report/explain/explanation-text.ts";
import { renderPack } from "../../../src/report/pack/pack.ts";
import { buildReportInput } from "../../helpers/build-report.ts";
import { buildResponse } from "../../helpers/build-response.ts";

const response = (id: string, companyName: string, more: Parameters<typeof buildResponse>[0] = {}) =>
  buildResponse({
    id,
    file: `responses/${id}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName, effectiveDate: { value: "2016-03-01" }, ...more.company },
  });

const INPUT = buildReportInput(
  [
    response("alpha", "Alpha", {
      answers: { tantalum: { coveredCountries: { raw: "YES", value: "yes" } } },
      smelters: [
        { metal: "tin", lookupName: "EM Vinto", mineCountries: "Bolivia, Rwanda" },
        { metal: "tin", lookupName: "Smelter not listed", name: "Nowhere Works", country: "PE" },
      ],
    }),
    response("beta", "Beta"),
  ],
  {
    findings: [
      ["alpha", "error", { at: "Smelter List!B5", message: "Ask Ada Example <ada@acme.example>." }],
      ["beta", "warning", { accepted: { reason: "Known." } }],
    ],
  },
);
const { explain, figures } = createExplainer(INPUT);
const text = (...words: string[]) => explanationText(explain(words, 20));

test("every figure of report.md has an ID of its own, which gives the same figure", async () => {
  const report = String((await renderPack(INPUT))["report.md"]);
  const ids = figures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(150);
  for (const { id, row, figure } of figures) {
    expect(report).toContain(`\`${row}\``);
    const [one] = explain([id], 1);
    expect([id, one?.value]).toEqual([id, figure.value]);
  }
});

test("IDs do not depend on what the responses say", () => {
  const other = createExplainer(buildReportInput([response("gamma", "Gamma")]));
  const ids = new Set(figures.map(({ id }) => id));
  for (const { id } of other.figures) if (id.startsWith("outcome.")) expect(ids).toContain(id);
});

test("from a figure on answers to the cells, as typed", () => {
  const [one] = explain(["outcome.in-scope-covered-countries-yes.tantalum"], 20);
  expect(one?.rows).toBe(1);
  expect(one?.shown[0]?.cells).toMatchObject({ supplier: "Alpha", metal: "tantalum" });
  const answers = one?.shown[0]?.restsOn[0]?.shown ?? [];
  expect(answers.map(({ cells }) => cells.cell)).toContain("Declaration!D38");
  expect(text("outcome.in-scope-covered-countries-yes.tantalum")).toMatch(
    /Declaration!D38 · Sourced from the covered countries · Yes · typed YES/,
  );
});

test("from countries of origin and from tallies to the cells", () => {
  expect(text("countries.csv", "country=Rwanda")).toMatch(
    /Rows that name it:\n +Alpha · responses\/alpha\.xlsx · Smelter List![A-Z]+\d+ · Rwanda · typed Bolivia, Rwanda/,
  );
  expect(text("answers.csv", "metal=tantalum", "question=coveredCountries", "answer=yes")).toMatch(
    /Declarations:\n +Alpha · .*\n +Answers:\n +Declaration!D38/,
  );
});

test("a smelter leads to its rows, and to the list that it was matched to", () => {
  const said = text("smelters.csv", "status_class=unmatched");
  expect(said).toMatch(
    /Rows that report it:\n +Alpha · responses\/alpha\.xlsx · Smelter List!\w+ · Nowhere Works/,
  );
  expect(said).toMatch(/Lists\n {2}Smelters were matched to CMRT 4\.20/);
  expect(said).toContain("No list of statuses is in use.");
});

test("findings bring their rules, decisions what was accepted; contacts stay out", () => {
  const said = text("findings.csv", "severity=error");
  expect(said).toContain("Smelter List!B5 · Ask [contact withheld] <[contact withheld]>.");
  expect(said).toMatch(/Rules\n {2}error-rule: Something is wrong\. To ask: Is it so\?/);
  expect(text("findings.csv where accepted=yes")).toContain(
    "Decisions\n  warning-rule at Beta was accepted: Known.",
  );
});

test("a row of figures explains each of them; a section is not a figure", () => {
  expect(explain(["scope.in-scope"], 1)).toHaveLength(4);
  expect(() => explain(["scope"], 1)).toThrow(/scope\.in-scope\.tantalum/);
  expect(() => explain(["nosuch"], 1)).toThrow(/lists the figures/);
});

test("a file or column that is not there is named with what is", () => {
  expect(() => explain(["nosuch.csv", "a=b"], 1)).toThrow(/has no nosuch\.csv\. It has: .*smelters\.csv/);
  expect(() => explain(["reports/2016/smelters.csv", "colour=red"], 1)).toThrow(
    /no column colour\. It has: metal/,
  );
});

test("more rows than are shown are counted", () => {
  const [one] = explain(["declarations.csv"], 2);
  expect(one).toMatchObject({ rows: 8, value: 8 });
  expect(one?.shown).toHaveLength(2);
  expect(explanationText(one === undefined ? [] : [one])).toContain("8 rows, of which the first 2 follow");
});

test("the list of figures has each with its value", () => {
  const list = figureListText(figures);
  expect(list).toMatch(/^2\. Scope$/m);
  expect(list).toMatch(/^ {2}scope\.in-scope\.tantalum +2 {2}In scope › Tantalum$/m);
});
