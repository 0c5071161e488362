// Matches and lists for the examples of rules about matches.
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import type { RowMatch } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";

const { id: FAMILY, minerals, example } = DEFAULT_FAMILY;

/** A facility of the family's examples as a list entry. */
function entry(place: number, lookupNames: (name: string) => string[]): ReferenceList["entries"][number][] {
  const metal = minerals[place]?.id ?? "";
  const listed = example.facilities[metal];
  if (listed === undefined) return [];
  const { id, name, country } = listed;
  return [{ metal, id, standardName: name, lookupNames: lookupNames(name), country, at: `A${place + 4}` }];
}

/** A short list with the name that reports print. */
export const EXAMPLE_LIST: ReferenceList = {
  schema: 1,
  name: `${FAMILY} ${example.version} look-up`,
  kind: "look-up",
  asOf: "2025-04-25",
  source: { file: "responses/acme.xlsx", sha256: "f".repeat(64), rows: 2 },
  entries: [...entry(1, (name) => [name]), ...entry(2, () => [])],
};

/** A match for an example row. */
export function exampleMatch(match: Partial<RowMatch>): RowMatch {
  return { metal: null, kind: "none", evidence: "", candidates: [], disagreements: [], ...match };
}
