// The look-up lists of real workbooks, with independently counted entries.

import { describe, expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { CORPUS, corpusBytes, OF_CORPUS } from "../helpers/corpus.ts";

async function ownList(file: string, version: string): Promise<ReferenceList | undefined> {
  const opened = await openWorkbook(corpusBytes(file));
  if (!opened.ok) throw new Error(opened.unreadable.reason);
  return readLookUpList(opened.workbook, CMRT, version, { file, sha256: "c".repeat(64) });
}

describe.skipIf(CORPUS === undefined)(`own lists of real workbooks ${OF_CORPUS}`, () => {
  test.each([
    ["templates/CMRT_1.00.xlsx", "1.00", 146, "Tin, Gold", 0],
    ["responses/cmrt-2.00-green.xlsx", "2.00", 151, "Standard Smelter Names", 151],
    ["responses/cmrt-2.02-green.xlsx", "2.02", 185, "Standard Smelter Names", 185],
    // Two standard names of the alias sheet are on no other sheet, so they have no ID.
    ["responses/cmrt-2.03a-green.xlsx", "2.03a", 200, "K", 198],
    ["responses/cmrt-3.01-green.xlsx", "3.01", 217, "K", 217],
    ["templates/RMI_CMRT_6.1.xlsx", "6.1", 337, "Smelter Look-up", 337],
    ["templates/RMI_CMRT_6.31.xlsx", "6.31", 349, "Smelter Look-up", 349],
    ["templates/RMI_CMRT_6.5.xlsx", "6.5", 349, "Smelter Look-up", 349],
  ])("%s", async (file, version, facilities, sheet, ids) => {
    const list = await ownList(file, version);
    expect(list).toMatchObject({
      name: `CMRT ${version}`,
      kind: "look-up",
      source: { templateVersion: version },
    });
    expect(list?.entries.filter((entry) => entry.id !== undefined)).toHaveLength(ids);
    // 1.00 lists some facilities twice, with two addresses.
    if (ids > 0) expect(list?.entries).toHaveLength(facilities);
    if (ids > 0) expect(list?.source.sheet).toBe(sheet);
    expect(list?.entries.filter((entry) => entry.id !== undefined && entry.country === undefined)).toEqual(
      [],
    );
  });

  test("a facility keeps its names, country, city and cell", async () => {
    const list = await ownList("templates/RMI_CMRT_6.5.xlsx", "6.5");
    const dowa = list?.entries.find((entry) => entry.id === "CID000401");
    expect(dowa).toMatchObject({
      metal: "gold",
      standardName: "Dowa",
      country: "JP",
      city: "Kosaka",
      state: "Akita",
    });
    expect(dowa?.lookupNames).toContain("AKITA Seiren");
    expect(dowa?.at).toMatch(/^Smelter Look-up!A\d+$/);
    expect(list?.asOf).toBe("2025-04-25");
  });
});
