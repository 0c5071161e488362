// What must be true of a form after any edits of its rows and columns: each value is read from its cell, wherever that
// is now, or not at all, and then a note names it.
import fc from "fast-check";
import { CMRT } from "../../fixtures/cmrt.ts";
import { detect } from "../../src/forms/detect.ts";
import type { Layout } from "../../src/forms/form.ts";
import { columnLetters, columnNumber, findCell, findRow, parseAddress } from "../../src/model/cells.ts";
import { FIELD_NAMES } from "../../src/model/labels.ts";
import type { Response } from "../../src/model/response.ts";
import type { CompanyField, ProductColumn, SmelterColumn } from "../../src/model/vocabulary.ts";
import type { Cell, Row, Sheet, Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { type Edit, edit, movedTo } from "./edit-workbook.ts";
import { FILLED_ROWS, fillForm } from "./fill-form.ts";

/** An edit of a sheet, by the layout's name for it. */
export interface SheetEdit {
  sheet: string;
  change: Edit;
}

/** The content of one cell of a response. */
interface Value {
  /** Its meaning; in a list, including its row. */
  key: string;
  value: string | null;
  sheet: string;
  row: number;
  column: number;
  /** Words of which a note about the value must contain one. */
  names: readonly string[];
  /** It is in a list, and deleted rows of lists leave no trace. */
  isInList: boolean;
}

/** A filled-in form, and how many values are read from it. */
export interface FilledForm {
  count: number;
  /** Errors in reading the form after these edits; empty if there are none. */
  faultsAfter(edits: readonly SheetEdit[]): string[];
  /**
   * The same after a spreadsheet program has recalculated the labels, which formulas look up by their cells' addresses.
   */
  faultsCalculated(edits: readonly SheetEdit[]): string[];
}

/** Fills in a form whose sheets have the layout's names; `sparsely` leaves many cells blank. */
export function filledForm(blank: Workbook, layout: Layout, sparsely?: "sparsely"): FilledForm {
  const form = withRowBelow(fillForm(blank, layout, sparsely), layout);
  const values = [...valuesOf(read(form), layout).values()];
  const after = (edits: readonly SheetEdit[], start: Workbook) =>
    edits.reduce((workbook, { sheet, change }) => edit(workbook, sheet, change), start);
  return {
    count: values.length,
    faultsAfter: (edits) => faultsOf(values, read(after(edits, form)), layout, edits),
    faultsCalculated(edits) {
      const start = withLookedUpLabels(withTexts(form, layout), layout);
      return faultsOf(values, read(calculated(after(edits, start), start)), layout, edits);
    },
  };
}

/** The form with what the templates have below their last question: a formula that shows nothing, and a number. */
function withRowBelow(form: Workbook, { declaration, policies }: Layout): Workbook {
  const row = Math.max(...policies.map((policy) => policy.row)) + 1;
  const own = declaration.toLowerCase();
  return {
    ...form,
    sheet: (name) => {
      const sheet = form.sheet(name);
      if (sheet === undefined || name.toLowerCase() !== own || findRow(sheet, row)) return sheet;
      const number: Cell = {
        row,
        column: 25,
        value: { type: "number", number: 86, text: "86" },
        formula: false,
      };
      const below: Row = { row, cells: [number], blankFormulas: [2], uncalculated: [] };
      return { ...sheet, rows: [...sheet.rows, below].sort((a, b) => a.row - b.row) };
    },
  };
}

/** The form with a text above each part of its declaration, as in the templates; these are looked up, too. */
function withTexts(form: Workbook, { declaration, company, questions, policies }: Layout): Workbook {
  const firstField = Math.min(...Object.values(company).map((address) => parseAddress(address).row));
  const [question = 0, policy = 0] = [questions[0]?.row, policies[0]?.row];
  const rows = [firstField - 1, firstField, question, policy - 1, policy];
  const own = declaration.toLowerCase();
  return {
    ...form,
    sheet: (name) => {
      const sheet = form.sheet(name);
      if (sheet === undefined || name.toLowerCase() !== own) return sheet;
      const blank = rows.map((row) => row - 1).filter((row) => !findCell(findRow(sheet, row), 2));
      const made = blank.map((row): Row => {
        const value = { type: "text", text: "Answer the questions below." } as const;
        const old = findRow(sheet, row) ?? { row, cells: [], blankFormulas: [], uncalculated: [] };
        const cells = [...old.cells, { row, column: 2, value, formula: false }];
        return { ...old, cells: cells.sort((a, b) => a.column - b.column) };
      });
      const others = sheet.rows.filter(({ row }) => !blank.includes(row));
      return { ...sheet, rows: [...others, ...made].sort((a, b) => a.row - b.row) };
    },
  };
}

/** The form with its labels, headings and headers as formulas, as in the templates since 2.03. */
function withLookedUpLabels(form: Workbook, layout: Layout): Workbook {
  const heads = new Set(layout.questions.map(({ row }) => row));
  const [answer, comment] = [layout.answerColumn, layout.commentColumns[0] ?? "G"].map(columnNumber);
  const isLabel: Record<string, (row: number, column: number) => boolean> = {
    [layout.declaration]: (row, column) =>
      row > 5 && (column === 2 || (heads.has(row) && (column === answer || column === comment))),
    // The headers of the hidden columns are plain text.
    [layout.smelters.sheet]: (row, column) => row === layout.smelters.headerRow && column <= LAST_LOOKED_UP,
    ...(layout.products
      ? { [layout.products.sheet]: (row) => row === (layout.products?.firstRow ?? 1) - 1 }
      : {}),
  };
  return mapCells(form, (sheet, cell) =>
    isLabel[sheet]?.(cell.row, cell.column) ? { ...cell, formula: true } : cell,
  );
}

const LAST_LOOKED_UP = columnNumber("Q");

/** The form with the labels that its formulas find by their current rows and columns. */
function calculated(form: Workbook, start: Workbook): Workbook {
  return mapCells(form, (name, cell) => {
    if (!cell.formula) return cell;
    const before = findCell(findRow(start.sheet(name) as Sheet, cell.row), cell.column);
    return { ...cell, value: before?.formula ? before.value : { type: "error", text: "#N/A" } };
  });
}

function mapCells(form: Workbook, map: (sheet: string, cell: Cell) => Cell): Workbook {
  return {
    ...form,
    sheet: (name) => {
      const sheet = form.sheet(name);
      const own = form.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name ?? name;
      if (sheet === undefined) return undefined;
      return {
        ...sheet,
        rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => map(own, cell)) })),
      };
    },
  };
}

function read(workbook: Workbook): Response {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const source = { path: "a.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
  return normalise(workbook, detected.template, source);
}

function faultsOf(
  values: readonly Value[],
  response: Response,
  layout: Layout,
  edits: readonly SheetEdit[],
): string[] {
  const after = valuesOf(response, layout);
  const notes = response.notes.map(({ note }) => note.toLowerCase());
  const known = new Set<string>();
  const faults = values.flatMap((value) => {
    const at = placeAfter(value, edits);
    const key = keyAt(value, at);
    if (key !== undefined) known.add(key);
    const found = key === undefined ? undefined : after.get(key);
    const fault = faultOf(value, found, at);
    if (fault === undefined) return [];
    const isSaid =
      found === undefined &&
      (isNamed(value, notes) || (value.isInList && (at.row === undefined || isAbove(at.row, notes))));
    const where = `${value.sheet}!${columnLetters(value.column)}${value.row}`;
    return isSaid ? [] : [`${value.names[0]}, ${where} "${value.value}": ${fault}`];
  });
  for (const [key, { value, column, row }] of after) {
    // Text beside a blank cell is read, with a note.
    const beside = `in ${columnLetters(column)}${row}: it was read from there`.toLowerCase();
    if (!known.has(key) && !notes.some((note) => note.includes(beside)))
      faults.push(`${key}: "${value}" was read, which is no value of the form`);
  }
  return faults;
}

function faultOf(
  value: Value,
  found: Value | undefined,
  at: { row: number | undefined; column: number | undefined },
): string | undefined {
  if (found === undefined) return "not read, and no note says so";
  if (found.value !== value.value) return `read as "${found.value}"`;
  const isMoved = found.column !== at.column || found.row !== at.row;
  return isMoved && !isDerived(value) ? "read from another cell" : undefined;
}

function isNamed({ names }: Value, notes: readonly string[]): boolean {
  return names.some((name) => notes.some((note) => note.includes(name.toLowerCase())));
}

/** The names and IDs of a smelter row are in several columns, and a response has no cells of products. */
function isDerived({ key }: Value): boolean {
  return /smelter (?:name|id)$| product /.test(key);
}

function placeAfter(value: Value, edits: readonly SheetEdit[]) {
  let row: number | undefined = value.row;
  let column: number | undefined = value.column;
  for (const { sheet, change } of edits) {
    if (sheet !== value.sheet) continue;
    row = row === undefined ? undefined : movedTo(change, "row", row);
    column = column === undefined ? undefined : movedTo(change, "column", column);
  }
  return { row, column };
}

/** Keys of list values contain their row. */
function keyAt(value: Value, { row }: { row: number | undefined }): string | undefined {
  const { key } = value;
  if (!key.startsWith("row ")) return key;
  return row === undefined ? undefined : key.replace(/^row \d+/, `row ${row}`);
}

/** A row above the header of a list is reported by its number. */
function isAbove(row: number, notes: readonly string[]): boolean {
  return notes.some((note) => ABOVE.exec(note)?.[1]?.split(/\D+/).includes(String(row)));
}

/** For rows above the header of a list the note names the row. */
const ABOVE = /^rows? (.*) (is|are) above the header/;

const ANSWERS = ["head of the answers", "company fields, answers and comments"];
const COMMENTS = ["head of the comments", "the comments on them", "company fields, answers and comments"];

function valuesOf(response: Response, layout: Layout): Map<string, Value> {
  const values = new Map<string, Value>();
  const add = (key: string, value: string | null, at: string, names: readonly string[]) => {
    const [sheet = "", address = ""] = at.split("!");
    values.set(key, { key, value, sheet, ...parseAddress(address), names, isInList: key.startsWith("row ") });
  };
  for (const [field, value] of Object.entries(response.company)) {
    if (value)
      add(`company ${field}`, value.value, value.at, [FIELD_NAMES[field as CompanyField], "company fields"]);
  }
  for (const [mineral, ofMineral] of Object.entries(response.answers)) {
    for (const [key, answer] of Object.entries(ofMineral ?? {})) {
      if (!answer) continue;
      const { number = "" } = layout.questions.find((question) => question.key === key) ?? {};
      const names = [`question ${number}, ${mineral}`, `question ${number} (`, `question ${number} that`];
      if (!answer.blank) add(`${key} ${mineral}`, answer.value, answer.at, [...names, ...ANSWERS]);
      if (answer.comment)
        add(`${key} ${mineral} comment`, answer.comment.value, answer.comment.at, [...names, ...COMMENTS]);
    }
  }
  for (const [key, answer] of Object.entries(response.policies)) {
    if (!answer) continue;
    const { letter = "" } = layout.policies.find((policy) => policy.key === key) ?? {};
    const names = [`question ${letter} (`];
    if (!answer.blank) add(key, answer.value, answer.at, [...names, ...ANSWERS]);
    if (answer.comment)
      add(`${key} comment`, answer.comment.value, answer.comment.at, [...names, ...COMMENTS]);
  }
  for (const smelter of response.smelters) {
    for (const key of Object.keys(layout.smelters.columns) as SmelterColumn[]) {
      const value = smelter[key as keyof typeof smelter];
      if (typeof value !== "string") continue;
      // Without the name in its column, the name is that of the choice, which may be another one of the same facility.
      if (key === "name" && smelter.lookupName !== undefined && value !== smelter.lookupName) continue;
      const letters = smelter.columns?.[key] ?? response.smelterColumns[key] ?? "ZZ";
      const name = (CMRT.labels.smelters[key]?.[0] ?? key).replace("…", "");
      add(`row ${smelter.row} smelter ${key}`, value, `${layout.smelters.sheet}!${letters}${smelter.row}`, [
        key === "name" || key === "id" ? `smelter ${key}` : `"${name}"`,
        `"${name}"`,
        "no row of the list was read",
        "nor from rows that name no smelter",
        ...(key === "id" ? ["no id was read"] : []),
      ]);
    }
  }
  for (const product of response.products) {
    for (const key of Object.keys(layout.products?.columns ?? {}) as ProductColumn[]) {
      const value = product[key];
      if (value === undefined) continue;
      const letters = layout.products?.columns[key] ?? "ZZ";
      const name = CMRT.labels.products[key]?.[0] ?? key;
      add(`row ${product.row} product ${key}`, value, `${layout.products?.sheet}!${letters}${product.row}`, [
        `"${name}"`,
        `"${key}"`,
      ]);
    }
  }
  return values;
}

/** Texts that people write in a row or column that they add. */
const TEXTS = [
  "Remarks",
  "Vendor number",
  "V-1002",
  "Yes",
  "No",
  "Gold",
  "Tin",
  "CID009999",
  "Conformant",
  "Status",
  "RMAP status",
  "Internal use only",
  "2025",
  "Address of the plant",
  "Contact",
  "Name",
  "Company",
  "Answer",
  "Comments",
  "Comment",
  "Smelter ID",
  "Country",
  "x",
  "CHINA",
  "45820",
  "Product number",
  "1",
  "A. Company",
];

/** Edits of the rows and columns of a form, anywhere except within the rows of its lists. */
export function editsOf(layout: Layout): fc.Arbitrary<SheetEdit> {
  const last = Math.max(...layout.policies.map(({ row }) => row)) + 3;
  const sheets = [
    { sheet: layout.declaration, rows: last, columns: 12, data: undefined, weight: 3 },
    {
      sheet: layout.smelters.sheet,
      rows: layout.smelters.firstRow + FILLED_ROWS,
      columns:
        Math.max(...Object.values(layout.smelters.columns).map((letters) => columnNumber(letters))) + 2,
      data: layout.smelters.firstRow,
      weight: 2,
    },
    ...(layout.products
      ? [
          {
            sheet: layout.products.sheet,
            rows: layout.products.firstRow + FILLED_ROWS,
            columns: 8,
            data: layout.products.firstRow,
            weight: 1,
          },
        ]
      : []),
  ];
  return fc.oneof(
    ...sheets.map(({ sheet, rows, columns, data, weight }) => {
      const change = fc.oneof(
        lineEdits("row", rows, columns, data),
        lineEdits("column", columns, rows, data),
      );
      return { weight, arbitrary: change.map((each): SheetEdit => ({ sheet, change: each })) };
    }),
  );
}

function lineEdits(
  line: "row" | "column",
  count: number,
  across: number,
  data: number | undefined,
): fc.Arbitrary<Edit> {
  const position = fc.integer({ min: 1, max: count });
  const texts = fc.dictionary(fc.integer({ min: 1, max: across }).map(String), fc.constantFrom(...TEXTS), {
    maxKeys: across,
  });
  const every = fc
    .constantFrom(...TEXTS)
    .map((text) => Object.fromEntries(Array.from({ length: across }, (_, index) => [index + 1, text])));
  return fc.oneof(
    fc
      .record({ before: position, texts: fc.option(fc.oneof(texts, every), { nil: undefined }) })
      .map(({ before, texts: filled }): Edit => {
        // Texts in a row among those of a list make it a row of the list.
        const isData = line === "row" && data !== undefined && before > data - 1;
        return { kind: "insert", line, before, ...(filled && !isData ? { texts: filled } : {}) };
      }),
    position.map((at): Edit => ({ kind: "delete", line, at })),
    fc
      .record({ from: position, before: position })
      .map(({ from, before }): Edit => ({ kind: "move", line, from, before })),
  );
}
