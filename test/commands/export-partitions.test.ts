// Tables split by period and share: another engine calculates the same as the report. The queries are those of
// docs/scale.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { shareOf } from "../../src/app/ingest/shares.ts";
import { sha256Of } from "../../src/lib/sha256.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const PAGE = readFileSync(join(import.meta.dirname, "..", "..", "docs", "scale.md"), "utf8");
const QUERIES = [...PAGE.matchAll(/```sql\n-- (.*)\n([\s\S]*?)```/g)].map(([, title, sql]) => ({
  title,
  sql,
}));
const TABLES = ["responses", "answers", "smelter_rows", "matches", "products", "findings"];
const SHARES = 3;

const RESPONSES = ["2016-03-01", "2016-05-05", "2016-06-06", "2016-07-07", "2015-04-04", null].map(
  (date, index) =>
    buildResponse({
      id: sha256Of(String(index)),
      file: `responses/${index}.xlsx`,
      version: "4.20",
      company: {
        companyName: `Works No. ${index % 5}`,
        effectiveDate: date === null ? null : { value: date },
      },
      ...(index === 1 ? { answers: { tin: { coveredCountries: { raw: "?" } } } } : {}),
      ...(index === 2 ? { smelters: [] } : {}),
    }),
);

type Row = Record<string, unknown>;
const numbered = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value,
    ]),
  );

/** The results of the page's queries over the parts in a folder. */
async function tallies(exports: string): Promise<Row[][]> {
  const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
  for (const table of TABLES) {
    const files = join(exports, table, "*", "*", "*.parquet").replaceAll("'", "''");
    await duckdb.run(
      `CREATE VIEW ${table} AS SELECT * FROM read_parquet('${files}', hive_partitioning = true)`,
    );
  }
  const answers: Row[][] = [];
  for (const { sql } of QUERIES)
    answers.push(((await duckdb.runAndReadAll(sql as string)).getRowObjectsJson() as Row[]).map(numbered));
  duckdb.closeSync();
  return answers;
}

const countBy = (rows: readonly Row[], key: string) =>
  Object.fromEntries(
    [...new Set(rows.map((row) => String(row[key])))]
      .sort()
      .map((value) => [value, rows.filter((row) => row[key] === value).length]),
  );

test("DuckDB counts in the parts what the report of the period counts", async () => {
  const root = await workspaceWith(RESPONSES);
  const { code, err } = await runCli(
    ["export", "--format", "parquet", "--period", "2016", "--partition", String(SHARES)],
    root,
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await runCli(["report", "--period", "2016"], root);
  const pack = (file: string) =>
    parse(readFileSync(join(root, "reports", "2016", file)), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
  const [states = [], answers = [], smelters = [], findings = []] = await tallies(join(root, "exports"));
  expect(QUERIES).toHaveLength(4);

  const files = pack("responses.csv").filter(({ file }) => file !== "");
  expect(files.length).toBeGreaterThan(4);
  const inPeriod = Object.fromEntries(
    states.filter(({ period }) => period === 2016).map(({ state, responses }) => [state, responses]),
  );
  expect(inPeriod).toEqual(
    countBy(
      files.filter(({ period }) => period === "2016"),
      "state",
    ),
  );

  const key = "coveredCountries";
  const expected = pack("answers.csv").filter(({ question }) => question === key);
  expect(expected.length).toBeGreaterThan(4);
  const given = answers.map(({ metal, answer, suppliers }) => `${metal} ${answer} ${suppliers}`).sort();
  expect(given).toEqual(
    expected.map(({ metal, answer, suppliers }) => `${metal} ${answer || "blank"} ${suppliers}`).sort(),
  );

  const certain = pack("smelters.csv").filter(({ smelter_id }) => smelter_id !== "");
  expect(
    smelters
      .map(({ metal, smelter_id, suppliers, reported }) => `${metal} ${smelter_id} ${suppliers} ${reported}`)
      .sort(),
  ).toEqual(
    certain
      .map(({ metal, smelter_id, suppliers, rows }) => `${metal} ${smelter_id} ${suppliers} ${rows}`)
      .sort(),
  );

  const found = pack("findings.csv").filter(({ superseded }) => superseded !== "yes");
  expect(Object.fromEntries(findings.map(({ severity, findings: count }) => [severity, count]))).toEqual(
    countBy(found, "severity"),
  );
});

test("a response lies in the share that reads its file; another number of shares leaves nothing of the first", async () => {
  const root = await workspaceWith(RESPONSES);
  await runCli(["export", "--format", "parquet", "--partition", "5"], root);
  await runCli(["export", "--format", "jsonl", "--partition", String(SHARES)], root);
  const folder = join(root, "exports", "responses");
  const parts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.includes("part."),
  );
  const seen = parts.flatMap((part) => {
    const [, share] = /shard=(\d+)[\\/]part\.jsonl$/.exec(part) ?? [];
    const lines = readFileSync(join(folder, part), "utf8").split("\n").filter(Boolean);
    return lines.map((line) => {
      const { file, ...rest } = JSON.parse(line) as { file: string; period?: number };
      expect(Object.keys(rest)).not.toContain("period");
      expect(shareOf(file, SHARES), part).toBe(Number(share));
      return file;
    });
  });
  expect(seen.sort()).toEqual(RESPONSES.map(({ source }) => source.path).sort());
  expect(
    parts.some((part) => /period=2015/.test(part)) && parts.some((part) => /period=2016/.test(part)),
  ).toBe(true);
  expect(parts.some((part) => /period=__HIVE_DEFAULT_PARTITION__/.test(part))).toBe(true);
});
