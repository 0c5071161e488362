// Contact data typed in any text cell does not appear in any output that was not asked to include it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import type { ClientTable } from "../../src/client/data/unpack-table.ts";
import { LIMITS } from "../../src/model/limits.ts";
import { RULES } from "../../src/rules/index.ts";
import { openZip } from "../../src/workbook/zip/zip.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { workbookBytes } from "../helpers/cmrt-bytes.ts";
import { tablesOf } from "../helpers/page-tables.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CONTACT = {
  D15: "Zebulon Quartermain",
  D16: "zeb@quartermain.example",
  D17: "+44 20 7946 0958",
  D18: "Dr. Ottilie von Ravensberg",
  D20: "ottilie@quartermain.example",
  D21: "0049 (0)30 901820 77",
};
/** What to look for in outputs: letters and digits only, in lower case. */
const KEYS = [
  "zebulonquartermain",
  "quartermainzebulon",
  "zebquartermain",
  "79460958",
  "ottilievonravensberg",
  "ottiliequartermain",
  "3090182077",
];
/** Something typed in place of an address: short, and in characters that do not occur in packed data. */
const SHORT = "彳亍亠";
const NO_ADDRESS = { D16: SHORT, D20: SHORT };
/** The same people in other spellings. */
const PLANTED = [
  "Zebulon Quartermain",
  "ZEBULON  QUARTERMAIN",
  "Quartermain, Zebulon",
  "Ask Zébulon\u00a0Quartermain (Sales)",
  "ZEB@Quartermain.Example",
  "mail zeb@quartermain.example, please",
  "0044-20-79460958",
  "call (020) 7946 0958 now",
  "ottilie VON ravensberg",
  "+49 30 90182077",
  "=1+1 Zebulon Quartermain",
];

const ONLY_INFOS = JSON.stringify({ severities: Object.fromEntries(RULES.map(({ id }) => [id, "info"])) });
const TEXT_CELLS = ["D9", "D10", "D11", "D13", "D19", "D22", "G26", "G32", "G38", "G50", "D75", "G75", "G77"];
const COLUMNS = [..."CDEFGHIJKLMNOPQ"];

function planted(text: string, index: number, contact: Record<string, string> = CONTACT): Buffer {
  const declaration = Object.fromEntries(TEXT_CELLS.map((address) => [address, text]));
  const row = (number: number, kept: Record<string, string>) =>
    Object.fromEntries(["B", ...COLUMNS].map((column) => [`${column}${number}`, kept[column] ?? text]));
  return workbookBytes(
    buildCmrt("6.5", {
      sheets: {
        Declaration: {
          ...declaration,
          ...contact,
          D8: `Supplier ${index} Ltd`,
          D22: "2025-05-06",
          D26: text,
        },
        "Smelter List": {
          ...row(5, { B: "Gold", C: "Smelter not listed" }),
          ...row(6, { B: "Tin" }),
          ...row(7, { B: "Tin", C: "Smelter not listed", E: "Peru", F: "", N: "Congo", O: "Peru" }),
        },
        "Product List": { B6: text, C6: text, D6: text },
      },
    }),
  );
}

/** A campaign whose suppliers typed their contacts in every cell. */
async function plantedCampaign(): Promise<string> {
  const root = temporaryFolder();
  mkdirSync(join(root, "responses"));
  mkdirSync(join(root, "more"));
  for (const [index, text] of PLANTED.entries()) {
    writeFileSync(join(root, "responses", `supplier ${index}.xlsx`), planted(text, index));
    writeFileSync(join(root, "more", `supplier ${index}.xlsx`), planted(`${text}.`, index));
  }
  const noAddress = planted("Tin", PLANTED.length, { ...CONTACT, ...NO_ADDRESS });
  writeFileSync(join(root, "responses", "no address.xlsx"), noAddress);
  await runCli(["ingest", "responses"], root);
  return root;
}

const COMMANDS = [
  "ingest responses",
  "ingest responses --json",
  "check",
  "check --all",
  ...["json", "csv", "markdown", "sarif"].map((format) => `check --format ${format}`),
  "check responses --all",
  ...["console", "csv", "json"].map((format) => `suppliers --period 2025 --format ${format}`),
  "smelters --all",
  "smelters --json",
  ...["console", "csv", "json"].map((format) => `compare 2024 2025 --format ${format}`),
  ...["console", "markdown", "json"].map(
    (format) => `diff --all --format ${format} responses/supplier\u00a01.xlsx more/supplier\u00a01.xlsx`,
  ),
  "report --period 2025",
  "letters --period 2025 --annotate --eml",
  "letters --period 2025 --json --language ja --out letters-ja",
  ...["csv", "jsonl", "parquet"].map((format) => `export --format ${format} --out export-${format}`),
  "rollup --period 2025 --include-questions",
  "rollup --period 2025 --include-questions --format csv --out rollup-csv",
  "doctor",
  "status --period 2025",
  "explain --period 2025",
  ...["declarations.csv in_scope=yes", "smelters.csv", "countries.csv", "origin-cells", "answer-cells"].map(
    (asked) => `explain ${asked} --period 2025 --all`,
  ),
  "explain findings.csv --period 2025 --all --json",
];

const keyOf = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");

function leaks(text: string): string[] {
  const key = keyOf(text);
  return [...KEYS.filter((one) => key.includes(one)), ...(text.includes(SHORT) ? [SHORT] : [])];
}

const valuesOf = ({ columns }: ClientTable) => columns.map(({ values }) => values);

/** The text of a file after unpacking. */
async function textOf(path: string): Promise<string> {
  if (path.endsWith(".parquet")) {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
    return JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? Number(value) : value));
  }
  if (path.endsWith(".html")) {
    const page = readFileSync(path, "utf8");
    const packed = /(?<=<script type="application\/octet-stream"[^>]*>)[^<]*/g;
    return [page.replace(packed, ""), JSON.stringify([...tablesOf(page).values()].map(valuesOf))].join("\n");
  }
  if (!/\.(xlsx|docx)$/.test(path)) return readFileSync(path, "utf8");
  const zip = await openZip(readFileSync(path), LIMITS);
  return zip.names
    .map((name) =>
      zip
        .read(name)
        .toString("utf8")
        .replace(/<[^>]*>/g, " "),
    )
    .join("\n");
}

test("contacts typed into any cell are in no output that is not asked for them", async () => {
  const root = await plantedCampaign();
  const found: object[] = [];
  const looked = new Set<string>();
  for (const command of COMMANDS) {
    const words = command.split(" ").map((word) => word.replaceAll("\u00a0", " "));
    // Makes every response count for our own declaration.
    if (command.startsWith("rollup")) writeFileSync(join(root, "cmrt.json"), ONLY_INFOS);
    const { code, out, err } = await runCli(words, root, { today: "2025-11-30" });
    expect({ command, err: code === 2 || code === 70 ? err : "" }).toEqual({ command, err: "" });
    found.push(...leaks(out + err).map((leak) => ({ command, leak })));
  }
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (!entry.isFile() || /^(?:responses|more|\.cmrt)\//.test(path)) continue;
    // A marked copy is the supplier's own workbook, which the draft has as an attachment.
    if (/^letters\/.*\.(xlsx|eml)$/.test(path)) continue;
    looked.add(path.replace(/.*\./, ""));
    found.push(...leaks(await textOf(join(root, path))).map((leak) => ({ path, leak })));
  }
  expect(found).toEqual([]);
  expect([...looked].sort()).toEqual([
    "csv",
    "docx",
    "html",
    "json",
    "jsonl",
    "md",
    "parquet",
    "txt",
    "xlsx",
  ]);

  await runCli(["report", "--period", "2025", "--with-contacts", "--out", "with"], root, {
    today: "2025-11-30",
  });
  expect(leaks(readFileSync(join(root, "with", "responses.csv"), "utf8"))).toContain("zebulonquartermain");
});
