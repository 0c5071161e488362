// Reported smelters that need a decision, and the decisions that can be made on them.
import { readSmelterId } from "../../domain/smelter-id.ts";
import { countedResponses } from "../../domain/standing.ts";
import type { SmelterDecision } from "../../match/decisions.ts";
import { decisionsOffLists } from "../../match/decisions-off-lists.ts";
import { gatherOpenSmelters, type MatchedRow, type OpenSmelter } from "../../match/open-smelters.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import { sourceText } from "../../model/workbook.ts";

/** A row of a response that counts, with its supplier. */
export interface CountedRow extends MatchedRow {
  row: SmelterRow;
  from: EvaluatedResponse;
}

/** The smelters in counted responses that need a decision, starting with those that most suppliers report. */
export function openSmelters(evaluation: Evaluation): OpenSmelter[] {
  return gatherOpenSmelters(countedRows(evaluation));
}

/** The smelter rows of the responses that count, with their matches. */
export function* countedRows(evaluation: Evaluation): Generator<CountedRow> {
  for (const from of countedResponses(evaluation.responses)) {
    const { response, matches, supplier } = from;
    for (const [at, row] of response.smelters.entries()) {
      const match = matches[at];
      if (!match) continue;
      const where = `${sourceText(response.source)}, ${smelterCell(response, row, "lookupName")}`;
      yield { row, match, supplier: supplier.name, at: where, from };
    }
  }
}

/** The lists that a decision's facility must be on. */
export function listsOf(evaluation: Evaluation): ReferenceList[] {
  return [
    ...(evaluation.reference ? [evaluation.reference.list] : []),
    ...(evaluation.furtherLists ?? []).map(({ list }) => list),
  ];
}

/** The ID given as an answer: by the number of a candidate, or as an ID; undefined if it is neither. */
export function chosenId({ match }: OpenSmelter, answer: string): string | undefined {
  if (/^[1-9]$/.test(answer)) return match.candidates[Number(answer) - 1]?.id || undefined;
  const read = readSmelterId(answer);
  return read?.successor ?? read?.id;
}

/** A decision on a smelter as a line of the file; `id` null means that it is not a smelter. */
export function decisionOn(
  { metal, name, country }: OpenSmelter,
  id: string | null,
  how: Pick<SmelterDecision, "reason" | "by" | "date">,
): Omit<SmelterDecision, "line"> {
  return { metal, reportedName: name, ...(country === undefined ? {} : { country }), id, ...how };
}

/** Why decisions are refused: no list has their ID for the metal. */
export function refusals(
  decisions: readonly Omit<SmelterDecision, "line">[],
  lists: readonly ReferenceList[],
): string[] {
  return decisionsOffLists(
    decisions.map((decision, line) => ({ ...decision, line })),
    lists,
  ).map(({ line, fault }) => `${fault} ("${decisions[line]?.reportedName}")`);
}
