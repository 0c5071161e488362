import { expect, test } from "vitest";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { CORPUS, corpusBytes, OF_CORPUS } from "../helpers/corpus.ts";

test.skipIf(CORPUS === undefined)(`files that are no workbooks ${OF_CORPUS}`, async () => {
  const open = (file: string) => openWorkbook(corpusBytes(file));
  expect(await open("responses/not-a-workbook.xls")).toMatchObject({
    unreadable: { kind: "not-a-workbook", reason: expect.stringContaining("JPEG") },
  });
  expect(await open("oracle/_not_cmrt/csv-named.xlsx")).toMatchObject({
    unreadable: { kind: "not-a-workbook", reason: expect.stringContaining("CSV") },
  });
  expect(await open("oracle/_not_cmrt/truncated-6.5.xlsx")).toMatchObject({
    unreadable: { kind: "damaged" },
  });
});
