// The report pack of a period, from an opened campaign.
import { compare } from "../../campaign/compare.ts";
import { UsageError } from "../../lib/errors.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { version } from "../../lib/version.ts";
import { DECISIONS_FILE } from "../../match/decisions.ts";
import type { Consolidation } from "../../model/consolidation.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import { ROSTER_FILE } from "../../model/roster.ts";
import { SETTINGS_FILE } from "../../model/settings.ts";
import { packFiles } from "../../report/pack/pack.ts";
import { RULES } from "../../rules/index.ts";
import { ACCEPTED_FILE } from "../../rules/support/accepted.ts";
import { earlierPeriod, evaluatePeriod } from "../campaign/evaluate-period.ts";
import type { OpenedCampaign } from "../session.ts";

export interface PackOptions {
  period: number;
  cutoff?: string;
  today?: string;
  withContacts?: boolean;
}

/** Files of people that a report rests on beside the responses. */
const KEPT_FILES = [ACCEPTED_FILE, SETTINGS_FILE, DECISIONS_FILE, ROSTER_FILE];

/** A pack that is rendered file by file as it is consumed. Throws UsageError where the cut-off lies before the period. */
export function makePack(
  opened: OpenedCampaign,
  options: PackOptions,
  clock: string,
): {
  pack: ReturnType<typeof packFiles>;
  evaluation: Evaluation;
  consolidation: Consolidation;
} {
  const { period, cutoff } = options;
  if (cutoff !== undefined && cutoff < `${period}-01-01`) {
    throw new UsageError(`The cut-off ${cutoff} lies before the period ${period} begins.`);
  }
  const today = options.today ?? clock;
  const current = evaluatePeriod(opened, { period, today, ...(cutoff === undefined ? {} : { cutoff }) });
  const earlier = earlierPeriod(opened, period - 1, today);
  const { evaluation, consolidation } = current;
  const pack = packFiles({
    evaluation: { ...evaluation, cutoff: evaluation.cutoff as string },
    consolidation,
    ...(earlier ? { comparison: compare(earlier, current) } : {}),
    settings: opened.settings,
    rules: RULES.map(({ id, title }) => ({ id, title })),
    version: version(),
    withContacts: options.withContacts ?? false,
    kept: KEPT_FILES.flatMap((file) => {
      const text = opened.workspace.readUserFile(file);
      return text === undefined ? [] : [{ file, sha256: sha256Of(text) }];
    }),
  });
  return { pack, evaluation, consolidation };
}
