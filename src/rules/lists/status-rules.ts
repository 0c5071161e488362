// What status lists said about a facility over time.
import { DUE_SOON } from "../../domain/assessments.ts";
import { statusChange, statusText } from "../../domain/status-change.ts";
import { addDays, daysBetween } from "../../lib/dates.ts";
import { defineRule } from "../rule.ts";
import { exampleHistory } from "../support/example-history.ts";
import { EXAMPLE_LIST, exampleMatch } from "../support/example-matches.ts";
import { matchedRows, nameColumn } from "../support/matched-rows.ts";

export const smelterStatusLost = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  answered: string;
  was: string;
  is: string;
}>({
  id: "smelter-status-lost",
  severity: "info",
  risk: true,
  needs: ["smelters", "reference", "statusHistory"],
  title:
    "A facility that was conformant or active when the supplier answered has a lesser status now, or has left the list.",
  why: "The answer was right on its day; the report of the period and today's purchases depend on the current one.",
  ask: "Does the supplier know, and does it still source from this facility?",
  source:
    "The newest lists of statuses up to the response's effective date and up to the day of the run. Absence from a list does not imply non-conformance.",
  message: ({ row, smelter, answered, was, is }) =>
    `The status of "${smelter}" in row ${row} has changed since the response of ${answered}: then ${was}, now ${is}.`,
  internal: true,
  *check(subject, { statusHistory, today }) {
    const answered = subject.response.company.effectiveDate?.value;
    if (answered == null || answered > today || !statusHistory) return;
    for (const { row, match, facts, at } of matchedRows(subject)) {
      if (match.standardName === undefined) continue;
      const [was, is] = [statusHistory.on(match, answered), statusHistory.on(match, today)];
      if (was.status === null || was.status.class === "other" || statusChange(was, is) !== "lost") continue;
      yield {
        at: at(nameColumn(row)),
        facts: { ...facts, answered, was: statusText(was), is: statusText(is) },
      };
    }
  },
  example: ({ second }) => {
    const run = (is: "Conformant" | "Removed") => ({
      reference: EXAMPLE_LIST,
      company: { effectiveDate: { value: "2025-06-12", raw: "45820" } },
      statusHistory: exampleHistory({
        "2025-04-25": {},
        "2025-10-01": { status: is, class: is === "Removed" ? "other" : "conformant" },
      }),
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          standardName: second.listed.name,
        }),
      ],
    });
    return {
      fires: { about: "conformant when the supplier answered, removed since", ...run("Removed") },
      silent: { about: "conformant then and now", ...run("Conformant") },
    };
  },
});

export const smelterAssessmentDue = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  due: string;
  days: number;
  by: string;
  list: string;
  asOf: string;
}>({
  id: "smelter-assessment-due",
  severity: "info",
  risk: true,
  needs: ["smelters", "reference", "statusHistory"],
  title: `The next assessment of a conformant or active facility is due within ${DUE_SOON} days, or overdue.`,
  why: "Its status may end soon; an overdue date in an old list may only mean that the list is old.",
  ask: "Has the facility been assessed again?",
  source:
    "The newest list of statuses: its due date, else the date of the assessment and its cycle. Not where the list says that a new assessment is under way.",
  message: ({ row, smelter, due, days, by, list, asOf }) =>
    `The next assessment of "${smelter}" in row ${row} ${days < 0 ? "was" : "is"} due on ${due}, by ${by} in ${list} of ${asOf}.`,
  internal: true,
  *check(subject, { statusHistory, today }) {
    if (!statusHistory) return;
    const until = addDays(today, DUE_SOON);
    for (const { row, match, facts, at } of matchedRows(subject)) {
      if (match.standardName === undefined) continue;
      const { status } = statusHistory.on(match, today);
      const { due, dueBy, reassessing } = status?.assessment ?? {};
      if (!status || status.class === "other" || reassessing || due === undefined || due > until) continue;
      yield {
        at: at(nameColumn(row)),
        facts: {
          ...facts,
          due,
          days: daysBetween(today, due),
          by: dueBy === "the list" ? "the due date" : "the date and cycle",
          list: status.list,
          asOf: status.asOf,
        },
      };
    }
  },
  example: ({ second }) => {
    const run = (due: string) => ({
      reference: EXAMPLE_LIST,
      today: "2025-11-30",
      statusHistory: exampleHistory({ "2025-10-01": { assessment: { due, dueBy: "the list" as const } } }),
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          standardName: second.listed.name,
        }),
      ],
    });
    return {
      fires: { about: "due in January", ...run("2026-01-15") },
      silent: { about: "due next year in summer", ...run("2026-07-15") },
    };
  },
});
