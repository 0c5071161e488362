// `cmrt status`: the state of the campaign on one screen, and what has changed since it was last shown.
import { newestPeriod } from "../app/campaign/newest-period.ts";
import { makePack } from "../app/report/make-pack.ts";
import { openSession } from "../app/session.ts";
import { someUnreadable } from "../domain/standing.ts";
import { EXIT, type ExitCode, WorkspaceError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { packContext } from "../report/pack/pack.ts";
import { campaignStatus } from "../report/status/campaign-status.ts";
import { changesSince, snapshotOf } from "../report/status/status-changes.ts";
import { statusText } from "../report/status/status-text.ts";
import { readSnapshots, writeSnapshots } from "../store/status-file.ts";
import type { CommonOptions } from "./options.ts";

export interface StatusOptions extends CommonOptions {
  period?: number;
  /** Abbreviation of the template family. */
  family?: string;
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  cutoff?: string;
  today?: string;
}

/**
 * Prints the state of the campaign and stores it, so that the next run can say what has changed. If the store cannot be
 * written it says so and continues. Exit code 3 if some files could not be read, otherwise 0.
 */
export async function status(options: StatusOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const { workspace, settings, requests, family } = session;
  const period = options.period ?? newestPeriod(session);
  const current = session.evaluatePeriod(period, { cutoff: options.cutoff });
  const { input } = makePack({ workspace, settings, requests, current, withContacts: false });
  const { context, withholding } = packContext(input);
  const now = withholding.deep(campaignStatus(context, options.today));

  const key = `${family.id} ${period}`;
  const kept = readSnapshots(workspace.store);
  const snapshot = snapshotOf(now);
  const before = kept[key];
  const changes = before === undefined ? null : changesSince(before, snapshot);
  io.out(
    options.json
      ? `${JSON.stringify({ schema: 1, ...now, changes }, null, 2)}\n`
      : statusText(now, changes, io.outIsTerminal ? io.outColumns : undefined),
  );
  try {
    await writeSnapshots(workspace.store, { ...kept, [key]: snapshot });
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error;
    if (!options.quiet) io.err(`What was shown is not kept for the next run: ${error.message}\n`);
  }
  return someUnreadable(input.evaluation.unreadable) ? EXIT.unreadable : EXIT.clean;
}
