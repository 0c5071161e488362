// `cmrt compare`: what changed between two periods.

import { noResponseOf } from "../app/campaign/require-period.ts";
import { unreadableExit } from "../app/campaign/unreadable-exit.ts";
import { openSession } from "../app/session.ts";
import { compare as comparePeriods } from "../campaign/compare.ts";
import { type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { renderComparisonConsole, renderComparisonCsv } from "../report/console/comparison.ts";
import { createWithholding } from "../report/render/withhold.ts";
import { RULES } from "../rules/index.ts";
import type { CommonOptions } from "./options.ts";

export interface CompareOptions extends CommonOptions {
  /** Abbreviation of the template family to compare. */
  family?: string;
  today?: string;
  format?: "console" | "csv" | "json";
}

/**
 * Prints the changes from the first period to the second. Exit code 3 if some files could not be read, otherwise 0.
 * Throws UsageError if no response belongs to one of the periods.
 */
export async function compare(from: number, to: number, options: CompareOptions, io: Io): Promise<ExitCode> {
  if (from >= to) throw new UsageError(`Name the earlier period first: cmrt compare ${to} ${from}.`);
  const session = await openSession(io, options);
  const { today } = session;
  const later = session.evaluatePeriod(to, { standingOnly: true });
  const earlier = session.evaluatePeriod(from, { standingOnly: true, beside: later.evaluation });
  for (const { evaluation } of [earlier, later]) {
    const none = noResponseOf(evaluation);
    if (none !== undefined) throw new UsageError(`${none} There is nothing to compare.`);
  }
  const { reference, responses } = later.evaluation;
  const withholding = createWithholding({
    reference,
    responses: [...earlier.evaluation.responses, ...responses],
  });
  const comparison = withholding.deep(comparePeriods(earlier, later));
  const format = options.json ? "json" : (options.format ?? "console");
  if (format === "json") io.out(`${JSON.stringify({ schema: 1, today, ...comparison }, null, 2)}\n`);
  else if (format === "csv") io.out(renderComparisonCsv(comparison));
  else {
    const titles = new Map(RULES.map(({ id, title }) => [id, title]));
    io.out(renderComparisonConsole(comparison, titles));
  }
  return unreadableExit(session.campaign.unreadable, options, io);
}
