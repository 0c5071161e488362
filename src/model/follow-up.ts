// What a supplier was asked, the result and what is still open: one line per supplier of a period.

/**
 * What a line of the request log records: the supplier was asked for its declaration; was reminded; was written to
 * about points in what it sent; or answered by e-mail or telephone.
 */
export const REQUEST_KINDS = ["request", "reminder", "letter", "answer"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A line of the request log. */
export interface LoggedRequest {
  period: number;
  /** The roster's id; empty if it has none, or the line does not give it. */
  supplierId: string;
  supplier: string;
  kind: RequestKind;
  /** ISO day. */
  date: string;
  /** Number of corrections that the letter asked for; null if the line does not say. */
  corrections: number | null;
  questions: number | null;
  /** The first characters of the ids of the responses that it was about. */
  responses: readonly string[];
  note: string;
  /** Abbreviation of the template that it is about; absent for the default one. */
  template?: string;
  /** Line of the file. */
  line: number;
}

/**
 * The state of the correspondence with a supplier. Without a response that counts: "not asked" (as far as is known),
 * "asked" or "reminded". With one: "answered" (nobody has written about it yet, or the supplier explained by e-mail),
 * "letter written", "reminded" and, once a newer response has come after a letter, "still open" or "corrected";
 * "accepted" if a person accepted everything that is open.
 */
export const FOLLOW_UP_STATES = [
  "not asked",
  "asked",
  "reminded",
  "answered",
  "letter written",
  "still open",
  "corrected",
  "accepted",
] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** What a supplier still owes: a declaration, a corrected one, or answers to questions. */
export type Owed = "declaration" | "correction" | "answer";

export interface FollowUp {
  /** Key and name of the supplier; see `SupplierLine`. */
  key: string;
  /** The roster's id; empty if it has none. */
  id: string;
  supplier: string;
  state: FollowUpState;
  /** ISO day of the first known request; null if unknown. */
  askedOn: string | null;
  reminders: number;
  /** ISO day of the last one. */
  remindedOn: string | null;
  /** Whether it has a response that counts for the period. */
  answered: boolean;
  /** ISO day on which it last explained something by e-mail, according to the log. */
  explainedOn: string | null;
  /** Number of letters about what it sent, and the ISO day of the last one. */
  letters: number;
  letterOn: string | null;
  /** Whether the counted responses arrived after every letter about earlier ones. */
  answeredAgain: boolean;
  /** Points in letters that a newer response settled; null if no newer one has come after a letter. */
  corrected: number | null;
  /** Errors and warnings in its responses that a letter would ask about now. */
  openCorrections: number;
  openQuestions: number;
  /** Errors and warnings that a person accepted. */
  accepted: number;
  /** Null if the next step is ours, or nothing is open. */
  owes: Owed | null;
  /** What a reminder would refer to: the last letter, reminder or request before the day of the run. */
  remindsOf: { day: string; of: "letter" | "request" } | null;
}
