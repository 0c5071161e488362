import { statusText } from "../../../domain/status-change.ts";
import { WANTED } from "../../../forms/wanted.ts";
import { joinList } from "../../../lib/join-list.ts";
import type { AnswerStatus, SmelterTimeline, StatusOnDay } from "../../../model/status-history.ts";
import type { TableDefinition } from "../../render/table.ts";

/** A facility and the responses of one day that report it. */
export interface SmelterStatusRow {
  timeline: SmelterTimeline;
  answer: AnswerStatus;
}

/** The rows of the timelines, in order. */
export function* smelterStatusRows(timelines: readonly SmelterTimeline[]): Generator<SmelterStatusRow> {
  for (const timeline of timelines) for (const answer of timeline.answers) yield { timeline, answer };
}

const said = (status: StatusOnDay | null) => (status === null ? null : statusText(status));

export const smelterStatusTable: TableDefinition<SmelterStatusRow> = {
  file: "smelter-status.csv",
  title: "Smelter status by date",
  onePer: "distinct smelter × day of an answer",
  columns: [
    {
      name: "metal",
      type: "text",
      about: `${WANTED.oneMineral}.`,
      value: ({ timeline }) => timeline.facility.metal,
    },
    {
      name: "smelter_id",
      type: "text",
      about: "ID by the reference list.",
      value: ({ timeline }) => timeline.facility.id,
    },
    {
      name: "standard_name",
      type: "text",
      about: "Name by the reference list.",
      value: ({ timeline }) => timeline.facility.standardName,
    },
    {
      name: "answered_on",
      type: "date",
      about: "Effective date of the responses.",
      value: ({ answer }) => answer.day,
    },
    {
      name: "suppliers",
      type: "number",
      about: "Suppliers that report it on that day.",
      value: ({ answer }) => answer.suppliers.length,
    },
    {
      name: "supplier_names",
      type: "list",
      about: "Names of these suppliers.",
      value: ({ answer }) => joinList(answer.suppliers),
    },
    {
      name: "status_answered",
      type: "text",
      about:
        "Status on that day with the list that says so; “not on the list” of the lists named; “not known” where no list is as old.",
      value: ({ answer }) => said(answer.status),
    },
    {
      name: "status_period_end",
      type: "text",
      about: "The same on the last day of the period; empty where it is still to come.",
      value: ({ timeline }) => said(timeline.periodEnd),
    },
    {
      name: "status_cutoff",
      type: "text",
      about: "The same on the cut-off; empty where it is still to come.",
      value: ({ timeline }) => said(timeline.cutoff),
    },
    {
      name: "status_today",
      type: "text",
      about: "The same on the day of the report.",
      value: ({ timeline }) => said(timeline.today),
    },
    {
      name: "change",
      type: "text",
      about:
        "From the day of the answer to that of the report: same; lost, gained (another class, or on the list no longer or newly); changed (other words or programme); not known.",
      value: ({ answer }) => answer.change,
    },
    {
      name: "recognition",
      type: "text",
      about:
        "Whose assessment today's status is based on: RMAP, its own; cross-recognised, another programme's. Empty where the list does not say.",
      value: ({ timeline }) => timeline.today.status?.recognition,
    },
    {
      name: "scheme",
      type: "text",
      about: "The programme, or the list's words for it.",
      value: ({ timeline }) => timeline.today.status?.scheme,
    },
    {
      name: "assessed_on",
      type: "text",
      about: "Last assessment as today's list gives it.",
      value: ({ timeline }) => timeline.today.status?.assessment?.date,
    },
    {
      name: "assessment_cycle",
      type: "text",
      about: "Its cycle in the list's words.",
      value: ({ timeline }) => timeline.today.status?.assessment?.cycle,
    },
    {
      name: "next_assessment_due",
      type: "date",
      about: "By the list's due date, else by date and cycle; empty where the list does not say.",
      value: ({ timeline }) => timeline.today.status?.assessment?.due,
    },
  ],
};
