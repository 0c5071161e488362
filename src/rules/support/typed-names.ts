// What was typed where the template has a smelter be chosen or named.
import { isListedChoice } from "../../domain/sentinels.ts";
import { idDigits, idOfDigits } from "../../domain/smelter-id.ts";
import type { SmelterRow } from "../../model/response.ts";

/** The columns for names, the one that the template looks up first. */
export const NAME_COLUMNS = ["lookupName", "name"] as const;

/** The ID that a row has in a column for names; undefined where the column has none, or the template shows its texts. */
export function idTypedIn(row: SmelterRow, column: (typeof NAME_COLUMNS)[number]): string | undefined {
  const text = row[column];
  if (row.inOwnList === true || text === undefined) return undefined;
  if (column === "name" && text === row.lookupName) return undefined;
  // Digits alone are a number of somebody's; what says CID is an ID.
  const digits = /c[i1l]d/i.test(text) ? idDigits(text) : undefined;
  return digits === undefined ? undefined : idOfDigits(digits);
}

/** Whether a row has an ID in one of its columns for names. */
export function hasIdInName(row: SmelterRow): boolean {
  return NAME_COLUMNS.some((column) => idTypedIn(row, column) !== undefined);
}

/** Whether a row chooses a smelter that the template's own list does not have for its metal. */
export function choosesUnlisted(row: SmelterRow): boolean {
  return row.inOwnList === false && row.metal !== undefined && isListedChoice(row);
}
