// The suppliers that a campaign asks, as a person lists them.
import type { MineralId } from "./vocabulary.ts";

export interface RosterSupplier {
  /** The supplier's id, else its normalised name: the key under which responses are counted. */
  key: string;
  id?: string;
  name: string;
  otherNames: readonly string[];
  /** Domains of its e-mail addresses, lower case, without "@". */
  emailDomains: readonly string[];
  /** Whole addresses among them, for drafts of mails and nothing else. */
  emails?: readonly string[];
  /** The company's unique ID (a DUNS number, say) as its declaration gives it. */
  uniqueId?: string;
  /** Folders or files of its responses; `*` stands for anything but "/", `?` for one character. */
  files: readonly string[];
  /** Products or part numbers that a product-level response must cover. */
  products: readonly string[];
  /** Metals that its parts are known to hold. */
  minerals?: readonly MineralId[];
  /** Templates (abbreviations of families) that it is asked for; absent where the roster does not say. */
  families?: readonly string[];
  /** Share of spend, 0 to 1. */
  spendShare?: number;
  /** ISO dates between which it is in scope. */
  since?: string;
  until?: string;
  language?: string;
  /** ISO dates on which it was asked, and reminded; the latter ascending. */
  askedOn?: string;
  remindedOn?: readonly string[];
  /** Line of the roster file. */
  line: number;
}

export interface Roster {
  suppliers: readonly RosterSupplier[];
}

/** By what a response was tied to a supplier of the roster, in the order in which they are tried. */
export const ROSTER_EVIDENCE = ["file", "uniqueId", "emailDomain", "name"] as const;
export type RosterEvidence = (typeof ROSTER_EVIDENCE)[number];

/** Whose a response is by the roster: one supplier; several that it may be; or none that the roster knows. */
export type Identification =
  | { kind: "known"; supplier: RosterSupplier; by: RosterEvidence; evidence: string }
  | { kind: "ambiguous"; candidates: readonly RosterSupplier[]; evidence: string }
  | { kind: "unknown" };
