import { describe, expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { findSheets, sheetCalled } from "../../src/forms/find-sheets.ts";
import { type BuiltValue, buildWorkbook, row } from "../helpers/build-workbook.ts";

type Sheets = Parameters<typeof buildWorkbook>[0];

const HEADERS: Record<string, BuiltValue> = row(4, {
  B: "Metal (*)",
  C: "Smelter Look-up (*)",
  E: "Country (*)",
});
const PRODUCTS: Record<string, BuiltValue> = {
  B5: "Responder’s Product Number (*)",
  C5: "Responder’s Product Name",
};
const LABELS: Record<string, BuiltValue> = Object.fromEntries(
  [..."12345678"]
    .map((number, index) => [`B${25 + 6 * index}`, `${number}) Is it?`])
    .concat([..."ABCDEFGH"].map((letter, index) => [`B${75 + 2 * index}`, `${letter}. Do you?`])),
);

function names(sheets: Sheets) {
  const { declaration, smelters, products } = findSheets(buildWorkbook(sheets), CMRT);
  return [declaration, smelters, products].map((found) => found.map(({ name }) => name));
}

describe("a sheet by its name", () => {
  test.each([
    "Declaration",
    "declaration",
    "Declaration ",
    " Declaration",
    "\u00a0Declaration",
    "Declaration (2)",
    "Declaration - Table 1",
    "1. Declaration",
    "01_Declaration",
    "(1) Declaration",
    "A. Declaration",
    "Copy of Declaration",
    "Kopie von Declaration",
    "Declaration copy",
    "ACME Declaration",
    "ACMEDeclaration",
    "acmedeclaration",
    "Declaration ACME GmbH",
    "CMRT Declaration 2025",
    "DECLARATION_FINAL_v3",
    "Declaración",
    "Declaração",
    "Dichiarazione",
    "Erklärung",
    "Beyan",
    "申报",
    "申告",
    "선언",
    "1.申报",
    "ＡＣＭＥ申告",
  ])("%j is a declaration", (name) => {
    expect(names({ [name]: {} })).toEqual([[name], [], []]);
  });

  test.each([
    "Smelter List",
    "Smelter  List",
    "Smelter\u00a0List",
    "Smelter\u2003List",
    "SmelterList",
    "smelterlist",
    "SMELTERLIST",
    "Smelter_List",
    "Smelter-List",
    "Smelter List (2)",
    "Smelter List 2",
    "SmelterList2",
    "2. Smelter List",
    "Smelter List - Table 1",
    "ACME Smelter List",
    "AcmeSmelterList",
    "Smelter List_Acme",
    "Ｓｍｅｌｔｅｒ　Ｌｉｓｔ",
    "Smelters",
    "Smelter & Refiner List",
    "Smelter and Mine List",
    "Lista de fundiciones",
    "Liste des fonderies",
    "Elenco fonderie",
    "Schmelzhüttenliste",
    "Lista de fundições",
    "İzabe Tesisi Listesi",
    "冶炼厂清单",
    "冶煉廠清單",
    "3_冶炼厂清单(2)",
    "製錬業者リスト",
    "제련소 목록",
  ])("%j is a smelter list", (name) => {
    expect(names({ [name]: {} })).toEqual([[], [name], []]);
  });

  test.each([
    "Product List",
    "ProductList",
    "Product List (2)",
    "Product List - Table 1",
    "Products",
    "5) Products",
    "ACME Product List",
    "Lista de productos",
    "Produktliste",
    "产品清单",
    "製品リスト",
  ])("%j is a product list", (name) => {
    expect(names({ [name]: {} })).toEqual([[], [], [name]]);
  });

  test.each([
    "Smelter Look-up",
    "Smelter Reference List",
    "Standard Smelter Names",
    "Our Products 2025",
    "Smelters of concern",
    "Instructions",
    "Declare",
    "List",
    "Sheet1",
    `Declaration ${"x".repeat(200)}`,
  ])("%j is none of them", (name) => {
    expect(names({ [name]: {} })).toEqual([[], [], []]);
  });

  test("the nearest name comes first, whatever the order of the sheets", () => {
    const sheets = {
      "Smelter List old": {},
      "Acme Smelter List": {},
      "Smelter List (2)": {},
      "Smelter List": {},
    };
    expect(names(sheets)[1]).toEqual([
      "Smelter List",
      "Smelter List (2)",
      "Acme Smelter List",
      "Smelter List old",
    ]);
  });

  test("among names with other words, the one comes first whose sheet has the labels", () => {
    expect(names({ "Declaration notes of Acme": {}, "Acme Declaration": LABELS })[0]?.[0]).toBe(
      "Acme Declaration",
    );
  });

  test("a name that says two kinds is of the one that it says more of", () => {
    expect(names({ "Declaration Smelter List": {} })).toEqual([[], ["Declaration Smelter List"], []]);
  });
});

describe("a sheet by its labels", () => {
  test("whatever its name", () => {
    const sheets = { "Blatt 1": LABELS, "Blatt 2": HEADERS, "Blatt 3": PRODUCTS, "Blatt 4": { A1: "Notes" } };
    expect(names(sheets)).toEqual([["Blatt 1"], ["Blatt 2"], ["Blatt 3"]]);
  });

  test("comes after any that has the name", () => {
    expect(names({ Extra: HEADERS, "Acme Smelter List": {} })[1]).toEqual(["Acme Smelter List", "Extra"]);
  });

  test("is not looked for among the template's own sheets", () => {
    expect(names({ Instructions: LABELS, "Smelter Look-up": HEADERS })).toEqual([[], [], []]);
  });
});

test("other sheets of the template under names that mean the same", () => {
  const workbook = buildWorkbook({ "5. Checker": {}, "Smelter  Look-up": {}, "Revision - Table 1": {} });
  const called = (name: string) => sheetCalled(workbook, name)?.name;
  expect(["Checker", "Smelter Look-up", "Revision", "L"].map(called)).toEqual([
    "5. Checker",
    "Smelter  Look-up",
    "Revision - Table 1",
    undefined,
  ]);
});
