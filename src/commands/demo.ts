// `cmrt demo`: writes an invented campaign into a new folder, for trying the commands.
import { dirname, relative, resolve } from "node:path";
import { settingsText } from "../app/init/campaign-files.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { SETTINGS_FILE } from "../model/workspace-files.ts";
import { type NextStep, nextSteps } from "../report/console/next-steps.ts";
import { DEMO_PERIOD, DEMO_RESPONSES, demoFiles, isFree } from "../store/demo-files.ts";
import { workspaceAbove } from "../store/find-workspace.ts";
import { writeFolder } from "../store/write-file.ts";
import type { CommonOptions } from "./options.ts";

/** The issuer of the demo campaign. */
const START = {
  issuer: "Larkmoor Instruments (fictional)",
  products: "measuring instruments",
  company: "Larkmoor Instruments",
  period: DEMO_PERIOD,
};
/** The campaign is in the past: on this day, after its cut-off, its letters and ages are as intended. */
const DAY = "2017-06-01";

/**
 * Writes the demo campaign into a new or empty folder and says what to type next. Throws UsageError, before anything is
 * written, if the folder is not empty, or is inside another workspace, which would read the demo's responses as its
 * own.
 */
export async function demo(folder: string, options: CommonOptions, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, folder);
  if (!isFree(root)) {
    throw new UsageError(`${folder} is not an empty folder. Name a new or empty one; nothing was changed.`);
  }
  const other = workspaceAbove(dirname(root));
  if (other !== undefined) {
    throw new UsageError(
      `${folder} is in the workspace ${other}, which would read the demo's responses as its own. Name a folder outside it.`,
    );
  }
  const written = await writeFolder(root, { ...demoFiles(), [SETTINGS_FILE]: settingsText(START) });
  if (options.json) io.out(`${JSON.stringify({ schema: 1, folder: root, written }, null, 2)}\n`);
  else io.out(`${outcome(relative(io.cwd, root), written.length).join("\n")}\n`);
  return EXIT.clean;
}

function outcome(place: string, files: number): string[] {
  const of = `--period ${DEMO_PERIOD} --today ${DAY}`;
  const steps: NextStep[] = [
    ...(place === "" ? [] : [[`cd ${quoted(place)}`, ""] as const]),
    [`cmrt ingest ${DEMO_RESPONSES}`, "read the workbooks"],
    [`cmrt check ${of}`, "a line per supplier, those to act on first"],
    [`cmrt check ${of} --supplier Quillon`, "what was found at one of them, with the cells"],
    ["cmrt show responses/quillon_circuits.xlsx", "what was read from its workbook"],
    [`cmrt smelters ${of}`, "smelters that need a decision"],
    [`cmrt review ${of}`, "decide on them and on more in a page of your browser"],
    [`cmrt letters ${of}`, `the letters to suppliers, in letters/${DEMO_PERIOD}`],
    [`cmrt report ${of}`, `the RCOI report: open reports/${DEMO_PERIOD}/report.html`],
    [`cmrt status ${of}`, "the campaign in one screen, what needs a person"],
  ];
  return [
    `${files} files written to ${printable(place === "" ? "this folder" : place)}.`,
    `${START.issuer} asked eight suppliers about ${DEMO_PERIOD}; seven answered, one of them in the name of another company.`,
    "",
    ...nextSteps(steps),
  ];
}

/** A path quoted for a shell. */
function quoted(path: string): string {
  const text = printable(path);
  return /^[\w./\\~-]+$/.test(text) ? text : `"${text}"`;
}
