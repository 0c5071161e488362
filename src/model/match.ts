// How a reported smelter row was matched to a facility, or why not.
import type { StatusClass } from "./reference.ts";
import type { MineralId } from "./vocabulary.ts";

/**
 * How a row was matched.
 * Certain by a published rule: decided (a person's saved decision), id, legacyId (2.x ID translated), earlierId (an ID
 * on an earlier list whose successor is known), alias (look-up name), name (standard name), placeName (name without the
 * words of country and city, unique within the metal).
 * Not certain: candidates (for a person), none.
 * No facility meant: notIdentified ("not yet identified"), notSmelter (by a person's decision).
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

/** A facility that may be meant. The score ranks the candidates of one row; it is not a probability. */
export interface Candidate {
  id: string;
  standardName: string;
  country?: string;
  /** 0 to 1, rounded to three digits. */
  score: number;
  /** The evidence in words: common words, country, ID digits. */
  evidence: string;
}

/**
 * What in a row contradicts the facility that it was matched to, or the row itself: ID and name belong to two
 * facilities; look-up name and typed name do; the ID is that of a facility of another metal; a 2.x ID contains another
 * country (ISO alpha-3) or metal than that of its facility; the stated country is not the facility's.
 */
export type Disagreement =
  | { kind: "idAndName"; idFacility: string; nameFacility: string }
  | { kind: "twoNames"; lookupFacility: string; nameFacility: string }
  | { kind: "otherMetal"; id: string; metal: string }
  | { kind: "legacyId"; id: string; country?: string; metal?: string }
  | { kind: "country"; stated: string; listed: string };

/** A facility's status in the words of a list, with the list's date. */
export interface FacilityStatus {
  status: string;
  class: StatusClass;
  list: string;
  asOf: string | null;
  /**
   * Whose assessment it is based on: RMAP's own, or another programme's that RMI recognises (the EU recognises only the
   * former). Absent if the list does not say.
   */
  recognition?: "RMAP" | "cross-recognised";
  /** The programme, or the list's words for it. */
  scheme?: string;
}

/** A country that a list says a facility sources from. */
export interface FacilityOrigin {
  /** ISO alpha-2; absent if the list's text is not a known country. */
  country?: string;
  text: string;
  /** Level of risk or evidence, in the list's words. */
  level?: string;
  list: string;
  asOf: string | null;
}

/** A conflict-affected or high-risk area on a user's list. */
export interface FacilityArea {
  /** ISO alpha-2; without a region the area is the whole country. */
  country: string;
  region?: string;
  /** Level of risk and its source, in the list's words. */
  level?: string;
  source?: string;
  list: string;
  asOf: string | null;
  at: string;
}

/** A sanctions list entry with a name of the facility. A name alone does not prove that it is the same company. */
export interface SanctionsHit {
  /** The name on the list. */
  name: string;
  program?: string;
  /** Whether a country of the entry is the facility's; absent if one of them is unknown. */
  sameCountry?: boolean;
  list: string;
  asOf: string | null;
  at: string;
}

/** The match of a row. Rows with equal content share one match, so it does not refer to its row. */
export interface RowMatch {
  metal: MineralId | null;
  kind: MatchKind;
  /** Present only if the match is certain. */
  id?: string;
  standardName?: string;
  /** Country of the facility according to the list, ISO alpha-2. */
  country?: string;
  /** Name of the list on which the match is based. */
  list?: string;
  /** The facility was on this earlier list but is not on the list in effect; its latest ID and names are given. */
  removed?: { list: string; asOf: string | null };
  /** What lists of statuses say about the facility; absent if none does. */
  status?: FacilityStatus;
  /** Countries that origin lists give for the facility. */
  origins?: readonly FacilityOrigin[];
  /** The user's lists that contain the facility (sanctions, own). */
  watch?: readonly { list: string; asOf: string | null; at: string }[];
  /** Areas on the user's lists in which the facility is located. */
  areas?: readonly FacilityArea[];
  /** Sanctions list entries with a name of the facility or one given in the row. */
  sanctions?: readonly SanctionsHit[];
  /** The reason, in words for a person. */
  evidence: string;
  /**
   * Best first. A certain match has candidates only if the row refers to two facilities: then both, the matched one
   * first.
   */
  candidates: readonly Candidate[];
  disagreements: readonly Disagreement[];
}
