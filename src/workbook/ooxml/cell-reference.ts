/** The last row and column of a sheet in any spreadsheet program. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Whether a sheet can have such a cell. */
export function isOnSheet(row: number, column: number): boolean {
  return row >= 1 && row <= LAST_ROW && row % 1 === 0 && column >= 1 && column <= LAST_COLUMN;
}

const UPPER_A = 65;
const LOWER_A = 97;
const LETTERS = 26;
const ZERO = 48;

/** Row and column of a reference such as "AB12" that starts at this offset; 0 for a missing part. */
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
