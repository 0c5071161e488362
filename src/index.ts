// The public API, see docs/api.md. Everything else in this package may change without notice.
import { resolve } from "node:path";
import { evaluate } from "./app/campaign/evaluate.ts";
import { gatherCampaign } from "./app/campaign/gather-campaign.ts";
import { ofFamily } from "./app/campaign/of-family.ts";
import { joinReports } from "./app/check/join-reports.ts";
import { readResponse as readBytes } from "./app/reading/read-response.ts";
import { openSession as openSessionWith } from "./app/session.ts";
import { DEFAULT_FAMILY, FAMILIES, findFamily } from "./forms/families.ts";
import type { Family } from "./forms/form.ts";
import { parseSettings } from "./forms/schemas.ts";
import { defined } from "./lib/defined.ts";
import { UsageError } from "./lib/errors.ts";
import { sha256Of } from "./lib/sha256.ts";
import type { CheckAnswer } from "./model/check.ts";
import type { Evaluation } from "./model/evaluation.ts";
import type { AcceptedFinding } from "./model/finding.ts";
import { LIMITS, type Limits } from "./model/limits.ts";
import type { ReferenceList } from "./model/reference.ts";
import type { Response } from "./model/response.ts";
import type { Settings } from "./model/settings.ts";
import type { UnreadableFile } from "./model/workbook.ts";
import { checkAnswer, checkReport } from "./report/check/check-report.ts";
import { RULES as CATALOGUE } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { acceptedIn } from "./rules/support/accepted.ts";
import { requireRules } from "./rules/support/find-rule.ts";

export { UsageError, WorkspaceError } from "./lib/errors.ts";
export type { CheckAnswer, CheckedFile } from "./model/check.ts";
export type { EvaluatedResponse, Evaluation } from "./model/evaluation.ts";
export type { AcceptedFinding, Finding, NotRun, Severity } from "./model/finding.ts";
export type { Limits } from "./model/limits.ts";
export type { RowMatch } from "./model/match.ts";
export type { ReferenceEntry, ReferenceList } from "./model/reference.ts";
export type { Answer, Product, Response, SmelterRow } from "./model/response.ts";
export type { Settings } from "./model/settings.ts";
export type { Unreadable, UnreadableFile } from "./model/workbook.ts";

/** A rule of the catalogue as it is published: what it finds, why it matters, what to ask. */
export type PublishedRule = Pick<
  Rule,
  "id" | "severity" | "risk" | "scope" | "needs" | "about" | "title" | "why" | "ask" | "source" | "internal"
>;

/** The catalogue, in the order in which `cmrt rules` lists it. */
export const RULES: readonly PublishedRule[] = CATALOGUE;

/** What a file holds: a response and the look-up list of its workbook, or the reason why there is none. */
export type ReadFile =
  | { ok: true; response: Response; lookUpList?: ReferenceList }
  | ({ ok: false } & UnreadableFile);

export interface ReadOptions {
  /** Passwords to try on a protected workbook. */
  passwords?: readonly string[];
  /** How much the file may make cmrt do, where that differs from the limits that cmrt sets. */
  limits?: Partial<Limits>;
}

/**
 * Reads the bytes of one workbook; `path` names it in what is found. A file that cannot be read is an outcome with its
 * reason and what to ask for, and never an error. Reads in this process: time and memory per file are limited only by
 * the command line, which reads in processes of their own.
 */
export async function readResponse(
  bytes: Uint8Array,
  path: string,
  { passwords = [], limits }: ReadOptions = {},
): Promise<ReadFile> {
  const source = { path, container: null };
  const sha256 = sha256Of(bytes);
  const result = await readBytes(bytes, source, { sha256, passwords, limits: { ...LIMITS, ...limits } });
  if (!result.ok) {
    return { ok: false, ...source, sha256, bytes: bytes.length, unreadable: result.unreadable };
  }
  return { ok: true, response: result.response, ...defined({ lookUpList: result.lookUpList }) };
}

/** Narrows a check to what is asked for. */
export interface CheckOptions {
  /** The calendar year asked for; without it every response is looked at. */
  period?: number;
  /** Warnings count like errors for those who fail on them. */
  strict?: boolean;
  /** Only findings of these rules. */
  rules?: readonly string[];
  /** Only suppliers whose name contains this text, letter case ignored. */
  supplier?: string;
}

export interface CheckResponsesOptions extends CheckOptions {
  /** Abbreviation of the template to look at, in any letter case: "EMRT"; every one that there is without it. */
  family?: string;
  /** The day of the run, ISO: the same day gives the same findings. */
  today: string;
  /** Settings as in cmrt.json. */
  settings?: unknown;
  /** Reference lists beside those of the workbooks. */
  lists?: readonly ReferenceList[];
  /** Findings that people accepted. */
  accepted?: readonly AcceptedFinding[];
}

/**
 * Checks files that were read, as one campaign: the same bytes twice are one response, and a newer response supersedes
 * an older one of the same supplier, template and scope. Without a family that is asked for, it is about every template
 * of the responses. The answer is that of `cmrt check --format json`. Throws UsageError for settings that are not
 * understood, for a rule and for a template that there is not.
 */
export function checkResponses(files: readonly ReadFile[], options: CheckResponsesOptions): CheckAnswer {
  const { today, period, settings = {}, lists, accepted } = options;
  const asked = options.family === undefined ? undefined : requireFamily(options.family);
  const gathering = gatherCampaign();
  for (const file of files) {
    if (file.ok) gathering.addResponse(file.response, file.lookUpList);
    else {
      const { ok: _ok, ...unreadable } = file;
      gathering.addUnreadable(unreadable);
    }
  }
  const everything = gathering.campaign();
  const sent = new Set(everything.responses.map(({ template }) => template.family));
  const [first = DEFAULT_FAMILY, ...others] = asked ? [asked] : FAMILIES.filter(({ id }) => sent.has(id));
  const evaluationOf = (family: Family) =>
    evaluate(ofFamily(everything, family).campaign, {
      today,
      family,
      settings: parseSettings(JSON.stringify(settings), "settings"),
      ...defined({ period, lists, accepted: accepted && acceptedIn(accepted, family) }),
    });
  return answerOf([evaluationOf(first), ...others.map(evaluationOf)], options);
}

/** The family of an abbreviation in any letter case; that of campaigns without one. */
function requireFamily(id: string | undefined): Family {
  if (id === undefined) return DEFAULT_FAMILY;
  const family = findFamily(id.toUpperCase());
  if (family !== undefined) return family;
  throw new UsageError(`family: expected one of ${FAMILIES.map((one) => one.id).join(", ")}, not "${id}".`);
}

function answerOf(
  [first, ...others]: readonly [Evaluation, ...Evaluation[]],
  { strict = false, rules, supplier }: CheckOptions,
): CheckAnswer {
  requireRules(rules ?? [], "rules");
  const reportOf = (evaluation: Evaluation) =>
    checkReport(evaluation, { strict, ...defined({ rules, supplier }) });
  return checkAnswer(joinReports([reportOf(first), ...others.map(reportOf)]));
}

export interface SessionOptions {
  /** The folder that was ingested into: it holds `.cmrt/`. */
  folder: string;
  /** The day of the run, ISO. */
  today: string;
  /** Abbreviation of the template to look at, in any letter case: "EMRT"; the CMRT without it. */
  family?: string;
  /** Files and folders to read instead of what was ingested, by their paths in the folder. */
  paths?: readonly string[];
  /** Passwords to try on protected workbooks. */
  passwords?: readonly string[];
  /** Names or files of reference lists that count whatever their date. */
  reference?: readonly string[];
  /** Told what a person should know: lines of the decisions that do not apply, links that were not followed. */
  onNotice?(text: string): void;
}

/** A file of a report pack: its name and its content, in one piece or many. */
export type PackFile = readonly [name: string, content: string | Uint8Array | Iterable<Uint8Array>];

/** A campaign as it lies in its folder, with everything that people keep beside it. */
export interface Session {
  settings: Settings;
  /** The day of the run, ISO. */
  today: string;
  responses: readonly Response[];
  /** The answer of `cmrt check --format json` about the template. */
  check(options?: CheckOptions): CheckAnswer;
  /** Which responses count, what their smelters are and what the rules find. */
  evaluate(options?: { period?: number; cutoff?: string }): Evaluation;
  /** The files of the report of a period, rendered one by one as they are asked for; nothing is written. */
  pack(options: { period: number; cutoff?: string; withContacts?: boolean }): AsyncIterable<PackFile>;
}

/**
 * Opens the campaign of a folder. Throws UsageError for settings that are not understood, for a template that there is
 * not and for a list that is not there, WorkspaceError where nothing was ingested.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { folder, today, paths = [], passwords = [], reference = [], onNotice } = options;
  const root = resolve(folder);
  const io = {
    out: () => undefined,
    err: (text: string) => onNotice?.(text.trimEnd()),
    outIsTerminal: false,
    errIsTerminal: false,
    cwd: root,
    env: {},
    today: () => today,
  };
  const session = await openSessionWith(io, {
    workspace: root,
    today,
    family: requireFamily(options.family).id,
    paths,
    password: passwords,
    reference,
    quiet: onNotice === undefined,
    embedded: true,
  });
  return {
    settings: session.settings,
    today,
    responses: session.campaign.responses,
    check: (asked = {}) => answerOf([session.evaluate({ period: asked.period })], asked),
    evaluate: (when = {}) => session.evaluate(when),
    pack: (asked) => session.pack(asked).files,
  };
}
