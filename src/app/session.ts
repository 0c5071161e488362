// What the verbs work on: the campaign of a workspace, or of files named on the command line, with everything that people
// keep beside it. A period is evaluated in one way, whichever verb asks.

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
  /** Abbreviation of the family of templates to look at; that of campaigns unless told otherwise. */
  family?: string;
  /** The other templates are looked at too: no notice about them. */
  everyFamily?: boolean;
  /** Folder that holds `.cmrt/`; without it the nearest parent that has one, else the current folder. */
  workspace?: string;
  /** Files and folders to read instead of the workspace's responses. */
  paths?: readonly string[];
  /** No notices. */
  quiet?: boolean;
  /** Passwords to try on protected workbooks. */
  password?: readonly string[];
  /** Ids of stored responses to look at beside those that the paths name. */
  stored?: readonly string[];
  /** Names or files of reference lists that count whatever their date. */
  reference?: readonly string[];
  /** The day of the run (ISO); by default the clock's. */
  today?: string;
  /** Part of another program, which looks after its memory itself. */
  embedded?: boolean;
  /** Limits that hold instead of the workspace's own, where somebody else wrote its settings. */
  limits?: Limits;
}

/** What a verb may ask of an evaluation. */
export interface When {
  /** The calendar year asked for; without it every response is looked at. */
  period?: number | undefined;
  /** Last day (ISO) that counts for the period; by default from the settings. */
  cutoff?: string | undefined;
  /** Match and check only the responses that stand: for those who look at nothing of the others. */
  standingOnly?: boolean;
  /** Run no rule: for those who look at no finding. */
  withoutRules?: boolean;
  /** The later period with which this one is compared: each supplier's response is then another one where it has one. */
  beside?: Evaluation;
}

export interface PackOptions {
  period: number;
  cutoff?: string | undefined;
  withContacts?: boolean | undefined;
}

export interface Session {
  /** The family of templates that is looked at. */
  family: Family;
  /** The workspace, which may be empty where paths were named. */
  workspace: Workspace;
  campaign: Campaign;
  /** Responses of other templates than the campaign's, which nothing here looks at. */
  others: OtherFamilies;
  /** All responses of other templates, whether one of this was sent too or not. */
  apart: readonly Response[];
  settings: Settings;
  /** The day of the run, ISO. */
  today: string;
  /** The suppliers that the campaign asks; undefined without a roster. */
  roster: Roster | undefined;
  /** The log of what suppliers were asked and told; empty where files are looked at without the workspace. */
  requests: readonly LoggedRequest[];
  /** Which responses count, what their smelters are and what the rules find, with all that people decided. */
  evaluate(when?: When): Evaluation;
  /** The same for one period, with the figures that follow. */
  evaluatePeriod(period: number, when?: Omit<When, "period">): PeriodResult;
  /** The other templates of which there are responses, or that the roster asks for, each as a session of its own. */
  otherFamilies(): Session[];
  /**
   * The same templates, each evaluated by itself, with the responses that count alone. `withoutRules`: for those who look
   * at no finding.
   */
  elsewhere(when?: Pick<When, "period" | "cutoff" | "withoutRules">): TemplateEvaluation[];
  /**
   * What changed from one response of the campaign to another of the same supplier, each evaluated as if the other had
   * not come.
   */
  diff(before: Response, after: Response, when?: Pick<When, "period">): ResponseDiff;
  /**
   * The report pack of a period, rendered file by file as it is consumed. Throws UsageError where the cut-off lies
   * before the period.
   */
  pack(options: PackOptions): Pack;
}

/**
 * Opens the campaign of the workspace; with `paths` the responses are read straight from there and nothing is stored.
 * Settings, accepted findings, imported lists and decisions are those of the workspace in either case, the roster only
 * where its own responses are looked at; lines of the decisions file that do not apply are told. `reference` names lists,
 * or files, that count whatever their date. Throws UsageError for settings that are not understood and for a list that is
 * not there, WorkspaceError where nothing was ingested.
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
 * The campaign with a session for each of its templates, that of campaigns first, whether anything is part of it or not;
 * where a family is asked for, that alone. Throws as `openSession` does.
 */
export async function openSessions(
  io: Io,
  options: Omit<SessionOptions, "everyFamily">,
): Promise<[Session, ...Session[]]> {
  const everyFamily = options.family === undefined;
  const session = await openSession(io, { ...options, everyFamily });
  return [session, ...(everyFamily ? session.otherFamilies() : [])];
}

/** The sessions whose template was sent or is asked for; the first where that is true of none. */
export function sessionsInUse(sessions: readonly [Session, ...Session[]]): [Session, ...Session[]] {
  const [one, ...more] = sessions.filter(
    ({ campaign, roster, family }) =>
      campaign.responses.length > 0 ||
      (roster !== undefined && surveyedIn(roster, null, family.id).length > 0),
  );
  return one === undefined ? [sessions[0]] : [one, ...more];
}

/** What the sessions of all families of a campaign work on. */
interface Opened {
  workspace: Workspace;
  /** The responses of every family. */
  everything: Campaign;
  requests: readonly LoggedRequest[];
  decisions: readonly SmelterDecision[];
  /** What every evaluation takes. */
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
      io.err(`Passed over: ${printable(path)}; it was taken for ${why}.\n`);
  const campaign = await openFiles(found, { passwords: options.password ?? [], limits });
  if (found.links && !options.quiet) io.err(`Symbolic links that were not followed: ${found.links}.\n`);
  return options.stored?.length ? withStored(campaign, loadCampaign(workspace), options.stored) : campaign;
}

/** The campaign of files with some responses of the workspace and the lists of all of its workbooks. */
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

/** Lists of suppliers among the responses, which are not responses. */
function rosterNotices({ unreadable }: Campaign): string[] {
  return unreadable
    .filter(isRoster)
    .map((file) => printable(`${sourceText(file)}: ${file.unreadable.reason} ${file.unreadable.ask}`));
}

/** What a file of the workspace says; undefined where it is not there. */
function parsed<T>(workspace: Workspace, file: string, parse: (text: string) => T): T | undefined {
  const text = workspace.readUserFile(file);
  return text === undefined ? undefined : parse(text);
}

/** The lists of the wanted names, in their order. */
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
