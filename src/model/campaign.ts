// A campaign: which responses count for a period and what they say together.
import type { Response } from "./response.ts";

/** A supplier as a campaign knows it: by the roster's id and name, else by the response's company name. */
export interface Supplier {
  /** Stable key: the roster's id, else the normalised company name. */
  key: string;
  name: string;
}

/**
 * Where a response stands in its period, before the rules looked at it:
 * standing counts; superseded by a newer one; stale (dated before the period); late (after the cut-off or the
 * day of the run); undated; withdrawn (its file has gone).
 */
export type Standing = "standing" | "superseded" | "stale" | "late" | "undated" | "withdrawn";

export interface SelectedResponse {
  response: Response;
  supplier: Supplier;
  /** The period it was looked at for; null where its date tells none. */
  period: number | null;
  standing: Standing;
  /** Why it stands where it does, one sentence for a person. */
  reason: string;
  /** Id of the response that superseded it. */
  supersededBy?: string;
}

/** The state of a response once the rules have run, as reports print it. One without a readable date is invalid. */
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
] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];
