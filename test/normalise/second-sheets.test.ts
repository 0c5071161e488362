import { describe, expect, test } from "vitest";
import { layoutFor, smelterHeader } from "../../fixtures/cmrt.ts";
import { detect } from "../../src/forms/detect.ts";
import { responseSchema } from "../../src/forms/schemas.ts";
import type { SmelterColumn } from "../../src/model/vocabulary.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { type BuildCmrtOptions, buildCmrt } from "../helpers/build-cmrt.ts";
import { type BuiltValue, buildWorkbook, row } from "../helpers/build-workbook.ts";

type Cells = Record<string, BuiltValue>;

function read(workbook: Workbook) {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const source = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
  return responseSchema.parse(normalise(workbook, detected.template, source));
}

const HEADER: Cells = {
  ...Object.fromEntries(
    (Object.entries(layoutFor("6.5").smelters.columns) as [SmelterColumn, string][]).map(([key, letters]) => [
      `${letters}4`,
      smelterHeader(key),
    ]),
  ),
  ...row(4, { B: "Metal (*)", C: "Smelter Look-up (*)", E: "Country (*)" }),
};
const list = (...names: string[]): Cells =>
  Object.assign({ ...HEADER }, ...names.map((name, index) => row(5 + index, { B: "Gold", C: name })));

function withLists(sheets: Record<string, Cells>, options: BuildCmrtOptions = {}) {
  const { smelters, smelterSheet, unusedSheets, notes } = read(buildCmrt("6.5", { sheets, ...options }));
  return {
    rows: smelters.map(({ row, sheet, lookupName }) => `${sheet ?? smelterSheet}!${row} ${lookupName}`),
    unusedSheets,
    notes: notes.map(({ at, kind, note }) => [at, kind, note]),
  };
}

describe("a second smelter list", () => {
  test("with the same headers and other rows continues the first", () => {
    const lists = {
      "Smelter List": list("A", "B"),
      "Smelter List (2)": list("C"),
      "Smelter List 3": list("D", "E"),
    };
    expect(withLists(lists)).toEqual({
      rows: [
        "Smelter List!5 A",
        "Smelter List!6 B",
        "Smelter List (2)!5 C",
        "Smelter List 3!5 D",
        "Smelter List 3!6 E",
      ],
      unusedSheets: undefined,
      notes: [
        [
          "Smelter List (2)!A1",
          "shifted",
          'The list goes on with one row on the sheet "Smelter List (2)": it was read too.',
        ],
        [
          "Smelter List 3!A1",
          "shifted",
          'The list goes on with 2 rows on the sheet "Smelter List 3": they were read too.',
        ],
      ],
    });
  });

  test.each([
    ["some of whose rows are known", "Smelter List (2)", list("B", "C"), "sharedRows", {}],
    ["without headers", "Smelter List (2)", row(5, { B: "Gold", C: "C" }), "otherHeaders", {}],
    ["of last year", "Smelter List 2023", list("C"), "otherName", {}],
    ["that is an old one", "OLD Smelter List", list("C"), "otherName", {}],
    [
      "that is hidden",
      "Smelter List (2)",
      list("C", "D"),
      "hidden",
      { states: { "Smelter List (2)": "hidden" } },
    ],
  ] as const)("%s is not read, which is said", (_, name, cells, why, options) => {
    const { rows, unusedSheets, notes } = withLists(
      { "Smelter List": list("A", "B"), [name]: cells },
      options,
    );
    expect(rows).toEqual(["Smelter List!5 A", "Smelter List!6 B"]);
    expect(unusedSheets).toMatchObject([{ kind: "smelters", sheet: name, instead: "Smelter List", why }]);
    expect(notes).toMatchObject([[`${name}!A1`, "unused", expect.stringContaining("was not used")]]);
  });

  test("that only repeats rows is no loss, and a blank one is not spoken of", () => {
    const lists = {
      "Smelter List": list("A", "B"),
      "Smelter List (2)": list("B"),
      "Smelter List (3)": { ...HEADER },
    };
    const { rows, unusedSheets, notes } = withLists(lists);
    expect(rows).toHaveLength(2);
    expect(unusedSheets).toBeUndefined();
    expect(notes).toMatchObject([
      ["Smelter List (2)!A1", "unused", expect.stringContaining("only repeats rows")],
    ]);
  });

  test("is read instead of a blank one", () => {
    const { rows, notes } = withLists({ "Smelter List": { ...HEADER }, "Smelter List (2)": list("A") });
    expect(rows).toEqual(["Smelter List (2)!5 A"]);
    expect(notes).toEqual([
      [
        "Smelter List (2)!A1",
        "shifted",
        'The sheet "Smelter List" holds no rows: they were read from the sheet "Smelter List (2)".',
      ],
    ]);
  });

  test("of last year is not read instead of a blank one", () => {
    const { rows, unusedSheets } = withLists({
      "Smelter List": { ...HEADER },
      "Smelter List 2023": list("A"),
    });
    expect(rows).toEqual([]);
    expect(unusedSheets).toMatchObject([{ sheet: "Smelter List 2023", why: "otherName" }]);
  });

  test("under a name that says nothing is known by its headers", () => {
    expect(withLists({ "Smelter List": list("A"), "More gold": list("B") }).rows).toEqual([
      "Smelter List!5 A",
      "More gold!5 B",
    ]);
  });
});

test("a second product list continues the first", () => {
  const products = (...numbers: string[]): Cells =>
    Object.assign(
      { B5: "Responder’s Product Number (*)", C5: "Name", D5: "Comments" },
      ...numbers.map((each, index) => ({ [`B${6 + index}`]: each })),
    );
  const response = read(
    buildCmrt("6.5", {
      sheets: { "Product List": products("P-1"), "Product List (2)": products("P-2", "P-3") },
    }),
  );
  expect(response.products).toEqual([
    { row: 6, number: "P-1" },
    { row: 6, number: "P-2", sheet: "Product List (2)" },
    { row: 7, number: "P-3", sheet: "Product List (2)" },
  ]);
  expect(response).not.toHaveProperty("productSheet");
});

describe("a second declaration", () => {
  /** The cells of a declaration in the form used for building, for a second sheet. */
  function cellsOf(workbook: Workbook): Cells {
    const cells: Cells = {};
    for (const { cells: inRow } of workbook.sheet("Declaration")?.rows ?? []) {
      for (const { row: number, column, value } of inRow) {
        if (value.type === "text") cells[`${String.fromCharCode(64 + column)}${number}`] = value.text;
        if (value.type === "number") cells[`${String.fromCharCode(64 + column)}${number}`] = value.number;
      }
    }
    return cells;
  }
  const FILLED = cellsOf(buildCmrt("6.5"));
  const only = (keep: (address: string) => boolean) =>
    Object.fromEntries(Object.entries(FILLED).filter(([address]) => keep(address)));
  const BLANK = only((address) => !address.startsWith("D") || address === "D2" || address === "D3");
  const PART = only((address) => !address.startsWith("D") || Number(address.slice(1)) < 20);

  function withDeclarations(sheets: Record<string, Cells>, options: BuildCmrtOptions = {}) {
    const { Revision, ...others } = { Revision: { B3: "Conflict Minerals Reporting Template" }, ...sheets };
    const response = read(
      buildWorkbook({ Revision, ...others, "Smelter List": {}, "Product List": {} }, options),
    );
    return {
      name: response.company.companyName,
      sheet: response.declarationSheet,
      unused: response.unusedSheets,
      notes: response.notes.map(({ kind, note }) => [kind, note]),
    };
  }

  test("is the answer where the first one is blank", () => {
    expect(withDeclarations({ Declaration: BLANK, "Declaration (2)": FILLED })).toEqual({
      name: { value: "the companyName", at: "Declaration (2)!D8" },
      sheet: "Declaration (2)",
      unused: undefined,
      notes: [
        [
          "shifted",
          'The sheet "Declaration" is blank: the declaration was read from the sheet "Declaration (2)".',
        ],
      ],
    });
  });

  test("is the answer where the first one says a part of it", () => {
    const { sheet, notes } = withDeclarations({ Declaration: PART, "Copy of Declaration": FILLED });
    expect(sheet).toBe("Copy of Declaration");
    expect(notes).toMatchObject([["shifted", expect.stringContaining("says only a part")]]);
  });

  test("that is blank, or says a part, changes nothing", () => {
    expect(withDeclarations({ Declaration: FILLED, "Declaration (2)": BLANK }).notes).toEqual([]);
    const { sheet, unused, notes } = withDeclarations({ Declaration: FILLED, "Declaration (2)": PART });
    expect([sheet, unused]).toEqual([undefined, undefined]);
    expect(notes).toMatchObject([["unused", expect.stringContaining("only repeats")]]);
  });

  test("that answers otherwise is not used, which is said", () => {
    const { sheet, unused, notes } = withDeclarations({
      Declaration: FILLED,
      "Declaration (2)": { ...FILLED, D26: "No" },
    });
    expect(sheet).toBeUndefined();
    expect(unused).toEqual([
      { kind: "declaration", sheet: "Declaration (2)", instead: "Declaration", why: "otherAnswers" },
    ]);
    expect(notes).toMatchObject([["unused", expect.stringContaining("another declaration")]]);
  });

  test("of another year, or a hidden one, does not take the place of a blank one", () => {
    const older = withDeclarations({ Declaration: BLANK, "Declaration 2023": FILLED });
    expect([older.sheet, older.unused?.[0]?.why]).toEqual([undefined, "otherName"]);
    const hidden = withDeclarations(
      { Declaration: BLANK, "Declaration (2)": FILLED },
      { states: { "Declaration (2)": "hidden" } },
    );
    expect([hidden.sheet, hidden.unused?.[0]?.why]).toEqual([undefined, "hidden"]);
  });
});

describe("a list under a name of its own", () => {
  const OTHER = { ...row(1, { A: "Metal", B: "Smelter name", C: "Country", D: "Smelter ID" }) };
  const others: Cells = { ...OTHER, ...row(2, { A: "Gold", B: "C", C: "CHINA", D: "CID000003" }) };
  const bare: Cells = { ...row(3, { B: "Gold", F: "CID000003" }), ...row(4, { B: "Tin", F: "CID000004" }) };

  test.each(["Gold smelters", "Additional smelters", "Smelter List continued", "Appendix A"])(
    '"%s" with the headers of the list is read where it goes on',
    (name) => {
      const { rows, notes } = withLists({ "Smelter List": list("A"), [name]: list("B") });
      expect(rows).toEqual(["Smelter List!5 A", `${name}!5 B`]);
      expect(notes).toMatchObject([[`${name}!A1`, "shifted", expect.stringContaining("goes on")]]);
    },
  );

  test.each([
    ["headers in other columns", "Refiners", others],
    [
      "headers in German",
      "Edelmetalle",
      row(1, { A: "Metall", B: "Schmelzhütte", C: "Land" }),
      { A: "Gold", B: "X", C: "PERU" },
    ],
    [
      "headers in Japanese",
      "別表",
      row(1, { A: "金属", B: "製錬所", C: "国" }),
      { A: "金", B: "X", C: "PERU" },
    ],
    ["no headers but metals and IDs", "Sheet2", bare],
  ] as [string, string, Cells, Record<string, BuiltValue>?][])(
    "with %s is not read, which is said",
    (_, name, cells, more) => {
      const sheet = more ? { ...cells, ...row(2, more) } : cells;
      const { rows, unusedSheets, notes } = withLists({ "Smelter List": list("A"), [name]: sheet });
      expect(rows).toEqual(["Smelter List!5 A"]);
      expect(unusedSheets).toMatchObject([{ kind: "smelters", sheet: name, why: "otherHeaders" }]);
      expect(notes).toMatchObject([[`${name}!A1`, "unused", expect.stringContaining("was not used")]]);
    },
  );

  test("of another year, or what a publisher lists, is said to be that", () => {
    for (const name of ["RMAP conformant 2024", "Refiners 2023"]) {
      const { unusedSheets } = withLists({ "Smelter List": list("A"), [name]: others });
      expect(unusedSheets).toMatchObject([{ why: "otherName" }]);
    }
  });

  test.each([
    ["a parts list", "BOM", row(1, { A: "Part number", B: "Description", C: "Country" })],
    ["a sheet of contacts", "Contacts", row(1, { A: "Name", B: "Address", C: "Country", D: "Comments" })],
    ["the look-up list of another version", "Smelter Look-up 6.4", others],
  ])("%s is none", (_, name, cells) => {
    const { unusedSheets, notes } = withLists({
      "Smelter List": list("A"),
      [name]: { ...cells, ...row(2, { A: "X-1", B: "Gold plated pin", C: "CHINA" }) },
    });
    expect([unusedSheets, notes]).toEqual([undefined, []]);
  });

  test("hidden, beside a blank list that is visible, is said to be all there is", () => {
    const { rows, unusedSheets, notes } = withLists(
      { "Smelter List": HEADER, Refiners: others },
      { states: { Refiners: "hidden" } },
    );
    expect(rows).toEqual([]);
    expect(unusedSheets).toMatchObject([{ why: "hidden", insteadOfBlank: true }]);
    expect(notes).toMatchObject([
      [
        "Refiners!A1",
        "unused",
        'The sheet "Refiners" holds one row, and "Smelter List" holds none: it was not used.',
      ],
    ]);
  });
});
