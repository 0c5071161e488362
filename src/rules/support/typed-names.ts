// What was typed where the template expects a smelter to be selected or named.
import { isListedChoice } from "../../domain/sentinels.ts";
import { idDigits, idOfDigits } from "../../domain/smelter-id.ts";
import type { SmelterRow } from "../../model/response.ts";

/** The name columns, starting with the look-up. */
export const NAME_COLUMNS = ["lookupName", "name"] as const;

/** The ID in a name column of a row; undefined if there is none, or the text is the template's own. */
export function idTypedIn(row: SmelterRow, column: (typeof NAME_COLUMNS)[number]): string | undefined {
  const text = row[column];
  if (row.inOwnList === true || text === undefined) return undefined;
  if (column === "name" && text === row.lookupName) return undefined;
  // Bare digits may be any number; only a text with "CID" is an ID.
  const digits = /c[i1l]d/i.test(text) ? idDigits(text) : undefined;
  return digits === undefined ? undefined : idOfDigits(digits);
}

/** Whether a row has an ID in one of its name columns. */
export function hasIdInName(row: SmelterRow): boolean {
  return NAME_COLUMNS.some((column) => idTypedIn(row, column) !== undefined);
}

/** Whether a row selects a smelter that is not on the template's own list for its metal. */
export function choosesUnlisted(row: SmelterRow): boolean {
  return row.inOwnList === false && row.metal !== undefined && isListedChoice(row);
}
