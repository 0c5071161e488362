// The public API; see docs/api.md. Everything else in this package may change without notice.
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

/** A rule of the catalogue as published: its condition, why it matters, what to ask. */
export type PublishedRule = Pick<
  Rule,
  "id" | "severity" | "risk" | "scope" | "needs" | "about" | "title" | "why" | "ask" | "source" | "internal"
>;

/** The catalogue, in the order in which `cmrt rules` lists it. */
export const RULES: readonly PublishedRule[] = CATALOGUE;

/** The content of a file: a response and its workbook's look-up list, or the reason why there is none. */
export type ReadFile =
  | { ok: true; response: Response; lookUpList?: ReferenceList }
  | ({ ok: false } & UnreadableFile);

export interface ReadOptions {
  /** Passwords to try on a protected workbook. */
  passwords?: readonly string[];
  /** Limits on the work caused by the file, if they differ from the defaults. */
  limits?: Partial<Limits>;
}

/**
 * Reads the bytes of one workbook; `path` is its name in the result. A file that cannot be read is a result with the
 * reason and what to ask for, never an error. Reads in this process: only the command line, which uses worker
 * processes, can limit time and memory per file.
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

/** Narrows a check. */
export interface CheckOptions {
  /** The requested calendar year; without it all responses are checked. */
  period?: number;
  /** Let warnings fail the check like errors. */
  strict?: boolean;
  /** Only findings of these rules. */
  rules?: readonly string[];
  /** Only suppliers whose name contains this text, ignoring case. */
  supplier?: string;
}

export interface CheckResponsesOptions extends CheckOptions {
  /** Abbreviation of the template to check, in any letter case: "EMRT"; by default every template of the responses. */
  family?: string;
  /** The day of the run (ISO): the same day gives the same findings. */
  today: string;
  /** Settings as in cmrt.json. */
  settings?: unknown;
  /** Reference lists in addition to those in the workbooks. */
  lists?: readonly ReferenceList[];
  /** Findings that people accepted. */
  accepted?: readonly AcceptedFinding[];
}

/**
 * Checks files as one campaign: files with the same bytes are one response, and a newer response supersedes an older
 * one of the same supplier, template and scope. By default covers all templates of the responses. Returns the result of
 * `cmrt check --format json`. Throws UsageError for invalid settings, and for an unknown rule or template.
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

/** The family with an abbreviation in any letter case; the default family without one. */
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
  /** The folder that was ingested into, which contains `.cmrt/`. */
  folder: string;
  /** The day of the run (ISO). */
  today: string;
  /** Abbreviation of the template, in any letter case: "EMRT"; by default the CMRT. */
  family?: string;
  /** Files and folders to read instead of the ingested responses, as paths in the folder. */
  paths?: readonly string[];
  /** Passwords to try on protected workbooks. */
  passwords?: readonly string[];
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  /** Called with notices for a person: ignored lines of the decisions file, links that were not followed. */
  onNotice?(text: string): void;
}

/** A file of a report pack: its name and its content, in one piece or many. */
export type PackFile = readonly [name: string, content: string | Uint8Array | Iterable<Uint8Array>];

/** The campaign in a folder, with all files that people keep for it. */
export interface Session {
  settings: Settings;
  /** The day of the run (ISO). */
  today: string;
  responses: readonly Response[];
  /** The result of `cmrt check --format json` for the template. */
  check(options?: CheckOptions): CheckAnswer;
  /** Evaluates which responses count, what their smelters are and what the rules find. */
  evaluate(options?: { period?: number; cutoff?: string }): Evaluation;
  /** The files of the report of a period, rendered one by one on demand; nothing is written. */
  pack(options: { period: number; cutoff?: string; withContacts?: boolean }): AsyncIterable<PackFile>;
}

/**
 * Opens the campaign in a folder. Throws UsageError for invalid settings and for an unknown template or list,
 * WorkspaceError if nothing was ingested.
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
