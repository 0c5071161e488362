// Cells whose formula shows no value: an error, or nothing because nobody calculated it.
import { joinWords } from "../lib/join-words.ts";
import { cellText, columnLetters } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";

const ERROR_TEXT = /^\s*#(?:N\/A|VALUE!|REF!|NAME\?|NULL!|DIV\/0!|NUM!|SPILL!|CALC!|GETTING_DATA)\s*$/i;

/** What a cell shows where that is an error, also one that was pasted as a text; undefined for any other content. */
export function errorIn(cell: Cell): string | undefined {
  if (cell.value.type === "error") return cell.value.text;
  const text = cellText(cell);
  return text !== undefined && ERROR_TEXT.test(text) ? text.trim() : undefined;
}

/** Gathers the cells of a sheet that have no value to take, and says so in one note for each kind. */
export class MissingResults {
  readonly #sheet: Sheet;
  readonly #errors: string[] = [];
  readonly #blank: string[] = [];

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** Takes down a cell that shows an error; false where it shows none. */
  addIfError(cell: Cell): boolean {
    const error = errorIn(cell);
    if (error === undefined) return false;
    this.#errors.push(`${columnLetters(cell.column)}${cell.row} (${error})`);
    return true;
  }

  /** Takes down a cell without a value where it holds a formula. */
  addBlank(row: Row, column: number): void {
    if (row.blankFormulas.includes(column)) this.#blank.push(`${columnLetters(column)}${row.row}`);
  }

  /** The notes on what was taken down. Formulas that show an empty text are calculated. */
  notes(): Note[] {
    const errors = this.#note(this.#errors, ["shows an error", "show errors"], "instead of a value");
    if (this.#blank.length === 0 || !this.#sheet.isUncalculated()) return errors;
    return [
      ...errors,
      ...this.#note(this.#blank, ["holds a formula", "hold formulas"], "without a stored result"),
    ];
  }

  #note(cells: readonly string[], [one, many]: readonly [string, string], what: string): Note[] {
    const [first] = cells;
    if (first === undefined) return [];
    const note =
      cells.length === 1
        ? `${first} ${one} ${what}: it was read as blank.`
        : `${listed(cells)} ${many} ${what}: they were read as blank.`;
    return [{ at: `${this.#sheet.name}!${first.split(" ")[0]}`, kind: "notCalculated", note }];
  }
}

const MOST_NAMED = 10;

/** The first of many, and how many more there are. */
export function listed(things: readonly string[]): string {
  const more = things.length - MOST_NAMED;
  const named = things.slice(0, MOST_NAMED);
  return joinWords(more > 0 ? [...named, `${more} more`] : named, "and");
}
