// `cmrt smelter`: everything that a campaign and its lists say about one facility.
import { loadDecisions } from "../app/lists/load-decisions.ts";
import { openSession } from "../app/session.ts";
import { findDossiers } from "../campaign/smelter-dossier.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { dossierText } from "../report/console/smelter-dossier.ts";
import { createWithholding } from "../report/render/withhold.ts";
import type { CommonOptions } from "./options.ts";

export interface SmelterOptions extends CommonOptions {
  period?: number;
  /** Abbreviation of the template family; by default all that have responses. */
  family?: string;
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  /** Print all lines of every block. */
  all?: boolean;
  /** Day of the run, ISO. */
  today?: string;
}

/**
 * Prints the dossier of the facilities with an ID or name: text, or JSON for programs. Throws a UsageError with the
 * candidates if there are none.
 */
export async function smelter(asked: string, options: SmelterOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const { family, period } = { family: session.family, period: options.period };
  const evaluation = session.evaluate({ period });
  // Without a requested template, those of all responses.
  const others = options.family === undefined ? session.elsewhere(defined({ period })) : [];
  const { decisions } = loadDecisions(session.workspace);
  const found = findDossiers(asked, [{ family, evaluation }, ...others], decisions);
  const responses = [evaluation, ...others.map((one) => one.evaluation)].flatMap((one) => one.responses);
  const { dossiers, suggestions } = createWithholding({ ...evaluation, responses }).deep(found);
  if (dossiers.length === 0) {
    const near = suggestions.map(({ id, standardName }) => `  ${id || "no ID"}  ${printable(standardName)}`);
    const hint = near.length > 0 ? ` It may mean:\n${near.join("\n")}` : "";
    throw new UsageError(`No smelter "${printable(asked)}" is reported or on a list.${hint}`);
  }
  const reference = evaluation.reference?.why ?? null;
  if (options.json) {
    const { period, today } = evaluation;
    io.out(
      `${JSON.stringify({ schema: 1, asked, period, today, reference, smelters: dossiers }, null, 2)}\n`,
    );
  } else io.out(dossiers.map((one) => dossierText(one, options.all ?? false)).join("\n"));
  return EXIT.clean;
}
