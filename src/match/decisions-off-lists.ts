import { currentId } from "../domain/smelter-id.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { SmelterDecision } from "./decisions.ts";

/**
 * Decisions for facilities that no list has for their metal, each with the problem; empty without lists. A decision
 * written by hand still applies, as somebody may know a facility that is on none of the available lists.
 */
export function decisionsOffLists(
  decisions: readonly Pick<SmelterDecision, "id" | "metal" | "line">[],
  lists: readonly ReferenceList[],
): { line: number; fault: string }[] {
  const metals = new Map<string, Set<string>>();
  // People's alias lists do not show which facilities exist.
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
    // A list may not state metals.
    if (listed.has(metal) || listed.has("")) return [];
    return [{ line, fault: `${id} is listed for ${sortTexts(listed).join(", ")}, not for ${metal}` }];
  });
}
