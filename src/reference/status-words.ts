// The words in which lists put a facility's status, by what they mean. Exact words: "non-conformant" is not conformant.

import { fold } from "../lib/text.ts";
import type { StatusClass } from "../model/reference.ts";

const WORDS: Record<Exclude<StatusClass, "other">, readonly string[]> = {
  conformant: [
    "conformant",
    "RMAP conformant",
    "RMI conformant",
    "conformant smelter",
    "conformant (re-audit in progress)",
    "conformant - re-audit in progress",
    "conformant, reaudit in progress",
    "compliant",
    "CFSP compliant",
    "CFS compliant",
    "compliant (re-audit in progress)",
    "compliant - re-audit in progress",
    "conformant*",
  ],
  active: [
    "active",
    "RMAP active",
    "RMI active",
    "CFSP active",
    "active (pre-audit)",
    "active - pre-audit",
    "audit in progress",
  ],
};

const BY_WORDS = new Map<string, StatusClass>(
  Object.entries(WORDS).flatMap(([status, words]) =>
    words.map((text): [string, StatusClass] => [fold(text), status as StatusClass]),
  ),
);

/** The class of a status by its exact words, case and punctuation apart; "other" for every other text. */
export function statusClass(words: string): StatusClass {
  return BY_WORDS.get(fold(words)) ?? "other";
}
