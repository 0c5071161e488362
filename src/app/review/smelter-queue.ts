// Reported smelters that need a decision, shown for comparison with their candidates.

import { reportedNameOrId, reportedSmelterKey } from "../../domain/facility.ts";
import { currentId } from "../../domain/smelter-id.ts";
import { countryName } from "../../forms/countries.ts";
import { groupBy } from "../../lib/group-by.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { disagreementText } from "../../match/disagreement-text.ts";
import type { OpenSmelter } from "../../match/open-smelters.ts";

import type { Candidate } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { smelterCell } from "../../model/response.ts";
import type { ReportedRow, SmelterCandidate, SmelterItem } from "../../model/review.ts";
import type { SmelterColumn } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { type CountedRow, countedRows, listsOf, openSmelters } from "../smelters/decide-smelters.ts";
import type { TemplateSnapshot } from "./snapshot.ts";

/** Most rows and suppliers named per item; the others are counted. */
const MOST_ROWS = 3;
const MOST_SUPPLIERS = 12;
const MOST_NAMES = 6;

/** Columns of a row that identify the facility, with the labels used on the page. */
const SHOWN: readonly (readonly [SmelterColumn, string])[] = [
  ["lookupName", "Look-up"],
  ["name", "Name"],
  ["id", "ID"],
  ["idInput", "ID input"],
  ["idSource", "Source of the ID"],
  ["country", "Country"],
  ["state", "State"],
  ["city", "City"],
  ["street", "Street"],
  ["mineCountries", "Mine countries"],
  ["comments", "Comments"],
];

export interface SmelterEntry {
  key: string;
  /** The content that its rows share. */
  rowKey: string;
  smelter: OpenSmelter;
}

/** The snapshot's data, and what keeps contacts out of it. */
type Looked = Pick<TemplateSnapshot, "evaluation" | "withholding">;

/** The entries of the queue. What the page shows of one is only put together when it is shown. */
export function smelterEntries({ evaluation }: Pick<Looked, "evaluation">): SmelterEntry[] {
  return openSmelters(evaluation).map((smelter) => {
    const rowKey = reportedSmelterKey(smelter.metal, smelter.name, smelter.country);
    return { key: sha256Of(rowKey).slice(0, 32), rowKey, smelter };
  });
}

/** The entries of one page as shown. */
export function smelterItems(entries: readonly SmelterEntry[], snapshot: Looked): SmelterItem[] {
  const { evaluation, withholding } = snapshot;
  const rows = new Map(entries.map(({ rowKey }) => [rowKey, [] as CountedRow[]]));
  for (const one of countedRows(evaluation)) {
    const { row, match } = one;
    // Most rows need no decision.
    if (match.id !== undefined && match.disagreements.length === 0) continue;
    const its = rows.get(reportedSmelterKey(match.metal, reportedNameOrId(row), row.country));
    if (its !== undefined && its.length < MOST_ROWS) its.push(one);
  }
  const named = namesById(listsOf(evaluation));
  return entries.map(({ key, rowKey, smelter }): SmelterItem => {
    const { metal, name, country, id, match, suppliers } = smelter;
    return {
      key,
      metal,
      ...withholding.deep({
        name,
        suppliers: suppliers.slice(0, MOST_SUPPLIERS),
        evidence: match.evidence,
        doubts: match.disagreements.map(disagreementText),
      }),
      id: id === undefined ? null : withholding.text(id),
      country: country === undefined ? null : countryName(country),
      moreSuppliers: Math.max(0, suppliers.length - MOST_SUPPLIERS),
      rows: smelter.rows,
      reported: (rows.get(rowKey) ?? []).map((row) => reportedRow(row, snapshot)),
      candidates: match.candidates.map((candidate) =>
        candidateOf(candidate, metal, named.get(currentId(candidate.id)) ?? [], snapshot),
      ),
    };
  });
}

function reportedRow({ from, row }: CountedRow, { withholding }: Looked): ReportedRow {
  const { response, supplier } = from;
  const clean = withholding.of(response.id);
  return {
    supplier: supplier.name,
    response: response.id,
    file: withholding.deep({ file: sourceText(response.source) }).file,
    at: smelterCell(response, row, "lookupName"),
    texts: SHOWN.flatMap(([column, title]) => {
      const text = row.raw?.[column] ?? shownValue(row[column], column);
      return text === undefined || text === "" ? [] : [[title, clean(text)] as const];
    }),
  };
}

function shownValue(value: unknown, column: SmelterColumn): string | undefined {
  if (typeof value !== "string") return undefined;
  return column === "country" ? countryName(value) : value;
}

function candidateOf(
  { id, standardName, country, score, evidence }: Candidate,
  metal: string,
  entries: readonly ReferenceList["entries"][number][],
  { evaluation, withholding }: Looked,
): SmelterCandidate {
  const same = entries.filter((entry) => entry.metal === metal || entry.metal === "");
  const status = id === "" ? undefined : evaluation.match?.({ metal, id }).status;
  const city = same.find((entry) => entry.city !== undefined)?.city;
  const names = new Set(same.flatMap(({ lookupNames, standardName: name }) => [name, ...lookupNames]));
  names.delete(standardName);
  return {
    id,
    standardName,
    place: [city, country === undefined ? undefined : countryName(country)].filter(Boolean).join(", "),
    otherNames: [...names].filter((name) => name !== "").slice(0, MOST_NAMES),
    status: status === undefined ? "" : `${status.status} (${status.list})`,
    score,
    evidence: withholding.text(evidence),
  };
}

/** List entries by the facility's current ID. */
function namesById(lists: readonly ReferenceList[]): Map<string, ReferenceList["entries"]> {
  const entries = lists
    .filter(({ kind }) => kind === "look-up" || kind === "alias")
    .flatMap((list) => list.entries)
    .filter(({ id }) => id !== undefined);
  return groupBy(entries, ({ id }) => currentId(id ?? ""));
}
