// What the counted responses of a period say together, before rendering.
import type { FunnelStep, ResponseState } from "./campaign.ts";
import type { EvaluatedResponse, UnusableFile } from "./evaluation.ts";
import type { Finding } from "./finding.ts";
import type { FacilityArea, FacilityStatus, MatchKind, RowMatch, SanctionsHit } from "./match.ts";
import type { Identification, RosterSupplier } from "./roster.ts";
import type { Decision } from "./settings.ts";
import type { SmelterTimeline } from "./status-history.ts";
import { ANSWER_CODES, type MineralId, type PracticeId, type QuestionId } from "./vocabulary.ts";

/**
 * Answers as printed in tallies, in order: a code, or why there is none. "not required": blank, as the template allows
 * because the metal is out of scope; "not asked": the response's template does not have the question.
 */
export const TALLIED_ANSWERS = [
  ...ANSWER_CODES,
  "not understood",
  "not answered",
  "not required",
  "not asked",
] as const;
export type TalliedAnswer = (typeof TALLIED_ANSWERS)[number];

/** Whether a response declares a metal in scope; "unclear" if its answers do not settle it. */
export type DeclaredScope = "yes" | "no" | "unclear";

/** What one counted response says about one metal. */
export interface Declaration {
  from: EvaluatedResponse;
  metal: MineralId;
  inScope: DeclaredScope;
  answers: Readonly<Record<QuestionId, TalliedAnswer>>;
  /**
   * Whether the metal is declared to be entirely recycled or scrap; "not asked" before template 3.00, which asks
   * differently.
   */
  recycled100: TalliedAnswer;
  smelterRows: number;
  /** Rows of the mine list. */
  mineRows: number;
  /** Smelter rows that a person decided do not name a smelter. */
  notSmelterRows: number;
  /** Rows “not yet identified”. */
  notIdentifiedRows: number;
  /** Rows that name a mine in a country covered by the inquiry. */
  mineCoveredRows: number;
  /** Rows whose feedstock is not entirely recycled or scrap. */
  notRecycledRows: number;
}

/** A supplier of the campaign with the state that summarises its responses. */
export interface SupplierLine {
  key: string;
  name: string;
  /** Null without a roster. */
  onRoster: boolean | null;
  /** Worst state of its counted responses; without any, the state of what else was received, or missing. */
  state: ResponseState;
  /** How far it got in the funnel. */
  step: FunnelStep;
  /** Share of spend, 0 to 1, if the roster gives it. */
  spendShare: number | null;
  /** Its line of the roster. */
  roster?: RosterSupplier;
  /** Companies that are not on the roster and have a name similar to that of this missing supplier. */
  alike?: readonly string[];
  /** Unattributed files that may be this missing supplier's; absent if there are none. */
  unattributed?: Unattributed;
}

/** Received files that cannot be attributed to a known supplier, as listed for a missing supplier. */
export interface Unattributed {
  /** Those that are probably this supplier's, by its name or the roster. */
  likely: readonly string[];
  /** All of them. */
  files: readonly string[];
}

/** The suppliers that gave an answer, by name. */
export interface AnswerTally {
  metal: MineralId;
  question: QuestionId;
  answer: TalliedAnswer;
  suppliers: readonly string[];
}

export interface PolicyTally {
  question: PracticeId;
  answer: TalliedAnswer;
  suppliers: readonly string[];
}

/** One facility: identified by metal and ID if matched, otherwise by metal, name and country. */
export interface Facility {
  /** The same in two periods for the same facility; see domain/facility.ts. */
  key: string;
  metal: MineralId | null;
  /** Absent if the rows could not be matched. */
  id?: string;
  standardName?: string;
  /** The name in its first row. */
  reportedName: string;
  /** ISO alpha-2: from the list if matched, otherwise as reported. */
  country?: string;
  status?: FacilityStatus;
  /** The list from which the facility has been removed. */
  removedFrom?: string;
  /** How its rows were matched, in the order of MATCH_KINDS. */
  matches: readonly MatchKind[];
  suppliers: readonly string[];
  /** Suppliers that report it for named products rather than the whole company. */
  productLevelSuppliers: number;
  rows: number;
  /** Whether an origin list says that it sources from a country covered by the inquiry. */
  originCovered: boolean;
  /**
   * Areas on the user's lists in which it is located; also sanctions list entries with one of its names, and watch
   * lists.
   */
  areas?: readonly FacilityArea[];
  sanctions?: readonly SanctionsHit[];
  watch?: NonNullable<RowMatch["watch"]>;
  /** The minerals of its plant, including its own, if the responses in all templates were evaluated. */
  minerals?: readonly PlantMineral[];
}

/** A mineral for which counted responses name a plant, in any template. */
export interface PlantMineral {
  metal: MineralId | null;
  /** Abbreviation of the template. */
  template: string;
  /** The plant's ID for the mineral; null if not matched. */
  id: string | null;
}

/** Where a metal is said to come from, and by whom. */
export interface OriginLine {
  metal: MineralId | null;
  /** ISO alpha-2; null for a text that could not be resolved. */
  code: string | null;
  /** The text as written if there is no code. */
  text: string | null;
  covered: "yes" | "no" | "not known";
  /** "supplier", or the origin list with its date. */
  provenance: string;
  suppliers: number;
  smelters: number;
  rows: number;
  /** Areas on the user's lists in which the origin lies; absent if none. */
  areas?: readonly FacilityArea[];
}

/** A mine that a counted response names in its mine list or in the mine columns of its smelter list. */
export interface MineLine {
  from: EvaluatedResponse;
  metal: MineralId | null;
  provenance: "mine list" | "smelter list";
  /** The cell of the mine's name, or of its row. */
  at: string;
  /** As typed; in a smelter list it may contain several names. */
  name: string | null;
  id: string | null;
  /** ISO alpha-2; null if unknown. */
  country: string | null;
  /** The place as typed, if it was not resolved to a single country. */
  countryText: string | null;
  state: string | null;
  city: string | null;
  /** The smelter supplied by it: from the list if its row was matched, otherwise as written. */
  smelter: string | null;
  smelterId: string | null;
  /** Areas on the user's lists in which it lies; empty if none, or without such a list. */
  areas: readonly FacilityArea[];
}

/** A warning sign: a finding about a response that counts, or about a supplier of the campaign. */
export interface WarningSign {
  /** Id and title of its kind; see domain/warning-signs.ts. */
  kind: string;
  title: string;
  /** The metals that it concerns. */
  metals: readonly MineralId[];
  /** Number of smelter list rows that it is about; 0 if none. */
  rows: number;
  finding: Finding;
}

/** The counts behind a proposal for one metal. A supplier is counted once under each of its answers. */
export interface MetalEvidence {
  metal: MineralId;
  /** Suppliers with at least one counted response. */
  counted: number;
  inScope: number;
  outOfScope: number;
  scopeUnclear: number;
  /** Answers about the covered countries from suppliers with the metal in scope. */
  coveredYes: number;
  coveredNo: number;
  coveredUnknown: number;
  /** Not answered, or not understood. */
  coveredBlank: number;
  coveredYesScopeUnclear: number;
  recycledYes: number;
  /** Suppliers in scope that say the metal is entirely recycled or scrap (templates from 3.00). */
  recycled100: number;
  /** Suppliers in scope with a counted response that does not say so. */
  recycledNotAll: number;
  /** Smelter rows whose feedstock is not entirely recycled or scrap. */
  rowsNotRecycled: number;
  /** Smelter rows that name a mine in a covered country. */
  mineCoveredRows: number;
  /** Facilities that an origin list associates with a covered country. */
  originListSmelters: number;
  /** Lines of the facility table, which the next seven counts break down. */
  smelters: number;
  conformant: number;
  active: number;
  otherStatus: number;
  notOnList: number;
  statusNotKnown: number;
  unmatched: number;
  /** Rows "not yet identified". */
  notIdentified: number;
  /** Suppliers in scope that do not say that all smelters are identified. */
  identifiedNotYes: number;
  /** Suppliers in scope without a smelter row for the metal. */
  withoutSmelters: number;
  /** Suppliers with an invalid counted response for which the metal is in scope or unclear. */
  invalid: number;
  /** On the roster, nothing received (or its file withdrawn); null without a roster. */
  missing: number | null;
  /** Suppliers whose only response predates the period. */
  stale: number;
  /** Suppliers with an undated response only. */
  undated: number;
  /** Suppliers that sent only a blank template. */
  blank: number;
  /** Suppliers that sent only our own declaration. */
  own: number;
  /** Suppliers on the roster whose only response is dated after the cut-off; null without a roster. */
  late: number | null;
  /** Files that could not be read or are another supplier's, except those of suppliers with another response. */
  unreadableFiles: number;
  /** Suppliers with the metal in scope that answered for named products. */
  productLevel: number;
  /** Warning signs of the metal that nobody has accepted, and those that a person accepted. */
  openSigns: number;
  acceptedSigns: number;
}

/** A proposal with the reasons for it, each a sentence with its count. */
export interface Proposal {
  metal: MineralId;
  /** In the wording of the inquiry. */
  outcome: string;
  why: readonly string[];
  /** The reasons that name who answers Yes and which signs are open, for views that list both themselves. */
  listed: readonly string[];
  evidence: MetalEvidence;
  /** What a person determined; absent if undecided. */
  decision?: Decision;
}

export interface Consolidation {
  /** The template family, and its minerals in order. */
  family: string;
  minerals: readonly MineralId[];
  /** By name; includes those on the roster that are in scope for the period, whether heard from or not. */
  suppliers: readonly SupplierLine[];
  unreadable: readonly UnusableFile[];
  /** The supplier of each response according to the roster, by response id; empty without a roster. */
  identified: ReadonlyMap<string, Identification>;
  declarations: readonly Declaration[];
  answers: readonly AnswerTally[];
  policies: readonly PolicyTally[];
  facilities: readonly Facility[];
  /** Whether a list of statuses is available: a matched facility without a status is then known not to be on it. */
  statusesKnown: boolean;
  /** The statuses of facilities over time; empty without a dated list of statuses. */
  timelines: readonly SmelterTimeline[];
  countries: readonly OriginLine[];
  /** The mines in counted responses, if the family has mine lists; otherwise empty. */
  mines: readonly MineLine[];
  /** By kind, then in the sort order of findings. */
  signs: readonly WarningSign[];
  proposals: readonly Proposal[];
}
