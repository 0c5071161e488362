// The suppliers of a campaign, each with the one state that sums up what it sent.

import { compareTexts } from "../lib/compare-texts.ts";
import type { ResponseState } from "../model/campaign.ts";
import type { SupplierLine, UnreadableOf } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Identification, Roster, RosterSupplier } from "../model/roster.ts";
import { indexRoster } from "./identify.ts";

/**
 * What sums up a supplier, the first that it has: for counted responses the worst state counts (a supplier with one
 * valid and one invalid scope is invalid); without any, the nearest to an answer.
 */
const SUMMING_UP: readonly (ResponseState | "undated")[] = [
  "invalid",
  "questions",
  "valid",
  // Received and read, but for no period that anyone could tell.
  "undated",
  "unreadable",
  "late",
  "stale",
  "withdrawn",
  "superseded",
];

/** The suppliers of a roster that are in scope on at least one day of the period; all without a period. */
export function surveyedIn(roster: Roster, period: number | null): RosterSupplier[] {
  return roster.suppliers.filter(
    ({ since, until }) =>
      period === null ||
      ((since === undefined || since <= `${period}-12-31`) &&
        (until === undefined || until >= `${period}-01-01`)),
  );
}

/** Suppliers, files that could not be read, and whose each response is. */
export interface SupplierOverview {
  suppliers: SupplierLine[];
  unreadable: UnreadableOf[];
  identified: Map<string, Identification>;
}

/** One line per supplier that a response names or that the roster has for the period, by name. */
export function listSuppliers(evaluation: Evaluation): SupplierOverview {
  const { responses, roster, period } = evaluation;
  const index = roster && indexRoster(roster);
  const unreadable = evaluation.unreadable.map((file): UnreadableOf => {
    const found = index?.identifyFile(file);
    return { file, supplier: found?.kind === "known" ? found.supplier : null };
  });
  const identified = new Map(
    index ? responses.map(({ response }) => [response.id, index.identify(response)] as const) : [],
  );

  const names = new Map<string, string>();
  const states = new Map<string, Set<ResponseState | "undated">>();
  const add = (key: string, name: string, state?: ResponseState | "undated") => {
    names.set(key, name);
    const known = states.get(key) ?? new Set();
    states.set(key, state === undefined ? known : known.add(state));
  };
  const expected = new Map((roster ? surveyedIn(roster, period) : []).map((one) => [one.key, one]));
  for (const { key, name } of expected.values()) add(key, name);
  for (const { supplier } of unreadable) if (supplier) add(supplier.key, supplier.name, "unreadable");
  for (const { supplier, state, standing } of responses) {
    // An undated response is invalid but not counted: it sums up its supplier only where no counted one does.
    add(supplier.key, supplier.name, standing === "undated" ? "undated" : state);
  }

  const suppliers = [...names].map(([key, name]): SupplierLine => {
    const line = expected.get(key);
    const its = states.get(key) ?? new Set();
    const state = SUMMING_UP.find((candidate) => its.has(candidate)) ?? "missing";
    return {
      key,
      name,
      onRoster: roster ? line !== undefined : null,
      state: state === "undated" ? "invalid" : state,
      spendShare: line?.spendShare ?? null,
      ...(line ? { roster: line } : {}),
    };
  });
  suppliers.sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.key, b.key));
  return { suppliers, unreadable, identified };
}
