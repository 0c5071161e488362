// A form with something in every cell that cmrt reads, so that a value read from the wrong cell is detected.
import type { Layout } from "../../src/forms/form.ts";
import { rowOf } from "../../src/forms/layouts.ts";
import { parseAddress, textAt } from "../../src/model/cells.ts";
import type { CompanyField, ProductColumn, SmelterColumn } from "../../src/model/vocabulary.ts";
import type { CellValue, Row, Sheet, Workbook } from "../../src/model/workbook.ts";

type Values = Record<string, string | number>;

/** Rows filled in per smelter and product list. */
export const FILLED_ROWS = 4;

/**
 * The workbook with every field, answer, comment, and the first rows of both lists filled in; `sparsely` leaves every
 * third cell blank.
 */
export function fillForm(workbook: Workbook, layout: Layout, sparsely?: "sparsely"): Workbook {
  const { smelters, products } = layout;
  const filled = new Map<string, Sheet>();
  const revision = textAt(workbook.sheet(layout.declaration), layout.revisionCell) ?? "";
  const fill = (name: string, values: Values) => {
    const sheet = workbook.sheet(name);
    const entries = Object.entries(values).filter((_, index) => sparsely === undefined || index % 3 !== 1);
    if (sheet) filled.set(sheet.name.toLowerCase(), overlay(sheet, Object.fromEntries(entries)));
  };
  fill(layout.declaration, declarationValues(layout));
  fill(smelters.sheet, {
    // The templates have the revision on this sheet too.
    ...(layout.products ? { Q3: revision } : {}),
    ...listValues(smelters.firstRow, smelters.columns, smelterText),
  });
  if (products) fill(products.sheet, listValues(products.firstRow, products.columns, productText));
  return { ...workbook, sheet: (name) => filled.get(name.toLowerCase()) ?? workbook.sheet(name) };
}

const COMPANY: Partial<Record<CompanyField, string | number>> = {
  companyName: "Alder Ridge Fasteners Ltd",
  scopeDescription: "Fasteners of the series AR",
  companyUniqueId: "804735133",
  companyUniqueIdAuthority: "DUNS",
  address: "12 Mill Lane, Leeds",
  contactName: "Ann Archer",
  contactEmail: "ann@alder.example",
  contactPhone: "0113 496 0001",
  authorizerName: "Ben Baker",
  authorizerTitle: "Head of Purchasing",
  authorizerEmail: "ben@alder.example",
  authorizerPhone: "0113 496 0002",
  effectiveDate: 43000,
};

function declarationValues(layout: Layout): Values {
  const values: Values = {};
  for (const [field, address] of Object.entries(layout.company) as [CompanyField, string][]) {
    values[address] = field === "scope" ? (layout.scopes.at(-1)?.text ?? "") : (COMPANY[field] ?? field);
  }
  const [comment = "G"] = layout.commentColumns;
  let next = 0;
  const answer = (row: number, choices: Layout["policies"][number]["choices"], about: string) => {
    const choice = choices[next++ % choices.length];
    values[`${layout.answerColumn}${row}`] = choice?.number ?? choice?.text ?? "";
    values[`${comment}${row}`] = `Remark on ${about}`;
  };
  for (const question of layout.questions) {
    // Avoids the same choices in the same rows of each question.
    next++;
    for (const mineral of layout.minerals)
      answer(rowOf(layout, question, mineral), question.choices, `${question.number} ${mineral}`);
  }
  for (const { letter, row, choices } of layout.policies) answer(row, choices, letter);
  return values;
}

function listValues<Key extends string>(
  firstRow: number,
  columns: Partial<Record<Key, string>>,
  text: (key: Key, index: number) => string,
): Values {
  const entries = Object.entries(columns) as [Key, string][];
  return Object.fromEntries(
    Array.from({ length: FILLED_ROWS }, (_, index) =>
      entries.map(([key, letters]) => [`${letters}${firstRow + index}`, text(key, index)]),
    ).flat(),
  );
}

const METALS = ["Gold", "Tin", "Tantalum", "Tungsten"];
const COUNTRIES: readonly (readonly [name: string, code: string])[] = [
  ["JAPAN", "JP"],
  ["PERU", "PE"],
  ["GERMANY", "DE"],
  ["CHINA", "CN"],
];

function smelterText(key: SmelterColumn, index: number): string {
  const [country = "", code = ""] = COUNTRIES[index] ?? [];
  const texts: Partial<Record<SmelterColumn, string>> = {
    metal: METALS[index] ?? "",
    // The name and the ID are in several columns: one is used if another is missing.
    lookupName: `Works ${index}`,
    name: `Works ${index}`,
    standardName: `Works ${index}`,
    id: `CID00000${index}`,
    idInput: `CID00000${index}`,
    country,
    countryCode: code,
    stateCode: `${code}-0${index}`,
    contactEmail: `works${index}@example.com`,
    recycled: ["Yes", "No"][index % 2] ?? "",
    mineCountries: `Mines' country ${index}`,
  };
  return texts[key] ?? `${key} ${index}`;
}

const productText = (key: ProductColumn, index: number): string => `${key} P-${index}`;

/** The sheet with these texts and numbers in its cells. */
function overlay(sheet: Sheet, values: Values): Sheet {
  const rows = new Map(sheet.rows.map((row): [number, Row] => [row.row, row]));
  for (const [address, content] of Object.entries(values)) {
    const { row: number, column } = parseAddress(address);
    const old = rows.get(number) ?? { row: number, cells: [], blankFormulas: [], uncalculated: [] };
    const value: CellValue =
      typeof content === "number"
        ? { type: "number", number: content, text: String(content) }
        : { type: "text", text: content };
    rows.set(number, {
      row: number,
      cells: [
        ...old.cells.filter((cell) => cell.column !== column),
        { row: number, column, value, formula: false },
      ].sort((a, b) => a.column - b.column),
      blankFormulas: old.blankFormulas.filter((formula) => formula !== column),
      uncalculated: old.uncalculated.filter((formula) => formula !== column),
    });
  }
  return { ...sheet, rows: [...rows.values()].sort((a, b) => a.row - b.row) };
}
