/** The closing tag of a stored value that is not empty or of a text in the cell, or the start of a comment. */
const END_OF_VALUE = /(?<!<v>)<\/v[\s>]|<\/is[\s>]|<!--/g;
const DASH = 45;
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
      if (!END_OF_VALUE.test(this.#text)) continue;
      const end = END_OF_VALUE.lastIndex - 1;
      this.metComment = this.#text.charCodeAt(end) === DASH;
      return this.metComment ? -1 : this.#textStart + end;
    }
    return -1;
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
