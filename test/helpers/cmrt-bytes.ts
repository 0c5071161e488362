// CMRT workbooks as files, written as Excel writes them: small ones by the hundred, and ones of real size.
import { columnLetters, columnNumber } from "../../src/model/cells.ts";
import type { Cell, Workbook } from "../../src/model/workbook.ts";
import { buildCmrt } from "./build-cmrt.ts";
import { buildOoxml, MAIN } from "./build-ooxml.ts";
import type { BuiltValue } from "./build-workbook.ts";
import { sentence, smelterFormula } from "./invented-texts.ts";

export interface CmrtBytesOptions {
  /** Distinguishes the files; part of the company's name. */
  number: number;
  smelters?: number;
  /** 2,500 rows of formulas, a look-up list of 1,100 names and 15,000 strings, as in a real 6.5. */
  realSize?: boolean;
  /** The effective date in the 1900 date system; by default that of every generated workbook. */
  date?: number;
}

const METAL_NAMES = ["Gold", "Tin", "Tantalum", "Tungsten"];
const FORMULA_ROWS = 2500;
const LISTED = 1100;

/** The bytes of a filled-in CMRT 6.5 of an invented company. */
export function cmrtBytes({ number, smelters = 4, realSize = false, date }: CmrtBytesOptions): Buffer {
  const listed = realSize ? LISTED : smelters;
  const workbook = buildCmrt("6.5", {
    sheets: {
      Declaration: { D8: `Invented Works No. ${number} Ltd`, ...(date === undefined ? {} : { D22: date }) },
      "Smelter List": smelterRows(smelters),
      "Smelter Look-up": lookUpRows(listed),
    },
  });
  return workbookBytes(workbook, realSize);
}

/** The bytes of an .xlsx file with these sheets; with `realSize`, as large as a real 6.5. */
export function workbookBytes(workbook: Workbook, realSize = false): Buffer {
  const strings = new Strings();
  const sheets: Record<string, string> = {};
  for (const { name } of workbook.sheets) {
    const formulas = realSize && name === "Smelter List" ? FORMULA_ROWS : 0;
    sheets[name] = worksheet(workbook, name, strings, formulas);
  }
  if (realSize) sheets.L = labels(strings);
  return buildOoxml({ sheets, sharedStrings: strings.part() });
}

const facility = (index: number) => ({
  metal: METAL_NAMES[index % 4] as string,
  name: `Invented Refinery ${index + 1}`,
  id: `CID${String(900000 + index)}`,
});

function smelterRows(count: number): Record<string, BuiltValue> {
  const cells: Record<string, BuiltValue> = {};
  for (let index = 0; index < count; index++) {
    const { metal, name, id } = facility(index);
    Object.assign(cells, {
      [`B${index + 5}`]: metal,
      [`C${index + 5}`]: name,
      [`D${index + 5}`]: { formula: name },
      [`E${index + 5}`]: { formula: "JAPAN" },
      [`F${index + 5}`]: { formula: id },
    });
  }
  return cells;
}

function lookUpRows(count: number): Record<string, BuiltValue> {
  const cells: Record<string, BuiltValue> = { A4: "Metal", B4: "Smelter Look-up" };
  for (let index = 0; index < count; index++) {
    const { metal, name, id } = facility(index);
    const texts = [metal, name, name, "JAPAN", id, "RMI", `${index} Mill Road`, "Osaka", "Osaka"];
    for (const [column, text] of texts.entries()) cells[`${columnLetters(column + 1)}${index + 5}`] = text;
  }
  return cells;
}

/** Strings shared by the cells of a workbook. */
export class Strings {
  readonly #numbers = new Map<string, number>();
  readonly #known: Strings | undefined;

  /** `known`: strings before these in the same part. */
  constructor(known?: Strings) {
    this.#known = known;
  }

  get size(): number {
    return (this.#known?.size ?? 0) + this.#numbers.size;
  }

  number(text: string): number {
    const known = this.find(text) ?? this.size;
    if (known === this.size) this.#numbers.set(text, known);
    return known;
  }

  find(text: string): number | undefined {
    return this.#known?.find(text) ?? this.#numbers.get(text);
  }

  /** The strings as written in the part, without the known ones. */
  items(): string {
    return [...this.#numbers.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join("");
  }

  part(): string {
    return `${STRINGS_HEAD}${this.items()}${STRINGS_FOOT}`;
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const STRINGS_HEAD = `${XML}<sst xmlns="${MAIN}">`;
export const STRINGS_FOOT = "</sst>";

/** A sheet of a built workbook; with formula rows also the template's unused smelter rows. */
export function worksheet(
  workbook: Workbook,
  name: string,
  strings: Strings,
  formulaRows = 0,
  rowsToCome = 0,
): string {
  const rows = new Map((workbook.sheet(name)?.rows ?? []).map((row) => [row.row, row]));
  const last = Math.max(0, ...rows.keys(), formulaRows === 0 ? 0 : formulaRows + 4);
  let xml = "";
  for (let number = 1; number <= last; number++) {
    const row = rows.get(number);
    if (row === undefined && number < 5) continue;
    const cells = row?.cells.map((cell) => cellXml(cell, strings)).join("") ?? "";
    const filler = number >= 5 && formulaRows > 0 ? formulaRow(number, (row?.cells.length ?? 0) > 0) : "";
    if (cells + filler !== "")
      xml += `<row r="${number}" spans="1:28" ht="20" customHeight="1">${cells}${filler}</row>`;
  }
  return `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:AB${Math.max(last, rowsToCome, 1)}"/><sheetData>${xml}</sheetData></worksheet>`;
}

function cellXml({ row, column, value, formula }: Cell, strings: Strings): string {
  const start = `<c r="${columnLetters(column)}${row}" s="148"`;
  if (value.type === "text" && formula) {
    return `${start} t="str"><f ca="1">${smelterFormula(column, row)}</f><v>${escaped(value.text)}</v></c>`;
  }
  if (value.type === "text") return `${start} t="s"><v>${strings.number(value.text)}</v></c>`;
  if (value.type === "number") return `${start}><v>${value.text}</v></c>`;
  throw new Error(`No ${value.type} cells are written here.`);
}

/** Columns of a real row: typed ones left empty, formulas with "" as result, an error and a number. */
function formulaRow(row: number, filled: boolean): string {
  const blank = (column: string) =>
    `<c r="${column}${row}" s="148" t="str"><f ca="1">${smelterFormula(columnNumber(column), row)}</f><v></v></c>`;
  const empty = (column: string) => `<c r="${column}${row}" s="153"/>`;
  const start = filled
    ? ""
    : [..."ABCD"].map((column) => (column === "A" ? empty(column) : blank(column))).join("");
  const rest = [..."EF"].map((column) => (filled ? "" : blank(column))).join("");
  return `${start}${rest}${[..."GHIJ"].map(blank).join("")}${[..."KLMNOPQ"].map(empty).join("")}${[..."RST"].map(blank).join("")}<c r="U${row}" s="157"/><c r="V${row}" s="158" t="e"><f ca="1">${smelterFormula(columnNumber("V"), row)}</f><v>#N/A</v></c><c r="X${row}" s="118"><f ca="1" t="shared" si="3"/><v>0</v></c><c r="AB${row}" s="159" t="str"><f ca="1" t="shared" si="4"/><v></v></c>`;
}

/** A sheet of texts in ten languages that is not needed for reading. */
export function labels(strings: Strings): string {
  let xml = "";
  for (let row = 1; row <= 1300; row++) {
    let cells = "";
    for (let column = 1; column <= 10; column++) {
      const number = strings.number(sentence(row * 10 + column));
      cells += `<c r="${columnLetters(column)}${row}" s="1" t="s"><v>${number}</v></c>`;
    }
    xml += `<row r="${row}">${cells}</row>`;
  }
  return `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`;
}

/** Text escaped for XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
