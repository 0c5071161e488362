// Our smelter list: the union of what the counted responses report, one line per facility.

import { facilityKey, reportedName, reportedNameKey } from "../domain/facility.ts";
import { declaredScopes } from "../domain/scope.ts";
import { isNotIdentified, isNotListed } from "../domain/sentinels.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { joinList } from "../lib/join-list.ts";
import type { DeclaredScope } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import { STATE_NAMES } from "../model/labels.ts";
import type { RowMatch } from "../model/match.ts";
import type { LeftOut, OwnSmelter, SmelterSource } from "../model/own-declaration.ts";
import type { SmelterRow } from "../model/response.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { sourceText } from "../model/workbook.ts";

export interface SmelterOptions {
  metals: readonly MineralId[];
  /** Whether to omit facilities that were removed from the list in effect. */
  excludeRemoved: boolean;
}

export interface SmelterUnion {
  smelters: OwnSmelter[];
  leftOut: LeftOut[];
  /** Metals for which a reported smelter was omitted; null if the row does not state a metal. */
  incomplete: ReadonlySet<MineralId | null>;
}

interface Gathered extends OwnSmelter {
  mines: Set<string>;
  countries: Set<string>;
  feedstock: Set<string | undefined>;
}

/** An omitted smelter while its rows are collected. */
type Leaving = Omit<LeftOut, "reason"> & { reasons: Set<string> };

const NOT_SMELTER = "It was decided that this is not a smelter.";

/**
 * The union of the smelters in counted responses: one line per metal and ID if matched with certainty, otherwise per
 * metal, name and country, and one "not yet identified" line per metal if a response has one. Smelters of metals that a
 * response declares out of scope are omitted, and so is what a person decided is not a smelter. Smelters that only
 * `notCounted` responses name are listed as omitted.
 */
export function uniteSmelters(
  counted: readonly EvaluatedResponse[],
  notCounted: readonly EvaluatedResponse[],
  options: SmelterOptions,
): SmelterUnion {
  const found = new Map<string, Gathered>();
  const leftOut = new Map<string, Leaving>();
  for (const one of counted) {
    const scope = declaredScopes(one.response);
    one.response.smelters.forEach((row, index) => {
      const match = one.matches[index];
      const source = { supplier: one.supplier.name, file: sourceText(one.response.source), row: row.row };
      const metal = match?.metal ?? row.metal ?? null;
      const reason = whyLeftOut(scope, metal, match, options);
      if (metal === null || match === undefined || reason !== undefined) {
        if (metal !== null && !options.metals.includes(metal)) return;
        leave(leftOut, { metal, row, match, reason: reason ?? "The row does not state a metal.", source });
        return;
      }
      gather(found, metal, row, match, source);
    });
  }
  for (const one of notCounted) {
    one.response.smelters.forEach((row, index) => {
      const match = one.matches[index];
      const metal = match?.metal ?? row.metal ?? null;
      const facility = facilityKey(row, match);
      const isNamed = facility !== null && (match?.id ?? nameIn(row)) !== undefined;
      if (!isNamed || found.has(facility) || (metal !== null && !options.metals.includes(metal))) return;
      const source = { supplier: one.supplier.name, file: sourceText(one.response.source), row: row.row };
      const reason = `The response that names it does not count (${STATE_NAMES[one.state]}).`;
      leave(leftOut, { metal, row, match, reason, source });
    });
  }
  const incomplete = [...leftOut.values()].filter(
    ({ reasons, name }) => name !== "" && [...reasons].some((reason) => reason !== NOT_SMELTER),
  );
  return {
    smelters: [...found.values()].map(finish).sort(byMetalKindName(options.metals)),
    leftOut: [...leftOut.values()]
      .map(({ reasons, sources, ...each }) => ({
        ...each,
        reason: sortTexts(reasons).join(" "),
        sources: sorted(sources),
      }))
      .sort(byMetalName(options.metals)),
    incomplete: new Set(incomplete.map(({ metal }) => metal)),
  };
}

function whyLeftOut(
  scope: Readonly<Record<MineralId, DeclaredScope>>,
  metal: MineralId | null,
  match: RowMatch | undefined,
  { metals, excludeRemoved }: SmelterOptions,
): string | undefined {
  if (metal === null) return "The row does not state a metal.";
  if (!metals.includes(metal)) return "The declaration does not cover this metal.";
  if (match?.kind === "notSmelter") return NOT_SMELTER;
  if (scope[metal] === "no") return "The supplier declares the metal out of scope.";
  if (excludeRemoved && match?.removed)
    return `The facility is no longer on the reference list in use (last on ${match.removed.list}).`;
  return undefined;
}

/** The facility's name as reported; undefined if the row does not name one. */
function nameIn(row: SmelterRow): string | undefined {
  const name = reportedName(row);
  return name === "" || isNotListed(name) || isNotIdentified(name) ? undefined : name;
}

function gather(
  found: Map<string, Gathered>,
  metal: MineralId,
  row: SmelterRow,
  match: RowMatch,
  source: SmelterSource,
): void {
  const name = match.standardName ?? nameIn(row);
  const facility = facilityKey(row, match);
  const country = match.country ?? row.country;
  const namesNothing = facility === null || (match.id === undefined && name === undefined);
  const kind = namesNothing ? "notIdentified" : match.id === undefined ? "described" : "matched";
  // Rows that name nothing share one line per metal.
  const key = namesNothing ? `${metal} not identified` : facility;
  const known = found.get(key) ?? {
    metal,
    kind,
    ...(kind === "matched" && match.id !== undefined ? { id: match.id } : {}),
    sources: [],
    mines: new Set(),
    countries: new Set(),
    feedstock: new Set(),
  };
  found.set(key, known);
  known.sources.push(source);
  if (kind === "notIdentified") return;
  // Of several spellings the first in code unit order is used, whatever the order of the files.
  const take = (field: "name" | "country" | "city" | "state" | "street", value: string | undefined) => {
    const before = known[field];
    if (value !== undefined && (before === undefined || compareTexts(value, before) < 0))
      known[field] = value;
  };
  take("name", name);
  take("country", country);
  if (kind === "described") for (const field of ["city", "state", "street"] as const) take(field, row[field]);
  for (const part of listed(row.mineNames)) known.mines.add(part);
  for (const part of listed(row.mineCountries)) known.countries.add(part);
  known.feedstock.add(row.recycled);
}

/** The parts of a mine column, which may contain several. */
function listed(text: string | undefined): string[] {
  return (text ?? "")
    .split(/[;\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function finish({ mines, countries, feedstock, ...smelter }: Gathered): OwnSmelter {
  feedstock.delete(undefined);
  const [recycled] = feedstock;
  const agreed = feedstock.size === 1 && (recycled === "yes" || recycled === "no" || recycled === "unknown");
  return {
    ...smelter,
    ...(mines.size > 0 ? { mineNames: joinList(sortTexts(mines)) } : {}),
    ...(countries.size > 0 ? { mineCountries: joinList(sortTexts(countries)) } : {}),
    ...(agreed ? { recycled } : {}),
    sources: sorted(smelter.sources),
  };
}

function leave(
  leftOut: Map<string, Leaving>,
  entry: {
    metal: MineralId | null;
    row: SmelterRow;
    match: RowMatch | undefined;
    reason: string;
    source: SmelterSource;
  },
): void {
  const { metal, row, match, reason, source } = entry;
  const name = match?.standardName ?? nameIn(row) ?? row.lookupName ?? row.idInput ?? "";
  const key = [metal, match?.id ?? (reportedNameKey({ name }) || name)].join("\u0000");
  const known = leftOut.get(key) ?? {
    metal,
    name,
    ...(match?.id === undefined ? {} : { id: match.id }),
    reasons: new Set(),
    sources: [],
  };
  known.reasons.add(reason);
  known.sources.push(source);
  leftOut.set(key, known);
}

function sorted(sources: readonly SmelterSource[]): SmelterSource[] {
  return [...sources].sort((a, b) => compareTexts(sourceKey(a), sourceKey(b)));
}

function sourceKey({ supplier, file, row }: SmelterSource): string {
  return `${supplier}\u0000${file}\u0000${String(row).padStart(7, "0")}`;
}

const KINDS: readonly OwnSmelter["kind"][] = ["matched", "described", "notIdentified"];

function byMetalKindName(metals: readonly MineralId[]): (a: OwnSmelter, b: OwnSmelter) => number {
  const text = ({ name = "", id = "", country = "" }: OwnSmelter) => [name, id, country].join("\u0000");
  return (a, b) =>
    metals.indexOf(a.metal) - metals.indexOf(b.metal) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareTexts(text(a), text(b));
}

/** Sorts entries without a metal last. */
function byMetalName(metals: readonly MineralId[]): (a: LeftOut, b: LeftOut) => number {
  const order = ({ metal }: LeftOut) => (metal === null ? metals.length : metals.indexOf(metal));
  const text = ({ name, id = "", reason, sources }: LeftOut) =>
    // Entries with the same name are sorted by their first source.
    [name, id, reason, ...sources.slice(0, 1).map(sourceKey)].join("\u0000");
  return (a, b) => order(a) - order(b) || compareTexts(text(a), text(b));
}
