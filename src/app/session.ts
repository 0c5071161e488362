// What verbs work on: the campaign of a workspace, or of files named on the command line, with all files that people
// keep for it. Every verb evaluates a period through the session, and therefore in the same way.

import type { PeriodResult } from "../campaign/compare-change.ts";
import { type TemplateEvaluation, withPlantMinerals } from "../campaign/plants.ts";
import { requestsAbout } from "../campaign/request-log.ts";
import { surveyedIn } from "../campaign/suppliers.ts";
import { countedResponses, isRoster } from "../domain/standing.ts";
import { DEFAULT_FAMILY, FAMILIES, familyNamed } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { type Defined, defined } from "../lib/defined.ts";
import { UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import type { SmelterDecision } from "../match/decisions.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { LoggedRequest } from "../model/follow-up.ts";
import type { Limits } from "../model/limits.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { Response } from "../model/response.ts";
import type { ResponseDiff } from "../model/response-diff.ts";
import type { Roster } from "../model/roster.ts";
import type { Settings } from "../model/settings.ts";
import { sourceText } from "../model/workbook.ts";
import { ACCEPTED_FILE } from "../model/workspace-files.ts";
import { acceptedIn, parseAccepted } from "../rules/support/accepted.ts";
import type { Workspace } from "../store/open-workspace.ts";
import { findFiles } from "../workbook/sources/find-files.ts";
import { listPerVersion } from "./campaign/campaign-lists.ts";
import { type EvaluateOptions, evaluate } from "./campaign/evaluate.ts";
import { earlierPeriod, evaluatePeriod } from "./campaign/evaluate-period.ts";
import { type Campaign, loadCampaign } from "./campaign/load-campaign.ts";
import { type OtherFamilies, ofFamily, othersNotice } from "./campaign/of-family.ts";
import { openFiles } from "./campaign/open-files.ts";
import { evaluatePair } from "./diff/evaluate-pair.ts";
import { loadRequests } from "./follow-up/load-requests.ts";
import { loadImportedLists, mergeLists } from "./lists/imported-lists.ts";
import { loadDecisions } from "./lists/load-decisions.ts";
import { findListOrFile } from "./lists/open-list-file.ts";
import { loadRoster } from "./load-roster.ts";
import { readSettings } from "./read-settings.ts";
import { tuneGcForCampaign } from "./reading/tune-gc.ts";
import { makePack, type Pack } from "./report/make-pack.ts";
import { workspaceHere } from "./workspace-here.ts";

export interface SessionOptions {
  /** Abbreviation of the template family; the default family unless given. */
  family?: string;
  /** The caller handles the other templates too: do not print a notice about them. */
  everyFamily?: boolean;
  /** Folder that contains `.cmrt/`; by default the nearest parent that has one, else the current folder. */
  workspace?: string;
  /** Files and folders to read instead of the workspace's responses. */
  paths?: readonly string[];
  /** Print no notices. */
  quiet?: boolean;
  /** Passwords to try on protected workbooks. */
  password?: readonly string[];
  /** Ids of stored responses to use in addition to `paths`. */
  stored?: readonly string[];
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  /** The day of the run (ISO); by default today. */
  today?: string;
  /** Whether this is part of another program, which manages its own memory. */
  embedded?: boolean;
  /** Limits to use instead of the workspace's, if its settings were written by somebody else. */
  limits?: Limits;
}

/** Options of an evaluation. */
export interface When {
  /** The requested calendar year; without it all responses are evaluated. */
  period?: number | undefined;
  /** Last day (ISO) that counts for the period; by default from the settings. */
  cutoff?: string | undefined;
  /** Match and check only responses that count, for callers that need nothing of the others. */
  standingOnly?: boolean;
  /** Run no rules, for callers that do not need findings. */
  withoutRules?: boolean;
  /**
   * The later period with which this one is compared: a response that counts there is replaced here by the supplier's
   * previous one, if there is one.
   */
  beside?: Evaluation;
}

export interface PackOptions {
  period: number;
  cutoff?: string | undefined;
  withContacts?: boolean | undefined;
}

export interface Session {
  /** The template family of the session. */
  family: Family;
  /** The workspace, which may be empty if paths were given. */
  workspace: Workspace;
  campaign: Campaign;
  /** Counts of responses in other templates that were set apart. */
  others: OtherFamilies;
  /** All responses in other templates, whether or not the company also sent one of this family. */
  apart: readonly Response[];
  settings: Settings;
  /** The day of the run, ISO. */
  today: string;
  /** The suppliers that the campaign asks; undefined without a roster. */
  roster: Roster | undefined;
  /** The log of what suppliers were asked and told; empty if files are read without the workspace. */
  requests: readonly LoggedRequest[];
  /** Evaluates which responses count, what their smelters are and what the rules find, applying people's decisions. */
  evaluate(when?: When): Evaluation;
  /** Evaluates one period, including its consolidated figures. */
  evaluatePeriod(period: number, when?: Omit<When, "period">): PeriodResult;
  /** A session for each other template that has responses or that the roster asks for. */
  otherFamilies(): Session[];
  /**
   * Evaluates each of those templates separately, counted responses only. `withoutRules` is for callers that do not
   * need findings.
   */
  elsewhere(when?: Pick<When, "period" | "cutoff" | "withoutRules">): TemplateEvaluation[];
  /** What changed between two responses of the same supplier, each evaluated as if the other had not arrived. */
  diff(before: Response, after: Response, when?: Pick<When, "period">): ResponseDiff;
  /**
   * The report pack of a period, rendered file by file as it is consumed. Throws UsageError if the cut-off is before
   * the period.
   */
  pack(options: PackOptions): Pack;
}

/**
 * Opens the campaign of the workspace; with `paths`, responses are read from there instead and nothing is stored.
 * Settings, accepted findings, imported lists and decisions are the workspace's in both cases, the roster only without
 * `paths`. Ignored lines of the decisions file are reported. `reference` names lists, or files, to use whatever their
 * date. Throws UsageError for invalid settings and for a list that does not exist, WorkspaceError if nothing was
 * ingested.
 */
export async function openSession(io: Io, options: SessionOptions): Promise<Session> {
  if (!options.embedded) tuneGcForCampaign();
  const { paths = [], today = io.today() } = options;
  const workspace = workspaceHere(io, options);
  const settings = readSettings(workspace);
  const family = options.family === undefined ? DEFAULT_FAMILY : familyNamed(options.family);
  const everything = await openCampaign(workspace, { ...options, paths }, settings, io);
  const accepted = parsed(workspace, ACCEPTED_FILE, parseAccepted) ?? [];
  const read = paths.length === 0 ? await loadRoster(workspace, withLimits(settings, options)) : undefined;
  const roster = read?.roster.suppliers.length ? read.roster : undefined;
  const { decisions, notices } = loadDecisions(workspace);
  const log = paths.length === 0 ? loadRequests(workspace) : { requests: [], notices: [] };
  const imported = loadImportedLists(workspace);
  const { campaign, others } = ofFamily(everything, family, roster);
  if (!options.quiet) {
    const notice = options.everyFamily ? undefined : othersNotice(others, family);
    const all = [...rosterNotices(campaign), ...(read?.notices ?? []), ...notices, ...log.notices];
    for (const one of [...(notice === undefined ? [] : [notice]), ...all]) io.err(`${one}\n`);
  }
  const named = await findNamed(options.reference ?? [], campaign, imported, { io, limits: settings.limits });
  const lists = mergeLists(imported, named);
  const kept = {
    settings,
    today,
    accepted,
    lists,
    ...defined({ roster, named: named.length > 0 ? named : undefined }),
  };
  return sessionOf(family, { workspace, everything, requests: log.requests, decisions, kept });
}

/**
 * The campaign with a session for each of its templates, starting with the default one, whether or not it is in use;
 * only the requested family, if any. Throws like `openSession`.
 */
export async function openSessions(
  io: Io,
  options: Omit<SessionOptions, "everyFamily">,
): Promise<[Session, ...Session[]]> {
  const everyFamily = options.family === undefined;
  const session = await openSession(io, { ...options, everyFamily });
  return [session, ...(everyFamily ? session.otherFamilies() : [])];
}

/** The sessions whose template was sent or is asked for; the first one if there are none. */
export function sessionsInUse(sessions: readonly [Session, ...Session[]]): [Session, ...Session[]] {
  const [one, ...more] = sessions.filter(
    ({ campaign, roster, family }) =>
      campaign.responses.length > 0 ||
      (roster !== undefined && surveyedIn(roster, null, family.id).length > 0),
  );
  return one === undefined ? [sessions[0]] : [one, ...more];
}

/** What the sessions of all families of a campaign share. */
interface Opened {
  workspace: Workspace;
  /** The responses of every family. */
  everything: Campaign;
  requests: readonly LoggedRequest[];
  decisions: readonly SmelterDecision[];
  /** The options common to all evaluations. */
  kept: EvaluateOptions;
}

function sessionOf(family: Family, opened: Opened): Session {
  const { workspace, everything } = opened;
  const { settings, today, roster } = opened.kept;
  const { campaign, others, apart } = ofFamily(everything, family, roster);
  const decisions = opened.decisions.filter(({ metal }) => family.minerals.some(({ id }) => id === metal));
  const requests = requestsAbout(opened.requests, family);
  const accepted = acceptedIn(opened.kept.accepted ?? [], family);
  const kept = { ...opened.kept, family, decisions, accepted };
  const saving = <T>(result: T): T => {
    campaign.kept?.save();
    return result;
  };
  const withPlants = (result: PeriodResult, when: Pick<When, "period" | "cutoff">): PeriodResult => {
    const { evaluation, consolidation } = result;
    const templates = [{ family, evaluation }, ...session.elsewhere({ ...when, withoutRules: true })];
    const facilities = withPlantMinerals(consolidation.facilities, templates);
    return { evaluation, consolidation: { ...consolidation, facilities } };
  };
  const isPartOf = ({ id }: Family) =>
    apart.some(({ template }) => template.family === id) ||
    roster?.suppliers.some(({ families }) => families?.includes(id)) === true;
  const session: Session = {
    family,
    workspace,
    campaign,
    others,
    apart,
    settings,
    today,
    roster,
    requests,
    evaluate: (when = {}) => saving(evaluate(campaign, { ...kept, ...asked(when) })),
    evaluatePeriod: (period, when = {}) =>
      saving(evaluatePeriod(campaign, { ...kept, ...asked(when), period })),
    otherFamilies: () =>
      FAMILIES.filter((other) => other !== family && isPartOf(other)).map((other) =>
        sessionOf(other, opened),
      ),
    elsewhere: (when = {}) =>
      session.otherFamilies().map((other) => ({
        family: other.family,
        evaluation: other.evaluate({ ...when, standingOnly: true }),
      })),
    diff: (before, after, when = {}) => evaluatePair(campaign, [before, after], { ...kept, ...asked(when) }),
    pack({ period, cutoff, withContacts = false }) {
      if (cutoff !== undefined && cutoff < `${period}-01-01`) {
        throw new UsageError(`The cut-off ${cutoff} is before the period ${period} begins.`);
      }
      const evaluated = evaluatePeriod(campaign, { ...kept, ...asked({ cutoff }), period });
      const current = family === DEFAULT_FAMILY ? evaluated : withPlants(evaluated, { period, cutoff });
      const earlier = earlierPeriod(campaign, {
        ...kept,
        period: period - 1,
        standLater: countedIds(current.evaluation),
      });
      campaign.kept?.save();
      return makePack({
        workspace,
        settings,
        withContacts,
        current,
        requests,
        ...defined({ earlier }),
      });
    },
  };
  return session;
}

function withLimits(settings: Settings, { limits = settings.limits }: SessionOptions): Settings {
  return { ...settings, limits };
}

async function openCampaign(
  workspace: Workspace,
  options: SessionOptions & { paths: readonly string[] },
  { limits }: Settings,
  io: Io,
): Promise<Campaign> {
  if (options.paths.length === 0) return loadCampaign(workspace);
  const found = await findFiles(options.paths, io.cwd, limits);
  if (!options.quiet)
    for (const { path, why } of found.passedOver)
      io.err(`Skipped: ${printable(path)}; it was taken for ${why}.\n`);
  const campaign = await openFiles(found, { passwords: options.password ?? [], limits });
  if (found.links && !options.quiet) io.err(`Symbolic links that were not followed: ${found.links}.\n`);
  return options.stored?.length ? withStored(campaign, loadCampaign(workspace), options.stored) : campaign;
}

/**
 * The campaign of the given files with some responses of the workspace added, and the lists of all of its workbooks.
 */
function withStored(campaign: Campaign, kept: Campaign, ids: readonly string[]): Campaign {
  const added = kept.responses.filter(
    ({ id }) => ids.includes(id) && !campaign.responses.some((one) => one.id === id),
  );
  return {
    ...campaign,
    responses: [...campaign.responses, ...added],
    lists: [...campaign.lists, ...kept.lists],
  };
}

/** Notices about lists of suppliers among the responses, which are not responses. */
function rosterNotices({ unreadable }: Campaign): string[] {
  return unreadable
    .filter(isRoster)
    .map((file) => printable(`${sourceText(file)}: ${file.unreadable.reason} ${file.unreadable.ask}`));
}

/** A workspace file parsed with `parse`; undefined if it does not exist. */
function parsed<T>(workspace: Workspace, file: string, parse: (text: string) => T): T | undefined {
  const text = workspace.readUserFile(file);
  return text === undefined ? undefined : parse(text);
}

/** The lists with these names, in order. */
async function findNamed(
  names: readonly string[],
  campaign: Campaign,
  imported: readonly ReferenceList[],
  { io, limits }: { io: Io; limits: Limits },
): Promise<ReferenceList[]> {
  const fromWorkbooks = listPerVersion(campaign.lists).map(({ list }) => list);
  const named: ReferenceList[] = [];
  for (const name of names)
    named.push(await findListOrFile(mergeLists(fromWorkbooks, imported), name, io, limits));
  return named;
}

function asked({
  beside,
  ...when
}: When): Defined<Omit<When, "beside"> & { standLater?: ReadonlySet<string> }> {
  return defined({ ...when, standLater: beside && countedIds(beside) });
}

function countedIds({ responses }: Evaluation): Set<string> {
  return new Set(countedResponses(responses).map(({ response }) => response.id));
}
