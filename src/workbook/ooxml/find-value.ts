/**
 * The closing tag of a non-empty stored value, of an inline string or of a row, or the start of a comment. The last but
 * one character distinguishes them.
 */
const END_OF_VALUE = /(?<!<v>)<\/v[\s>]|<\/is[\s>]|<\/row[\s>]|<!--/g;
const DASH = 45;
const W = 119;
const SPACE = 32;
const GREATER = 62;
const CELL = "<c";
/** Space for a match, including its lookbehind. */
const ROOM = 8;
const BEFORE = 3;
/** Bytes searched as one string. A string of a whole sheet would be memory to collect each time. */
export const WINDOW = 64 * 1024;

/**
 * Finds the values of a sheet: searching a string with a regular expression is several times faster than inspecting
 * bytes.
 */
export class ValueFinder {
  /** Whether a comment was found, so that not every "<" starts a tag. */
  foundComment = false;
  /** Where the name of the last closing row tag passed ends. */
  rowEnd = -1;
  readonly #bytes: Buffer;
  readonly #end: number;
  #text = "";
  #textStart = 0;

  /** Searches the bytes up to `end`. */
  constructor(bytes: Buffer, end: number) {
    this.#bytes = bytes;
    this.#end = end;
  }

  /**
   * The end of the closing tag's name of the first value that ends after `from`, which must not be inside a value; -1
   * if none follows, or a comment comes first.
   */
  next(from: number): number {
    for (let start = from; start < this.#end; start = this.#textStart + WINDOW - ROOM) {
      const offset = start - this.#textStart;
      if (this.#text === "" || offset < 0 || offset >= WINDOW - ROOM) this.#moveTo(start);
      END_OF_VALUE.lastIndex = start - this.#textStart;
      while (END_OF_VALUE.test(this.#text)) {
        const end = END_OF_VALUE.lastIndex - 1;
        const mark = this.#text.charCodeAt(end - 1);
        this.foundComment = mark === DASH;
        if (this.foundComment) return -1;
        if (mark !== W) return this.#textStart + end;
        this.rowEnd = this.#textStart + end;
      }
    }
    return -1;
  }

  /** The start of the cell that contains `at`; -1 if no cell starts after `after`. */
  startOfCell(at: number, after: number): number {
    for (let start = this.#lastCell(at); start >= after; start = this.#lastCell(start - 1)) {
      const next = this.#bytes[start + CELL.length] as number;
      if (next <= SPACE || next === GREATER) return start;
    }
    return -1;
  }

  /** The last position up to `at` where a cell may start: in the text, or before it. */
  #lastCell(at: number): number {
    const inText = at < this.#textStart ? -1 : this.#text.lastIndexOf(CELL, at - this.#textStart);
    if (inText >= 0) return this.#textStart + inText;
    const before = Math.min(at, this.#textStart - 1);
    return before < 0 ? -1 : this.#bytes.lastIndexOf(CELL, before);
  }

  #moveTo(start: number): void {
    this.#textStart = Math.max(start - BEFORE, 0);
    this.#text = this.#bytes.toString(
      "latin1",
      this.#textStart,
      Math.min(this.#textStart + WINDOW, this.#end),
    );
  }
}
