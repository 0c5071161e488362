/** The closing tag of a stored value that is not empty or of a text in the cell, or the start of a comment. */
const END_OF_VALUE = /(?<!<v>)<\/v[\s>]|<\/is[\s>]|<!--/g;
const DASH = 45;

/**
 * Finds the values of a sheet: a pattern is searched in a text several times faster than bytes are looked at one by
 * one.
 */
export class ValueFinder {
  /** A comment was found: not every "<" is that of a tag. */
  metComment = false;
  readonly #text: string;

  /** Searches the bytes up to `end`. */
  constructor(bytes: Buffer, end: number) {
    this.#text = bytes.toString("latin1", 0, end);
  }

  /**
   * The end of the closing tag's name of the first value that ends after `from`, where no value starts; -1 where none
   * follows, or a comment comes first.
   */
  next(from: number): number {
    END_OF_VALUE.lastIndex = from;
    if (!END_OF_VALUE.test(this.#text)) return -1;
    const end = END_OF_VALUE.lastIndex - 1;
    this.metComment = this.#text.charCodeAt(end) === DASH;
    return this.metComment ? -1 : end;
  }
}
