// What the counted responses of a period say together, before any renderer looks at it.
import type { FunnelStep, ResponseState } from "./campaign.ts";
import type { EvaluatedResponse, UnusableFile } from "./evaluation.ts";
import type { Finding } from "./finding.ts";
import type { FacilityArea, FacilityStatus, MatchKind, RowMatch, SanctionsHit } from "./match.ts";
import type { Identification, RosterSupplier } from "./roster.ts";
import type { Decision } from "./settings.ts";
import type { SmelterTimeline } from "./status-history.ts";
import { ANSWER_CODES, type MineralId, type PracticeId, type QuestionId } from "./vocabulary.ts";

/**
 * Answers as tallies print them, in their order: a code, or why there is none. "not required" is a blank that the template allows
 * because the metal is out of scope; "not asked" a question that the response's template does not have.
 */
export const TALLIED_ANSWERS = [
  ...ANSWER_CODES,
  "not understood",
  "not answered",
  "not required",
  "not asked",
] as const;
export type TalliedAnswer = (typeof TALLIED_ANSWERS)[number];

/** Whether a response declares a metal in scope; "unclear" where its answers do not settle it. */
export type DeclaredScope = "yes" | "no" | "unclear";

/** What one counted response says of one metal. */
export interface Declaration {
  from: EvaluatedResponse;
  metal: MineralId;
  inScope: DeclaredScope;
  answers: Readonly<Record<QuestionId, TalliedAnswer>>;
  /** Whether all of the metal is said to be recycled or scrap; "not asked" before template 3.00, which asks otherwise. */
  recycled100: TalliedAnswer;
  smelterRows: number;
  /** Rows of the mine list. */
  mineRows: number;
  /** Of the smelter rows, those of which a person decided that they name no smelter. */
  notSmelterRows: number;
  /** Rows “not yet identified”. */
  notIdentifiedRows: number;
  /** Rows that name a mine in a country that the inquiry asks about. */
  mineCoveredRows: number;
  /** Rows that say the feedstock is not all recycled or scrap. */
  notRecycledRows: number;
}

/** A supplier of the campaign and the one state that sums up its responses. */
export interface SupplierLine {
  key: string;
  name: string;
  /** Null where there is no roster to say. */
  onRoster: boolean | null;
  /** Worst state of its counted responses; without one, the state of what else arrived, or missing. */
  state: ResponseState;
  /** How far it came in the funnel. */
  step: FunnelStep;
  /** Share of spend, 0 to 1, where the roster gives one. */
  spendShare: number | null;
  /** Its line of the roster. */
  roster?: RosterSupplier;
  /** Companies that the roster does not know, and whose names are nearly that of this missing supplier. */
  alike?: readonly string[];
  /** What may be this missing supplier's among the files that nothing ties to a supplier; absent where there is none. */
  unattributed?: Unattributed;
}

/** Files that were received and that nothing ties to a supplier known, as a missing supplier sees them. */
export interface Unattributed {
  /** Those that its name or the roster suggests to be its own. */
  likely: readonly string[];
  /** All of them. */
  files: readonly string[];
}

/** How many suppliers gave an answer, by name. */
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

/** One facility: by metal and ID where matched, by metal, name and country where not. */
export interface Facility {
  /** Equal in two periods where the facility is the same, see domain/facility.ts. */
  key: string;
  metal: MineralId | null;
  /** Absent where the rows could not be matched. */
  id?: string;
  standardName?: string;
  /** The name as its first row reports it. */
  reportedName: string;
  /** ISO alpha-2: by the list where matched, as reported where not. */
  country?: string;
  status?: FacilityStatus;
  /** The list from which the facility has gone. */
  removedFrom?: string;
  /** Ways in which its rows were matched, in the order of MATCH_KINDS. */
  matches: readonly MatchKind[];
  suppliers: readonly string[];
  /** Suppliers that report it for named products rather than the whole company. */
  productLevelSuppliers: number;
  rows: number;
  /** An origin list says that it sources from a country that the inquiry asks about. */
  originCovered: boolean;
  /** Areas of the user's lists that it is located in, entries of sanctions lists with one of its names, watch lists. */
  areas?: readonly FacilityArea[];
  sanctions?: readonly SanctionsHit[];
  watch?: NonNullable<RowMatch["watch"]>;
  /** The minerals of its plant, its own among them, where the responses in all templates were looked at. */
  minerals?: readonly PlantMineral[];
}

/** A mineral for which counted responses name a plant, in any template. */
export interface PlantMineral {
  metal: MineralId | null;
  /** Abbreviation of the template. */
  template: string;
  /** The plant's ID for the mineral; null where it is not matched. */
  id: string | null;
}

/** Where a metal is said to come from, and who says so. */
export interface OriginLine {
  metal: MineralId | null;
  /** ISO alpha-2; null for a text that could not be resolved. */
  code: string | null;
  /** The text as written where there is no code. */
  text: string | null;
  covered: "yes" | "no" | "not known";
  /** "supplier", or the origin list with its date. */
  provenance: string;
  suppliers: number;
  smelters: number;
  rows: number;
  /** Areas of the user's lists that the origin lies in; absent where none. */
  areas?: readonly FacilityArea[];
}

/** A mine that a counted response names: in a row of its mine list, or in the mine columns of its smelter list. */
export interface MineLine {
  from: EvaluatedResponse;
  metal: MineralId | null;
  provenance: "mine list" | "smelter list";
  /** The cell of the mine's name, or of its row. */
  at: string;
  /** As typed; of a smelter list it may name several. */
  name: string | null;
  id: string | null;
  /** ISO alpha-2; null where none could be told. */
  country: string | null;
  /** The place as typed, where it was not resolved to one country. */
  countryText: string | null;
  state: string | null;
  city: string | null;
  /** The smelter that sources from it: by the list where its row was matched, else as written. */
  smelter: string | null;
  smelterId: string | null;
  /** Areas of the user's lists that it lies in; empty where none, or where there is no such list. */
  areas: readonly FacilityArea[];
}

/** A warning sign: a finding about a response that counts, or about a supplier of the campaign. */
export interface WarningSign {
  /** Id and title of its kind, see domain/warning-signs.ts. */
  kind: string;
  title: string;
  /** The metals that it concerns. */
  metals: readonly MineralId[];
  /** Rows of smelter lists that it is about; 0 where it is about none. */
  rows: number;
  finding: Finding;
}

/** Counts that a proposal rests on, for one metal. Suppliers count once under each answer they give. */
export interface MetalEvidence {
  metal: MineralId;
  /** Suppliers with at least one counted response. */
  counted: number;
  inScope: number;
  outOfScope: number;
  scopeUnclear: number;
  /** Answers on those countries of suppliers with the metal in scope. */
  coveredYes: number;
  coveredNo: number;
  coveredUnknown: number;
  /** Not answered, or not understood. */
  coveredBlank: number;
  coveredYesScopeUnclear: number;
  recycledYes: number;
  /** Suppliers in scope that say the metal is all recycled or scrap (templates from 3.00 on). */
  recycled100: number;
  /** Suppliers in scope with a counted response that does not say so. */
  recycledNotAll: number;
  /** Smelter rows that say the feedstock is not all recycled or scrap. */
  rowsNotRecycled: number;
  /** Smelter rows that name a mine in one of those countries. */
  mineCoveredRows: number;
  /** Facilities that an origin list ties to one of them. */
  originListSmelters: number;
  /** Lines of the facility table, which the next seven counts divide. */
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
  /** Suppliers that sent nothing but a blank template. */
  blank: number;
  /** Suppliers that sent nothing but our own declaration. */
  own: number;
  /** Suppliers of the roster heard only after the cut-off; null without a roster. */
  late: number | null;
  /** Files that could not be read or are another supplier's, but for those of suppliers that are heard otherwise. */
  unreadableFiles: number;
  /** Suppliers with the metal in scope that answered for named products. */
  productLevel: number;
  /** Warning signs of the metal that nobody has accepted, and those that a person accepted. */
  openSigns: number;
  acceptedSigns: number;
}

/** A proposal with the reasons that led to it, each a sentence with its count. */
export interface Proposal {
  metal: MineralId;
  /** In the words of the inquiry. */
  outcome: string;
  why: readonly string[];
  evidence: MetalEvidence;
  /** What a person determined; absent until then. */
  decision?: Decision;
}

export interface Consolidation {
  /** The family of templates that it speaks of, and its minerals in their order. */
  family: string;
  minerals: readonly MineralId[];
  /** By name; those of the roster that are in scope for the period among them, whether heard or not. */
  suppliers: readonly SupplierLine[];
  unreadable: readonly UnusableFile[];
  /** Whose each response is by the roster, by id; empty without a roster. */
  identified: ReadonlyMap<string, Identification>;
  declarations: readonly Declaration[];
  answers: readonly AnswerTally[];
  policies: readonly PolicyTally[];
  facilities: readonly Facility[];
  /** A list of statuses is available: a matched facility without a status is then not on it. */
  statusesKnown: boolean;
  /** The statuses of facilities over time; empty without a dated list of statuses. */
  timelines: readonly SmelterTimeline[];
  countries: readonly OriginLine[];
  /** Where a family has mine lists, the mines of the responses that count; else empty. */
  mines: readonly MineLine[];
  /** In the order of their kinds, then as findings are sorted. */
  signs: readonly WarningSign[];
  proposals: readonly Proposal[];
}
