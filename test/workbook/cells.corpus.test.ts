// Every cell of real workbooks equals what SheetJS and exceljs read.
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { CORPUS, corpusBytes, OF_CORPUS } from "../helpers/corpus.ts";
import { differences, plainExcelJs, plainOwn, plainSheetJs } from "./other-readers.ts";

/** Both need a minute for everything: by default one workbook of each template and of each program that saved one. */
const ALL = process.env.CMRT_CORPUS_ALL !== undefined;
const ONE_OF_EACH =
  /1\.00|cmrt-2\.00-green|cmrt-2\.03a-green|cmrt-3\.01-green|6\.5-236|6\.5-238|6\.5-012|not_cmrt/;

const workbooks =
  CORPUS === undefined
    ? []
    : readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.xlsx$/.test(file))
        .sort();

test.skipIf(CORPUS === undefined)(`there are workbooks ${OF_CORPUS}`, () => {
  expect(workbooks.length).toBeGreaterThan(40);
});

// SheetJS does not open encrypted files.
const plain = workbooks.filter((file) => !file.includes("encrypted"));
test.each(plain.filter((file) => ALL || ONE_OF_EACH.test(file)))("SheetJS: %s", async (file) => {
  const bytes = corpusBytes(file);
  const opened = await openWorkbook(bytes);
  if (!opened.ok) {
    expect(opened.unreadable.kind).toMatch(/encrypted|not-a-workbook|damaged/);
    return;
  }
  // SheetJS drops formula cells without any cached value.
  const uncalculated = opened.workbook.sheets.some(({ name }) =>
    opened.workbook.sheet(name)?.rows.some((row) => row.uncalculated.length > 0),
  );
  const its = (line: string) => uncalculated && line.endsWith(": = | nothing");
  const found = differences(plainOwn(opened.workbook), plainSheetJs(bytes));
  expect(found.filter((line) => !its(line) && !leftOut(line))).toEqual([]);
});

/** What exceljs reads differently, and why we are right. */
const EXCELJS: readonly [line: RegExp, why: string][] = [
  [/: =?n:.* \| =?date$/, "it gives a date for a number in a date format"],
  [/: =?e:#NAME\? \| nothing$/, "it drops the cached #NAME? of a formula"],
  [/: =(t:Link to .*) \| \1$/s, "it gives the text of a linked cell without saying that it is a formula"],
  [/_x000D_/, "it leaves _x000D_ in the cached text of formulas"],
];

test.each(
  workbooks.filter((file) => (ALL ? /CMRT_1|2\.02-green|6\.22-016/ : /CMRT_1|2\.02-green/).test(file)),
)("exceljs: %s", async (file) => {
  const bytes = corpusBytes(file);
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.unreadable.reason);
  const its = (line: string) => EXCELJS.some(([pattern]) => pattern.test(line));
  const found = differences(plainOwn(opened.workbook), await plainExcelJs(bytes));
  expect(found.filter((line) => !its(line) && !leftOut(line))).toEqual([]);
});

/** Rows with only blank formulas are left out by us, by definition. */
function leftOut(line: string): boolean {
  return line.endsWith(": nothing | =");
}
