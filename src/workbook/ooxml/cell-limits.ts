import { WANTED } from "../../forms/wanted.ts";
import { columnLetters } from "../../model/cells.ts";
import type { Limits } from "../../model/limits.ts";
import type { Cell } from "../../model/workbook.ts";
import { fail, tooLarge } from "../unreadable.ts";

/** Counts the cells of one sheet and their text. Throws UnreadableError if they exceed the limits. */
export class CellLimits {
  readonly #sheet: string;
  readonly #limits: Limits;
  #cells: number;
  #characters: number;

  constructor(sheet: string, limits: Limits) {
    this.#sheet = sheet;
    this.#limits = limits;
    this.#cells = limits.sheetCells;
    this.#characters = limits.sheetCharacters;
  }

  /** Counts a cell, with or without a value. */
  countCell(): void {
    if (--this.#cells < 0) fail(tooLarge("A sheet has more cells than the limit allows."));
  }

  /** Counts the text of a cell; shared strings count at each use. */
  countText({ row, column, value }: Cell): void {
    if (value.type === "boolean") return;
    const { length } = value.text;
    if (length > this.#limits.cellCharacters) {
      const cell = `${columnLetters(column)}${row}`;
      const limit = this.#limits.cellCharacters;
      fail(
        tooLarge(
          `The cell ${cell} of the sheet "${this.#sheet}" holds a text of ${length} characters; the limit is ${limit}.`,
          `Ask for the ${WANTED.id} with a shorter text in this cell.`,
        ),
      );
    }
    this.#characters -= length;
    if (this.#characters < 0) {
      fail(tooLarge(`The cells of the sheet "${this.#sheet}" hold more text than the limit allows.`));
    }
  }
}
