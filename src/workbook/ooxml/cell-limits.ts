import { WANTED } from "../../forms/wanted.ts";
import { columnLetters } from "../../model/cells.ts";
import type { Limits } from "../../model/limits.ts";
import type { Cell } from "../../model/workbook.ts";
import { fail, tooLarge } from "../unreadable.ts";

/** Counts what the cells of one sheet come to. Throws UnreadableError where that is more than the limits allow. */
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

  /** Counts a cell, also one without a value. */
  countCell(): void {
    if (--this.#cells < 0) fail(tooLarge("A sheet has more cells than the limit allows."));
  }

  /** Counts the text of a cell, a shared one wherever it stands. */
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
