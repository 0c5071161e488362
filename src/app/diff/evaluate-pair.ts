// Evaluates two responses of a campaign, each as if the other had not arrived.
import { diffResponses } from "../../campaign/diff/diff-responses.ts";
import { indexRoster, rosterSupplierOf } from "../../campaign/identify.ts";
import { select } from "../../campaign/select.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { Response } from "../../model/response.ts";
import type { ResponseDiff } from "../../model/response-diff.ts";
import { sourceText } from "../../model/workbook.ts";
import { INTERNAL_RULES } from "../../rules/index.ts";
import { type EvaluateOptions, evaluate } from "../campaign/evaluate.ts";
import type { Campaign } from "../campaign/load-campaign.ts";

/**
 * What changed from one response to the other. Each is evaluated together with the supplier's remaining responses and,
 * without a requested period, for its own period.
 */
export function evaluatePair(
  campaign: Campaign,
  [before, after]: readonly [Response, Response],
  options: EvaluateOptions,
): ResponseDiff {
  const { roster, settings, today } = options;
  const { selected } = select(campaign.responses, {
    cutoffDay: settings.cutoff,
    today,
    ...(roster ? { supplierOf: rosterSupplierOf(indexRoster(roster)) } : {}),
  });
  const placeOf = (response: Response) => selected.find((one) => one.response.id === response.id);
  const suppliers = new Set([placeOf(before)?.supplier.key, placeOf(after)?.supplier.key]);
  const own = selected.filter(({ supplier }) => suppliers.has(supplier.key)).map(({ response }) => response);

  const sideOf = (response: Response, without: Response): [EvaluatedResponse, Evaluation] => {
    const period = options.period ?? placeOf(response)?.period ?? undefined;
    const evaluation = evaluate(
      {
        ...campaign,
        responses: own.filter(({ id }) => id === response.id || id !== without.id),
        withdrawn: new Set([...campaign.withdrawn].filter((id) => id !== response.id)),
        unreadable: [],
        copies: [],
      },
      { ...options, ...(period === undefined ? {} : { period }) },
    );
    const found = evaluation.responses.find((one) => one.response.id === response.id);
    return [found as EvaluatedResponse, evaluation];
  };
  const [was] = sideOf(before, after);
  const [is, { notRun }] = sideOf(after, before);
  const file = sourceText(after.source);
  return diffResponses(was, is, {
    internal: INTERNAL_RULES,
    notRun: new Set(notRun.filter((one) => one.file === null || one.file === file).map(({ rule }) => rule)),
  });
}
