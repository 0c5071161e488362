// The status of each reported facility on the days that matter: when reported, at the end of the period, at the cut-off
// and today.
import { facilityKey } from "../domain/facility.ts";
import { countedResponses } from "../domain/standing.ts";
import { statusChange } from "../domain/status-change.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { addDays, daysBetween } from "../lib/dates.ts";
import type { Facility } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { DatedStatus, DueSmelters, SmelterTimeline } from "../model/status-history.ts";

/**
 * The timelines of those `facilities` (from `gatherFacilities`) that a list knows, in order; empty without a dated list
 * of statuses.
 */
export function gatherTimelines(evaluation: Evaluation, facilities: readonly Facility[]): SmelterTimeline[] {
  const { period, today, cutoff, statusHistory: history } = evaluation;
  if (history === undefined || history.days.length === 0) return [];
  const counted = countedResponses(evaluation.responses);
  const reported = new Map<string, Map<string, Set<string>>>();
  for (const { response, matches, supplier } of counted) {
    const day = response.company.effectiveDate?.value;
    if (day == null) continue;
    for (const [at, row] of response.smelters.entries()) {
      const key = facilityKey(row, matches[at]);
      if (key === null) continue;
      const days = reported.get(key) ?? new Map<string, Set<string>>();
      reported.set(key, days);
      days.set(day, (days.get(day) ?? new Set()).add(supplier.name));
    }
  }
  const reached = (day: string | null) => (day !== null && day <= today ? day : null);
  const end = reached(period === null ? null : `${period}-12-31`);
  const last = reached(cutoff);
  return facilities
    .filter(({ standardName }) => standardName !== undefined)
    .map((facility) => {
      const now = history.on(facility, today);
      const days = [...(reported.get(facility.key) ?? [])].sort(([a], [b]) => compareTexts(a, b));
      return {
        facility,
        answers: days.map(([day, suppliers]) => {
          const status = history.on(facility, day);
          return { day, suppliers: sortTexts(suppliers), status, change: statusChange(status, now) };
        }),
        periodEnd: end === null ? null : history.on(facility, end),
        cutoff: last === null ? null : history.on(facility, last),
        today: now,
      };
    });
}

/** The facilities whose next assessment, according to the newest lists, is due within `days` of the run, or overdue. */
export function dueSmelters(timelines: readonly SmelterTimeline[], today: string, days: number): DueSmelters {
  const until = addDays(today, days);
  const holding = timelines.flatMap(({ facility, today: { status } }) =>
    status === null || status.class === "other" ? [] : [{ facility, status }],
  );
  const dated = holding.flatMap(({ facility, status }) => {
    const due = status.assessment?.due;
    return due === undefined || due > until ? [] : [{ facility, status, due, days: daysBetween(today, due) }];
  });
  dated.sort((a, b) => compareTexts(a.due, b.due));
  const underWay = ({ status }: { status: DatedStatus }) => status.assessment?.reassessing === true;
  return {
    until,
    due: dated.filter((one) => !underWay(one)),
    reassessing: dated.filter(underWay),
    notKnown: holding
      .filter(({ status }) => status.assessment?.due === undefined)
      .map(({ facility }) => facility),
  };
}
