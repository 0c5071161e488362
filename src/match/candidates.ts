// Candidates of a row that no rule ties to a facility.

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

/** A row has at most this many. */
const LIMIT = 3;
/** What is longer is not a name: every word of it would be likened to every word of the list. */
const LONGEST_NAME = 1000;

/** Up to three facilities that a row with these names might mean; of every metal where the row states none. */
export type FindCandidates = (row: ReportedSmelter, names: readonly ReadName[]) => readonly Candidate[];

/** All that candidates depend on beside the lists, in one order. */
export type AskedCandidates = readonly (string | null | undefined)[];

/** Candidates that were found before. */
export interface KnownCandidates {
  /** What was found before for a row that says all of this, else what `find` finds now. */
  of(asked: AskedCandidates, find: () => readonly Candidate[]): readonly Candidate[];
}

/** Prepares the search for candidates among the facilities of an index. `known` are those found before under its lists. */
export function createCandidates(index: FacilityIndex, known?: KnownCandidates): FindCandidates {
  const suggesters = new Map<string, Suggester>();
  let weights: Weights | undefined;

  function suggester(metal: string): Suggester {
    // Learnt from all metals: their lists share companies, and the smallest has but a few dozen names.
    weights ??= learnWeights([...index.metals()].flatMap((each) => index.metal(each)?.facilities ?? []));
    const known = suggesters.get(metal) ?? createSuggester(index.metal(metal)?.facilities ?? [], weights);
    suggesters.set(metal, known);
    return known;
  }

  const find: FindCandidates = (row, read) => {
    const names = read.filter(({ text }) => text.length <= LONGEST_NAME);
    // An ID of another metal is a contradiction, not a slip of the pen.
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
