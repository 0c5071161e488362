// The formats of `cmrt check`, over a small campaign made in memory.

import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../../src/app/campaign/evaluate.ts";
import { DEFAULT_SETTINGS } from "../../../src/forms/schemas.ts";
import type { Evaluation } from "../../../src/model/evaluation.ts";

import { checkReport, fails } from "../../../src/report/check/check-report.ts";
import { renderCheckConsole } from "../../../src/report/check/console.ts";
import { renderCheckCsv } from "../../../src/report/check/csv.ts";
import { CHECK_FORMATS, type CheckContext, type CheckFormat } from "../../../src/report/check/formats.ts";
import { renderCheckJson } from "../../../src/report/check/json.ts";
import { renderCheckMarkdown } from "../../../src/report/check/markdown.ts";
import { renderCheckSarif } from "../../../src/report/check/sarif.ts";
import { RULES } from "../../../src/rules/index.ts";
import { buildResponse } from "../../helpers/build-response.ts";

const id = (digit: string) => digit.repeat(64);
let evaluation: Evaluation;

beforeAll(() => {
  evaluation = evaluate(
    {
      responses: [
        buildResponse({ id: id("1"), file: "a/clean.xlsx", company: { companyName: "Clean Ltd" } }),
        buildResponse({
          id: id("2"),
          file: "b/old.xlsx",
          company: { companyName: "Bolt Works", effectiveDate: "2025-05-01" },
        }),
        buildResponse({
          id: id("3"),
          file: "b/new.xlsx",
          company: { companyName: "Bolt Works", effectiveDate: "2025-06-01", contactName: null },
          answers: {
            tantalum: { recycledOrScrap: null },
            tin: { recycledOrScrap: null, coveredCountries: "yes", cahra: "yes" },
            gold: { recycledOrScrap: null },
            tungsten: { recycledOrScrap: null },
          },
        }),
        buildResponse({
          id: id("4"),
          file: "c/hostile | name.xlsx",
          company: { companyName: '<img src=x>\u202e | "evil"' },
          policies: { policyPublic: { value: "yes", comment: "=HYPERLINK(1)\u001b[31m|**x**" } },
        }),
      ],
      withdrawn: new Set(),
      unreadable: [
        {
          path: "d/picture.xls",
          container: null,
          sha256: null,
          bytes: 10,
          unreadable: { kind: "not-a-workbook", reason: "The file is a JPEG image.", ask: "Ask again." },
        },
      ],
      lists: [],
      copies: [],
    },
    {
      today: "2025-11-30",
      settings: DEFAULT_SETTINGS,
      accepted: [
        {
          rule: "contact-name-missing",
          supplier: "bolt works",
          cell: "Declaration!D15",
          reason: "known to us",
        },
        { rule: "company-name-missing", supplier: "Bolt Works", cell: "Declaration!D8", reason: "old" },
      ],
    },
  );
});

const CONTEXT: CheckContext = { rules: RULES, version: "1.2.3", color: false, all: false };
const report = (strict = false) => checkReport(evaluation, { strict });

test("the JSON counts what it lists and names every file", () => {
  const json = JSON.parse(Buffer.concat([...renderCheckJson(report())]).toString("utf8"));
  expect(json.schema).toBe(1);
  expect(json.responses.map((one: { file: string; state: string }) => [one.file, one.state])).toEqual([
    ["c/hostile | name.xlsx", "questions"],
    ["b/old.xlsx", "superseded"],
    ["b/new.xlsx", "invalid"],
    ["a/clean.xlsx", "valid"],
    ["d/picture.xls", "unreadable"],
  ]);
  const of = (severity: string) =>
    json.findings.filter((one: { severity: string }) => one.severity === severity).length;
  expect(json.summary).toEqual({
    responses: 4,
    errors: of("error"),
    warnings: of("warning"),
    infos: of("info"),
    accepted: 1,
    risks: 1,
    notRun: json.notRun.length,
    unreadable: 1,
  });
  expect(json.summary.errors).toBe(6);
  expect(json.acceptedGone).toEqual([expect.objectContaining({ rule: "company-name-missing" })]);
  const [later] = json.findings.filter((one: { rule: string }) => one.rule === "later-answer-missing");
  expect(later).toEqual({
    rule: "later-answer-missing",
    severity: "error",
    supplier: "Bolt Works",
    file: "b/new.xlsx",
    response: id("3"),
    at: "Declaration!D50",
    facts: { metal: "tantalum", question: "recycledOrScrap", number: "5" },
    message: "Question 5 (recycled or scrap sources) is not answered for tantalum.",
  });
});

test("the console groups by supplier, worst first, and shows three findings of a rule", () => {
  const text = renderCheckConsole(report(), CONTEXT);
  const order = ["(files without a known supplier)", "Bolt Works", "<img", "Clean Ltd"].map((name) =>
    text.indexOf(`\n${name}`),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
  expect(text).toContain("error   later-answer-missing  A question about a metal in scope is not answered.");
  expect(text).toContain("Declaration!D52  Question 5 (recycled or scrap sources) is not answered for gold.");
  expect(text).not.toContain("Declaration!D53");
  expect(text).toContain("    and 1 more");
  expect(text).toContain(
    "Accepted but no longer found: company-name-missing of Bolt Works in Declaration!D8.",
  );
  expect(text.trimEnd().split("\n").at(-1)).toMatch(
    /^4 responses \(1 valid, 1 superseded, 1 valid with questions, 1 invalid\) · 6 errors, .* · 1 accepted · 1 risk flag · \d+ not run · 1 unreadable$/,
  );
});

test("with --all every finding is on the console, accepted ones as such", () => {
  const text = renderCheckConsole(report(), { ...CONTEXT, all: true });
  for (const finding of evaluation.findings) if (finding.at) expect(text).toContain(finding.at);
  expect(text).toContain("The contact name is empty. [accepted: known to us]");
  expect(text).not.toContain("more\n");
});

test("colour is an extra, and supplier text cannot fake it", () => {
  const coloured = renderCheckConsole(report(), { ...CONTEXT, color: true, all: true });
  expect(coloured).toContain("\u001b[31merror");
  const plain = renderCheckConsole(report(), { ...CONTEXT, all: true });
  expect(plain).not.toContain("\u001b");
  expect(plain).not.toContain("\u202e");
  expect(plain).toContain("\\u{202e}");
});

test("CSV has one row per finding, formulas inert", () => {
  const text = Buffer.concat([...renderCheckCsv(report())]).toString("utf8");
  expect(text.startsWith("\uFEFFrule,severity,supplier,file,sheet,cell,message,accepted")).toBe(true);
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(evaluation.findings.length);
  expect(rows.find((row) => row.rule === "contact-name-missing")).toMatchObject({
    sheet: "Declaration",
    cell: "D15",
    accepted: "yes",
    accepted_reason: "known to us",
  });
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test("Markdown has every finding in a table of five columns and no HTML of suppliers", () => {
  const text = renderCheckMarkdown(report());
  const rows = text.split("\n").filter((line) => /^\| (error|warning|info) \|/.test(line));
  expect(rows).toHaveLength(evaluation.findings.length);
  for (const row of rows) expect(row.replace(/\\\|/g, "").match(/\|/g)).toHaveLength(6);
  expect(text).not.toContain("<img");
  expect(text).not.toContain("**x**");
});

test("SARIF names every rule it uses, every file and every cell", () => {
  const sarif = JSON.parse(renderCheckSarif(report(), CONTEXT));
  const [run] = sarif.runs;
  expect(sarif.version).toBe("2.1.0");
  expect(run.tool.driver).toMatchObject({ name: "cmrt", version: "1.2.3" });
  expect(run.results).toHaveLength(evaluation.findings.length);
  for (const result of run.results) {
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(["error", "warning", "note"]).toContain(result.level);
    expect(result.message.text.length).toBeGreaterThan(0);
    // What GitHub's code scanning requires of a result, and what it shows of its place.
    const [{ physicalLocation, logicalLocations }] = result.locations;
    expect(physicalLocation.artifactLocation.uri).toMatch(/^[^/:]+(?:\/[^/:]+)*$/);
    const cell = logicalLocations[0].fullyQualifiedName;
    if (cell !== undefined) expect(result.message.text).toMatch(new RegExp(`^${cell}: `));
  }
  const hostile = run.results.find((result: { properties: { supplier: string } }) =>
    result.properties.supplier.startsWith("<img"),
  );
  expect(hostile.locations[0].physicalLocation.artifactLocation.uri).toBe("c/hostile%20%7C%20name.xlsx");
  const accepted = run.results.filter((result: { suppressions?: unknown[] }) => result.suppressions);
  expect(accepted).toHaveLength(1);
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe(
    "d/picture.xls: The file is a JPEG image.",
  );
});

test("warnings fail with --strict alone; accepted and superseded findings never do", () => {
  const only = (file: string, strict: boolean): boolean => {
    const full = report(strict);
    return fails({ ...full, findings: full.findings.filter((finding) => finding.file === file) });
  };
  expect(only("b/new.xlsx", false)).toBe(true);
  expect(only("c/hostile | name.xlsx", false)).toBe(false);
  expect(only("c/hostile | name.xlsx", true)).toBe(true);
  expect(only("b/old.xlsx", true)).toBe(false);
  expect(only("a/clean.xlsx", true)).toBe(false);
});

test("what is asked for narrows the answer and its counts", () => {
  const bolt = checkReport(evaluation, { strict: false, supplier: "bolt", rules: ["later-answer-missing"] });
  expect(bolt.findings).toHaveLength(4);
  expect(bolt.summary).toMatchObject({ responses: 2, errors: 4, warnings: 0, unreadable: 0, notRun: 0 });
});

/** How many findings each format contains for its readers. A new format needs an entry here. */
const COUNT_FINDINGS: Readonly<Record<CheckFormat, (text: string) => number>> = {
  console: (text) => text.split("\n").filter((line) => /^ {4}\S/.test(line)).length,
  json: (text) => JSON.parse(text).findings.length,
  csv: (text) => parse(text, { bom: true, columns: true }).length,
  markdown: (text) => text.split("\n").filter((line) => /^\| (error|warning|info) \|/.test(line)).length,
  sarif: (text) => JSON.parse(text).runs[0].results.length,
};

describe.each(Object.keys(CHECK_FORMATS) as CheckFormat[])("%s", (format) => {
  const text = async (asked = report()) => {
    const answer = (await CHECK_FORMATS[format]())(asked, { ...CONTEXT, all: true });
    return typeof answer === "string" ? answer : Buffer.concat([...answer]).toString("utf8");
  };

  test("tells every finding with its message, and each file that could not be read", async () => {
    const whole = await text();
    expect(COUNT_FINDINGS[format](whole)).toBe(evaluation.findings.length);
    expect(whole).toContain("Question 5 (recycled or scrap sources) is not answered for gold.");
    expect(whole).toContain("d/picture.xls");
    expect(whole).toContain("The file is a JPEG image.");
  });

  test("ends with a line break, and is the same each time", async () => {
    const whole = await text();
    expect(whole).toMatch(/[^\n]\r?\n$/);
    expect(await text()).toBe(whole);
  });

  test("writes no escape sequence of a supplier", async () => {
    expect(await text()).not.toContain("\u001b");
  });

  test("is a whole answer where there is nothing to tell", async () => {
    const nothing = { ...report(), responses: [], findings: [], notRun: [], gone: [], unreadable: [] };
    expect(COUNT_FINDINGS[format](await text(nothing))).toBe(0);
  });
});
