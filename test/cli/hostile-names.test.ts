// Names that are built-in object properties, terminal control sequences, formulas or markup stay plain names in every
// command. All output is inspected, whatever the command.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { EXIT } from "../../src/lib/errors.ts";
import { RULES } from "../../src/rules/index.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { workbookBytes } from "../helpers/cmrt-bytes.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const NAMES = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "null"],
  ...[
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-1-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("http://x.example")',
  ],
  ...["gnp.\u202excod", "\u001b[2J\u001b[1;1H", "\u009b2J", "zero\u200bwidth", "line\u2028feed", "\u0007"],
  ...['<script>alert(1)</script>"><img src=x>', "[x](http://x.example) | `a` *b* _c_", "# head", "&lt;"],
];
/** The same in a sheet, where spreadsheets write control characters as escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028]/g;
const stored = (name: string) =>
  name.replace(CONTROLS, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, "0")}_`);

/** A response that uses the name wherever possible; its date may be overridden. */
function responseOf(name: string, date: Record<string, string> = {}): Buffer {
  const text = stored(name);
  const declaration = Object.fromEntries(
    [
      "D8",
      "D9",
      "D10",
      "D11",
      "D13",
      "D15",
      "D17",
      "D18",
      "D19",
      "D26",
      "D32",
      "G26",
      "G33",
      "D75",
      "G77",
    ].map((address) => [address, text]),
  );
  const columns = [..."CDEFGHIJKLMNOPQ"];
  const row = (number: number, kept: Record<string, string>) =>
    Object.fromEntries(["A", "B", ...columns].map((column) => [`${column}${number}`, kept[column] ?? text]));
  return workbookBytes(
    buildCmrt("6.5", {
      sheets: {
        Declaration: { ...declaration, D16: `${text}@x.example`, ...date },
        "Smelter List": {
          ...row(5, {}),
          ...row(6, { B: "Gold", C: "Smelter not listed" }),
          ...row(7, { B: "Tin" }),
        },
        "Product List": { B6: text, C6: text, D6: text },
        constructor: { A1: text },
      },
    }),
  );
}

const cell = (name: string) => `"${name.replaceAll('"', '""')}"`;
const ROSTER = `__proto__,constructor,id,name,toString\n${NAMES.map((name, index) => `x,y,S-${100 + index},${cell(name)},z\n`).join("")}`;
/** A text with control characters is not accepted as a table. */
const CSV_NAMES = `metal,name,__proto__,constructor\n${NAMES.filter((name) => !/(?![\t\r])\p{Cc}/u.test(name))
  .map((name) => `gold,${cell(name)},x,y\n`)
  .join("")}`;
const DECISIONS =
  "metal,reported_name,smelter_id,__proto__\ngold,constructor,CID000001,x\ngold,__proto__,not a smelter,x\n";

const ONLY_INFOS = JSON.stringify({ severities: Object.fromEntries(RULES.map(({ id }) => [id, "info"])) });

const COMMANDS = [
  "ingest responses",
  "check --period 2025",
  "check --period 2025 --format markdown --output check.md",
  "check --period 2025 --format csv --output check.csv",
  "check --period 2025 --format sarif --output check.sarif",
  "check responses",
  "show responses/constructor.xlsx",
  "suppliers --period 2025",
  "smelters --all",
  "letters --period 2025",
  "letters --period 2025 --language ja --out letters-ja",
  "report --period 2025",
  "report --verify reports/2025",
  "compare 2024 2025",
  "export --format csv",
  "export --format jsonl",
  "export --format parquet",
  "rollup --period 2025 --include-questions",
  "match names.csv --reference list.csv",
  "reference import list.csv --as-of 2025-04-25 --name constructor --kind look-up",
  "reference list",
  "reference show constructor",
  "doctor",
];

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const OBJECT = /\[object Object\]|\[native code\]|function Object/;

/** The lines that a terminal or a reader would interpret. */
const unsafeLines = (text: string) => text.split("\n").filter((line) => UNSAFE.test(line));

/** Every file in a folder, by relative path. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test("names of every kind stay names in everything that is printed and written", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "responses"));
  for (const [index, name] of NAMES.entries()) {
    const file = index < 4 ? name : index === 4 ? "gnp.\u202excod" : `response ${index}`;
    writeFileSync(join(root, "responses", `${file}.xlsx`), responseOf(name));
  }
  // To have a year to compare with.
  for (const [index, name] of NAMES.slice(-4).entries()) {
    writeFileSync(join(root, "responses", `earlier ${index}.xlsx`), responseOf(name, { D22: "2024-06-03" }));
  }
  writeFileSync(join(root, "suppliers.csv"), ROSTER);
  writeFileSync(join(root, "names.csv"), CSV_NAMES);
  writeFileSync(join(root, "smelter-decisions.csv"), DECISIONS);
  writeFileSync(
    join(root, "list.csv"),
    `Metal,Smelter ID,Standard Smelter Name,Country,__proto__\nGold,CID000001,constructor,Peru,x\nTin,CID000002,__proto__,Peru,y\n`,
  );

  for (const command of COMMANDS) {
    // Makes every response count for our own declaration, whatever its findings.
    if (command.startsWith("rollup")) writeFileSync(join(root, "cmrt.json"), ONLY_INFOS);
    const { code, out, err } = await runCli(command.split(" "), root, { today: "2025-11-30" });
    expect([command, code, code === EXIT.clean || code === EXIT.findings ? "" : err]).toEqual([
      command,
      code,
      "",
    ]);
    // The output of `cmrt match` is a CSV file, which is inspected below.
    if (command.startsWith("match")) writeFileSync(join(root, "matched.csv"), out);
    else expect([command, unsafeLines(out)]).toEqual([command, []]);
    expect([command, unsafeLines(err)]).toEqual([command, []]);
    expect([command, OBJECT.exec(out + err)]).toEqual([command, null]);
  }

  const written = filesBelow(root).filter(
    (file) => !/names\.csv|list\.csv|suppliers\.csv|\/(?:responses|\.cmrt|reference)\//.test(file),
  );
  expect(written.length).toBeGreaterThan(50);
  for (const file of written) {
    const bytes = readFileSync(file);
    const text = String(bytes);
    expect([file, OBJECT.exec(text)]).toEqual([file, null]);
    if (/\.(md|txt|html)$/.test(file)) expect([file, unsafeLines(text)]).toEqual([file, []]);
    if (/\.(md|html)$/.test(file)) expect([file, /<img|<script>alert/.exec(text)]).toEqual([file, null]);
    if (file.endsWith(".csv")) {
      const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat();
      expect([file, cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))]).toEqual([file, []]);
    }
    if (file.endsWith(".xlsx")) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
      const formulas: string[] = [];
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.type === ExcelJS.ValueType.Formula) formulas.push(cell.address);
          }),
        ),
      );
      expect([file, formulas]).toEqual([file, []]);
    }
  }
});
