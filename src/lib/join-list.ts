/** Longest list of names in a cell: spreadsheets hold 32,767 characters. */
const LONGEST_LIST = 32_000;

/**
 * Names joined into one cell ("A; B; C"), truncated with a count if the list is too long for a spreadsheet
 * cell.
 */
export function joinList(names: readonly string[]): string {
  const joined = names.join("; ");
  if (joined.length <= LONGEST_LIST) return joined;
  let length = 0;
  const fitting = names.findIndex((name) => {
    length += name.length + 2;
    return length > LONGEST_LIST;
  });
  return [...names.slice(0, fitting), `… and ${names.length - fitting} more`].join("; ");
}
