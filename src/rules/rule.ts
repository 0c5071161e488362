// What a rule is. A rule is data and two pure functions: `check` finds facts, `message` words them.

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

/** What a rule may need beyond the response: lists, periods and people's files that a run may lack. */
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

/** The smelters that a response names, for those who compare responses. */
export interface NamedSmelters {
  /** The keys of its facilities, each once, see `facilityKey`. */
  facilities: readonly string[];
  /** How many of them its rows name, by the metal of the rows. */
  byMetal: Readonly<Record<string, number>>;
  /** How many entries of the reference list its rows are matched to, by metal. */
  listed: Readonly<Record<string, number>>;
  /** The cell of its first row, and of its first row of each metal. */
  firstCell: string | null;
  firstCells: Readonly<Record<string, string>>;
}

/** A response with everything that rules may look at. */
export interface CheckedResponse {
  selected: SelectedResponse;
  /** One match per smelter row; empty where there is no reference list. */
  matches: readonly RowMatch[];
  /** The response of the same supplier and scope that counted in the previous period. */
  previous?: Response;
}

/** What the rules say of one response, whatever the others say. */
export interface Judgement {
  findings: readonly { rule: string; severity: Severity; at: string | null; facts: Facts }[];
  notRun: readonly { rule: string; reason: string }[];
  named: NamedSmelters;
}

/** What rules over one response may know of the rest of the campaign. */
export interface Beside {
  /** Whether a response of its supplier counts. */
  supplierAnswered: boolean;
  /** Whether there is a roster and it does not have the supplier in this period. */
  supplierUnasked: boolean;
  /** Whether the response is of another period and asks nobody anything in this one. */
  isOthersPeriod: boolean;
}

/** Judgements that were made before. */
export interface KnownJudgements {
  /** The judgement that was made before with all of this the same, else what `judge` makes now. */
  of(asked: AskedJudgement, judge: () => Judgement): Judgement;
}

/** What a judgement depends on, beside lists and decisions that its matches rest on, and nothing else. */
export interface AskedJudgement {
  checked: CheckedResponse;
  beside: Beside;
  /** Ids of the rules that run. */
  rules: readonly string[];
  run: JudgingRun;
}

/** What rules over one response may look at beside it. */
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

/** A supplier that the campaign expects an answer from. */
export interface ExpectedSupplier {
  key: string;
  name: string;
  /** Part numbers that a product-level response must cover. */
  products?: readonly string[];
  /** Metals that its parts are known to hold. */
  minerals?: readonly MineralId[];
}

/** What speaks against a response being that of its supplier. */
export type DeclarantDoubt = {
  /** The company name as the workbook has it; empty where it has none. */
  declared: string;
  supplier: string;
  /** What ties the response to the supplier, in words for a person. */
  evidence: string;
  /** The other supplier of the roster whose name or ID it has; null where it is nobody's there. */
  other: string | null;
  /** By "unclear" the name may be the supplier's: in short, or in another script. */
  by: "name" | "uniqueId" | "unclear";
};

export interface CheckInput {
  responses: readonly CheckedResponse[];
  unreadable: readonly UnusableFile[];
  settings: Settings;
  /** ISO date of the run. */
  today: string;
  /** The period asked for; null where every period is looked at. */
  period: number | null;
  /** Last ISO date that counts for the period. */
  cutoff: string | null;
  reference: ReferenceList | null;
  /** Earlier lists, to tell a removed facility from an unknown one. */
  earlierLists?: readonly ReferenceList[];
  /** Lists newer than the one that counts, to tell what was added later from what nobody knows. */
  laterLists?: readonly ReferenceList[];
  statusList?: ReferenceList;
  originList?: ReferenceList;
  watchLists?: readonly ReferenceList[];
  /** Lists of conflict-affected and high-risk areas that the user brings. */
  areaLists?: readonly ReferenceList[];
  sanctionsLists?: readonly ReferenceList[];
  /** What lists said of facilities over time. */
  statusHistory?: StatusHistory;
  roster?: readonly ExpectedSupplier[];
  /** What speaks against responses being those of their suppliers, by id. */
  doubts?: ReadonlyMap<string, DeclarantDoubt>;
  pairs?: readonly LikelyPair[];
  /** Responses in other templates that stand beside these, of the same suppliers or others. */
  beside?: readonly SelectedResponse[];
  /** Files that were received and that nothing ties to a supplier known. */
  unattributed?: readonly UnattributedFile[];
  /** Responses whose bytes lie in several files, by id, with the files' names. */
  copies?: readonly { id: string; files: readonly string[] }[];
  /** What people accepted, in the order of their file. */
  accepted?: readonly AcceptedFinding[];
  /** Judgements that were made before. */
  judgements?: KnownJudgements;
}

/** One response as a rule sees it. */
export interface Subject extends CheckedResponse, Beside {
  response: Response;
  family: Family;
  edition: Edition;
  layout: Layout;
  requirements: Requirements;
  /** What the response declares about each metal. */
  scope: Readonly<Record<MineralId, DeclaredScope>>;
}

/** What a rule found: where, and the facts its message is made from. */
export interface Found<F> {
  /** Cell with its sheet; null where the finding is about the file as a whole. */
  at: string | null;
  facts: F;
  /** Where it differs from the rule's own. */
  severity?: Severity;
}

/** What a rule over the whole campaign found, and in whose file. */
export interface CampaignFound<F> extends Found<F> {
  supplier: string;
  file: string | null;
  response: string | null;
}

/**
 * Where a response stands that rules look at unless they say otherwise: one that counts, or might if its date were put
 * right; and one that gave way to another, so that it can be told what that one corrected. The others have nothing that
 * a supplier need correct.
 */
export const CHECKED: readonly Standing[] = ["standing", "undated", "late", "superseded", "replaced"];

interface RuleText {
  /** Kebab-case; a former id stays understood (`model/former-rule-ids.ts`). */
  id: string;
  severity: Severity;
  /** A mark of exposure, not a fault of the response. */
  risk?: true;
  /** Without these the rule is not run, which is said, and never passes. */
  needs: readonly Need[];
  /** What of a template the rule speaks of: it holds for the editions that have it, without this for all. */
  about?: About;
  /** The bad condition, one sentence. */
  title: string;
  /** Why it matters, for the analyst. */
  why: string;
  /** The question to the supplier. */
  ask: string;
  /** Where the condition comes from. */
  source: string;
  /** True of nearly every response: the rule runs only where the settings give it a severity. */
  optional?: true;
  /** Where a response stands that the rule looks at; without this, CHECKED. */
  standings?: readonly Standing[];
  /** The finding is for the analyst alone and goes into no letter. */
  internal?: true;
  /** An example that fires and a close one that does not; of minerals, where it names any, by their place in the family. */
  example: Examples | ((minerals: ExampleMinerals) => Examples);
}

export interface ResponseRule<F extends Facts = Facts> extends RuleText {
  scope: "response";
  /** What is wrong, in the analyst's words: one sentence made from the facts. */
  message(facts: F): string;
  /** What else there is in the campaign is not for a rule over one response: its findings are kept while that changes. */
  check(subject: Subject, run: JudgingRun): Iterable<Found<F>>;
}

export interface CampaignRule<F extends Facts = Facts> extends RuleText {
  scope: "campaign";
  message(facts: F): string;
  /** `named` tells the smelters of a response: going through its rows takes far longer. */
  check(input: CheckInput, named: (checked: CheckedResponse) => NamedSmelters): Iterable<CampaignFound<F>>;
}

export type Rule = ResponseRule | CampaignRule;

/** Defines a rule over one response. The facts that `check` yields are those that `message` reads. */
export function defineRule<F extends Facts>(rule: Omit<ResponseRule<F>, "scope">): Rule {
  return { ...rule, scope: "response" };
}

/** Defines a rule over all responses of a run. */
export function defineCampaignRule<F extends Facts>(rule: Omit<CampaignRule<F>, "scope">): Rule {
  return { ...rule, scope: "campaign" };
}

/** Rules that belong together, as `cmrt rules` and docs/rules.md list them. */
export interface Topic {
  title: string;
  rules: readonly Rule[];
}
