// Candidates for rows that no rule matches to a facility.

import { idOfDigits } from "../domain/smelter-id.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { words } from "../lib/text.ts";
import type { Candidate } from "../model/match.ts";
import type { ReportedSmelter } from "../model/reported-smelter.ts";
import type { FacilityIndex } from "./facility-index.ts";
import { typedDigits } from "./id-digits.ts";
import type { ReadName } from "./read-name.ts";
import { createSuggester, type Query, type Suggester } from "./suggester.ts";
import { learnWeights, type Weights } from "./word-weights.ts";

/** Most candidates per row. */
const LIMIT = 3;
/** Longer texts are not names, and every word of them would be compared with every word on the list. */
const LONGEST_NAME = 1000;

/**
 * Returns up to three facilities that a row with these names may mean; of every metal if the row does not state one.
 */
export type FindCandidates = (row: ReportedSmelter, names: readonly ReadName[]) => readonly Candidate[];

/** Everything that candidates depend on besides the lists, in a fixed order. */
export type AskedCandidates = readonly (string | null | undefined)[];

/** A cache of candidates. */
export interface KnownCandidates {
  /** The cached candidates for a row with these values, or else the result of `find`. */
  of(asked: AskedCandidates, find: () => readonly Candidate[]): readonly Candidate[];
}

/** Returns a search for candidates among the facilities of an index. `known` is a cache for the same lists. */
export function createCandidates(index: FacilityIndex, known?: KnownCandidates): FindCandidates {
  const suggesters = new Map<string, Suggester>();
  let weights: Weights | undefined;

  function suggester(metal: string): Suggester {
    // Learnt from all metals together: their lists share companies, and the smallest has only a few dozen names.
    weights ??= learnWeights([...index.metals()].flatMap((each) => index.metal(each)?.facilities ?? []));
    const known = suggesters.get(metal) ?? createSuggester(index.metal(metal)?.facilities ?? [], weights);
    suggesters.set(metal, known);
    return known;
  }

  const find: FindCandidates = (row, read) => {
    const names = read.filter(({ text }) => text.length <= LONGEST_NAME);
    // An ID of another metal is a contradiction, not a typing error.
    const digits = typedDigits(row).filter(({ digits }) => {
      const metal = index.byId(idOfDigits(digits))?.metal;
      return metal === undefined || row.metal == null || metal === row.metal;
    });
    if (names.length === 0 && digits.length === 0) return [];
    const query: Query = {
      names,
      ...(row.country === undefined ? {} : { country: row.country }),
      places: placesOf(row),
      digits,
    };
    if (row.metal != null) return suggester(row.metal)(query, LIMIT);
    return [...index.metals()]
      .flatMap((metal) =>
        suggester(metal)(query, LIMIT).map((candidate) => ({
          ...candidate,
          evidence: `for ${metal}: ${candidate.evidence}`,
        })),
      )
      .sort((a, b) => b.score - a.score || compareTexts(a.id, b.id))
      .slice(0, LIMIT);
  };

  if (known === undefined) return find;
  return (row, read) => {
    const { metal, lookupName, name, id, idInput, country, city, state, street } = row;
    const asked = [metal, lookupName, name, id, idInput, country, city, state, street];
    return known.of(asked, () => find(row, read));
  };
}

/** Words of the row's address. */
function placesOf({ city = "", state = "", street = "" }: ReportedSmelter): string[] {
  return city || state || street ? [...words(city), ...words(state), ...words(street)] : [];
}
