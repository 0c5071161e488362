// `cmrt explain`: traces a figure of the report back to its evidence.
import { newestPeriod } from "../app/campaign/newest-period.ts";
import { openSession } from "../app/session.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { createExplainer } from "../report/explain/explain.ts";
import { explanationText, figureListText } from "../report/explain/explanation-text.ts";
import type { CommonOptions } from "./options.ts";

export interface ExplainOptions extends CommonOptions {
  period?: number;
  /** Abbreviation of the template family of the report. */
  family?: string;
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  cutoff?: string;
  today?: string;
  /** Print every row. */
  all?: boolean;
}

/** Rows printed per level, unless all are requested. */
const MOST = 20;

/**
 * Explains a figure of the report by its ID, or a file of the pack and a filter; without arguments it lists the
 * figures. Figures are those of a report written now. Throws UsageError for anything that is not in the report.
 */
export async function explain(words: readonly string[], options: ExplainOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const period = options.period ?? newestPeriod(session);
  if (options.period === undefined && !options.quiet) io.err(`Period: ${period}.\n`);
  const { input } = session.pack({ period, cutoff: options.cutoff });
  const { figures, explain: explained } = createExplainer(input);
  const { today } = input.evaluation;
  if (words.length === 0) {
    const list = figures.map(({ figure: { value }, ...figure }) => ({ ...figure, value }));
    io.out(
      options.json
        ? `${JSON.stringify({ schema: 1, period, today, figures: list }, null, 2)}\n`
        : figureListText(figures, io.outIsTerminal ? io.outColumns : undefined),
    );
    return EXIT.clean;
  }
  const explanations = explained(words, options.all ? Number.POSITIVE_INFINITY : MOST);
  io.out(
    options.json
      ? `${JSON.stringify({ schema: 1, period, today, explanations }, null, 2)}\n`
      : explanationText(explanations),
  );
  return EXIT.clean;
}
