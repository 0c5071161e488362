// Which responses count for a period, and what became of the others.

import { counts } from "../domain/standing.ts";
import { compareVersions, familyOf } from "../forms/editions.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { nameKey } from "../lib/text.ts";
import type { SelectedResponse, Standing, Supplier } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import { sourceText } from "../model/workbook.ts";
import { scopeOf } from "./scope.ts";

/** Month and day of the year after the period until which responses count, unless the settings say otherwise. */
const CUTOFF_DAY = "05-31";

export interface SelectOptions {
  /** The calendar year asked for; without it the periods come from the responses' dates. */
  period?: number;
  /** Last day (ISO) on which a response of the period asked for may be dated. */
  cutoff?: string;
  /** Month and day of the year after a period that make its cut-off where `cutoff` is not given. */
  cutoffDay?: string;
  /** The day of the run (ISO): no response can truly be dated later. */
  today: string;
  /** Ids of responses whose file has gone. */
  withdrawn?: ReadonlySet<string>;
  /** Supplier of a response where a roster tells it; undefined falls back on the company name. */
  supplierOf?: (response: Response) => Supplier | undefined;
}

export interface Selection {
  period: number | null;
  /** Periods that at least one response is looked at for, ascending. */
  periods: number[];
  /** Cut-off of the period asked for; null without one. */
  cutoff: string | null;
  /** Sorted by supplier, then effective date, then file. */
  selected: SelectedResponse[];
}

/**
 * Puts every response where it stands. A response belongs to a period when it is dated between its 1 January and the
 * cut-off (31 May of the next year by default). Of one supplier and one scope the newest stands and supersedes the
 * others; different scopes stand side by side. Without a period asked for, the candidate periods are the calendar
 * years of the dates, each response is looked at for the earliest one whose window contains its date, and superseding
 * is worked out within that period.
 */
export function select(responses: readonly Response[], options: SelectOptions): Selection {
  const cutoffDay = options.cutoffDay ?? CUTOFF_DAY;
  const asked = options.period;
  const cutoffOf = (period: number): string =>
    (period === asked && options.cutoff) || `${period + 1}-${cutoffDay}`;

  const suppliers = nameSuppliers(responses, options.supplierOf);
  const candidates = [
    ...new Set(
      responses
        .map(dateOf)
        .flatMap((date) => (date && date <= options.today ? [Number(date.slice(0, 4))] : [])),
    ),
  ].sort((a, b) => a - b);

  const selected = responses.map((response): SelectedResponse => {
    const date = dateOf(response);
    const period =
      asked ??
      candidates.find((year) => date !== null && `${year}-01-01` <= date && date <= cutoffOf(year)) ??
      null;
    const { standing, reason } = options.withdrawn?.has(response.id)
      ? { standing: "withdrawn" as const, reason: "Its file is no longer there." }
      : placeByDate(response, period, period === null ? null : cutoffOf(period), options.today);
    return { response, supplier: suppliers.get(response) as Supplier, period, standing, reason };
  });

  for (const contenders of groups(selected)) supersede(contenders);
  selected.sort(bySupplierDateFile);
  return {
    period: asked ?? null,
    periods:
      asked === undefined
        ? [...new Set(selected.flatMap((one) => one.period ?? []))].sort((a, b) => a - b)
        : [asked],
    cutoff: asked === undefined ? null : cutoffOf(asked),
    selected,
  };
}

function dateOf(response: Response): string | null {
  return response.company.effectiveDate?.value ?? null;
}

function placeByDate(
  response: Response,
  period: number | null,
  cutoff: string | null,
  today: string,
): { standing: Standing; reason: string } {
  const date = dateOf(response);
  if (date === null) {
    const typed = response.company.effectiveDate?.raw;
    return {
      standing: "undated",
      reason: typed === undefined ? "It has no effective date." : `Its effective date “${typed}” is no date.`,
    };
  }
  if (date > today) {
    return { standing: "late", reason: `It is dated ${date}, later than the day of this run (${today}).` };
  }
  if (period !== null && date < `${period}-01-01`) {
    return { standing: "stale", reason: `It is dated ${date}, before the period began (${period}-01-01).` };
  }
  if (cutoff !== null && date > cutoff) {
    return { standing: "late", reason: `It is dated ${date}, after the cut-off (${cutoff}).` };
  }
  return { standing: "standing", reason: "" };
}

/** The responses that could supersede each other: same period, same supplier, dated within the window. */
function groups(selected: readonly SelectedResponse[]): SelectedResponse[][] {
  const byKey = new Map<string, SelectedResponse[]>();
  for (const one of selected) {
    if (!counts(one.standing)) continue;
    const key = `${one.period} ${one.supplier.key}`;
    const group = byKey.get(key);
    if (group) group.push(one);
    else byKey.set(key, [one]);
  }
  return [...byKey.values()];
}

/** Lets the newest of each scope stand and marks the others. Changes the entries in place. */
function supersede(contenders: SelectedResponse[]): void {
  const ranked = contenders
    .map((one) => ({ one, date: dateOf(one.response) ?? "", scope: scopeOf(one.response) }))
    .sort((a, b) => compareNewestFirst(a, b).order);
  const standing: typeof ranked = [];
  for (const older of ranked) {
    // A response that does not say what it covers cannot stand beside a newer one.
    const newer =
      older.scope.key === null
        ? standing[0]
        : standing.find((stands) => stands.scope.key === older.scope.key);
    if (newer === undefined) {
      standing.push(older);
      continue;
    }
    const { why } = compareNewestFirst(newer, older);
    const covers =
      older.scope.key === null
        ? `It does not say what it covers (${older.scope.text})`
        : `Same supplier and scope (${older.scope.text})`;
    older.one.standing = "superseded";
    older.one.supersededBy = newer.one.response.id;
    older.one.reason = `${covers}; ${sourceText(newer.one.response.source)} stands: ${why}.${otherSpelling(older.one, newer.one)}`;
  }
  for (const stands of standing) {
    const beside = standing.length - 1;
    const newest =
      standing.length === ranked.length
        ? "The only response of its supplier and scope in the period"
        : "The newest response of its supplier and scope in the period";
    stands.one.reason =
      beside === 0
        ? `${newest}.`
        : `${newest} (${stands.scope.text}); ${beside} of another scope ${beside === 1 ? "stands" : "stand"} beside it.`;
  }
}

interface Ranked {
  one: SelectedResponse;
  date: string;
}

/** Newest first, and what decided it, said of `a` where it comes first. */
function compareNewestFirst(a: Ranked, b: Ranked): { order: number; why: string } {
  if (a.date !== b.date) return { order: compareTexts(b.date, a.date), why: `dated ${a.date}, newer` };
  const { version } = a.one.response.template;
  const byVersion = compareVersions(familyOf(a.one.response), b.one.response.template.version, version);
  if (byVersion !== 0) {
    return { order: byVersion, why: `the same date (${a.date}), the newer template version (${version})` };
  }
  const same = `the same date (${a.date}) and template version (${version})`;
  // What the workbook says of itself: the date of the file on this disk changes with every copy.
  const [savedA, savedB] = [a.one.response.source.modified ?? "", b.one.response.source.modified ?? ""];
  if (savedA !== savedB)
    return { order: compareTexts(savedB, savedA), why: `${same}, saved last (${savedA})` };
  const [nameA, nameB] = [sourceText(a.one.response.source), sourceText(b.one.response.source)];
  const why = `${same}, and nothing tells which file is newer: the name that sorts last was taken`;
  return { order: compareTexts(nameB, nameA), why };
}

function otherSpelling(older: SelectedResponse, newer: SelectedResponse): string {
  const [a, b] = [companyName(older.response), companyName(newer.response)];
  return a === b || a === undefined || b === undefined
    ? ""
    : ` The company is written “${a}” here and “${b}” there.`;
}

function companyName(response: Response): string | undefined {
  const name = response.company.companyName?.value?.replace(/\s+/g, " ").trim();
  return name === "" ? undefined : name;
}

/**
 * The supplier of each response: as the roster tells it, else by the normalised company name, shown as its newest
 * response writes it. A response without a company name is a supplier of its own.
 */
function nameSuppliers(
  responses: readonly Response[],
  supplierOf: SelectOptions["supplierOf"],
): Map<Response, Supplier> {
  const newest = new Map<string, { name: string; date: string; file: string }>();
  const keys = new Map<Response, string>();
  const suppliers = new Map<Response, Supplier>();
  for (const response of responses) {
    const known = supplierOf?.(response);
    if (known) {
      suppliers.set(response, known);
      continue;
    }
    const file = sourceText(response.source);
    const name = companyName(response);
    const byName = name === undefined ? `file:${response.id}` : nameKey(name) || `name:${name}`;
    // Never the key of a roster line that the roster did not tell.
    const key = supplierOf ? `name:${byName}` : byName;
    keys.set(response, key);
    const candidate = { name: name ?? `(no company name in ${file})`, date: dateOf(response) ?? "", file };
    const best = newest.get(key);
    const wins =
      best === undefined ||
      (compareTexts(best.date, candidate.date) || compareTexts(candidate.file, best.file)) < 0;
    if (wins) newest.set(key, candidate);
  }
  for (const [response, key] of keys) {
    suppliers.set(response, { key, name: newest.get(key)?.name ?? key });
  }
  return suppliers;
}

function bySupplierDateFile(a: SelectedResponse, b: SelectedResponse): number {
  return (
    compareTexts(a.supplier.name, b.supplier.name) ||
    compareTexts(a.supplier.key, b.supplier.key) ||
    compareTexts(dateOf(a.response) ?? "", dateOf(b.response) ?? "") ||
    compareTexts(sourceText(a.response.source), sourceText(b.response.source)) ||
    compareTexts(a.response.id, b.response.id)
  );
}
