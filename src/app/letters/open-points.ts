// What a letter to a supplier is about: its responses, and what is open in them.
import { countedResponses, wasReplaced } from "../../domain/standing.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { EvaluatedResponse, Evaluation, UnusableFile } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import { oneRequestPerFact } from "../../report/letters/one-request.ts";
import { INTERNAL_RULES } from "../../rules/index.ts";

export interface OpenPoints {
  responses: readonly EvaluatedResponse[];
  /** Files that yielded no response; empty if the supplier has a response that counts. */
  unusable: readonly UnusableFile[];
  /** How many further files that yielded no response are not listed. */
  leftOut: number;
  /** Open findings that the supplier is asked about, one per fact. */
  findings: readonly Finding[];
  /** Findings that the supplier would be asked about if a person had not accepted them. */
  accepted: readonly Finding[];
}

/** Returns a look-up of open points by supplier name. */
export function openPointsOf(evaluation: Evaluation): (supplier: string) => OpenPoints {
  const responsesOf = groupBy(evaluation.responses, (one) => one.supplier.name);
  const unusableOf = groupBy(evaluation.unreadable, (file) => file.supplier?.name);
  const findingsOf = groupBy(evaluation.findings, (finding) => finding.supplier);
  return (supplier) => {
    const its = (responsesOf.get(supplier) ?? []).filter(
      ({ standing }) => !wasReplaced(standing) && standing !== "withdrawn",
    );
    // If a declaration counts, nothing is asked about the other files.
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
