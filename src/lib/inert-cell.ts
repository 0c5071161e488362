// Makes CSV cells inert, whichever separator the opening spreadsheet uses.

/**
 * A run of separators, quotes and blanks, with the formula sign that follows it, if any (also full-width).
 * The run is matched as a whole, whether or not a sign follows, so that long runs take linear time.
 */
const RUN_AND_SIGN = /([;|"'\s]+)([=+\-@＝＋－＠]?)/g;
const SEPARATORS = /[;|\t\r\n]/;

/**
 * Characters that separate cells or records for some reader: csv-stringify quotes cells that contain them.
 */
export const QUOTED = /[,;|\t\r\n]/;

/**
 * Returns the text with an apostrophe before each formula sign that follows a separator or line break. A
 * spreadsheet that uses another separator than the file's splits the cell there, quoted or not.
 */
export function inertInside(text: string): string {
  if (!SEPARATORS.test(text)) return text;
  return text.replace(RUN_AND_SIGN, (whole, run: string, sign: string) =>
    sign !== "" && SEPARATORS.test(run) ? `${run}'${sign}` : whole,
  );
}
