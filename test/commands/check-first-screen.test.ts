// The first screen of `cmrt check`: a line per supplier, with the same figures as the report and `cmrt suppliers`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { textWidth } from "../../src/lib/text-width.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

const PERIOD = ["--period", "2016", "--today", "2017-06-01"];

interface Line {
  name: string;
  state: string;
  errors: number;
  warnings: number;
  questions: number;
  phrase: string;
}

/** The table of the screen: from the headers to the empty line. */
function tableOf(out: string): Line[] {
  const lines = out.split("\n");
  const from = lines.findIndex((line) => line.startsWith("supplier "));
  const to = lines.indexOf("", from);
  return lines.slice(from + 1, to).map((line) => {
    const [, name = "", state = "", errors, warnings, questions, phrase = ""] =
      /^(.*?) {2,}(\w+(?:, risk)?) +(\d+) +(\d+) +(\d+)(?: {2}(.*))?$/.exec(line) ?? [];
    return {
      name,
      state,
      phrase,
      errors: Number(errors),
      warnings: Number(warnings),
      questions: Number(questions),
    };
  });
}

/**
 * The invented campaign with a roster, a supplier that sent nothing, one with a damaged file, and a file without a
 * supplier.
 */
async function campaign(): Promise<string> {
  const root = madeCampaign();
  const responses = join(root, "responses");
  const some = readFileSync(join(responses, "brightwell-2016-09.xlsx"));
  writeFileSync(join(responses, "ashcombe.xlsx"), some.subarray(0, 3000));
  writeFileSync(join(responses, "notes.xlsx"), "supplier;answer\nAcme;yes\n");
  writeFileSync(
    join(root, "suppliers.csv"),
    [
      "id,name,asked on,files",
      "S-1,Quillon Circuits Inc.,2016-09-01,",
      "S-2,Pellgrove Instruments Pty Ltd,2016-09-01,",
      "S-3,Vantmoor Elektronik GmbH,2016-09-01,",
      "S-4,Brightwell Fasteners Ltd,2016-09-01,",
      "S-5,青山精工株式会社,2016-09-01,",
      "S-6,Ashcombe Relays Ltd,2016-09-01,ashcombe*",
    ].join("\n"),
  );
  await runCli(["ingest", "responses", "--quiet"], root);
  return root;
}

test("missing and unusable suppliers are in their place, and every figure is that of the report", async () => {
  const root = await campaign();
  const { out, code } = await runCli(["check", ...PERIOD], root);
  expect(code).toBe(3);
  const table = tableOf(out);
  expect(table.map(({ name, state }) => [name, state.replace(", risk", "")])).toEqual([
    ["青山精工株式会社", "missing"],
    ["(no known supplier)", "unreadable"],
    ["Ashcombe Relays Ltd", "unreadable"],
    ["Quillon Circuits Inc.", "invalid"],
    ["Pellgrove Instruments Pty Ltd", "questions"],
    ["Vantmoor Elektronik GmbH", "questions"],
    ["Tarnwell Castings Ltd", "questions"],
    ["Hollin Stampings Ltd", "questions"],
    ["星空電子株式会社", "questions"],
    ["Brightwell Fasteners Ltd", "valid"],
  ]);

  await runCli(["report", ...PERIOD], root);
  const pack = join(root, "reports/2016");
  const responses = parse(readFileSync(join(pack, "responses.csv")), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  for (const kind of ["errors", "warnings"] as const) {
    for (const { name, ...line } of table.filter(
      ({ name: supplier }) => supplier !== "(no known supplier)",
    )) {
      const its = responses.filter((row) => row.supplier === name);
      expect([name, kind, line[kind]]).toEqual([
        name,
        kind,
        its.reduce((sum, row) => sum + Number(row[kind]), 0),
      ]);
    }
    expect(table.reduce((sum, line) => sum + line[kind], 0)).toBe(
      responses.reduce((sum, row) => sum + Number(row[kind]), 0),
    );
  }
  const flagged = new Set(
    responses
      .filter((row) => Number(row.risk_flags) > 0 && row.supplier_state !== "missing")
      .map((row) => row.supplier),
  );
  expect(new Set(table.filter(({ state }) => state.endsWith(", risk")).map(({ name }) => name))).toEqual(
    flagged,
  );
  const flags = responses.reduce((sum, row) => sum + Number(row.risk_flags), 0);
  expect(out).toContain(`${flags} risk flag`);
  const { suppliers, funnel } = JSON.parse((await runCli(["suppliers", ...PERIOD, "--json"], root)).out);
  for (const { supplier, state, errors, warnings } of suppliers) {
    expect(table).toContainEqual(
      expect.objectContaining({ name: supplier, errors, warnings, state: expect.stringMatching(state) }),
    );
  }
  expect(out).toContain(
    `surveyed ${funnel.surveyed} · file received ${funnel.received} · usable ${funnel.usable} · responded ${funnel.responded} (`,
  );
  const report = readFileSync(join(pack, "report.md"), "utf8");
  for (const [label, count] of [
    ["Surveyed", funnel.surveyed],
    ["Responded", funnel.responded],
    ["Valid", funnel.valid],
  ]) {
    expect(report).toContain(`\n| ${label} | ${count} |`);
  }
  const { summary } = JSON.parse((await runCli(["check", ...PERIOD, "--json"], root)).out);
  expect(table.reduce((sum, { errors }) => sum + errors, 0)).toBe(summary.errors);
  expect(table.reduce((sum, { warnings }) => sum + warnings, 0)).toBe(summary.warnings);
  const status = JSON.parse((await runCli(["status", ...PERIOD, "--json"], root)).out);
  expect(status.funnel).toEqual(funnel);
  expect(status.findings).toMatchObject({
    errors: summary.errors,
    warnings: summary.warnings,
    riskFlags: summary.risks,
    accepted: summary.accepted,
  });
  expect(
    status.suppliers.map(({ name, state }: Record<string, string>) => `${name}: ${state}`).sort(),
  ).toEqual(suppliers.map(({ supplier, state }: Record<string, string>) => `${supplier}: ${state}`).sort());
  expect(status.notUsable).toBe(
    responses.filter(({ state }) => /^(unreadable|copied)$/.test(state ?? "")).length,
  );

  await runCli(["letters", ...PERIOD], root);
  const letters = parse(readFileSync(join(root, "letters/2016/index.csv")), { bom: true, columns: true }) as {
    supplier: string;
    questions: string;
  }[];
  for (const { supplier, questions } of letters) {
    expect(table).toContainEqual(expect.objectContaining({ name: supplier, questions: Number(questions) }));
  }
});

test("each line says what is most wrong, and what was superseded is counted alone", async () => {
  const root = await campaign();
  const { out } = await runCli(["check", ...PERIOD], root);
  const phrases = new Map(tableOf(out).map(({ name, phrase }) => [name, phrase]));
  expect(phrases.get("青山精工株式会社")).toBe(
    "nothing received under this name; 1 file received could not be attributed to a supplier; asked on 2016-09-01, 273 days ago",
  );
  expect(phrases.get("Ashcombe Relays Ltd")).toMatch(
    /^responses\/ashcombe\.xlsx: The file is cut off or damaged/,
  );
  expect(phrases.get("(no known supplier)")).toMatch(/^responses\/notes\.xlsx: The file is text/);
  expect(phrases.get("Quillon Circuits Inc.")).toMatch(/^A row names a mine in a covered country/);
  expect(phrases.get("Brightwell Fasteners Ltd")).toBe("");
  expect(out).toContain("1 superseded");
  expect(out).not.toContain("brightwell-2016-09.xlsx");
  expect(out).toContain("cmrt check --period 2016 --today 2017-06-01 --supplier Quillon\n");
  expect(out).toContain("cmrt check --period 2016 --today 2017-06-01 --all\n");
});

test("--all tells every finding, --supplier those of one with its unusable file", async () => {
  const root = await campaign();
  const all = await runCli(["check", ...PERIOD, "--all"], root);
  const { findings } = JSON.parse((await runCli(["check", ...PERIOD, "--json"], root)).out);
  expect(all.out.split("\n").filter((line) => /^ {4}\S/.test(line))).toHaveLength(findings.length);
  const one = await runCli(["check", ...PERIOD, "--supplier", "ashcombe"], root);
  expect(one.out).toContain("responses/ashcombe.xlsx – received, not usable: The file is cut off or damaged");
  expect(one.out).not.toContain("Quillon");
});

test("--rule prints only what concerns the rule", async () => {
  const root = await campaign();
  const { out } = await runCli(["check", ...PERIOD, "--rule", "policy-url-missing"], root);
  expect(out).not.toMatch(/Brightwell|Pellgrove|Not run|notes\.xlsx/);
  expect(out.trimEnd().split("\n").slice(3)).toEqual([
    "Quillon Circuits Inc.",
    "  responses/quillon_circuits.xlsx – invalid – CMRT 3.02, dated 2016-05-20, counts for 2015, too",
    "  error   policy-url-missing  The policy is said to be public, but its web address is not given.",
    "    Declaration!G71  Company question B says that the policy is public, but its web address is not given in the comment.",
    "",
    "1 error of policy-url-missing at 1 supplier · 0 accepted",
  ]);
  const none = await runCli(["check", ...PERIOD, "--rule", "responses-disagree"], root);
  expect(none.out).toMatch(/\nNo findings of responses-disagree in \d+ files\.\n$/);
});

test("no line names a contact", async () => {
  const root = await campaign();
  for (const args of [[], ["--all"], ["--format", "csv"], ["--json"], ["--format", "sarif"]]) {
    const { out } = await runCli(["check", ...PERIOD, ...args], root);
    expect(out).not.toMatch(/見本 花子|例示 太郎|品質保証部長/);
  }
});

test("a screen for 25 suppliers, within a terminal's width", async () => {
  const names = Array.from({ length: 25 }, (_, index) => `Supplier ${index} 株式会社`);
  const root = await workspaceWith(
    names.map((companyName) =>
      buildResponse({
        id: sha256Of(companyName),
        file: `responses/${companyName}.xlsx`,
        version: "4.20",
        company: { companyName, effectiveDate: { value: "2016-10-10" }, contactName: null },
      }),
    ),
  );
  for (const outColumns of [80, 100, 160]) {
    const { out } = await runCli(["check", ...PERIOD, "--no-color"], root, {
      outIsTerminal: true,
      outColumns,
    });
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(40);
    const table = lines.slice(lines.findIndex((line) => line.startsWith("supplier ")));
    for (const line of table.slice(0, 26)) expect(textWidth(line)).toBeLessThanOrEqual(outColumns);
  }
});

test("a large campaign shows the worst and counts the others", async () => {
  const root = await workspaceWith([], false, {
    "suppliers.csv": `id,name\n${Array.from({ length: 90 }, (_, index) => `S${index},Supplier ${index}`).join("\n")}\n`,
  });
  const { out } = await runCli(["check", ...PERIOD], root);
  expect(out).toContain("\nand 50 more lines: 50 missing\n");
  expect(out).toContain("All suppliers: cmrt suppliers --period 2016 --today 2017-06-01\n");
});

test("a missing supplier is shown with the company of nearly its name, here and where suppliers are listed", async () => {
  const stranger = (digit: string, companyName: string) =>
    buildResponse({ id: digit.repeat(64), file: `responses/${digit}.xlsx`, company: { companyName } });
  const responses = [stranger("1", "Harrow Metals International"), stranger("2", "Acme Fixings Ltd")];
  const root = await workspaceWith(responses, false, {
    "suppliers.csv": "name,asked on\nHarrow Metals,2025-09-01\nQuillon Circuits,\n",
  });
  const period = ["--period", "2025", "--today", "2025-10-01"];
  const { out } = await runCli(["check", ...period], root);
  const phrases = new Map(tableOf(out).map(({ name, phrase }) => [name, phrase]));
  const elsewhere =
    "nothing received under this name, but from Harrow Metals International: see missing-supplier-alike";
  expect(phrases.get("Harrow Metals")).toBe(`${elsewhere}; asked on 2025-09-01, 30 days ago`);
  expect(phrases.get("Quillon Circuits")).toBe("nothing received");

  const list = (await runCli(["suppliers", ...period], root)).out;
  expect(list.split("\n").filter((line) => line.includes(elsewhere))).toHaveLength(1);
  await runCli(["report", ...period, "--out", "report"], root);
  const rows = parse(readFileSync(join(root, "report/responses.csv")), { bom: true, columns: true }) as {
    supplier: string;
    file: string;
    reason: string;
  }[];
  const reasons = new Map(
    rows.flatMap(({ supplier, file, reason }) => (file === "" ? [[supplier, reason]] : [])),
  );
  expect(reasons).toEqual(
    new Map([
      ["Harrow Metals", `No response received ${elsewhere.slice("nothing received ".length)}.`],
      ["Quillon Circuits", "No response received."],
    ]),
  );
  expect(readFileSync(join(root, "report/report.html"), "utf8")).toMatch(
    /\b1<\/data><\/a> company that the roster does not know may be a missing supplier: see whether/,
  );
});

test("the supplier of the example is one that can be typed, though a response without a name has more errors", async () => {
  const sent = (letter: string, companyName: string | null) =>
    buildResponse({
      id: letter.repeat(64),
      file: `responses/${letter}.xlsx`,
      company: { companyName, contactName: null, effectiveDate: { value: "2016-10-01" } },
    });
  const root = await workspaceWith([sent("a", null), sent("b", "Birch Works"), sent("c", "“Cedar” Ltd")]);
  const { out } = await runCli(["check", ...PERIOD], root);
  const [first] = tableOf(out);
  expect(first?.name).toBe("(no company name in responses/a.xlsx)");
  expect(out).toContain("--supplier Birch\n");
});

test("responses that count for another period, too, are one line, and each is named with its file", async () => {
  const dated = (name: string, day: string) =>
    buildResponse({
      id: sha256Of(name),
      file: `in/${name}.xlsx`,
      company: { companyName: name, effectiveDate: day },
    });
  const root = await workspaceWith([dated("Acme", "2026-03-10"), dated("Bolt", "2025-07-01")]);
  const when = ["--period", "2025", "--today", "2026-06-10"];
  const { out } = await runCli(["check", ...when], root);
  expect(out).toContain("1 response counts for 2026, too, as its date is in both periods: Acme.\n");
  const { out: one } = await runCli(["check", ...when, "--supplier", "Acme"], root);
  expect(one).toContain("dated 2026-03-10, counts for 2026, too");
  const { out: other } = await runCli(["check", ...when, "--supplier", "Bolt"], root);
  expect(other).not.toContain("counts for 2026");
});
