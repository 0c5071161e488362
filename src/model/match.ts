// How a reported smelter row was tied to a facility, or why not.
import type { StatusClass } from "./reference.ts";
import type { MineralId } from "./vocabulary.ts";

/**
 * How a row was matched. Certain by a published rule: decided (a person's saved decision), id, legacyId (2.x ID
 * translated), earlierId (an ID of an earlier list whose successor is known), alias (look-up name), name (standard
 * name), placeName (name without the country's and city's words, unique within the metal).
 * Not certain: candidates (for a person), none.
 * No facility meant: notIdentified ("not yet identified"), notSmelter (a person said so).
 */
export const MATCH_KINDS = [
  "decided",
  "id",
  "legacyId",
  "earlierId",
  "alias",
  "name",
  "placeName",
  "candidates",
  "none",
  "notIdentified",
  "notSmelter",
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** A facility that might be meant. The score orders candidates of one row; it is not a probability. */
export interface Candidate {
  id: string;
  standardName: string;
  country?: string;
  /** 0 to 1, rounded to three digits. */
  score: number;
  /** Evidence for it, in words: agreeing words, country, ID digits. */
  evidence: string;
}

/**
 * What in a row contradicts the facility it was matched to, or itself: ID and name mean two facilities; look-up name
 * and typed name do; the ID is that of a facility of another metal; a 2.x ID spells another country (ISO alpha-3) or
 * metal than the facility it stands for; the stated country is not the facility's.
 */
export type Disagreement =
  | { kind: "idAndName"; idFacility: string; nameFacility: string }
  | { kind: "twoNames"; lookupFacility: string; nameFacility: string }
  | { kind: "otherMetal"; id: string; metal: string }
  | { kind: "legacyId"; id: string; country?: string; metal?: string }
  | { kind: "country"; stated: string; listed: string };

/** A facility's status in the words of a list, on the day of the list. */
export interface FacilityStatus {
  status: string;
  class: StatusClass;
  list: string;
  asOf: string | null;
  /**
   * Whose assessment it rests on: RMAP's own, or that of another programme that RMI recognises (the EU recognises only the
   * former). Absent where the list does not say.
   */
  recognition?: "RMAP" | "cross-recognised";
  /** The programme, or the list's words for it. */
  scheme?: string;
}

/** A country that a list says a facility sources from. */
export interface FacilityOrigin {
  /** ISO alpha-2; absent where the list's text is no known country. */
  country?: string;
  text: string;
  /** Level of risk or evidence in the list's words. */
  level?: string;
  list: string;
  asOf: string | null;
}

/** A conflict-affected or high-risk area of a user's list. */
export interface FacilityArea {
  /** ISO alpha-2; without a region the area is the whole country. */
  country: string;
  region?: string;
  /** Level of risk, and who says so, in the list's words. */
  level?: string;
  source?: string;
  list: string;
  asOf: string | null;
  at: string;
}

/** An entry of a sanctions list that has a name of the facility. Names alone do not prove that it is the same company. */
export interface SanctionsHit {
  /** The name as the list has it. */
  name: string;
  program?: string;
  /** Whether a country of the entry is the facility's; absent where one of them is not known. */
  sameCountry?: boolean;
  list: string;
  asOf: string | null;
  at: string;
}

/** Rows that say the same share one match: it does not know its row. */
export interface RowMatch {
  metal: MineralId | null;
  kind: MatchKind;
  /** Filled only where the match is certain. */
  id?: string;
  standardName?: string;
  /** Country of the facility by the list, ISO alpha-2. */
  country?: string;
  /** The list that the match rests on, by name. */
  list?: string;
  /** The facility stood on this earlier list and is gone from the list that counts; its newest ID and names are given. */
  removed?: { list: string; asOf: string | null };
  /** What lists of statuses say of the facility; absent where none does. */
  status?: FacilityStatus;
  /** Countries that origin lists name for the facility. */
  origins?: readonly FacilityOrigin[];
  /** Lists the user brought that the facility stands on (sanctions, own). */
  watch?: readonly { list: string; asOf: string | null; at: string }[];
  /** Areas of the user's lists that the facility is located in. */
  areas?: readonly FacilityArea[];
  /** Entries of sanctions lists with a name of the facility or with one that the row gives. */
  sanctions?: readonly SanctionsHit[];
  /** Why, in words for a person. */
  evidence: string;
  /** Best first. Beside a certain match only where the row means two facilities: then both, the matched one first. */
  candidates: readonly Candidate[];
  disagreements: readonly Disagreement[];
}
