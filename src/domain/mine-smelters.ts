// Which rows of the smelter list a row of the mine list is tied to.
import { fold } from "../lib/text.ts";
import type { MineRow, Response, SmelterRow } from "../model/response.ts";

/** The names by which a row of the smelter list may be meant. */
function namesOf({ name, lookupName, standardName, id, idInput }: SmelterRow): string[] {
  return [name, lookupName, standardName, id, idInput].flatMap((text) =>
    text === undefined ? [] : fold(text),
  );
}

/**
 * Indexes of the smelter rows of a response that a mine row names: a mine names its smelter by a name or an ID, of its
 * mineral where it says one. Empty where it names none of them.
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
