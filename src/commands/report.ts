// `cmrt report`: the pack of one period, from the responses of the workspace.
import { join, relative, resolve } from "node:path";
import { compare } from "../campaign/compare.ts";
import { EXIT, type ExitCode, UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { DECISIONS_FILE } from "../match/decisions.ts";
import type { Consolidation } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { printable } from "../model/printable.ts";
import { ROSTER_FILE } from "../model/roster.ts";
import { SETTINGS_FILE } from "../model/settings.ts";
import { sha256Of } from "../model/sha256.ts";
import { sourceText } from "../model/workbook.ts";
import { packFiles } from "../report/pack.ts";
import { ACCEPTED_FILE } from "../rules/accepted.ts";
import { RULES } from "../rules/index.ts";
import { version } from "../version.ts";
import { writeFolder } from "../workspace/write-file.ts";
import { earlierPeriod, evaluatePeriod } from "./evaluate-period.ts";
import { type OpenedCampaign, openCampaign } from "./open-campaign.ts";
import type { CommonOptions } from "./options.ts";

export interface ReportOptions extends CommonOptions {
  /** Names or files of reference lists that count whatever their date. */
  reference?: readonly string[];
  period: number;
  /** Folder of the pack; by default reports/<period> in the workspace. */
  out?: string;
  cutoff?: string;
  today?: string;
  withContacts?: boolean;
}

/**
 * Writes the report pack of a period and prints where it is and its headline figures.
 * Exit code 3 where some files could not be read, else 0.
 */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  const opened = await openCampaign([], options, io);
  const { pack, evaluation, consolidation } = makePack(opened, options, io.today());
  const out =
    options.out === undefined
      ? join(opened.workspace.root, "reports", String(options.period))
      : resolve(io.cwd, options.out);
  const files = await writeFolder(out, pack);

  const shown = relative(io.cwd, out) || ".";
  io.out(
    options.json
      ? `${JSON.stringify(summaryJson(shown, files, evaluation, consolidation), null, 2)}\n`
      : summaryText(shown, evaluation, consolidation),
  );
  if (!options.json && !options.quiet) {
    for (const file of evaluation.unreadable) {
      io.err(`Not read: ${printable(`${sourceText(file)}: ${file.unreadable.reason}`)}\n`);
    }
  }
  return evaluation.unreadable.length > 0 ? EXIT.unreadable : EXIT.clean;
}

/** Files of people that a report rests on beside the responses. */
const KEPT_FILES = [ACCEPTED_FILE, SETTINGS_FILE, DECISIONS_FILE, ROSTER_FILE];

/** A pack that is rendered file by file as it is consumed. Throws UsageError where the cut-off lies before the period. */
export function makePack(
  opened: OpenedCampaign,
  options: Pick<ReportOptions, "period" | "cutoff" | "today" | "withContacts">,
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

function countStates(evaluation: Evaluation, consolidation: Consolidation) {
  const suppliers = (...states: string[]) =>
    consolidation.suppliers.filter(({ state }) => states.includes(state)).length;
  return {
    surveyed: consolidation.suppliers.some(({ onRoster }) => onRoster !== null)
      ? consolidation.suppliers.filter(({ onRoster }) => onRoster).length
      : null,
    responded: suppliers("valid", "questions", "invalid", "unreadable"),
    readable: suppliers("valid", "questions", "invalid"),
    valid: suppliers("valid", "questions"),
    validWithoutQuestions: suppliers("valid"),
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

function summaryText(out: string, evaluation: Evaluation, consolidation: Consolidation): string {
  const count = countStates(evaluation, consolidation);
  const lines = [
    `RCOI report for ${evaluation.period} (responses to ${evaluation.cutoff}, run of ${evaluation.today})`,
    "",
    `  surveyed                 ${count.surveyed ?? "not known (no roster)"}`,
    `  responded                ${count.responded}`,
    `  readable                 ${count.readable}`,
    `  valid                    ${count.valid}`,
    `  valid without questions  ${count.validWithoutQuestions}`,
    ...(count.unreadableFiles > 0 ? [`  files not read           ${count.unreadableFiles}`] : []),
    "",
    ...consolidation.proposals.map(({ metal, outcome }) => `  ${metal.padEnd(9)} proposed: ${outcome}`),
    "",
    `Read ${join(out, "report.md")}; the tables lie beside it.`,
  ];
  return `${lines.join("\n")}\n`;
}
