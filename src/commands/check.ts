// `cmrt check`: runs the rules over the workspace, or directly over files and folders.

import { resolve } from "node:path";
import { noticeNoResponses } from "../app/campaign/require-period.ts";
import { joinReports } from "../app/check/join-reports.ts";
import { followUps } from "../app/follow-up/follow-ups.ts";
import { openSessions, type Session, sessionsInUse } from "../app/session.ts";
import { listSuppliers } from "../campaign/suppliers.ts";
import { isRoster, someUnreadable } from "../domain/standing.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode, worstExit } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { mapFilled } from "../lib/map-filled.ts";
import { printable } from "../lib/printable.ts";
import { shellWord } from "../lib/shell-word.ts";
import { todayOption } from "../lib/today-option.ts";
import { version } from "../lib/version.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { SETTINGS_FILE } from "../model/workspace-files.ts";
import { checkReport, fails, withholdReport } from "../report/check/check-report.ts";
import { CHECK_FORMATS, type CheckContext, type CheckFormat } from "../report/check/formats.ts";
import { summaryLine } from "../report/check/groups.ts";
import { supplierRows } from "../report/console/supplier-list.ts";
import type { SupplierRow } from "../report/pack/tables/suppliers.ts";
import { createWithholding, type Withholding } from "../report/render/withhold.ts";
import { RULES } from "../rules/index.ts";
import { requireRules } from "../rules/support/find-rule.ts";
import { writeFileAtomic } from "../store/write-file.ts";
import type { CommonOptions } from "./options.ts";

export interface CheckOptions extends CommonOptions {
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  /** Treat warnings like errors for the exit code. */
  strict?: boolean;
  period?: number;
  /** Abbreviation of the template family to check. */
  family?: string;
  supplier?: string;
  /** Only these rules. */
  rule: readonly string[];
  today?: string;
  format?: CheckFormat;
  /** Write the result to this file instead of standard output. */
  output?: string;
  /** Print every finding on the console. */
  all?: boolean;
  password: readonly string[];
}

/**
 * Checks the responses under `paths`, or by default those of the workspace, and prints the findings for every template
 * of the campaign, or for the requested one. Exit code 1 with findings at or above the fail level, 3 if files could not
 * be read or there was nothing to check.
 */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  requireRules(options.rule, "--rule");
  const sessions = sessionsInUse(await openSessions(io, { ...options, paths }));
  const { severities, off } = sessions[0].settings;
  requireRules([...Object.keys(severities), ...Object.keys(off)], SETTINGS_FILE);

  const checked = mapFilled(sessions, (session) => {
    const evaluation = session.evaluate({ period: options.period });
    const withholding = createWithholding(evaluation);
    const found = checkReport(evaluation, {
      strict: options.strict === true,
      ...(options.rule.length === 0 ? {} : { rules: options.rule }),
      ...(options.supplier === undefined ? {} : { supplier: options.supplier }),
    });
    return {
      evaluation,
      report: withholdReport(found, withholding),
      suppliers: () => listedSuppliers(evaluation, session.requests, withholding),
    };
  });
  noticeNoResponses(
    checked.map(({ evaluation }) => evaluation),
    options,
    io,
  );

  const report = joinReports(mapFilled(checked, (one) => one.report));
  const render = await CHECK_FORMATS[options.json ? "json" : (options.format ?? "console")]();
  const isNarrow = options.all === true || options.supplier !== undefined || options.rule.length > 0;
  const answer = render(report, {
    ...contextOf(paths, { ...options, narrowed: narrowedTo(options.family, sessions[0]) }, io),
    ...(isNarrow
      ? {}
      : {
          suppliers: ({ family }) => checked.find((one) => one.report.family === family)?.suppliers() ?? [],
        }),
  });
  if (options.output !== undefined) {
    await writeFileAtomic(resolve(io.cwd, options.output), answer);
    if (!options.quiet) io.err(`${printable(options.output)} written: ${summaryLine(report)}\n`);
  } else if (typeof answer === "string") io.out(answer);
  else for (const piece of answer) io.out(Buffer.from(piece).toString("utf8"));
  return worstExit(
    fails(report) ? EXIT.findings : EXIT.clean,
    someUnreadable(report.unreadable) || nothingChecked(sessions) ? EXIT.unreadable : EXIT.clean,
  );
}

/** The options that make another command use the requested template; empty if the campaign has only one. */
function narrowedTo(asked: string | undefined, { family, otherFamilies }: Session): string {
  const isOnly = family === DEFAULT_FAMILY && otherFamilies().length === 0;
  return asked === undefined || isOnly ? "" : ` --family ${family.id.toLowerCase()}`;
}

/** Whether there was no response in any of the templates, so that the absence of findings means nothing. */
function nothingChecked(sessions: readonly Session[]): boolean {
  return (
    sessions.every(({ campaign }) => campaign.responses.length === 0) &&
    sessions.some(({ campaign, others }) => others.size > 0 || campaign.unreadable.some(isRoster))
  );
}

/** The suppliers of an evaluation, with their findings and what they are asked. */
function listedSuppliers(
  evaluation: Evaluation,
  requests: Session["requests"],
  withholding: Withholding,
): SupplierRow[] {
  const overview = { ...listSuppliers(evaluation), unreadable: evaluation.unreadable };
  const { lines } = followUps(evaluation, overview.suppliers, requests);
  return withholding.deep(supplierRows(evaluation, overview, lines));
}

function contextOf(
  paths: readonly string[],
  options: CheckOptions & { narrowed: string },
  io: Io,
): CheckContext {
  const toTerminal = io.outIsTerminal && options.output === undefined;
  const color = options.color !== false && (io.env.NO_COLOR ?? "") === "" && toTerminal;
  const typed = [
    ...paths.map(shellWord),
    ...(options.period === undefined ? [] : [`--period ${options.period}`]),
  ];
  return {
    rules: RULES,
    version: version(),
    color,
    all: options.all === true,
    typed: options.narrowed + typed.map((word) => ` ${word}`).join("") + todayOption(options.today),
    ...(toTerminal ? defined({ width: io.outColumns }) : {}),
  };
}
