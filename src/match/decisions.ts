// People's decisions on reported smelters: the file smelter-decisions.csv beside the responses.

import { reportedNameOrId, reportedSmelterKey } from "../domain/facility.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { countryName, readCountry } from "../forms/countries.ts";
import { readKnownMineral } from "../forms/minerals.ts";
import { UsageError } from "../lib/errors.ts";
import { readCsv } from "../lib/read-csv.ts";
import { fold } from "../lib/text.ts";
import type { ReportedSmelter } from "../model/reported-smelter.ts";
import { DECISIONS_FILE } from "../model/workspace-files.ts";

export const DECISION_COLUMNS = [
  "metal",
  "reported_name",
  "country",
  "smelter_id",
  "reason",
  "by",
  "date",
] as const;
/** The text in the column smelter_id for a name that is not a smelter's. */
export const NOT_A_SMELTER = "not a smelter";

/** A saved decision: rows for this metal with this name (or, without a name, this ID) mean this facility, or none. */
export interface SmelterDecision {
  metal: string;
  reportedName: string;
  /** ISO alpha-2; without it the decision applies to any country. */
  country?: string;
  /** Null: not a smelter. */
  id: string | null;
  reason: string;
  by: string;
  date: string;
  /** Line of the file. */
  line: number;
}

export interface ReadDecisions {
  decisions: SmelterDecision[];
  /** Lines that cannot be read, each with the problem. Nothing of such a line is used. */
  faults: { line: number; fault: string }[];
}

/**
 * Parses the decisions file, with columns in any order, separated by commas, semicolons or tabs. Throws UsageError if
 * the file cannot be read as a table or lacks one of the columns metal, reported_name and smelter_id.
 */
export function readDecisions(text: string): ReadDecisions {
  const decisions: SmelterDecision[] = [];
  const faults: ReadDecisions["faults"] = [];
  const taken = new Map<string, SmelterDecision>();
  for (const { record, line } of readTable(text)) {
    const cell = (column: (typeof DECISION_COLUMNS)[number]) => record[column] ?? "";
    const fault = (what: string) => faults.push({ line, fault: what });
    const metal = readKnownMineral(cell("metal"));
    const country = cell("country") === "" ? undefined : readCountry(cell("country")).code;
    const id = readSmelterId(cell("smelter_id"))?.id;
    const refused = fold(cell("smelter_id")) === fold(NOT_A_SMELTER);
    if (metal === undefined) fault(`"${cell("metal")}" is not a metal that a template asks about`);
    else if (cell("reported_name") === "") fault("the reported name is missing");
    else if (cell("country") !== "" && country === undefined) fault(`"${cell("country")}" is not a country`);
    else if (id === undefined && !refused) {
      fault(`"${cell("smelter_id")}" is neither a smelter ID nor "${NOT_A_SMELTER}"`);
    } else {
      const decision: SmelterDecision = {
        metal,
        reportedName: cell("reported_name"),
        ...(country === undefined ? {} : { country }),
        id: id ?? null,
        reason: cell("reason"),
        by: cell("by"),
        date: cell("date"),
        line,
      };
      const key = reportedSmelterKey(metal, decision.reportedName, country);
      const before = taken.get(key);
      if (before && before.id !== decision.id) {
        fault(
          `line ${before.line} decides differently on "${decision.reportedName}"; the first line applies`,
        );
      } else if (!before) {
        taken.set(key, decision);
        decisions.push(decision);
      }
    }
  }
  return { decisions, faults };
}

function readTable(text: string): { record: Record<string, string>; line: number }[] {
  const [header, ...rows] = readCsv(text, DECISIONS_FILE);
  const columns = (header?.cells ?? []).map((name) => fold(name).replaceAll(" ", "_"));
  const missing = ["metal", "reported_name", "smelter_id"].filter((column) => !columns.includes(column));
  if (rows.length > 0 && missing.length > 0) {
    throw new UsageError(
      `${DECISIONS_FILE} has no column${missing.length === 1 ? "" : "s"} ${missing.join(", ")}. Its first line must be: ${DECISION_COLUMNS.join(",")}`,
    );
  }
  return rows.map(({ line, cells }) => ({
    line,
    record: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])),
  }));
}

export type FindDecision = (row: ReportedSmelter) => SmelterDecision | undefined;

/** Returns a look-up of the decision on a row: one for its country first, then one for any country. */
export function indexDecisions(decisions: readonly SmelterDecision[]): FindDecision {
  const byKey = new Map(
    decisions.map((decision) => [
      reportedSmelterKey(decision.metal, decision.reportedName, decision.country),
      decision,
    ]),
  );
  if (byKey.size === 0) return () => undefined;
  return (row) => {
    const { metal, country } = row;
    if (metal == null) return undefined;
    for (const name of [reportedNameOrId(row), row.lookupName ?? ""]) {
      if (name === "") continue;
      const decision =
        byKey.get(reportedSmelterKey(metal, name, country)) ??
        byKey.get(reportedSmelterKey(metal, name, undefined));
      if (decision) return decision;
    }
    return undefined;
  };
}

/** The decision as a line of the file, with values in the order of DECISION_COLUMNS. */
export function decisionValues(decision: Omit<SmelterDecision, "line">): string[] {
  return [
    decision.metal,
    decision.reportedName,
    decision.country === undefined ? "" : countryName(decision.country),
    decision.id ?? NOT_A_SMELTER,
    decision.reason,
    decision.by,
    decision.date,
  ];
}
