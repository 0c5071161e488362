// Matches and lists for the examples of rules that look at matches.
import type { RowMatch } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";

/** A short list under the name that reports print. */
export const EXAMPLE_LIST: ReferenceList = {
  schema: 1,
  name: "CMRT 6.5 look-up",
  kind: "look-up",
  asOf: "2025-04-25",
  source: { file: "responses/acme.xlsx", sha256: "f".repeat(64), rows: 2 },
  entries: [
    {
      metal: "tin",
      id: "CID000438",
      standardName: "EM Vinto",
      lookupNames: ["EM Vinto"],
      country: "BO",
      at: "A5",
    },
    { metal: "gold", id: "CID002763", standardName: "8853 S.p.A.", lookupNames: [], country: "IT", at: "A6" },
  ],
};

/** The match of a row. */
export function exampleMatch(match: Partial<RowMatch>): RowMatch {
  return { metal: null, kind: "none", evidence: "", candidates: [], disagreements: [], ...match };
}
