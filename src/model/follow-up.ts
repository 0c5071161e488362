// What a supplier was asked, what came of it and what is still open: one line per supplier of a period.

/**
 * What a line of the log of requests tells: the supplier was asked for its declaration; it was reminded; it was written
 * to about points of what it sent; it answered by mail or telephone.
 */
export const REQUEST_KINDS = ["request", "reminder", "letter", "answer"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A line of the log of requests. */
export interface LoggedRequest {
  period: number;
  /** The roster's id; empty where it has none, or the line does not say. */
  supplierId: string;
  supplier: string;
  kind: RequestKind;
  /** ISO day. */
  date: string;
  /** What the letter asked for; null where the line does not say. */
  corrections: number | null;
  questions: number | null;
  /** Beginnings of the ids of the responses that it was about. */
  responses: readonly string[];
  note: string;
  /** Abbreviation of the template that it is about; absent for that of campaigns. */
  template?: string;
  /** Line of the file. */
  line: number;
}

/**
 * Where the loop with a supplier stands. Without a response that counts: "not asked" (nothing says that it was), "asked" or
 * "reminded". With one: "answered" (nobody has written about it yet, or the supplier explained by mail), "letter written",
 * "reminded", and once a newer response came after a letter "still open" or "corrected"; "accepted" where all that is
 * open was accepted by a person.
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
  /** Key and name of the supplier, see SupplierLine. */
  key: string;
  /** The roster's id; empty where it has none. */
  id: string;
  supplier: string;
  state: FollowUpState;
  /** ISO day of the first request known; null where nothing tells one. */
  askedOn: string | null;
  reminders: number;
  /** ISO day of the last one. */
  remindedOn: string | null;
  /** A response of it counts for the period. */
  answered: boolean;
  /** ISO day on which it last explained something by mail, by the log. */
  explainedOn: string | null;
  /** Letters about what it sent, and the ISO day of the last one. */
  letters: number;
  letterOn: string | null;
  /** What counts came after every letter about what it had sent. */
  answeredAgain: boolean;
  /** Points of letters that a newer response settled; null where no newer one has come after a letter. */
  corrected: number | null;
  /** Errors and warnings of its responses that a letter would ask about now. */
  openCorrections: number;
  openQuestions: number;
  /** Errors and warnings that a person accepted. */
  accepted: number;
  /** Null where the next step is ours, or nothing is open. */
  owes: Owed | null;
  /** What a reminder would remind of: the last letter, reminder or request before the day of the run. */
  remindsOf: { day: string; of: "letter" | "request" } | null;
}
