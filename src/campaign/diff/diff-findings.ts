// What became of the earlier response's findings in the later one.
import { pairUp } from "../../lib/pair-up.ts";
import type { Facts, Finding } from "../../model/finding.ts";
import type { CellChange, FindingChange } from "../../model/response-diff.ts";
import type { CellMoves } from "./cell-moves.ts";

/** Facts that give a place and do not describe the problem. */
const PLACES: ReadonlySet<string> = new Set(["row", "firstRow", "lastRow", "rows"]);

/**
 * Traces each finding of the earlier response in the later one: the same rule at the same cell, wherever its row is
 * now, or else the same rule with the same facts. `notRun` names the rules that could not run on the later response.
 */
export function diffFindings(
  found: { before: readonly Finding[]; after: readonly Finding[]; notRun: ReadonlySet<string> },
  nowAt: CellMoves,
  cells: readonly CellChange[],
): FindingChange[] {
  const changed = new Set(cells.flatMap(({ at }) => [at.before, at.after].filter((cell) => cell !== null)));
  const keyOf = ({ rule }: Finding, ...parts: string[]) => [rule, ...parts].join("\u0000");
  const cellOf = ({ at }: Finding, side: "before" | "after") =>
    (at === null || side === "after" ? at : nowAt(at)) ?? null;
  const paired = pairUp(found.before, found.after, [
    (one, side) => keyOf(one, cellOf(one, side) ?? "", bare(one.facts)),
    (one, side) => {
      const cell = cellOf(one, side);
      return cell === null ? null : keyOf(one, cell);
    },
    (one) => keyOf(one, bare(one.facts)),
  ]);
  const partner = new Map(paired.pairs);

  const followed = found.before.map((was): FindingChange => {
    const is = partner.get(was);
    if (is) return { ...told(is), state: "open", at: { before: was.at, after: is.at } };
    const now = was.at === null ? null : nowAt(was.at);
    const at = { before: was.at, after: now ?? null };
    if (found.notRun.has(was.rule)) return { ...told(was), state: "unclear", at };
    const by =
      was.at !== null && now === null
        ? "row gone"
        : [at.before, at.after].some((cell) => cell !== null && changed.has(cell))
          ? "cell"
          : "elsewhere";
    return { ...told(was), state: "answered", at, by };
  });
  const added = paired.after.map(
    (is): FindingChange => ({ ...told(is), state: "new", at: { before: null, after: is.at } }),
  );
  return [...followed, ...added];
}

function told({ rule, severity, risk, message, accepted }: Finding) {
  return { rule, severity, message, ...(risk ? { risk } : {}), ...(accepted ? { accepted } : {}) };
}

function bare(facts: Facts): string {
  return JSON.stringify(Object.entries(facts).filter(([name]) => !PLACES.has(name)));
}
