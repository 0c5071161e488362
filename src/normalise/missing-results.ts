// Cells whose formula shows no value: an error, or nothing because it was never calculated.
import { fewOf } from "../lib/few-of.ts";
import { joinWords } from "../lib/join-words.ts";
import { cellText, columnLetters } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";

/**
 * Errors in the languages of spreadsheet programs ("#REF!", "#BEZUG!", "#¿NOMBRE?", "#N/D"), and LibreOffice's numbered
 * ones.
 */
const ERROR_TEXT =
  /^\s*(?:#[¡¿]?\p{Lu}[\p{Lu}\d_/]{0,14}[!?]|#N\/[AD]|#NV|#YOK|#GETTING_DATA|Err:\d{3})\s*$/u;

/** The error that a cell shows, including one pasted as text; undefined for any other content. */
export function errorIn(cell: Cell): string | undefined {
  if (cell.value.type === "error") return cell.value.text;
  const text = cellText(cell);
  return text !== undefined && ERROR_TEXT.test(text) ? text.trim() : undefined;
}

/** Collects the cells of a sheet without a usable value, and reports them in one note per kind. */
export class MissingResults {
  readonly #sheet: Sheet;
  readonly #errors: Place[] = [];
  readonly #blank: Place[] = [];
  readonly #notFound: Place[] = [];

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** Records a cell that shows an error; returns false if it shows none. */
  addIfError(cell: Cell): boolean {
    const shows = errorIn(cell);
    if (shows === undefined) return false;
    this.#errors.push({ row: cell.row, column: cell.column, shows });
    return true;
  }

  /** Records one of the template's own cells whose look-up failed. */
  addNotFound({ row, column }: Cell): void {
    this.#notFound.push({ row, column, shows: NOT_FOUND });
  }

  /** Records a cell with a formula that was never calculated. A formula that shows an empty text was calculated. */
  addBlank(row: Row, column: number): void {
    if (row.uncalculated.includes(column)) this.#blank.push({ row: row.row, column });
  }

  /** The notes about the recorded cells. */
  notes(): Note[] {
    return [
      ...this.#note("noValue", this.#errors, ["shows an error", "show errors"], "instead of a value"),
      ...this.#note("noValue", this.#blank, ["holds a formula", "hold formulas"], "without a stored result"),
      ...this.#note("notCalculated", this.#notFound, ["shows", "show"], "that a look-up found nothing"),
    ];
  }

  #note(
    kind: NonNullable<Note["kind"]>,
    places: readonly Place[],
    [one, many]: readonly [string, string],
    what: string,
  ): Note[] {
    const [first] = places;
    if (first === undefined) return [];
    const cells = rangesOf(places);
    const note =
      places.length === 1
        ? `${cells[0]} ${one} ${what}: it was read as blank.`
        : `${listed(cells)} ${many} ${what}: they were read as blank.`;
    return [{ at: `${this.#sheet.name}!${columnLetters(first.column)}${first.row}`, kind, note }];
  }
}

/** The result of a failed look-up. */
export const NOT_FOUND = "#N/A";

/** A cell, and the error that it shows. */
interface Place {
  row: number;
  column: number;
  shows?: string;
}

/** Describes cells, combining vertically adjacent ones with the same result: "E5:E9 (#N/A)". */
export function rangesOf(places: readonly Place[]): string[] {
  const ranges: { from: Place; to: number }[] = [];
  const open = new Map<string, { from: Place; to: number }>();
  for (const place of places) {
    const key = `${place.column} ${place.shows}`;
    const range = open.get(key);
    if (range?.to === place.row - 1) range.to = place.row;
    else {
      const made = { from: place, to: place.row };
      open.set(key, made);
      ranges.push(made);
    }
  }
  return ranges.map(({ from, to }) => {
    const letters = columnLetters(from.column);
    const cells = `${letters}${from.row}${to === from.row ? "" : `:${letters}${to}`}`;
    return from.shows === undefined ? cells : `${cells} (${from.shows})`;
  });
}

const MOST_NAMED = 10;

/** The first few of many, and the number of the rest. */
export function listed(things: readonly string[]): string {
  return joinWords(fewOf(things, MOST_NAMED), "and");
}
