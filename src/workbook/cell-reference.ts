const UPPER_A = 65;
const LOWER_A = 97;
const LETTERS = 26;
const ZERO = 48;

/** Column and row of a reference such as "AB12" that starts in the bytes there; 0 for what it does not name. */
export function parseReference(bytes: Buffer, start: number): { row: number; column: number } {
  let row = 0;
  let column = 0;
  for (let at = start; ; at++) {
    const code = bytes[at] as number;
    if (code >= UPPER_A && code < UPPER_A + LETTERS) column = column * LETTERS + code - UPPER_A + 1;
    else if (code >= LOWER_A && code < LOWER_A + LETTERS) column = column * LETTERS + code - LOWER_A + 1;
    else if (code >= ZERO && code < ZERO + 10) row = row * 10 + code - ZERO;
    else return { row, column };
  }
}
