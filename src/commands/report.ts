// `cmrt report`: writes the report pack of a period from the workspace's responses.

import { join, relative, resolve } from "node:path";
import { requirePeriod } from "../app/campaign/require-period.ts";
import { unreadableExit } from "../app/campaign/unreadable-exit.ts";
import { openSession } from "../app/session.ts";
import { funnelOf } from "../domain/funnel.ts";
import { familyNamed, familyOption } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import type { ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { todayOption } from "../lib/today-option.ts";
import type { Consolidation } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { REPORTS_FOLDER } from "../model/workspace-files.ts";
import { funnelLines } from "../report/console/funnel-lines.ts";
import { nextSteps } from "../report/console/next-steps.ts";
import { writeFolder } from "../store/write-file.ts";
import { type CommonOptions, ownFolder } from "./options.ts";

export interface ReportOptions extends CommonOptions {
  /** Abbreviation of the template family to report on. */
  family?: string;
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  period: number;
  /** Folder of the pack; by default reports/<period> in the workspace, with the family's subfolder. */
  out?: string;
  cutoff?: string;
  today?: string;
  withContacts?: boolean;
  /** Write the report even if no response belongs to the period. */
  force?: boolean;
}

/**
 * Writes the report pack of a period and prints its folder and headline figures. Exit code 3 if some files could not be
 * read, otherwise 0.
 */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const { files: rendered, evaluation, consolidation } = session.pack(options);
  if (!options.force) requirePeriod(evaluation, "the report");
  const out =
    options.out === undefined
      ? join(session.workspace.root, REPORTS_FOLDER, ...ownFolder(session.family), String(options.period))
      : resolve(io.cwd, options.out);
  const files = await writeFolder(out, rendered);

  const shown = relative(io.cwd, out) || ".";
  io.out(
    options.json
      ? `${JSON.stringify(summaryJson(shown, files, evaluation, consolidation), null, 2)}\n`
      : summaryText(shown, evaluation, consolidation, options.today),
  );
  return unreadableExit(evaluation.unreadable, options, io);
}

function countStates(evaluation: Evaluation, consolidation: Consolidation) {
  return {
    ...funnelOf(consolidation.suppliers),
    unreadableFiles: evaluation.unreadable.length,
    findings: evaluation.findings.length,
  };
}

function summaryJson(
  out: string,
  files: readonly string[],
  evaluation: Evaluation,
  consolidation: Consolidation,
): object {
  const { period, cutoff, today } = evaluation;
  return {
    schema: 1,
    period,
    cutoff,
    today,
    out,
    files: files,
    summary: countStates(evaluation, consolidation),
    proposals: consolidation.proposals.map(({ metal, outcome, why }) => ({ metal, proposal: outcome, why })),
  };
}

function reportName({ id, inquiry }: Family): string {
  return inquiry === null ? `${id} due diligence report` : "RCOI report";
}

function summaryText(
  out: string,
  evaluation: Evaluation,
  consolidation: Consolidation,
  today: string | undefined,
): string {
  const count = countStates(evaluation, consolidation);
  const family = familyNamed(consolidation.family);
  const narrowed = `${familyOption(family)}${todayOption(today)}`;
  const lines = [
    `${reportName(family)} for ${evaluation.period} (responses to ${evaluation.cutoff}, run of ${evaluation.today})`,
    "",
    ...funnelLines(count),
    ...(count.unreadableFiles > 0 ? [`  files not usable         ${count.unreadableFiles}`] : []),
    "",
    ...consolidation.proposals.map(({ metal, outcome }) => `  ${metal.padEnd(9)} proposed: ${outcome}`),
    ...(consolidation.proposals.length > 0 ? [""] : []),
    `Open ${join(out, "report.html")}; ${join(out, "report.md")} has the text with the source of each figure, and the tables lie beside it.`,
    "",
    ...nextSteps([
      [`cmrt status${narrowed}`, "what needs a person"],
      [
        `cmrt review${narrowed}`,
        `decide on ${family.inquiry === null ? "smelters and findings" : "smelters, findings and outcomes"} in your browser`,
      ],
      [`cmrt letters --period ${evaluation.period}${narrowed}`, "write to suppliers with open points"],
      [`cmrt explain${narrowed}`, "from a figure to the cells behind it"],
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
