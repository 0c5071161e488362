import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import officeCrypto from "officecrypto-tool";
import { describe, expect, test } from "vitest";
import { type AnnotatedWorkbook, annotateWorkbook } from "../../../src/app/annotate/annotate-workbook.ts";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import { wordingOf } from "../../../src/report/letters/wording.ts";
import { openPackage } from "../../../src/workbook/ooxml/open-package.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { checkPackage } from "../../helpers/check-package.ts";
import { RESPONSES } from "../../helpers/made-campaign.ts";

const ORIGINAL = readFileSync(join(RESPONSES, "quillon_circuits.xlsx"));
const WORDS = wordingOf("en").list;
const REQUESTS = [
  { number: 1, sheet: "Declaration", cell: "D41", request: "Please choose Yes, No or Unknown." },
  { number: 2, sheet: "Smelter List", cell: "E8", request: "Please enter the country." },
];

/** The rows of the list, starting with its header. */
function listOf({ bytes }: AnnotatedWorkbook): string[][] {
  const book = xlsx.read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] as string] as xlsx.WorkSheet;
  return xlsx.utils.sheet_to_json<string[]>(sheet, {
    header: 1,
    range: "A4:E9",
    defval: "",
    blankrows: false,
  });
}

async function read(bytes: Uint8Array) {
  const result = await readResponse(bytes, { path: "a.xlsx", container: null });
  if (!result.ok) throw new Error(result.unreadable.reason);
  const { id: _id, source: _source, ...rest } = result.response;
  return rest;
}

test("what stands in the cells is listed as the workbook has it, and the answer reads as before", async () => {
  const marked = await annotateWorkbook(ORIGINAL, REQUESTS, WORDS);
  expect(marked).toMatchObject({ kind: "marked", ending: "xlsx", notes: [] });
  expect(listOf(marked)).toEqual([
    ["No.", "Sheet", "Cell", "What is there now", "What to do"],
    [1, "Declaration", "D41", "Not to our knowledge", "Please choose Yes, No or Unknown."],
    [2, "Smelter List", "E8", "", "Please enter the country."],
  ]);
  expect(await read(marked.bytes)).toEqual(await read(ORIGINAL));
  expect(await checkPackage(marked.bytes)).toEqual([]);
});

test("a text is shown as the caller wants it", async () => {
  const marked = await annotateWorkbook(ORIGINAL, REQUESTS, WORDS, { show: (text) => `<${text}>` });
  expect(listOf(marked)[1]?.[3]).toBe("<Not to our knowledge>");
});

test("an earlier round is told from the workbook itself, also once another program has saved it", async () => {
  const first = await annotateWorkbook(ORIGINAL, REQUESTS, WORDS);
  const saved = xlsx.write(xlsx.read(first.bytes, { cellStyles: true }), {
    type: "buffer",
    bookType: "xlsx",
  });
  for (const came of [first.bytes, saved as Buffer]) {
    const again = await annotateWorkbook(came, [REQUESTS[1] as never], wordingOf("ja").list);
    const { SheetNames } = xlsx.read(again.bytes);
    expect(SheetNames.filter((name) => name === "Please correct")).toEqual([]);
    expect(SheetNames[0]).toBe("ご訂正のお願い");
    expect(listOf(again)).toHaveLength(2);
    expect(await checkPackage(again.bytes)).toEqual([]);
  }
});

describe("the list alone", () => {
  const formats = ["xls", "xlsb", "ods"] as const;
  const saved = formats.map((format): [string, Buffer, string] => [
    format,
    xlsx.write(xlsx.read(ORIGINAL), { type: "buffer", bookType: format === "xls" ? "biff8" : format }),
    `not in .${format}`,
  ]);
  const cut = Buffer.from(ORIGINAL.subarray(0, 3000));
  const locked = officeCrypto.encrypt(ORIGINAL, { password: "s3cret", type: "standard" });

  test.each([...saved, ["cut off", cut, "cut off"], ["locked", locked, "protected with a password"]] as [
    string,
    Buffer,
    string,
  ][])("for %s, with the reason", async (_, bytes, reason) => {
    const alone = await annotateWorkbook(bytes, REQUESTS, WORDS, { passwords: ["s3cret"] });
    expect(alone).toMatchObject({ kind: "list", ending: "xlsx" });
    expect(alone.notes.join()).toContain(reason);
    expect(await checkPackage(alone.bytes)).toEqual([]);
    const [, first] = listOf(alone);
    expect(first?.slice(0, 3)).toEqual([1, "Declaration", "D41"]);
    if (reason !== "cut off") expect(first?.[3]).toBe("Not to our knowledge");
    expect(JSON.stringify(xlsx.read(alone.bytes).Sheets)).toContain(WORDS.introAlone.slice(0, 40));
  });

  test("where a part cannot be changed safely", async () => {
    const opened = await openPackage(ORIGINAL);
    const styles = opened.text("xl/styles.xml").replace("<cellXfs", "<!DOCTYPE x><cellXfs");
    const alone = await annotateWorkbook(
      opened.rewrite(new Map([["xl/styles.xml", styles]])),
      REQUESTS,
      WORDS,
    );
    expect(alone.kind).toBe("list");
    expect(alone.notes).toEqual(["Only the list of requests was written: a part declares a document type."]);
  });
});

test("the password that every Excel knows protects nothing: the copy is marked, and said to be plain", async () => {
  const bytes = officeCrypto.encrypt(ORIGINAL, { password: "VelvetSweatshop", type: "standard" });
  const marked = await annotateWorkbook(bytes, REQUESTS, WORDS);
  expect(marked.kind).toBe("marked");
  expect(marked.notes.join()).toContain("not encrypted");
  expect(await read(marked.bytes)).toEqual(await read(ORIGINAL));
});

test("a workbook with macros keeps them, and its ending", async () => {
  const opened = await openPackage(ORIGINAL);
  const types = opened
    .text("[Content_Types].xml")
    .replace("spreadsheetml.sheet.main+xml", "x")
    .replace(
      "application/vnd.openxmlformats-officedocument.x",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    .replace(
      "</Types>",
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    );
  const code = Buffer.from([1, 2, 3, 0xff]);
  const bytes = opened.rewrite(
    new Map<string, string | Buffer>([
      ["[Content_Types].xml", types],
      ["xl/vbaProject.bin", code],
    ]),
  );
  const marked = await annotateWorkbook(bytes, REQUESTS, WORDS);
  expect(marked).toMatchObject({ kind: "marked", ending: "xlsm" });
  expect((await openPackage(marked.bytes)).bytes("xl/vbaProject.bin").equals(code)).toBe(true);
  const workbook = await openWorkbook(marked.bytes);
  expect(workbook.ok && workbook.workbook.format).toBe("xlsm");
});
