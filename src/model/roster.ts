// The suppliers that a campaign asks, as listed by a person.
import type { MineralId } from "./vocabulary.ts";

export interface RosterSupplier {
  /** The supplier's id, else its normalised name: the key by which responses are grouped. */
  key: string;
  id?: string;
  name: string;
  otherNames: readonly string[];
  /** Domains of its e-mail addresses, in lower case, without "@". */
  emailDomains: readonly string[];
  /** Complete addresses among them, used only for draft e-mails. */
  emails?: readonly string[];
  /** The company's unique ID (such as a DUNS number) as in its declaration. */
  uniqueId?: string;
  /** Patterns for folders or files of its responses; `*` matches anything but "/", `?` one character. */
  files: readonly string[];
  /** Products or part numbers that a product-level response must cover. */
  products: readonly string[];
  /** Metals that its parts are known to contain. */
  minerals?: readonly MineralId[];
  /** Abbreviations of the templates that it is asked for; absent if the roster does not say. */
  families?: readonly string[];
  /** Share of spend, 0 to 1. */
  spendShare?: number;
  /** ISO dates between which it is in scope. */
  since?: string;
  until?: string;
  language?: string;
  /** ISO dates on which it was asked and reminded; the latter ascending. */
  askedOn?: string;
  remindedOn?: readonly string[];
  /** Line of the roster file. */
  line: number;
}

export interface Roster {
  suppliers: readonly RosterSupplier[];
}

/** Evidence by which a response is attributed to a supplier on the roster, in the order in which it is tried. */
export const ROSTER_EVIDENCE = ["file", "uniqueId", "emailDomain", "name"] as const;
export type RosterEvidence = (typeof ROSTER_EVIDENCE)[number];

/** Whose a response is according to the roster: one supplier; one of several; or none on the roster. */
export type Identification =
  | { kind: "known"; supplier: RosterSupplier; by: RosterEvidence; evidence: string }
  | { kind: "ambiguous"; candidates: readonly RosterSupplier[]; evidence: string }
  | { kind: "unknown" };
