// Cells of a CSV that do nothing, whichever separator the spreadsheet takes that opens it.

/** Signs with which a formula begins, also in full width; a separator of any kind, a line break or a bar before them. */
const FORMULA_AFTER_SEPARATOR = /([;|\t\r\n]["'\s]*)(?=[=+\-@＝＋－＠])/g;
const SEPARATORS = /[;|\t\r\n]/;

/** What csv-stringify is to quote beside what it quotes itself: whatever separates cells or records for some reader. */
export const QUOTED = /[,;|\t\r\n]/;

/**
 * The text with an apostrophe before each formula sign that follows a separator or a line break in it. A spreadsheet
 * that takes another separator than the file's splits the cell there, whether or not it is quoted.
 */
export function inertInside(text: string): string {
  return SEPARATORS.test(text) ? text.replace(FORMULA_AFTER_SEPARATOR, "$1'") : text;
}
