// How well names are matched: the measures in docs/matching.md, for names whose facility is known.
import { parse } from "csv-parse/sync";
import { readCountry } from "../../src/forms/countries.ts";
import { readAnyMineral } from "../../src/forms/minerals.ts";
import type { Matcher } from "../../src/match/matcher.ts";

/** A name as somebody wrote it, with its facility. */
export interface LabelledName {
  metal: string;
  name: string;
  /** As written; empty where none is stated. */
  country: string;
  /** Empty: the facility is not on the list, and every certain match is wrong. */
  cid: string;
}

export interface NameScore {
  /** Names whose facility is known. */
  known: number;
  certainRight: number;
  /** Names matched with certainty to another facility, and certain matches of names without a listed facility. */
  wrong: string[];
  /**
   * Per cent of the known names, one decimal: certain or first candidate; certain or among three; without candidate.
   */
  first: number;
  amongThree: number;
  none: number;
  /** Rank of the right facility by metal and name, from 0; -1 if it is not among three. */
  places: Map<string, number>;
}

/** Parses a CSV with the columns metal, name, country and cid; others are ignored. Throws if one is missing. */
export function readLabelledNames(text: string | Buffer): LabelledName[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, skip_empty_lines: true });
  const missing = ["metal", "name", "country", "cid"].filter((column) => rows[0] && !(column in rows[0]));
  if (missing.length > 0) throw new Error(`the CSV lacks the columns ${missing.join(", ")}`);
  return rows as unknown as LabelledName[];
}

/** Share in per cent, one decimal. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}

/** Matches every name and compares the result with its facility. A removed facility does not count as certain. */
export function scoreNames(matcher: Matcher, names: readonly LabelledName[]): NameScore {
  const wrong: string[] = [];
  let certainRight = 0;
  let none = 0;
  const places = new Map<string, number>();
  for (const { metal, name, country, cid } of names) {
    const code = country === "" ? undefined : readCountry(country).code;
    const match = matcher.match({
      metal: readAnyMineral(metal) ?? metal,
      name,
      ...(code === undefined ? {} : { country: code }),
    });
    const certain = match.removed ? undefined : match.id;
    if (certain !== undefined && certain !== cid) wrong.push(`${name}: ${certain}, not ${cid || "listed"}`);
    if (cid === "") continue;
    const ids = certain === undefined ? match.candidates.map(({ id }) => id) : [certain];
    if (certain === cid) certainRight++;
    if (ids.length === 0) none++;
    places.set(`${metal} ${name}`, ids.indexOf(cid));
  }
  const ranks = [...places.values()];
  const share = (counts: (place: number) => boolean) => percent(ranks.filter(counts).length, ranks.length);
  return {
    known: ranks.length,
    certainRight,
    wrong,
    first: share((place) => place === 0),
    amongThree: share((place) => place >= 0),
    none: percent(none, ranks.length),
    places,
  };
}
