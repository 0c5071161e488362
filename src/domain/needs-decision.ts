// Which reported smelters need a person's decision: shared by console, review and report.
import { sha256Of } from "../lib/sha256.ts";
import type { RowMatch } from "../model/match.ts";
import type { ReportedSmelter } from "../model/reported-smelter.ts";
import { reportedNameOrId, reportedSmelterKey } from "./facility.ts";
import { isNoName } from "./sentinels.ts";

/** A row of a response with its match. */
export interface RowWithMatch {
  row: ReportedSmelter;
  match: RowMatch;
}

/** Whether a person has to look: the row names something without a certain match, or its certain match is in doubt. */
export function needsDecision({ row, match }: RowWithMatch): boolean {
  if (match.kind === "decided" || match.kind === "notSmelter" || match.metal === null) return false;
  if (match.kind === "notIdentified") return match.candidates.length > 0;
  if (match.id === undefined)
    return !isNoName(row.name ?? row.lookupName ?? "") || (row.id ?? row.idInput) !== undefined;
  return match.disagreements.some(
    ({ kind }) => kind === "idAndName" || kind === "twoNames" || kind === "otherMetal",
  );
}

/** The short key by which the smelter of a row is referred to; undefined if it needs no decision. */
export function decisionKey(matched: RowWithMatch): string | undefined {
  if (!needsDecision(matched)) return undefined;
  const { row, match } = matched;
  return sha256Of(reportedSmelterKey(match.metal, reportedNameOrId(row), row.country)).slice(0, 8);
}
