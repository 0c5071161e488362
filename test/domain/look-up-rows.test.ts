import { expect, test } from "vitest";
import { CMRT, layoutFor } from "../../fixtures/cmrt.ts";

import { readLookUpRows } from "../../src/domain/look-up-rows.ts";
import { buildWorkbook, row } from "../helpers/build-workbook.ts";

test("6.x: the look-up sheet, without the entries that stand for no facility", () => {
  const workbook = buildWorkbook({
    "Smelter Look-up": {
      ...row(4, { A: "Metal", B: "Smelter Look-up (*)" }),
      ...row(5, {
        A: "Gold",
        B: "Old Works",
        C: "New Works Ltd",
        D: "ITALY",
        E: "CID000001",
        F: "RMI",
        H: "Pero",
      }),
      ...row(6, { A: "Gold", B: "Smelter not listed" }),
      ...row(7, { A: "Gold", B: "Smelter not yet identified", C: "Unknown", D: "Unknown" }),
    },
  });
  expect(readLookUpRows(workbook, CMRT, layoutFor("6.5"))).toEqual([
    {
      metal: "gold",
      lookupName: "Old Works",
      standardName: "New Works Ltd",
      country: "IT",
      countryText: "ITALY",
      id: "CID000001",
      idSource: "RMI",
      city: "Pero",
      at: "Smelter Look-up!A5",
    },
  ]);
});

test("2.00: standard names with their aliases in one cell", () => {
  const workbook = buildWorkbook({
    "Standard Smelter Names": {
      ...row(2, { A: "Metal", B: "Standard Smelter Names", C: "Known alias" }),
      ...row(3, { A: "Tin (Sn)", B: "Works ", C: "Alias One,Alias Two Co.,Ltd.", D: "JAPAN", E: "2JPN001" }),
    },
  });
  const rows = readLookUpRows(workbook, CMRT, layoutFor("2.00"));
  expect(rows.map((each) => each.lookupName)).toEqual(["Works", "Alias One", "Alias Two Co.,Ltd."]);
  expect(rows[2]).toMatchObject({ metal: "tin", standardName: "Works", country: "JP", legacyId: "2JPN001" });
});

test("2.03 and 3.x: the alias sheet, with IDs from the standard names where it has none", () => {
  const names = { "Standard Smelter Names": row(3, { A: "Tin", B: "Works", D: "JAPAN", E: "2JPN001" }) };
  const aliases = { K: row(2, { A: "Tin", B: "Alias", C: "JAPAN", D: "Works" }) };
  expect(readLookUpRows(buildWorkbook({ ...names, ...aliases }), CMRT, layoutFor("2.03"))).toMatchObject([
    { lookupName: "Alias", standardName: "Works", legacyId: "2JPN001" },
  ]);

  const names3 = {
    "Standard Smelter Names": row(3, { A: "Tin", B: "Works", C: "JAPAN", D: "2JPN001", E: "CID000002" }),
  };
  const aliases3 = { K: row(2, { A: "Tin", B: "Alias", C: "JAPAN", D: "Works", F: "CID000002", G: "CFSI" }) };
  expect(readLookUpRows(buildWorkbook({ ...names3, ...aliases3 }), CMRT, layoutFor("3.01"))).toMatchObject([
    { lookupName: "Alias", id: "CID000002", legacyId: "2JPN001", idSource: "CFSI" },
  ]);
});

test("1.00: one hidden sheet of names per metal", () => {
  const workbook = buildWorkbook({
    Tin: { ...row(2, { A: "Known", B: "Metal" }), ...row(3, { A: "Works", B: "Tin" }) },
  });
  expect(readLookUpRows(workbook, CMRT, layoutFor("1.00"))).toEqual([
    { metal: "tin", lookupName: "Works", standardName: "Works", at: "Tin!A3" },
  ]);
});

test("a workbook without a list has no rows", () => {
  expect(readLookUpRows(buildWorkbook({ Declaration: {} }), CMRT, layoutFor("6.5"))).toEqual([]);
});
