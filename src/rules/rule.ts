// What a rule is: data and two pure functions, `check`, which finds facts, and `message`, which words them.

import type { Edition, Family, Layout, Requirements } from "../forms/form.ts";
import type { LikelyPair, SelectedResponse, Standing, UnattributedFile } from "../model/campaign.ts";
import type { DeclaredScope } from "../model/consolidation.ts";
import type { UnusableFile } from "../model/evaluation.ts";
import type { AcceptedFinding, Facts, Severity } from "../model/finding.ts";
import type { RowMatch } from "../model/match.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { Response } from "../model/response.ts";
import type { Settings } from "../model/settings.ts";
import type { StatusHistory } from "../model/status-history.ts";
import type { MineralId } from "../model/vocabulary.ts";
import type { About } from "./support/about.ts";
import type { ExampleMinerals, Examples } from "./support/example.ts";

/** Parts of a response that a rule may need. */
export type ResponsePart = "company" | "answers" | "policies" | "smelters" | "products" | "mines" | "ownList";

/** What a rule may need beyond the response: lists, periods and people's files, which a run may lack. */
export type CampaignPart =
  | "reference"
  | "statusList"
  | "statusHistory"
  | "originList"
  | "watchList"
  | "areaList"
  | "sanctionsList"
  | "period"
  | "previous"
  | "copies"
  | "roster"
  | "rosterProducts"
  | "rosterMinerals"
  | "askedMinerals"
  | "minimumVersion";

export type Need = ResponsePart | CampaignPart;

/** The smelters that a response names, in the form in which responses are compared. */
export interface NamedSmelters {
  /** The distinct keys of its facilities; see `facilityKey`. */
  facilities: readonly string[];
  /** How many of them its rows name, by the metal of the rows. */
  byMetal: Readonly<Record<string, number>>;
  /** How many reference list entries its rows match, by metal. */
  listed: Readonly<Record<string, number>>;
  /** The cell of its first row, and of its first row per metal. */
  firstCell: string | null;
  firstCells: Readonly<Record<string, string>>;
}

/** A response with everything that rules may look at. */
export interface CheckedResponse {
  selected: SelectedResponse;
  /** One match per smelter row; empty without a reference list. */
  matches: readonly RowMatch[];
  /** The response of the same supplier and scope that counted in the previous period. */
  previous?: Response;
}

/** The result of the rules over one response, which does not depend on other responses. */
export interface Judgement {
  findings: readonly { rule: string; severity: Severity; at: string | null; facts: Facts }[];
  notRun: readonly { rule: string; reason: string }[];
  named: NamedSmelters;
}

/**
 * Whether the rule with this id checks the response or, for a campaign rule, is run at all. A rule may leave a fact to
 * another rule only if that one runs: a rule that is off, or lacks what it needs, reports nothing.
 */
export type Says = (rule: string) => boolean;

/** What rules over one response may know about the rest of the campaign. */
export interface Beside {
  /** Whether the supplier has a response that counts. */
  supplierAnswered: boolean;
  /** Whether the supplier is missing from this period's roster; false without a roster. */
  supplierUnasked: boolean;
  /** Whether the response belongs to another period and requires no action in this one. */
  isOthersPeriod: boolean;
}

/** A cache of judgements. */
export interface KnownJudgements {
  /** The cached judgement for the same input, or else the result of `judge`. */
  of(asked: AskedJudgement, judge: () => Judgement): Judgement;
}

/** Everything that a judgement depends on, besides the lists and decisions behind its matches. */
export interface AskedJudgement {
  checked: CheckedResponse;
  beside: Beside;
  /** Ids of the rules to run. */
  rules: readonly string[];
  run: JudgingRun;
}

/** The part of a run that rules over one response may look at. */
export type JudgingRun = Pick<
  CheckInput,
  | "today"
  | "period"
  | "cutoff"
  | "reference"
  | "earlierLists"
  | "laterLists"
  | "statusList"
  | "originList"
  | "watchLists"
  | "areaLists"
  | "sanctionsLists"
  | "statusHistory"
> & { settings: Pick<Settings, "thresholds" | "cutoff" | "severities"> };

/** A supplier from which the campaign expects a response. */
export interface ExpectedSupplier {
  key: string;
  name: string;
  /** Part numbers that a product-level response must cover. */
  products?: readonly string[];
  /** Metals that its parts are known to contain. */
  minerals?: readonly MineralId[];
}

/** Why a response may not be that of its supplier. */
export type DeclarantDoubt = {
  /** The company name in the workbook; empty if it has none. */
  declared: string;
  supplier: string;
  /** What attributes the response to the supplier, worded for a person. */
  evidence: string;
  /** The other supplier on the roster whose name or ID it has; null if there is none. */
  other: string | null;
  /**
   * What the doubt is based on. With "unclear" the name may be the supplier's in an abbreviated form or
   * another script.
   */
  by: "name" | "uniqueId" | "unclear";
};

export interface CheckInput {
  responses: readonly CheckedResponse[];
  unreadable: readonly UnusableFile[];
  settings: Settings;
  /** ISO date of the run. */
  today: string;
  /** The requested period; null in a run over all periods. */
  period: number | null;
  /** Last ISO date that counts for the period. */
  cutoff: string | null;
  reference: ReferenceList | null;
  /** Earlier lists, to distinguish a removed facility from an unknown one. */
  earlierLists?: readonly ReferenceList[];
  /** Lists newer than the one in effect, to distinguish a facility added later from an unknown one. */
  laterLists?: readonly ReferenceList[];
  statusList?: ReferenceList;
  originList?: ReferenceList;
  watchLists?: readonly ReferenceList[];
  /** The user's lists of conflict-affected and high-risk areas. */
  areaLists?: readonly ReferenceList[];
  sanctionsLists?: readonly ReferenceList[];
  /** What lists said about facilities over time. */
  statusHistory?: StatusHistory;
  roster?: readonly ExpectedSupplier[];
  /** Doubts about whether responses are those of their suppliers, by response id. */
  doubts?: ReadonlyMap<string, DeclarantDoubt>;
  pairs?: readonly LikelyPair[];
  /** Responses in other templates, of the same suppliers or others. */
  beside?: readonly SelectedResponse[];
  /** Files received that cannot be attributed to a known supplier. */
  unattributed?: readonly UnattributedFile[];
  /** Responses that exist as several identical files, by id, with the files' names. */
  copies?: readonly { id: string; files: readonly string[] }[];
  /** Accepted findings in the order of their file. */
  accepted?: readonly AcceptedFinding[];
  /** Judgements from earlier runs. */
  judgements?: KnownJudgements;
}

/** A response as a rule sees it. */
export interface Subject extends CheckedResponse, Beside {
  response: Response;
  family: Family;
  edition: Edition;
  layout: Layout;
  requirements: Requirements;
  says: Says;
  /** What the response declares about each metal. */
  scope: Readonly<Record<MineralId, DeclaredScope>>;
}

/** A violation: where it is, and the facts for its message. */
export interface Found<F> {
  /** Cell with its sheet; null if the finding is about the whole file. */
  at: string | null;
  facts: F;
  /** Severity, if it differs from the rule's own. */
  severity?: Severity;
}

/** A violation found by a rule over the whole campaign, with the file that it is in. */
export interface CampaignFound<F> extends Found<F> {
  supplier: string;
  file: string | null;
  response: string | null;
}

/**
 * The standings that rules look at by default: responses that count, or might once their date is corrected;
 * and replaced ones, so that it is known what their successors corrected. The others contain nothing for a
 * supplier to correct.
 */
export const CHECKED: readonly Standing[] = ["standing", "undated", "late", "superseded", "replaced"];

interface RuleText {
  /** Kebab-case. Former ids are still accepted (`model/former-rule-ids.ts`). */
  id: string;
  severity: Severity;
  /** The finding reports exposure, not an error in the response. */
  risk?: true;
  /** The rule is reported as not run without these; it then neither passes nor fails. */
  needs: readonly Need[];
  /** What part of a template the rule is about: it applies to editions that have it. Without this, to all. */
  about?: About;
  /** The violated condition in one sentence. */
  title: string;
  /** Why it matters to the analyst. */
  why: string;
  /** The question put to the supplier. */
  ask: string;
  /** The source of the condition. */
  source: string;
  /** Nearly every response violates it, so the rule runs only if the settings give it a severity. */
  optional?: true;
  /** The standings that the rule looks at; CHECKED by default. */
  standings?: readonly Standing[];
  /** The finding is for the analyst only and is not used in letters. */
  internal?: true;
  /**
   * A violation and a similar valid case. Examples that name minerals take them by position in the family.
   */
  example: Examples | ((minerals: ExampleMinerals) => Examples);
}

export interface ResponseRule<F extends Facts = Facts> extends RuleText {
  scope: "response";
  /** What is wrong, worded for the analyst as one sentence made from the facts. */
  message(facts: F): string;
  /**
   * Yields the violations in one response. It is given nothing of other responses, as its findings are kept
   * while those change.
   */
  check(subject: Subject, run: JudgingRun): Iterable<Found<F>>;
}

export interface CampaignRule<F extends Facts = Facts> extends RuleText {
  scope: "campaign";
  message(facts: F): string;
  /**
   * Yields the violations across the campaign. `named` returns the smelters of a response, much faster than
   * iterating over its rows.
   */
  check(
    input: CheckInput,
    named: (checked: CheckedResponse) => NamedSmelters,
    says: Says,
  ): Iterable<CampaignFound<F>>;
}

export type Rule = ResponseRule | CampaignRule;

/** Defines a rule over one response. `check` yields the facts that `message` takes. */
export function defineRule<F extends Facts>(rule: Omit<ResponseRule<F>, "scope">): Rule {
  return { ...rule, scope: "response" };
}

/** Defines a rule over all responses of a run. */
export function defineCampaignRule<F extends Facts>(rule: Omit<CampaignRule<F>, "scope">): Rule {
  return { ...rule, scope: "campaign" };
}

/** A group of related rules, as in `cmrt rules` and docs/rules.md. */
export interface Topic {
  title: string;
  rules: readonly Rule[];
}
