// The suppliers of a campaign, each with a single state that summarises what it sent.

import { stepOf } from "../domain/funnel.ts";
import { unattributedOf } from "../domain/likely-pairs.ts";
import { campaignPeriods, datesOf, folderYears } from "../domain/response-dates.ts";
import { unusableState } from "../domain/standing.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import { groupBy } from "../lib/group-by.ts";
import type { ResponseState } from "../model/campaign.ts";
import type { SupplierLine } from "../model/consolidation.ts";
import type { EvaluatedResponse, Evaluation } from "../model/evaluation.ts";
import type { Identification, Roster, RosterSupplier } from "../model/roster.ts";
import { indexRoster } from "./identify.ts";
import { CUTOFF_DAY } from "./select.ts";

/**
 * Summarises a supplier by the first of these states that it has: of counted responses the worst (a supplier with one
 * valid and one invalid scope is invalid); without any, the one closest to an answer.
 */
const SUMMING_UP: readonly ResponseState[] = [
  "invalid",
  "foreign",
  "questions",
  "valid",
  "undated",
  "unreadable",
  "copied",
  "own",
  "blank",
  "late",
  "stale",
  "withdrawn",
  "replaced",
  "superseded",
];

/**
 * The suppliers on a roster that are asked for a template of the family and are in scope on at least one day of the
 * period; on any day without a period. A roster line without a template means the default one.
 */
export function surveyedIn(
  roster: Roster,
  period: number | null,
  family: string = DEFAULT_FAMILY.id,
): RosterSupplier[] {
  return roster.suppliers.filter(
    ({ since, until, families = [DEFAULT_FAMILY.id] }) =>
      families.includes(family) &&
      (period === null ||
        ((since === undefined || since <= `${period}-12-31`) &&
          (until === undefined || until >= `${period}-01-01`))),
  );
}

/**
 * The roster if it asks anybody for a template of the family; otherwise undefined, as it says nothing about the family.
 */
export function rosterOf(roster: Roster | undefined, family: string | undefined): Roster | undefined {
  if (roster === undefined || family === undefined || family === DEFAULT_FAMILY.id) return roster;
  return roster.suppliers.some(({ families }) => families?.includes(family)) ? roster : undefined;
}

/** Suppliers, and the supplier of each response. */
export interface SupplierOverview {
  suppliers: SupplierLine[];
  identified: Map<string, Identification>;
}

/** One line per supplier that a response names or that is on the roster for the period, by name. */
export function listSuppliers(evaluation: Evaluation): SupplierOverview {
  const { responses, period, family } = evaluation;
  const index = evaluation.roster && indexRoster(evaluation.roster);
  const roster = rosterOf(evaluation.roster, family);
  const identified = new Map(
    index ? responses.map(({ response }) => [response.id, index.identify(response)] as const) : [],
  );

  const { surveyed } = campaignPeriods(
    responses.map(({ response }) => response),
    { cutoffDay: evaluation.cutoff?.slice(5) ?? CUTOFF_DAY, today: evaluation.today },
  );

  const names = new Map<string, string>();
  const states = new Map<string, Set<ResponseState>>();
  /** Suppliers that sent something which was not filed under another period. */
  const sent = new Set<string>();
  const add = (key: string, name: string, state?: ResponseState) => {
    names.set(key, name);
    const known = states.get(key) ?? new Set();
    states.set(key, state === undefined ? known : known.add(state));
  };
  const expected = new Map((roster ? surveyedIn(roster, period, family) : []).map((one) => [one.key, one]));
  for (const { key, name } of expected.values()) add(key, name);
  for (const { supplier, unreadable } of evaluation.unreadable) {
    if (!supplier) continue;
    add(supplier.key, supplier.name, unusableState(unreadable));
    sent.add(supplier.key);
  }
  for (const one of responses) {
    add(one.supplier.key, one.supplier.name, one.state);
    if (stepOf(one.state) !== "none" && !isOfAnotherPeriod(one, period, surveyed)) sent.add(one.supplier.key);
  }

  const alike = groupBy(evaluation.pairs ?? [], ({ supplier }) => supplier.key);
  const suppliers = [...names].map(([key, name]): SupplierLine => {
    const line = expected.get(key);
    const its = states.get(key) ?? new Set();
    const state = SUMMING_UP.find((candidate) => its.has(candidate)) ?? "missing";
    const strangers = sortTexts(new Set((alike.get(key) ?? []).map(({ stranger }) => stranger)));
    return {
      key,
      name,
      onRoster: roster ? line !== undefined : null,
      state,
      step: sent.has(key) ? stepOf(state) : "none",
      spendShare: line?.spendShare ?? null,
      ...(line ? { roster: line } : {}),
      ...(strangers.length > 0 ? { alike: strangers } : {}),
      ...defined({
        unattributed:
          line && state === "missing" ? unattributedOf(key, evaluation.unattributed ?? []) : undefined,
      }),
    };
  });
  suppliers.sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.key, b.key));
  return { suppliers, identified };
}

/**
 * Whether a response that is stale or late for a period was received for another one: its date, or without one the
 * other evidence for its period, points to another year that was surveyed or that its folder names; or nothing points
 * to a period, and it is listed with another one.
 */
function isOfAnotherPeriod(
  { response, standing, evidence }: EvaluatedResponse,
  period: number | null,
  surveyed: readonly number[],
): boolean {
  if (period === null || (standing !== "stale" && standing !== "late")) return false;
  const day = datesOf(response)?.earliest;
  const year = evidence?.period ?? Number(day?.slice(0, 4));
  if (Number.isNaN(year)) return true;
  return year !== period && (surveyed.includes(year) || folderYears(response.source).includes(year));
}
