// `cmrt init`: writes the initial files of a campaign.
import { basename, relative, resolve } from "node:path";
import { type CampaignStart, EMPTY_ROSTER, settingsText } from "../app/init/campaign-files.ts";
import { type TakenRoster, takeRoster } from "../app/init/take-roster.ts";
import { readOneFile } from "../app/lists/read-list-file.ts";
import { rosterFileOf } from "../app/load-roster.ts";
import { UnclearDates } from "../campaign/roster-dates.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { DAY_ORDERS, type DayOrder } from "../lib/read-days.ts";
import { version } from "../lib/version.ts";
import { ROSTER_FILE, SETTINGS_FILE } from "../model/workspace-files.ts";
import { type NextStep, nextSteps } from "../report/console/next-steps.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { openWorkspace, type Workspace } from "../store/open-workspace.ts";
import { writeFileAtomic } from "../store/write-file.ts";
import type { CommonOptions } from "./options.ts";

export interface InitOptions extends CommonOptions {
  issuer?: string;
  period?: number;
  products?: string;
  company?: string;
  /** File with a list of suppliers. */
  roster?: string;
  dates?: DayOrder;
}

/**
 * Writes cmrt.json and the roster into the workspace's folder, by default the current one, from the options and, on a
 * terminal, from a person's answers. Existing files are never changed. Throws UsageError, before anything is written,
 * if both files exist already or the list of suppliers cannot be read.
 */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const root = options.workspace === undefined ? resolve(io.cwd) : findWorkspace(io.cwd, options.workspace);
  const workspace = openWorkspace(root, version());
  const hasSettings = workspace.readUserBytes(SETTINGS_FILE) !== undefined;
  const existing = rosterFileOf(workspace);
  if (hasSettings && existing !== undefined) {
    throw new UsageError(
      `${SETTINGS_FILE} and ${existing} are already there. Edit them; nothing was changed.`,
    );
  }
  const isExisting =
    existing !== undefined && resolve(io.cwd, options.roster ?? "") === resolve(root, existing);
  if (options.roster !== undefined && existing !== undefined && !isExisting) {
    throw new UsageError(`${existing} is already there. Remove --roster, or that file; nothing was changed.`);
  }
  const answers = await askMissing(options, { settings: !hasSettings, roster: existing === undefined }, io);
  const list = existing === undefined ? answers.roster : resolve(root, existing);
  const taken = list === undefined ? undefined : await readTaken(list, options, io);
  const start = { ...answers.start, ...defined({ dates: taken?.dates ?? options.dates }) };
  if (hasSettings && taken?.dates !== undefined) {
    throw new UsageError(
      `${SETTINGS_FILE} is already there. Add "roster": { "dates": "${taken.dates}" } to it first.`,
    );
  }

  const written: string[] = [];
  if (existing === undefined) {
    const name = taken?.roster.name ?? ROSTER_FILE;
    await writeFileAtomic(resolve(root, name), taken?.roster.content ?? EMPTY_ROSTER);
    written.push(name);
  }
  if (!hasSettings) {
    await workspace.writeUserFile(SETTINGS_FILE, settingsText(start));
    written.push(SETTINGS_FILE);
  }
  const suppliers = taken?.roster.roster.suppliers.length ?? null;
  if (options.json) {
    const notices = taken?.roster.notices ?? [];
    io.out(`${JSON.stringify({ schema: 1, written, suppliers, notices }, null, 2)}\n`);
  } else io.out(`${outcome(workspace, { written, taken: taken?.roster, start, root }, io).join("\n")}\n`);
  return EXIT.clean;
}

/** Asks on a terminal for what the options do not give; an empty answer omits it. */
async function askMissing(
  options: InitOptions,
  wanted: { settings: boolean; roster: boolean },
  io: Io,
): Promise<{ start: CampaignStart; roster?: string }> {
  const { issuer, products, company, period, roster } = options;
  const start: CampaignStart = defined({ issuer, products, company, period });
  const given = defined({ start, roster });
  if (!io.outIsTerminal || io.ask === undefined || options.json) return { ...given, start };
  const ask = async (question: string): Promise<string | undefined> =>
    (await io.ask?.(`${question}: `))?.trim() || undefined;
  io.out("Leave an answer empty if you do not know it yet.\n");
  if (wanted.settings) {
    const name = issuer ?? (await ask("Who runs the campaign (the issuer's name)"));
    const makes = products ?? (await ask("What it makes (“… manufactures ___”)"));
    const own = company ?? (await ask("Our company, as our own declarations name it")) ?? name;
    Object.assign(start, defined({ issuer: name, products: makes, company: own }));
  }
  while (start.period === undefined) {
    const text = await ask("Calendar year of the inquiry");
    if (text === undefined) break;
    if (/^(19|20)\d\d$/.test(text)) start.period = Number(text);
    else io.out("Expected a calendar year, such as 2024.\n");
  }
  const list =
    roster ?? (wanted.roster ? await ask("File with your list of suppliers (.xlsx or .csv)") : undefined);
  return { start, ...defined({ roster: list }) };
}

/** Reads the list of suppliers; on a terminal a person decides how ambiguous dates are read. */
async function readTaken(
  path: string,
  options: InitOptions,
  io: Io,
): Promise<{ roster: TakenRoster; dates?: DayOrder }> {
  const bytes = await readOneFile(path, io);
  const file = basename(path);
  try {
    return { roster: await takeRoster(bytes, file, options.dates), ...defined({ dates: options.dates }) };
  } catch (error) {
    if (!(error instanceof UnclearDates)) throw error;
    if (!io.outIsTerminal || io.ask === undefined || options.json) {
      throw new UsageError(
        `${file}: ${error.message} Say how dates are written: --dates "day first", or "month first".`,
      );
    }
    io.out(`${printable(error.message)}\n`);
    const answer = (await io.ask("Is the day first, or the month (d/m)? "))?.trim().toLowerCase();
    const dates = DAY_ORDERS.find((order) => answer && order.startsWith(answer));
    if (dates === undefined) throw new UsageError("How dates are written was not said; nothing was changed.");
    return { roster: await takeRoster(bytes, file, dates), dates };
  }
}

function outcome(
  workspace: Workspace,
  {
    written,
    taken,
    start,
    root,
  }: { written: string[]; taken: TakenRoster | undefined; start: CampaignStart; root: string },
  io: Io,
): string[] {
  const year = start.period ?? "<year>";
  const other = findWorkspace(root);
  const place = relative(io.cwd, root);
  const named = (name: string) => printable(place === "" ? name : `${place}/${name}`);
  const steps: NextStep[] = [
    ...(taken === undefined && written.includes(ROSTER_FILE)
      ? [[`edit ${named(ROSTER_FILE)}`, "the suppliers that you ask, one per line"] as const]
      : []),
    ["cmrt ingest <folder>", "read the workbooks that suppliers sent"],
    [`cmrt check --period ${year}`, "what is missing, contradictory or doubtful, by supplier"],
    ["cmrt reference import <list>", "statuses of smelters, for example the RMI's list of conformant ones"],
    [`cmrt report --period ${year}`, "the RCOI report"],
  ];
  return [
    ...written.map((name) => `written     ${named(name)}`),
    ...(taken === undefined ? [] : [`suppliers   ${taken.roster.suppliers.length}`]),
    ...(taken?.notices ?? []).map((notice) => `            ${printable(notice)}`),
    ...(other === root || workspace.exists
      ? []
      : [
          `Commands in this folder use the workspace ${printable(other)} until something is ingested with --workspace .`,
        ]),
    "",
    ...nextSteps(steps),
  ];
}
