// A campaign: which responses count for a period, and what they say together.
import type { Response } from "./response.ts";

/** A supplier of a campaign: identified by the roster's id and name, or else by the response's company name. */
export interface Supplier {
  /** Stable key: the roster's id, else the normalised company name. */
  key: string;
  name: string;
}

/**
 * The status of a response within its period, before any rules run. "standing" counts. The others do not: superseded by
 * a newer one; undated (no date, or an ambiguous one whose two readings are not both in the period); blank (an unfilled
 * template); own (our own declaration, sent back); late (after the cut-off or the day of the run); stale (dated before
 * the period); replaced (another file has taken its name); withdrawn (its file has been removed).
 */
export type Standing =
  | "standing"
  | "superseded"
  | "undated"
  | "blank"
  | "own"
  | "late"
  | "stale"
  | "replaced"
  | "withdrawn";

/** The calendar year to which a file without an effective date belongs, and the evidence for it, worded for people. */
export interface PeriodEvidence {
  period: number;
  by: string;
}

export interface SelectedResponse {
  response: Response;
  supplier: Supplier;
  /** The period it was considered for; null if unknown. */
  period: number | null;
  standing: Standing;
  /** The reason for its standing, one sentence for a person. */
  reason: string;
  /** Evidence for its period if its effective date gives none. */
  evidence?: PeriodEvidence;
  /** Id of the response that superseded it. */
  supersededBy?: string;
  /** For a response that counts: other periods for which it also counts, because windows overlap; ascending. */
  countsToo?: readonly number[];
}

/**
 * The state of a file, of a response after the rules have run, or of a supplier, as printed in reports. A response that
 * counts is valid, valid with questions, foreign (its company name is not, or may not be, the supplier's, and nobody
 * has confirmed it) or invalid; one that does not count has the state of its standing. A file that yielded no response
 * is unreadable, or a copy of another supplier's file. A supplier from which nothing was received is missing.
 */
export const RESPONSE_STATES = [
  "valid",
  "questions",
  "invalid",
  "unreadable",
  "superseded",
  "stale",
  "late",
  "withdrawn",
  "missing",
  "foreign",
  "undated",
  "blank",
  "own",
  "copied",
  "replaced",
] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/**
 * How far a supplier got, each step including those before it: a file was received; one is usable, that is, a filled-in
 * template of the supplier's own; a response is dated in the period, so that the supplier counts as having responded;
 * all of its counted responses are valid; none of them has questions.
 */
export const FUNNEL_STEPS = ["received", "usable", "responded", "valid", "clean"] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number] | "none";

/** Numbers of suppliers by how far they got. */
export interface Funnel {
  /** Suppliers on the roster in scope for the period; null without a roster. */
  surveyed: number | null;
  received: number;
  usable: number;
  responded: number;
  valid: number;
  validWithoutQuestions: number;
}

/** A received file that cannot be attributed to a known supplier, and the missing suppliers that may have sent it. */
export interface UnattributedFile {
  /** Its name; see `sourceText`. */
  file: string;
  mayBe: readonly Supplier[];
}

/** A response of a company that is not on the roster, and the missing supplier that it may be. */
export interface LikelyPair {
  /** Id of the response. */
  response: string;
  /** Name of the company. */
  stranger: string;
  supplier: Supplier;
  /** What is similar: the company's name, or else the domain of its e-mail addresses. */
  by: "name" | "domain";
}
