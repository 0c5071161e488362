// One period of a campaign, evaluated and consolidated.
import type { PeriodResult } from "../../campaign/compare.ts";
import { consolidate } from "../../campaign/consolidate.ts";
import { isAtHand } from "../../campaign/previous.ts";
import { select } from "../../campaign/select.ts";
import type { OpenedCampaign } from "../session.ts";
import { type EvaluateOptions, evaluate } from "./evaluate.ts";

/** Evaluates a period with everything that people keep beside the responses. */
export function evaluatePeriod(
  { campaign, settings, accepted, roster, matching }: OpenedCampaign,
  when: Pick<EvaluateOptions, "cutoff" | "today" | "standingOnly"> & { period: number },
): PeriodResult {
  const evaluation = evaluate(campaign, {
    ...when,
    settings,
    accepted,
    ...matching,
    ...(roster ? { roster } : {}),
  });
  return {
    evaluation: { ...evaluation, period: when.period },
    consolidation: consolidate(evaluation, settings.decisions),
  };
}

/**
 * An earlier period to compare with, of which only the responses that stand are looked at; undefined where nothing of it
 * is at hand.
 */
export function earlierPeriod(
  opened: OpenedCampaign,
  period: number,
  today: string,
): PeriodResult | undefined {
  const { campaign, settings } = opened;
  const { selected } = select(campaign.responses, {
    period,
    cutoffDay: settings.cutoff,
    today,
    withdrawn: campaign.withdrawn,
  });
  return isAtHand(selected, period)
    ? evaluatePeriod(opened, { period, today, standingOnly: true })
    : undefined;
}
