// What `cmrt check` and `cmrt report` work on: the workspace, or files and folders named on the command line.
import { parseRoster } from "../campaign/parse-roster.ts";
import type { Io } from "../lib/io.ts";
import { version } from "../lib/version.ts";
import type { AcceptedFinding } from "../model/finding.ts";
import type { ReferenceList } from "../model/reference.ts";
import { ROSTER_FILE, type Roster } from "../model/roster.ts";
import type { Settings } from "../model/settings.ts";
import { sourceText, type UnreadableFile } from "../model/workbook.ts";
import { ACCEPTED_FILE, parseAccepted } from "../rules/support/accepted.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { openWorkspace, type Workspace } from "../store/open-workspace.ts";
import { createRowPacker } from "../store/pack-rows.ts";
import type { OpenOptions } from "../workbook/open-workbook.ts";
import { type Found, findFiles } from "../workbook/sources/find-files.ts";
import type { EvaluateOptions } from "./campaign/evaluate.ts";
import { type Campaign, loadCampaign } from "./campaign/load-campaign.ts";
import { gatherLists, type ListUse, listKey, listPerVersion } from "./campaign/own-lists.ts";
import { loadImportedLists, mergeLists } from "./lists/imported-lists.ts";
import { loadDecisions } from "./lists/load-decisions.ts";
import { findListOrFile } from "./lists/read-list-file.ts";
import { readSettings } from "./read-settings.ts";
import { collectEarly } from "./reading/collect-early.ts";
import { openReader } from "./reading/open-reader.ts";
import { notAccessible, readAll, unreadableFile } from "./reading/read-all.ts";

export interface SessionOptions {
  /** Folder that holds `.cmrt/`; without it the nearest parent that has one, else the current folder. */
  workspace?: string;
  /** No notices. */
  quiet?: boolean;
  /** Passwords to try on protected workbooks. */
  password?: readonly string[];
  /** Names or files of reference lists that count whatever their date. */
  reference?: readonly string[];
}

export interface OpenedCampaign {
  /** The workspace, which may be empty where paths were named. */
  workspace: Workspace;
  campaign: Campaign;
  settings: Settings;
  /** Findings that people accepted. */
  accepted: AcceptedFinding[];
  /** The suppliers that the campaign asks; absent without a roster, and where paths were named. */
  roster?: Roster;
  /** What matching rests on beside the responses' own look-up sheets. */
  matching: Pick<EvaluateOptions, "lists" | "decisions" | "named">;
}

/**
 * Opens the campaign of the workspace; with `paths` the responses are read straight from there and nothing is stored.
 * Settings, imported lists and decisions are those of the workspace in either case; lines of the decisions file that do
 * not apply are told. `reference` names lists, or files, that
 * count whatever their date. Throws UsageError for settings that are not
 * understood and for a list that is not there.
 */
export async function openCampaign(
  paths: readonly string[],
  options: SessionOptions,
  io: Io,
): Promise<OpenedCampaign> {
  collectEarly();
  const workspace = openWorkspace(findWorkspace(io.cwd, options.workspace), version());
  const settings = readSettings(workspace);
  const { limits } = settings;
  const found = paths.length === 0 ? undefined : await findFiles(paths, io.cwd, limits);
  const campaign =
    found === undefined
      ? loadCampaign(workspace)
      : await readCampaign(found, { passwords: options.password ?? [], limits });
  if (found?.links && !options.quiet) io.err(`Symbolic links that were not followed: ${found.links}.\n`);
  const acceptedText = workspace.readUserFile(ACCEPTED_FILE);
  const accepted = acceptedText === undefined ? [] : parseAccepted(acceptedText);
  const rosterText = paths.length === 0 ? workspace.readUserFile(ROSTER_FILE) : undefined;
  const roster = rosterText === undefined ? {} : { roster: parseRoster(rosterText) };
  const { decisions, notices } = loadDecisions(workspace);
  if (!options.quiet) for (const notice of notices) io.err(`${notice}\n`);
  const imported = loadImportedLists(workspace);
  const own = listPerVersion(campaign.ownLists).map(({ list }) => list);
  const named: ReferenceList[] = [];
  for (const asked of options.reference ?? []) {
    named.push(await findListOrFile(mergeLists(own, imported), asked, io));
  }
  const matching = {
    lists: mergeLists(imported, named),
    decisions,
    ...(named.length > 0 ? { named } : {}),
  };
  return { workspace, campaign, settings, accepted, ...roster, matching };
}

/** Reads what was found into a campaign without a store. Files with the same bytes are one response, named by the first. */
export async function readCampaign(found: Found, options: OpenOptions): Promise<Campaign> {
  const responses: Campaign["responses"][number][] = [];
  const unreadable: UnreadableFile[] = [];
  const twins = new Map<string, string[]>();
  const lists = new Map<string, ReferenceList>();
  const uses: ListUse[] = [];

  const packer = createRowPacker();
  const reader = openReader(options, { expected: found.files.length });
  try {
    for await (const file of readAll(reader.unpack(found, new Set()), reader.read, reader)) {
      const { source } = file;
      if (file.is === "failure") {
        unreadable.push(unreadableFile(source, notAccessible(file.failure)));
      } else if (file.is !== "read") {
        const names = twins.get(file.sha256) ?? [];
        names.push(sourceText(source));
        twins.set(file.sha256, names);
      } else if (!file.result.ok) {
        unreadable.push(unreadableFile(source, file.result.unreadable, file));
      } else {
        const { response, ownList } = file.result;
        responses.push(packer.pack(response));
        if (ownList === undefined) continue;
        const key = listKey(ownList);
        lists.set(key, ownList);
        uses.push({ key, file: sourceText(source), sha256: response.id });
      }
    }
  } finally {
    await reader.close();
  }
  const ownLists = gatherLists(uses, (key) => lists.get(key));
  const copies = responses.flatMap(({ id, source }) => {
    const names = twins.get(id);
    return names ? [{ id, files: [sourceText(source), ...names] }] : [];
  });
  return { responses, withdrawn: new Set(), unreadable, ownLists, copies };
}
