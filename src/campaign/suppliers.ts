// The suppliers of a campaign, each with the one state that sums up what it sent.
import type { ResponseState } from "../model/campaign.ts";
import type { SupplierLine } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";

/**
 * What sums up a supplier, the first that it has: for counted responses the worst state counts (a supplier with one
 * valid and one invalid scope is invalid); without any, the nearest to an answer.
 */
const SUMMING_UP: readonly ResponseState[] = [
  "invalid",
  "questions",
  "valid",
  "unreadable",
  "late",
  "stale",
  "withdrawn",
  "superseded",
  "missing",
];

/** One line per supplier that a response names, by name. */
export function listSuppliers(responses: readonly EvaluatedResponse[]): SupplierLine[] {
  const states = new Map<string, { name: string; states: Set<ResponseState> }>();
  for (const { supplier, state, standing } of responses) {
    const known = states.get(supplier.key) ?? { name: supplier.name, states: new Set() };
    // An undated response is invalid but not counted: it sums up its supplier only where nothing else does.
    if (standing !== "undated") known.states.add(state);
    states.set(supplier.key, known);
  }
  return [...states]
    .map(([key, known]) => ({
      key,
      name: known.name,
      onRoster: null,
      state: SUMMING_UP.find((state) => known.states.has(state)) ?? "invalid",
      spendShare: null,
    }))
    .sort(byNameAndKey);
}

function byNameAndKey(a: SupplierLine, b: SupplierLine): number {
  const [left, right] = [`${a.name}\u0000${a.key}`, `${b.name}\u0000${b.key}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
