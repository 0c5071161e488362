// A campaign: which responses count for a period and what they say together.
import type { Response } from "./response.ts";

/** A supplier as a campaign knows it: by the roster's id and name, else by the response's company name. */
export interface Supplier {
  /** Stable key: the roster's id, else the normalised company name. */
  key: string;
  name: string;
}

/**
 * Where a response stands in its period, before the rules looked at it. standing counts. The others do not: superseded by
 * a newer one; undated (no date, or one with readings of which not both lie in the period); blank (a template that nobody filled in); own (our own declaration, sent
 * back); late (after the cut-off or the day of the run); stale (dated before the period); replaced (another file has
 * taken its name); withdrawn (its file has gone).
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

/** What tells the period of a file whose effective date does not: the calendar year, and by what, for people. */
export interface PeriodEvidence {
  period: number;
  by: string;
}

export interface SelectedResponse {
  response: Response;
  supplier: Supplier;
  /** The period it was looked at for; null where nothing tells one. */
  period: number | null;
  standing: Standing;
  /** Why it stands where it does, one sentence for a person. */
  reason: string;
  /** What tells its period where its effective date does not. */
  evidence?: PeriodEvidence;
  /** Id of the response that superseded it. */
  supersededBy?: string;
  /** Of a response that counts: other periods for which it counts as well, because windows overlap; ascending. */
  countsToo?: readonly number[];
}

/**
 * The state of a file, a response once the rules have run or a supplier, as reports print it: a response that counts is
 * valid, valid with questions, foreign (its company name is not, or may not be, the supplier's, and nobody has confirmed it) or
 * invalid; one that does not has the state of its standing; a file that gave no response is unreadable, or a copy of
 * another supplier's file; a supplier of whom nothing is there is missing.
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
 * How far a supplier came, each step with all before it: a file was received; one is usable, that is, a filled template
 * of the supplier's own; a response is dated in the period, which makes it a supplier that responded; all of its
 * responses that count are valid; none of them leaves a question.
 */
export const FUNNEL_STEPS = ["received", "usable", "responded", "valid", "clean"] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number] | "none";

/** Suppliers by how far they came. */
export interface Funnel {
  /** Suppliers of the roster in scope for the period; null without a roster. */
  surveyed: number | null;
  received: number;
  usable: number;
  responded: number;
  valid: number;
  validWithoutQuestions: number;
}

/** A file that was received and that nothing ties to a supplier known, and the missing suppliers whose it may be. */
export interface UnattributedFile {
  /** Its name, see sourceText. */
  file: string;
  mayBe: readonly Supplier[];
}

/** A response of a company that the roster does not know, and the missing supplier that it may be. */
export interface LikelyPair {
  /** Id of the response. */
  response: string;
  /** Name of the company. */
  stranger: string;
  supplier: Supplier;
  /** What is alike: the company's name, or else the domain of its mail addresses. */
  by: "name" | "domain";
}
