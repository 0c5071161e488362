import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../src/report/export/formats.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const RESPONSES = [
  buildResponse({
    id: sha256Of("a"),
    file: "responses/a.xlsx",
    version: "4.20",
    company: { companyName: "星空電子", effectiveDate: { value: "2016-03-01" } },
    answers: { tin: { coveredCountries: { raw: "?", comment: "=1+1, ask Ada Example (ada@acme.example)" } } },
    products: [{ row: 6, number: "A-1" }],
  }),
  buildResponse({
    id: sha256Of("b"),
    file: "responses/b.xlsx",
    version: "4.20",
    company: { companyName: "Beta", effectiveDate: null },
    smelters: [],
  }),
];
const TABLES = ["responses", "answers", "smelter_rows", "matches", "products", "findings"];

async function exported(format: ExportFormat, ...more: string[]) {
  const folder = await workspaceWith(RESPONSES);
  const { code, out } = await runCli(["export", "--format", format, "--json", ...more], folder);
  expect(code).toBe(0);
  const read = (table: string) => readFileSync(join(folder, "exports", `${table}.${format}`));
  return { summary: JSON.parse(out), read };
}
type Row = Record<string, unknown>;
const asBuffer = (bytes: Buffer): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
const readParquet = (bytes: Buffer): Promise<Row[]> => parquetReadObjects({ file: asBuffer(bytes) });
const readLines = (bytes: Buffer): Row[] =>
  bytes
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test("every table, with its rows counted", async () => {
  const { summary } = await exported("jsonl");
  expect(summary).toMatchObject({
    schema: 1,
    out: "exports",
    rows: { "responses.jsonl": 2, "smelter_rows.jsonl": 4, "matches.jsonl": 4, "products.jsonl": 1 },
  });
});

const asDay = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);

/** How a reader of each format gets the rows back. A new format needs an entry here. */
const READ: Readonly<Record<ExportFormat, (bytes: Buffer) => Row[] | Promise<Row[]>>> = {
  jsonl: readLines,
  csv: (bytes) => parse(bytes, { bom: true, columns: true }),
  parquet: async (bytes) =>
    (await readParquet(bytes)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asDay(value)])),
    ),
};

/** Formats without types: every value is text, and none is run as a formula. */
const TEXTS_ALONE: readonly ExportFormat[] = ["csv"];
const asText = (value: unknown) => (value === null ? "" : String(value).replace(/^(?=[=+\-@\t\r])/, "'"));

test.each(Object.keys(EXPORT_FORMATS) as ExportFormat[])("%s says the same as JSON Lines", async (format) => {
  const [lines, other] = [await exported("jsonl"), await exported(format)];
  expect(other.summary.rows).toEqual(
    Object.fromEntries(
      Object.entries(lines.summary.rows).map(([file, rows]) => [file.replace(/jsonl$/, format), rows]),
    ),
  );
  for (const table of TABLES) {
    const rows = readLines(lines.read(table)).map((row) =>
      TEXTS_ALONE.includes(format)
        ? Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]))
        : row,
    );
    expect(await READ[format](other.read(table))).toEqual(rows);
  }
});

test("days and numbers are typed in Parquet", async () => {
  const { read } = await exported("parquet");
  const { schema } = parquetMetadata(asBuffer(read("responses")));
  const element = (name: string) => schema.find((one) => one.name === name);
  expect(element("effective_date")).toMatchObject({ type: "INT32", converted_type: "DATE" });
  expect(element("smelter_rows")).toMatchObject({ type: "INT32" });
  expect(element("supplier")).toMatchObject({ converted_type: "UTF8" });
});

test("no contact of a person unless asked for", async () => {
  const { read } = await exported("jsonl");
  for (const table of TABLES) {
    expect([table, /Ada Example|Bob Example|@acme\.example|7946 000/.exec(read(table).toString())]).toEqual([
      table,
      null,
    ]);
  }
  const asked = await exported("jsonl", "--with-contacts");
  expect(readLines(asked.read("responses"))[0]).toHaveProperty("contact_email");
  expect(asked.read("answers").toString()).toContain("ada@acme.example");
});

test("without a format it ends with exit code 2", async () => {
  expect((await runCli(["export"], await workspaceWith(RESPONSES))).code).toBe(2);
});
