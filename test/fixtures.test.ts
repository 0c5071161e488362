// The committed workbooks equal what the generator makes today, cell by cell.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RESPONSES_2016 } from "../fixtures/responses-2016.ts";
import { writeCmrt } from "../fixtures/write-cmrt.ts";
import { openWorkbook } from "../src/workbook/open-workbook.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "responses-2016");

async function cells(bytes: Uint8Array): Promise<unknown> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.unreadable.reason);
  const { workbook } = opened;
  return {
    date1904: workbook.date1904,
    sheets: workbook.sheets.map(({ name, state }) => ({ name, state, rows: workbook.sheet(name)?.rows })),
  };
}

test("the folder holds the campaign's files and nothing else", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(RESPONSES_2016).sort());
});

test.each(Object.keys(RESPONSES_2016))("%s is up to date (else: npm run fixtures)", async (name) => {
  const spec = RESPONSES_2016[name];
  if (spec === undefined) throw new Error(name);
  expect(await cells(readFileSync(join(FOLDER, name)))).toEqual(await cells(await writeCmrt(spec)));
});
