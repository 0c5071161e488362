// The pack of a small campaign: every file compared with a golden one, every figure recalculated from the tables.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { sha256Of } from "../../../src/lib/sha256.ts";
import { MANIFEST_FILE } from "../../../src/report/pack/manifest.ts";
import { type BuildReport, buildPack } from "../../helpers/build-report.ts";
import { type BuildOptions, buildResponse } from "../../helpers/build-response.ts";
import { csvReader, printedFigures, recompute } from "../../helpers/recompute.ts";

const response = (id: string, companyName: string, date: string | null, more: BuildOptions = {}) =>
  buildResponse({
    id,
    file: `responses/${id}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName, effectiveDate: date === null ? null : { value: date }, ...more.company },
  });

const HOSTILE = '=HYPERLINK("http://evil.example","x")|<script>alert(1)</script>`*_';

const RESPONSES = [
  response("alpha", "Alpha Werke GmbH", "2016-03-01", {
    answers: {
      tantalum: { coveredCountries: "unknown" },
      gold: { intentionallyAdded: "no", necessaryInProduct: null, coveredCountries: null },
    },
    smelters: [
      { metal: "tantalum", lookupName: "Taki Chemical Co., Ltd.", id: "CID001869", mineCountries: "Brazil" },
      { metal: "tin", lookupName: "EM Vinto", mineCountries: "Bolivia, Rwanda; recycled" },
      { metal: "tin", lookupName: "Smelter not listed", name: HOSTILE, country: "PE" },
      { metal: "tungsten", lookupName: "Smelter not yet identified" },
    ],
  }),
  response("beta-old", "Beta", "2016-02-01"),
  response("beta-new", "Beta", "2016-04-01", {
    company: { scope: { value: "product" } },
    products: [{ row: 6, number: "A-1" }],
  }),
  response("beta-newer", "Beta", "2016-05-01"),
  response("gamma", "星空電子株式会社", "2016-05-01", {
    version: "3.02",
    template: { language: "ja" },
    answers: { tin: { coveredCountries: { raw: "多分" } } },
    smelters: [{ metal: "tin", lookupName: "EM Vinto", mineCountries: "Narnia" }],
  }),
  response("delta", "Delta", "2015-05-01"),
  response("epsilon", HOSTILE, null),
];
const OPTIONS: BuildReport = {
  settings: { issuer: "Nordhaven Instruments" },
  findings: [
    [
      "alpha",
      "warning",
      { message: "Ask Ada Example <ada@acme.example>, +44 20 7946 0000, Head of Compliance." },
    ],
    ["alpha", "warning", { at: "Smelter List!12:12", accepted: { reason: "Known." } }],
    ["beta-new", "error", { at: null }],
    ["gamma", "info", { risk: true }],
  ],
  notRun: [
    { rule: "error-rule", supplier: "Beta", file: "beta.xlsx", reason: "No list, and “a=b” neither." },
    { rule: "error-rule", supplier: "Alpha", file: "alpha.xlsx", reason: "No list, and “a=b” neither." },
  ],
  unreadable: [
    {
      path: "price list.xls",
      container: "mail.eml",
      sha256: "f".repeat(64),
      bytes: 12,
      unreadable: { kind: "not-a-workbook", reason: "It is a picture.", ask: "Ask for the workbook." },
    },
  ],
};
const PACK = await buildPack(RESPONSES, OPTIONS);
const text = (content: string | Uint8Array | undefined): string =>
  Buffer.from(content ?? "").toString("utf8");

/** A page without the parts that are not read: style, script, packed tables and the outlines of countries. */
const readable = (content: string): string =>
  content
    .replace(/(?<=<(style|script)\b[^>]*>)[\s\S]*?(?=<\/\1>)/g, "…")
    .replace(/(?<=sha256-)[\w+/]+=/g, "…")
    .replace(/(?<=<path id="land-\w+" d=")[^"]*/g, "…")
    .replace(/<g id="land">.*?<\/g>/, "…");

test.each(Object.keys(PACK).filter((name) => name !== MANIFEST_FILE && !/\.(xlsx|docx)$/.test(name)))(
  "%s is as it was read and found good",
  async (name) => {
    const content = text(PACK[name]);
    await expect(name.endsWith(".html") ? readable(content) : content).toMatchFileSnapshot(
      `expected/pack/${name}`,
    );
  },
);

test("every figure of report.md is what its source says, worked out from the CSV files", () => {
  const readCsv = csvReader(PACK);
  const figures = printedFigures(text(PACK["report.md"]));
  expect(figures.length).toBeGreaterThan(150);
  for (const { where, printed, source } of figures) {
    expect(`${where}: ${printed}`).toBe(`${where}: ${recompute(source, readCsv)}`);
  }
});

test("rcoi.csv says the same as the evidence of the report", () => {
  const readCsv = csvReader(PACK);
  const printed = printedFigures(text(PACK["report.md"]));
  const columns: Record<string, string> = {
    "Metal in scope": "suppliers_in_scope",
    "In scope, covered countries: Yes": "covered_yes",
    "In scope, covered countries: No": "covered_no",
    "In scope, covered countries: Unknown": "covered_unknown",
    "In scope, covered countries: no usable answer": "covered_blank",
    "Smelters named": "smelters",
    "Smelters not matched": "unmatched",
    "Smelter rows “not yet identified”": "not_identified",
    "Smelter rows naming a mine or a class of origin in the covered countries": "mine_covered_rows",
    "Response invalid, metal in scope or open": "invalid_suppliers",
  };
  for (const [label, column] of Object.entries(columns)) {
    for (const row of readCsv("rcoi.csv")) {
      const metal = row.metal?.replace(/^./, (letter) => letter.toUpperCase());
      const figure = printed.find(({ where }) => where === `${label} / ${metal}`);
      expect([label, metal, figure?.printed]).toEqual([label, metal, row[column]]);
    }
  }
});

test("the columns that other programs rely on come first, in their order", () => {
  const head = (file: string) => parse(text(PACK[file]), { bom: true, toLine: 1 })[0];
  const contract = {
    "rcoi.csv":
      "metal, proposal, suppliers_in_scope, covered_yes, covered_no, covered_unknown, covered_blank, recycled_yes, smelters, smelters_conformant, smelters_active, smelters_other_status, smelters_not_on_list, unmatched, not_identified, missing_suppliers",
    "responses.csv":
      "supplier, file, template_version, language, scope, effective_date, state, superseded_by, errors, warnings, smelter_rows, sha256",
    "answers.csv": "metal, question, answer, suppliers, supplier_names",
    "policies.csv": "question, answer, suppliers, supplier_names",
    "smelters.csv":
      "metal, smelter_id, standard_name, facility_country, status, status_list, status_as_of, match, suppliers, rows, supplier_names",
    "smelter-rows.csv":
      "supplier, file, row, metal, reported_name, reported_id, reported_country, smelter_id, standard_name, match, evidence",
    "countries.csv": "metal, country, iso, covered_country, provenance, suppliers, smelters, rows",
    "findings.csv": "rule, severity, supplier, file, sheet, cell, message, accepted",
  };
  for (const [file, columns] of Object.entries(contract)) {
    expect((head(file) ?? []).slice(0, columns.split(", ").length).join(", ")).toBe(columns);
  }
});

test("no contact of a person anywhere in the pack, unless asked for", async () => {
  const contacts = /Ada Example|Bob Example|@acme\.example|7946 000|Head of Compliance/;
  for (const [name, content] of Object.entries(PACK))
    expect([name, contacts.exec(text(content))]).toEqual([name, null]);
  const asked = await buildPack(RESPONSES, { ...OPTIONS, withContacts: true });
  const row = csvReader(asked)("responses.csv")[0];
  expect(row).toMatchObject({ contact_name: "Ada Example", authorizer_email: "bob@acme.example" });
  expect(text(asked["findings.csv"])).toContain("Ask Ada Example <ada@acme.example>");
});

test("formulas of suppliers are inert in every CSV", () => {
  for (const [name, content] of Object.entries(PACK)) {
    if (!name.endsWith(".csv")) continue;
    for (const row of parse(text(content), { bom: true }) as string[][]) {
      for (const cell of row) expect([name, /^[=+\-@\t\r]/.test(cell) ? cell : ""]).toEqual([name, ""]);
    }
  }
});

test("the manifest names every input and the hash of every other file", () => {
  const manifest = JSON.parse(text(PACK[MANIFEST_FILE]));
  expect(manifest).toMatchObject({
    schema: 1,
    tool: { name: "cmrt", version: "0.0.0-test" },
    period: 2016,
    cutoff: "2017-05-31",
    today: "2017-06-30",
    settings: { issuer: "Nordhaven Instruments" },
  });
  expect(manifest.inputs).toHaveLength(RESPONSES.length + 1);
  expect(manifest.inputs[0]).toEqual({
    file: "mail.eml » price list.xls",
    sha256: "f".repeat(64),
    bytes: 12,
  });
  expect(manifest.lists[0]).toMatchObject({ name: "CMRT 4.20", asOf: "2016-11-30", sha256: "b".repeat(64) });
  expect(manifest.outputs.map((output: { file: string }) => output.file)).toEqual(
    Object.keys(PACK)
      .filter((name) => name !== MANIFEST_FILE)
      .sort(),
  );
  for (const { file, sha256: hash, bytes } of manifest.outputs) {
    expect([file, hash, bytes]).toEqual([
      file,
      sha256Of(PACK[file] ?? ""),
      text(PACK[file]).length && Buffer.byteLength(PACK[file] ?? ""),
    ]);
  }
});

test("the same responses in another order give the same bytes", async () => {
  const again = await buildPack([...RESPONSES].reverse(), OPTIONS);
  expect(
    Object.fromEntries(Object.entries(again).map(([name, content]) => [name, sha256Of(content)])),
  ).toEqual(Object.fromEntries(Object.entries(PACK).map(([name, content]) => [name, sha256Of(content)])));
});

test("an empty campaign makes a pack that says so", async () => {
  const pack = await buildPack([]);
  expect(text(pack["report.md"])).toContain("No response counts for the period.");
  for (const { printed } of printedFigures(text(pack["report.md"]))) expect(printed).toBe("0");
});
