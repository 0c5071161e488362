// A table column in little memory: each distinct value once, and its number in each row.
import type { CsvValue } from "./csv.ts";

type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Returns the constructor of the narrowest array that can hold numbers up to `most`. */
function codesFor(most: number): new (length: number) => Codes {
  return most < 0x100 ? Uint8Array : most < 0x10000 ? Uint16Array : Uint32Array;
}

/** The cells of a column. Code 0 is an empty cell; code n is the value at n - 1. */
export class CodedColumn {
  /** Each distinct value that is not null, in the order of first appearance. */
  readonly values: (string | number)[] = [];
  #codes: Codes = new Uint8Array(64);
  readonly #known = new Map<string | number, number>();

  /** Sets a cell; cells that are never set are empty. */
  set(row: number, value: CsvValue): void {
    if (row >= this.#codes.length) this.#move(this.#codes.length * 2);
    if (value === null) return;
    let code = this.#known.get(value);
    if (code === undefined) {
      code = this.values.push(value);
      this.#known.set(value, code);
      if (!(this.#codes instanceof codesFor(code))) this.#move(this.#codes.length);
    }
    this.#codes[row] = code;
  }

  /** Returns the value of a cell. */
  at(row: number): CsvValue {
    const code = this.#codes[row] ?? 0;
    return code === 0 ? null : (this.values[code - 1] as string | number);
  }

  /** Returns the codes of the first `rows` cells. */
  codes(rows: number): Uint32Array {
    return Uint32Array.from(this.#codes.subarray(0, rows));
  }

  #move(length: number): void {
    const moved = new (codesFor(this.values.length))(length);
    moved.set(this.#codes);
    this.#codes = moved;
  }
}
