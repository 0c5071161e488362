// Cells of a CSV that do nothing, whichever separator the spreadsheet takes that opens it.

/**
 * Separators, quotes and blanks as they come, and a sign with which a formula begins, also in full width, where one is
 * next. A run is taken as a whole, whatever follows it, so that long runs take time in line with their length.
 */
const RUN_AND_SIGN = /([;|"'\s]+)([=+\-@＝＋－＠]?)/g;
const SEPARATORS = /[;|\t\r\n]/;

/** What csv-stringify is to quote beside what it quotes itself: whatever separates cells or records for some reader. */
export const QUOTED = /[,;|\t\r\n]/;

/**
 * The text with an apostrophe before each formula sign that follows a separator or a line break in it. A spreadsheet
 * that takes another separator than the file's splits the cell there, whether or not it is quoted.
 */
export function inertInside(text: string): string {
  if (!SEPARATORS.test(text)) return text;
  return text.replace(RUN_AND_SIGN, (whole, run: string, sign: string) =>
    sign !== "" && SEPARATORS.test(run) ? `${run}'${sign}` : whole,
  );
}
