// What a letter to a supplier speaks of: the responses it is about, and what is open in them.
import { countedResponses, gaveWay } from "../../domain/standing.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { EvaluatedResponse, Evaluation, UnusableFile } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import { oneRequestPerFact } from "../../report/letters/one-request.ts";
import { INTERNAL_RULES } from "../../rules/index.ts";

export interface OpenPoints {
  responses: readonly EvaluatedResponse[];
  /** Files that gave no response; none beside a response that counts. */
  unusable: readonly UnusableFile[];
  /** How many files that gave no response are not among them. */
  leftOut: number;
  /** Open findings that a supplier is asked about, one per fact. */
  findings: readonly Finding[];
  /** Findings that a supplier would be asked about, had a person not accepted them. */
  accepted: readonly Finding[];
}

/** Tells of each supplier by name what is open. */
export function openPointsOf(evaluation: Evaluation): (supplier: string) => OpenPoints {
  const responsesOf = groupBy(evaluation.responses, (one) => one.supplier.name);
  const unusableOf = groupBy(evaluation.unreadable, (file) => file.supplier?.name);
  const findingsOf = groupBy(evaluation.findings, (finding) => finding.supplier);
  return (supplier) => {
    const its = (responsesOf.get(supplier) ?? []).filter(
      ({ standing }) => !gaveWay(standing) && standing !== "withdrawn",
    );
    // Beside a declaration that counts, nothing is asked about what else arrived.
    const counted = countedResponses(its);
    const responses = counted.length > 0 ? counted : its;
    const ids = new Set(responses.map((one) => one.response.id));
    const found = (findingsOf.get(supplier) ?? []).filter(
      ({ rule, response }) => !INTERNAL_RULES.has(rule) && (response === null || ids.has(response)),
    );
    const unusable = unusableOf.get(supplier) ?? [];
    return {
      responses,
      unusable: counted.length > 0 ? [] : unusable,
      leftOut: counted.length > 0 ? unusable.length : 0,
      findings: oneRequestPerFact(found.filter(({ accepted }) => accepted === undefined)),
      accepted: found.filter(({ accepted }) => accepted !== undefined),
    };
  };
}
