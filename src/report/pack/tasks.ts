// Open tasks for a person, in the order in which an analyst would do them, as listed on the page and by `cmrt status`.
import { PAIR_RULE } from "../../domain/likely-pairs.ts";
import { familyOption } from "../../forms/families.ts";
import { todayOption } from "../../lib/today-option.ts";
import { SETTINGS_FILE } from "../../model/workspace-files.ts";
import type { Figure } from "../render/figure.ts";
import type { ReportContext } from "./report-input.ts";

export interface Task {
  figure: Figure;
  /** What the tasks are, in the number of the figure: "supplier has sent nothing under its name". */
  subject: string;
  /** What to do. */
  what: string;
  /** The command that helps, for the period. */
  command: string;
}

/** Returns the open tasks of a period. Their commands repeat `asked`, the day given on the command line. */
export function openTasks(context: ReportContext, asked?: string): Task[] {
  const { evaluation, family } = context;
  return tasks(context)
    .filter(({ figure }) => figure.value > 0)
    .map(({ one, many, command, ...task }) => ({
      ...task,
      subject: task.figure.value === 1 ? one : many,
      command: `${command}${familyOption(family)} --period ${evaluation.period}${todayOption(asked)}`,
    }));
}

interface Kind extends Omit<Task, "subject"> {
  one: string;
  many: string;
}

function tasks({ distinct, rows, consolidation }: ReportContext): Kind[] {
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  const suppliers = (where: Record<string, string | readonly string[]>): Figure =>
    distinct("supplier_id", "responses.csv", { ...where, ...(roster ? { on_roster: "yes" } : {}) });
  return [
    {
      figure: distinct("supplier", "findings.csv", { rule: PAIR_RULE, accepted: "" }),
      one: "company that the roster does not know may be a missing supplier",
      many: "companies that the roster does not know may be missing suppliers",
      what: "see whether they are one",
      command: "cmrt review",
    },
    {
      figure: suppliers({ supplier_state: ["missing", "withdrawn", "replaced"] }),
      one: "supplier has sent nothing under its name",
      many: "suppliers have sent nothing under their names",
      what: "remind them",
      command: "cmrt letters --reminders",
    },
    {
      figure: suppliers({ supplier_state: ["stale", "late", "undated", "blank", "own"] }),
      one: "supplier has sent only what does not count (dated before or after the period, undated, blank)",
      many: "suppliers have sent only what does not count (dated before or after the period, undated, blank)",
      what: "ask for a declaration of this period",
      command: "cmrt letters",
    },
    {
      figure: rows("responses.csv", { state: ["unreadable", "copied"] }),
      one: "file is not usable",
      many: "files are not usable",
      what: "see why, and ask for another one",
      command: 'cmrt explain "responses.csv where state in (unreadable, copied)"',
    },
    {
      figure: suppliers({ state: "foreign" }),
      one: "supplier has sent a response whose company name is not the supplier's, or may not be",
      many: "suppliers have sent responses whose company names are not theirs, or may not be",
      what: "confirm that it is theirs, or ask",
      command: "cmrt review",
    },
    {
      figure: suppliers({ state: "invalid" }),
      one: "supplier has a response with errors",
      many: "suppliers have responses with errors",
      what: "ask for a correction",
      command: "cmrt letters",
    },
    {
      figure: rows("warning-signs.csv", { open: "yes" }),
      one: "warning sign is open",
      many: "warning signs are open",
      what: "ask, or accept with a reason",
      command: "cmrt review",
    },
    {
      figure: distinct("decision_key", "smelter-rows.csv", { needs_decision: "yes" }),
      one: "reported smelter could not be matched, or its row contradicts the match",
      many: "reported smelters could not be matched, or their rows contradict the match",
      what: "decide which facility is meant",
      command: "cmrt smelters --interactive",
    },
    ...(consolidation.proposals.length === 0
      ? []
      : [
          {
            figure: rows("rcoi.csv", { decision: "" }),
            one: "outcome is not decided",
            many: "outcomes are not decided",
            what: `decide, and record it in ${SETTINGS_FILE}`,
            command: "cmrt review",
          },
        ]),
  ];
}
