// How a reported smelter row was tied to a facility, or why not.
import type { Metal } from "./vocabulary.ts";

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

/** A facility that might be meant. The score orders candidates of one row; it is no probability. */
export interface Candidate {
  id: string;
  standardName: string;
  country?: string;
  /** 0 to 1, rounded to three digits. */
  score: number;
  /** What speaks for it, in words: agreeing words, country, ID digits. */
  evidence: string;
}

/** What in a row contradicts the facility it was matched to, or itself. */
export type Disagreement =
  | { kind: "idAndName"; idFacility: string; nameFacility: string }
  | { kind: "otherMetal"; id: string; metal: Metal }
  | { kind: "country"; stated: string; listed: string };

export interface RowMatch {
  /** Sheet row of the smelter row. */
  row: number;
  metal: Metal | null;
  kind: MatchKind;
  /** Filled only where the match is certain. */
  id?: string;
  standardName?: string;
  /** Country of the facility by the list, ISO alpha-2. */
  country?: string;
  /** The list that the match rests on, by name. */
  list?: string;
  /** Why, in words for a person. */
  evidence: string;
  candidates: readonly Candidate[];
  disagreements: readonly Disagreement[];
}

/** Whether a match ties the row to one facility. */
export function isCertain(match: RowMatch): boolean {
  return match.id !== undefined;
}
