// Which rows of the smelter list a row of the mine list refers to.
import { fold } from "../lib/text.ts";
import type { MineRow, Response, SmelterRow } from "../model/response.ts";

/** The names by which a mine may refer to a row of the smelter list. */
function namesOf({ name, lookupName, standardName, id, idInput }: SmelterRow): string[] {
  return [name, lookupName, standardName, id, idInput].flatMap((text) =>
    text === undefined ? [] : fold(text),
  );
}

/**
 * Indexes of the smelter rows that a mine row refers to by name or ID, of its own mineral if it states one.
 * Empty if it refers to none of them.
 */
export function smeltersOfMine(
  { smelters }: Pick<Response, "smelters">,
  { smelter, metal }: Pick<MineRow, "smelter" | "metal">,
): number[] {
  if (smelter === undefined) return [];
  const wanted = fold(smelter);
  return smelters.flatMap((one, index) =>
    (metal === undefined || one.metal === metal) && namesOf(one).includes(wanted) ? [index] : [],
  );
}
