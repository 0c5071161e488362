// `cmrt check`: the rules over the workspace, or straight over files and folders.

import { resolve } from "node:path";
import { openSession, type Session } from "../app/session.ts";
import { someUnreadable } from "../domain/standing.ts";
import { EXIT, type ExitCode, worstExit } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { version } from "../lib/version.ts";
import { SETTINGS_FILE } from "../model/workspace-files.ts";
import { checkReport, fails } from "../report/check/check-report.ts";
import { CHECK_FORMATS, type CheckContext, type CheckFormat } from "../report/check/formats.ts";
import { summaryLine } from "../report/check/groups.ts";
import { RULES } from "../rules/index.ts";
import { requireRules } from "../rules/support/find-rule.ts";
import { writeFileAtomic } from "../store/write-file.ts";
import type { CommonOptions } from "./options.ts";

export interface CheckOptions extends CommonOptions {
  /** Names or files of reference lists that count whatever their date. */
  reference?: readonly string[];
  /** Warnings count like errors for the exit code. */
  strict?: boolean;
  period?: number;
  /** Abbreviation of the family of templates to look at. */
  family?: string;
  supplier?: string;
  /** Only these rules. */
  rule: readonly string[];
  today?: string;
  format?: CheckFormat;
  /** File for the answer instead of standard output. */
  output?: string;
  /** Print every finding on the console. */
  all?: boolean;
  password: readonly string[];
}

/**
 * Checks the responses under `paths`, or those of the workspace where none is given, and prints the findings.
 * Exit code 1 with findings at or above the fail level, 3 where files could not be read or none could be checked.
 */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  requireRules(options.rule, "--rule");
  const session = await openSession(io, { ...options, paths });
  const { severities, off } = session.settings;
  requireRules([...Object.keys(severities), ...Object.keys(off)], SETTINGS_FILE);

  const report = checkReport(session.evaluate({ period: options.period }), {
    strict: options.strict === true,
    ...(options.rule.length === 0 ? {} : { rules: options.rule }),
    ...(options.supplier === undefined ? {} : { supplier: options.supplier }),
  });

  const render = await CHECK_FORMATS[options.json ? "json" : (options.format ?? "console")]();
  const answer = render(report, contextOf(options, io));
  if (options.output !== undefined) {
    await writeFileAtomic(resolve(io.cwd, options.output), answer);
    if (!options.quiet) io.err(`${printable(options.output)} written: ${summaryLine(report)}\n`);
  } else if (typeof answer === "string") io.out(answer);
  else for (const piece of answer) io.out(Buffer.from(piece).toString("utf8"));
  return worstExit(
    fails(report) ? EXIT.findings : EXIT.clean,
    someUnreadable(report.unreadable) || nothingChecked(session) ? EXIT.unreadable : EXIT.clean,
  );
}

/** Every response is of another template: that nothing was found says nothing. */
function nothingChecked({ campaign, others }: Session): boolean {
  return campaign.responses.length === 0 && others.size > 0;
}

function contextOf(options: CheckOptions, io: Io): CheckContext {
  const color =
    options.color !== false &&
    (io.env.NO_COLOR ?? "") === "" &&
    io.outIsTerminal &&
    options.output === undefined;
  return { rules: RULES, version: version(), color, all: options.all === true };
}
