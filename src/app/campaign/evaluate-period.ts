// Evaluates and consolidates one period of a campaign.
import type { PeriodResult } from "../../campaign/compare-change.ts";
import { consolidate } from "../../campaign/consolidate.ts";
import { isAvailable } from "../../campaign/previous.ts";
import { select } from "../../campaign/select.ts";
import { type EvaluateOptions, evaluate, selectionOf } from "./evaluate.ts";
import type { Campaign } from "./load-campaign.ts";

type PeriodOptions = EvaluateOptions & { period: number };

/** Evaluates a period. */
export function evaluatePeriod(campaign: Campaign, options: PeriodOptions): PeriodResult {
  const evaluation = evaluate(campaign, options);
  return {
    evaluation: { ...evaluation, period: options.period },
    consolidation: consolidate(evaluation, options.settings.decisions),
  };
}

/** An earlier period for comparison, in which only counted responses are evaluated; undefined if it has none. */
export function earlierPeriod(campaign: Campaign, options: PeriodOptions): PeriodResult | undefined {
  const { period } = options;
  const { selected } = select(campaign.responses, { ...selectionOf(campaign, options), period });
  return isAvailable(selected, period)
    ? evaluatePeriod(campaign, { ...options, standingOnly: true })
    : undefined;
}
