// Real workbooks protected by Excel, compared with unprotected ones with the same content.
import officeCrypto from "officecrypto-tool";
import { describe, expect, test } from "vitest";
import type { Workbook } from "../../../src/model/workbook.ts";
import { CORPUS, corpusBytes, OF_CORPUS } from "../../helpers/corpus.ts";
import { differences, opened, plainOwn } from "../other-readers.ts";

describe.skipIf(CORPUS === undefined)(`real workbooks ${OF_CORPUS}`, () => {
  const read = (file: string) => opened(corpusBytes(file));

  test("the encrypted 2.03 and its decrypted twin", async () => {
    const bytes = corpusBytes("templates/CMRT_2.03_encrypted.xlsx");
    const locked = await opened(bytes);
    const plain = await opened(await officeCrypto.decrypt(bytes, { password: "VelvetSweatshop" }));
    expect(locked).toMatchObject({ encrypted: true, date1904: true, format: "xlsx" });
    expect(differences(plainOwn(locked), plainOwn(plain))).toEqual([]);
  });

  test("the RC4 3.01 .xls and an .xlsx of 3.01", async () => {
    const locked = await read("templates/CMRT_3.01.xls");
    const plain = await read("responses/cmrt-3.01-green.xlsx");
    expect(locked).toMatchObject({ encrypted: true, date1904: true, format: "xls" });
    // The sheets that nobody fills in.
    const sheets = ["Revision", "Definitions", "Standard Smelter Names", "C"];
    expect(differences(plainOwn(locked, sheets), plainOwn(plain, sheets))).toEqual([]);
    const blanks = (workbook: Workbook) =>
      workbook.sheet("Declaration")?.rows.flatMap((row) => row.blankFormulas).length;
    expect(blanks(locked)).toBeGreaterThan(0);
  });
});
