/**
 * The closing tag of a stored value that is not empty, of a text in the cell or of a row, or the start of a comment. The
 * last but one character tells them apart.
 */
const END_OF_VALUE = /(?<!<v>)<\/v[\s>]|<\/is[\s>]|<\/row[\s>]|<!--/g;
const DASH = 45;
const W = 119;
const SPACE = 32;
const GREATER = 62;
const CELL = "<c";
/** Room that a match needs, together with what must not stand before it. */
const ROOM = 8;
const BEFORE = 3;
/** Bytes searched as one text. A text of a whole sheet would be memory that the engine has to be rid of every time. */
export const WINDOW = 64 * 1024;

/**
 * Finds the values of a sheet: a pattern is searched in a text several times faster than bytes are looked at one by
 * one.
 */
export class ValueFinder {
  /** A comment was found: not every "<" is that of a tag. */
  metComment = false;
  /** Where the name of the closing tag of a row ends that was passed last. */
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
   * The end of the closing tag's name of the first value that ends after `from`, where no value starts; -1 where none
   * follows, or a comment comes first.
   */
  next(from: number): number {
    for (let start = from; start < this.#end; start = this.#textStart + WINDOW - ROOM) {
      const offset = start - this.#textStart;
      if (this.#text === "" || offset < 0 || offset >= WINDOW - ROOM) this.#moveTo(start);
      END_OF_VALUE.lastIndex = start - this.#textStart;
      while (END_OF_VALUE.test(this.#text)) {
        const end = END_OF_VALUE.lastIndex - 1;
        const mark = this.#text.charCodeAt(end - 1);
        this.metComment = mark === DASH;
        if (this.metComment) return -1;
        if (mark !== W) return this.#textStart + end;
        this.rowEnd = this.#textStart + end;
      }
    }
    return -1;
  }

  /** Where the cell starts that `at` lies in; -1 where none starts from `after` on. */
  startOfCell(at: number, after: number): number {
    for (let start = this.#lastCell(at); start >= after; start = this.#lastCell(start - 1)) {
      const next = this.#bytes[start + CELL.length] as number;
      if (next <= SPACE || next === GREATER) return start;
    }
    return -1;
  }

  /** Where what a cell begins with stands last up to `at`: in the text, or before it. */
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
