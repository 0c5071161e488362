// What the mine columns of a smelter row say about the origin of its mineral, and which of it a legal inquiry
// covers.

import {
  type OriginHabit,
  type OriginPlace,
  type OriginReading,
  originHabit,
  splitCountries,
} from "../forms/countries.ts";
import type { Family } from "../forms/form.ts";
import { ORIGIN_CLASS_FACTS, type OriginClass } from "../forms/origin-classes.ts";
import type { Response, SmelterRow } from "../model/response.ts";
import { isInquired, isInquiredEitherWay } from "./inquired.ts";

/**
 * The provenance of an origin stated in a supplier's mine list; one stated in the smelter list has
 * "supplier".
 */
export const MINE_LIST = "supplier (mine list)";

/** What the mine columns of a row say, and which of it the inquiry covers. */
export interface OriginsNamed extends OriginReading {
  covered: {
    /** ISO codes, including those of the named places. */
    countries: string[];
    /** Names that may mean several countries, all of them covered, as written. */
    ambiguous: string[];
    /** Classes of countries that are covered. */
    classes: OriginClass[];
    /** The places that contributed to `countries`. */
    places: OriginPlace[];
  };
  /** Classes whose countries are conflict-affected or high-risk areas. */
  highRisk: OriginClass[];
}

export type OriginReader = (
  response: Response,
  row: Pick<SmelterRow, "mineNames" | "mineCountries">,
) => OriginsNamed;

const NOTHING: OriginReading = {
  countries: [],
  words: [],
  classes: [],
  places: [],
  ambiguous: [],
  unresolved: [],
};

/**
 * Returns a reader for the mine columns of rows that reads each distinct text once. The country column is
 * read in full; in the names of mines only words and classes, covered countries and places in them count,
 * since the rest is the mine's name. Whether two-letter words are country codes depends on how the whole
 * response writes its origins.
 */
export function createOriginReader(family: Family): OriginReader {
  const habits = new WeakMap<Response, OriginHabit>();
  const known = new Map<string, OriginReading>();
  const rows = new Map<string, OriginsNamed>();

  const habitOf = (response: Response): OriginHabit => {
    const habit = habits.get(response) ?? originHabit(distinct(response));
    habits.set(response, habit);
    return habit;
  };
  const read = (text: string | undefined, habit: OriginHabit): OriginReading => {
    if (text === undefined) return NOTHING;
    const key = `${habit.codes} ${habit.classes} ${text}`;
    const reading = known.get(key) ?? splitCountries(text, habit);
    known.set(key, reading);
    return reading;
  };

  return (response, { mineNames, mineCountries }) => {
    if (mineNames === undefined && mineCountries === undefined) return asked(family, NOTHING);
    const habit = habitOf(response);
    const key = JSON.stringify([habit.codes, habit.classes, mineNames, mineCountries]);
    const reading =
      rows.get(key) ??
      asked(family, together(namedByMine(family, read(mineNames, NO_CODES)), read(mineCountries, habit)));
    rows.set(key, reading);
    return reading;
  };
}

/** Two-letter words in the names of mines are not country codes. */
const NO_CODES: OriginHabit = { codes: false, classes: true };

function distinct({ smelters }: Response): Set<string> {
  return new Set(smelters.flatMap(({ mineCountries }) => mineCountries ?? []));
}

function namedByMine(family: Family, reading: OriginReading): OriginReading {
  return {
    ...reading,
    countries: reading.countries.filter((country) => isInquired(family, country)),
    ambiguous: reading.ambiguous.filter((name) => isInquiredEitherWay(family, name)),
    unresolved: [],
  };
}

function together(one: OriginReading, other: OriginReading): OriginReading {
  if (one === NOTHING) return other;
  const both = <T>(key: keyof OriginReading): T[] => [
    ...new Set([...(other[key] as unknown as T[]), ...(one[key] as unknown as T[])]),
  ];
  return {
    countries: both("countries"),
    words: both("words"),
    classes: both("classes"),
    places: both("places"),
    ambiguous: both("ambiguous"),
    unresolved: other.unresolved,
  };
}

function asked(family: Family, reading: OriginReading): OriginsNamed {
  return {
    ...reading,
    covered: {
      countries: reading.countries.filter((country) => isInquired(family, country)),
      ambiguous: reading.ambiguous.filter((name) => isInquiredEitherWay(family, name)),
      classes: family.inquiry
        ? reading.classes.filter((name) => ORIGIN_CLASS_FACTS[name].covered === "yes")
        : [],
      places: reading.places.filter(({ country }) => isInquired(family, country)),
    },
    highRisk: reading.classes.filter((name) => ORIGIN_CLASS_FACTS[name].highRisk === "yes"),
  };
}

/** The reading of an origin that is a single known country. */
export function countryOrigin(family: Family, country: string): OriginsNamed {
  return asked(family, { ...NOTHING, countries: [country] });
}

/** Whether any covered country was found. */
export function namesInquired({ covered }: OriginsNamed): boolean {
  return covered.countries.length + covered.ambiguous.length + covered.classes.length > 0;
}

/** One origin that a row names. */
export interface NamedOrigin {
  /** ISO code; null for a class of countries and for a text that is not a single known country. */
  code: string | null;
  /** The class's name, or the text; null for a country. */
  text: string | null;
  /** Whether the inquiry covers it. */
  covered: "yes" | "no" | "not known";
}

/** The origins that a row names, one by one. Recycled material has no country and is left out. */
export function namedOrigins(family: Family, origin: OriginsNamed): NamedOrigin[] {
  return [
    ...origin.countries.map(
      (code): NamedOrigin => ({ code, text: null, covered: isInquired(family, code) ? "yes" : "no" }),
    ),
    ...origin.classes
      .filter((name) => name !== "recycledScrap")
      .map((name): NamedOrigin => {
        const { name: text, covered } = ORIGIN_CLASS_FACTS[name];
        return { code: null, text, covered };
      }),
    ...origin.ambiguous.map(
      (text): NamedOrigin => ({
        code: null,
        text,
        covered: isInquiredEitherWay(family, text) ? "yes" : "not known",
      }),
    ),
    ...origin.unresolved.map((text): NamedOrigin => ({ code: null, text, covered: "not known" })),
  ];
}
