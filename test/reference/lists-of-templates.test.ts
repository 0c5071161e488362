// The look-up lists of generated workbooks, in the form of each generation and of the sister templates.

import { describe, expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { familyNamed } from "../../src/forms/families.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { type BuiltValue, buildWorkbook } from "../helpers/build-workbook.ts";

const SOURCE = { file: "a.xlsx", sha256: "e".repeat(64) };

/** A sheet whose rows start at `first`, with cells from column A on. */
function sheet(first: number, rows: readonly (readonly BuiltValue[])[]): Record<string, BuiltValue> {
  return Object.fromEntries(
    rows.flatMap((cells, at) =>
      cells.map((cell, column) => [`${"ABCDEFGHIJKL"[column]}${first + at}`, cell]),
    ),
  );
}

describe("own lists", () => {
  test("6.x: look-up names gathered per ID, the sentinels and empty formulas left out", () => {
    const workbook = buildWorkbook({
      "Smelter Look-up": sheet(4, [
        [
          "Metal",
          "Smelter Look-up",
          "Standard Smelter Name",
          "Country",
          "ID",
          "Source",
          "Street",
          "City",
          "State",
        ],
        ["Gold", "AKITA Seiren", "Dowa", "JAPAN", "CID000401", "RMI", 0, "Kosaka", "Akita"],
        ["Gold", "Dowa", "Dowa", "JAPAN", "CID000401", "RMI", { error: "#N/A" }, "Kosaka", "Akita"],
        ["Gold", "Smelter not listed"],
        ["Gold", "Smelter not yet identified", "Unknown", "Unknown"],
      ]),
    });
    expect(readLookUpList(workbook, CMRT, "6.5", SOURCE)).toEqual({
      schema: 1,
      name: "CMRT 6.5",
      kind: "look-up",
      asOf: "2025-04-25",
      source: { ...SOURCE, sheet: "Smelter Look-up", templateVersion: "6.5", rows: 2 },
      entries: [
        {
          metal: "gold",
          id: "CID000401",
          standardName: "Dowa",
          lookupNames: ["Dowa", "AKITA Seiren"],
          country: "JP",
          city: "Kosaka",
          state: "Akita",
          idSource: "RMI",
          at: "Smelter Look-up!A5",
        },
      ],
    });
  });

  test("2.x: aliases in one cell, legacy IDs", () => {
    const workbook = buildWorkbook({
      "Standard Smelter Names": sheet(2, [
        ["Metal", "Standard Smelter Names", "Known alias", "Country", "Smelter ID"],
        ["Gold (Au)", "Argor-Heraeus SA ", "Argor Heraeus,Argor", "SWITZERLAND", "1CHE004"],
      ]),
    });
    expect(readLookUpList(workbook, CMRT, "2.02", SOURCE)?.entries).toMatchObject([
      {
        metal: "gold",
        id: "1CHE004",
        standardName: "Argor-Heraeus SA",
        lookupNames: ["Argor-Heraeus SA", "Argor Heraeus", "Argor"],
      },
    ]);
  });

  test("4.x: the sheet under its older name; 1.00: a sheet per metal without IDs", () => {
    const row = ["Tin", "Minsur", "Minsur", "PERU", "CID001182"];
    const four = buildWorkbook({ "Smelter Reference List": sheet(4, [["Metal"], row]) });
    expect(readLookUpList(four, CMRT, "4.10", SOURCE)).toMatchObject({
      asOf: null,
      entries: [{ id: "CID001182" }],
    });
    const one = buildWorkbook({
      Tin: sheet(2, [
        ["Known Smelter Names", "Metal"],
        ["Minsur", "Tin"],
      ]),
    });
    const [entry] = readLookUpList(one, CMRT, "1.00", SOURCE)?.entries ?? [];
    expect(entry).toMatchObject({ metal: "tin", standardName: "Minsur" });
    expect(entry?.id).toBeUndefined();
  });

  test("no list, no names: none", () => {
    expect(readLookUpList(buildWorkbook({ Declaration: { A1: "x" } }), CMRT, "6.5", SOURCE)).toBeUndefined();
    expect(
      readLookUpList(buildWorkbook({ "Smelter Look-up": { A4: "Metal" } }), CMRT, "6.5", SOURCE),
    ).toBeUndefined();
  });
});

test.each([
  ["EMRT", "2.1", "2025-10-17"],
  ["CRT", "2.2", "2020-10-28"],
  ["AMRT", "9.9", null],
])("%s %s: the list of other minerals, dated by its release", (id, version, asOf) => {
  const workbook = buildWorkbook({
    "Smelter Look-up": sheet(4, [
      ["金属", "冶炼厂查找 (*)", "", 0, "冶炼厂 ID"],
      [
        "Cobalt",
        "Chemaf Etoile",
        "Chemaf Etoile",
        "CONGO, DEMOCRATIC REPUBLIC OF THE",
        "CID003264",
        "RMI",
        "",
        "Lubumbashi",
      ],
      ["Cobalt", "Smelter not yet identified", "Unknown"],
    ]),
  });
  expect(readLookUpList(workbook, familyNamed(id), version, SOURCE)).toMatchObject({
    name: `${id} ${version}`,
    asOf,
    source: { rows: 1 },
    entries: [{ metal: "cobalt", id: "CID003264", country: "CD", city: "Lubumbashi" }],
  });
});
