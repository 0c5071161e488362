import { currentId } from "../domain/smelter-id.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { SmelterDecision } from "./decisions.ts";

/**
 * Decisions for facilities that the lists do not have for their metal, each with what is wrong. Nothing where there are
 * no lists. One that was written by hand holds all the same: somebody may know a facility that none of the available lists has.
 */
export function decisionsOffLists(
  decisions: readonly Pick<SmelterDecision, "id" | "metal" | "line">[],
  lists: readonly ReferenceList[],
): { line: number; fault: string }[] {
  const metals = new Map<string, Set<string>>();
  // People's own names for facilities say nothing of which facilities there are.
  for (const { id, metal } of lists.flatMap(({ kind, entries }) => (kind === "alias" ? [] : entries))) {
    if (id === undefined) continue;
    const key = currentId(id);
    metals.set(key, (metals.get(key) ?? new Set()).add(metal));
  }
  if (metals.size === 0) return [];
  return decisions.flatMap(({ id, metal, line }) => {
    if (id === null) return [];
    const listed = metals.get(currentId(id));
    if (listed === undefined) return [{ line, fault: `${id} is not on any available list` }];
    // A list may name no metal.
    if (listed.has(metal) || listed.has("")) return [];
    return [{ line, fault: `${id} is listed for ${sortTexts(listed).join(", ")}, not for ${metal}` }];
  });
}
