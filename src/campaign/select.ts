// Selects the responses that count for a period, and says what became of the others.

import { isBlank } from "../domain/blank.ts";
import {
  type CampaignPeriods,
  campaignPeriods,
  datesOf,
  isLookedAt,
  periodEvidence,
  type ResponseDates,
} from "../domain/response-dates.ts";
import { counts } from "../domain/standing.ts";
import { compareVersions, familyOf } from "../forms/editions.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import { nameKey } from "../lib/text.ts";
import type { PeriodEvidence, SelectedResponse, Supplier } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import { sourceText } from "../model/workbook.ts";
import { scopeOf } from "./scope.ts";

/** Default month and day, in the year after the period, until which responses count. */
export const CUTOFF_DAY = "05-31";

export interface SelectOptions {
  /** The requested calendar year; without it, periods are derived from the responses' dates. */
  period?: number;
  /** Last day (ISO) on which a response for the requested period may be dated. */
  cutoff?: string;
  /** Month and day, in the year after a period, of its cut-off if `cutoff` is not given. */
  cutoffDay?: string;
  /** The day of the run (ISO): a later date on a response cannot be right. */
  today: string;
  /** Ids of responses whose file has been removed. */
  withdrawn?: ReadonlySet<string>;
  /** Those of them whose file name now belongs to another file. */
  replaced?: ReadonlySet<string>;
  /** Why a response is our own declaration, sent back; undefined for all others. */
  ownBecause?: (response: Response) => string | undefined;
  /** The day (ISO) on which a supplier was asked, by its key. */
  askedOn?: (supplierKey: string) => string | undefined;
  /**
   * Ids of responses that count in the later of two compared periods. In this one the supplier's newest other response
   * of the same scope counts instead, if there is one.
   */
  standLater?: ReadonlySet<string>;
  /** The supplier of a response according to the roster; undefined falls back on the company name. */
  supplierOf?: (response: Response) => Supplier | undefined;
}

export interface Selection {
  period: number | null;
  /** Periods in which at least one response was considered, ascending. */
  periods: number[];
  /** Cut-off of the requested period; null without one. */
  cutoff: string | null;
  /** Sorted by supplier, then effective date, then file. */
  selected: SelectedResponse[];
}

/**
 * Determines the standing of every response. A response belongs to a period if it is dated between its 1 January and
 * the cut-off (31 May of the next year by default); an ambiguous date counts if both of its readings lie in between.
 * The newest response of a supplier and scope counts and supersedes the others; responses of different scopes count
 * side by side. Without a requested period, the candidates are the calendar years of the dates; each response is
 * considered for the earliest one whose window contains its date, and supersedes only within that period.
 * A response without a readable date belongs to at most one period, the one from `periodEvidence`, and counts in none.
 * Without evidence its period is unknown (null): it is listed as undated in a run over all periods and in that of the
 * newest period that dates name, and in no other.
 */
export function select(responses: readonly Response[], options: SelectOptions): Selection {
  const cutoffDay = options.cutoffDay ?? CUTOFF_DAY;
  const asked = options.period;
  const cutoffOf = (period: number): string =>
    (period === asked && options.cutoff) || `${period + 1}-${cutoffDay}`;

  const suppliers = nameSuppliers(responses, options.supplierOf);
  const candidates = periodsOf(responses, options.today);
  const periods = campaignPeriods(responses, { cutoffDay, today: options.today, asked });

  const selected = responses.map((response): SelectedResponse => {
    const supplier = suppliers.get(response) as Supplier;
    const gone = options.withdrawn?.has(response.id)
      ? options.replaced?.has(response.id)
        ? { standing: "replaced" as const, reason: "It was replaced by a newer file of the same name." }
        : { standing: "withdrawn" as const, reason: "Its file has been deleted or moved." }
      : undefined;
    const unfit = gone ?? notTheSuppliers(response, options.ownBecause);
    const dates = datesOf(response);
    if (dates === null || unfit?.standing === "blank") {
      const { value, raw } = response.company.effectiveDate ?? {};
      const dateText = value ?? raw;
      const askedOn = options.askedOn?.(supplier.key);
      const evidence = periodEvidence(
        { source: evidentSource(response, unfit), ...defined({ dateText, askedOn }) },
        periods,
      );
      const place = placeUndated(response, evidence, periods, unfit);
      return { response, supplier, ...place, ...defined({ evidence }) };
    }
    const within = (year: number) => `${year}-01-01` <= dates.earliest && dates.latest <= cutoffOf(year);
    const period = asked ?? candidates.find(within) ?? null;
    const place =
      unfit ?? placeByDate(response, dates, period, period === null ? null : cutoffOf(period), options.today);
    return { response, supplier, period, ...place };
  });

  for (const contenders of groups(selected)) supersede(contenders, options.standLater ?? new Set());
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

/** The calendar years of response dates up to the day of the run, ascending. */
function periodsOf(responses: readonly Response[], today: string): number[] {
  const years = responses.flatMap((response) => {
    const dates = datesOf(response);
    return dates && dates.latest <= today ? [Number(dates.earliest.slice(0, 4))] : [];
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

type Place = Pick<SelectedResponse, "standing" | "reason">;

/** The standing of a response that says nothing about its supplier, whatever its date; undefined for all others. */
function notTheSuppliers(response: Response, ownBecause: SelectOptions["ownBecause"]): Place | undefined {
  if (isBlank(response)) {
    return {
      standing: "blank",
      reason: "It is a blank template: no company name, no answer and no smelter.",
    };
  }
  const own = ownBecause?.(response);
  return own === undefined ? undefined : { standing: "own", reason: own };
}

/** A blank template was last saved by its publisher, or by whoever forwarded it. */
function evidentSource({ source }: Response, unfit: Place | undefined): Response["source"] {
  const { modified: _whenever, ...unsaved } = source;
  return unfit?.standing === "blank" ? unsaved : source;
}

/** The standing of an undated response. `unfit` is its standing if it would not count even with a date. */
function placeUndated(
  response: Response,
  evidence: PeriodEvidence | undefined,
  periods: CampaignPeriods,
  unfit: Place | undefined,
): Place & { period: number | null } {
  const place = unfit ?? { standing: "undated" as const, reason: withoutDate(response) };
  const tells =
    evidence === undefined
      ? "Nothing indicates its period."
      : `It belongs to ${evidence.period}: ${evidence.by}.`;
  const reason = `${place.reason} ${tells}`;
  const period = evidence?.period ?? null;
  const { asked } = periods;
  const gone = place.standing === "replaced" || place.standing === "withdrawn";
  if (gone) return { ...place, period: asked ?? period };
  if (asked === undefined || isLookedAt(evidence, periods)) return { ...place, period, reason };
  if (period !== null) return { standing: period < asked ? "stale" : "late", period: asked, reason };
  return {
    standing: "late",
    period: asked,
    reason: `${reason} It is listed with the newest one, ${periods.surveyed.at(-1)}.`,
  };
}

function withoutDate(response: Response): string {
  const typed = response.company.effectiveDate?.raw;
  return typed === undefined ? "It has no effective date." : `Its effective date “${typed}” is not a date.`;
}

function placeByDate(
  response: Response,
  { earliest, latest }: ResponseDates,
  period: number | null,
  cutoff: string | null,
  today: string,
): Place {
  const dated =
    earliest === latest
      ? `It is dated ${earliest}`
      : `Its effective date “${response.company.effectiveDate?.raw}” can mean ${earliest} or ${latest}`;
  if (earliest > today) {
    return { standing: "late", reason: `${dated}, later than the day of this run (${today}).` };
  }
  if (period !== null && latest < `${period}-01-01`) {
    return { standing: "stale", reason: `${dated}, before the period began (${period}-01-01).` };
  }
  if (cutoff !== null && earliest > cutoff) {
    return { standing: "late", reason: `${dated}, after the cut-off (${cutoff}).` };
  }
  if (earliest === latest) return { standing: "standing", reason: "" };
  const inside =
    period !== null && earliest >= `${period}-01-01` && latest <= (cutoff ?? today) && latest <= today;
  return inside
    ? { standing: "standing", reason: `${dated}; both are in the period.` }
    : { standing: "undated", reason: `${dated}; they are not both in one period.` };
}

/** The groups of responses that can supersede each other: same period, same supplier, dated within the window. */
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

/** Marks the newest response of each scope as counting and the others as superseded. Modifies the entries in place. */
function supersede(all: readonly SelectedResponse[], standLater: ReadonlySet<string>): void {
  const contenders = all.map((one) => ({
    one,
    date: datesOf(one.response)?.earliest ?? "",
    scope: scopeOf(one.response),
  }));
  const ranked = contenders
    .filter(({ one, scope }) => {
      const older = contenders.some(
        (other) => other.scope.key === scope.key && !standLater.has(other.one.response.id),
      );
      if (!older || !standLater.has(one.response.id)) return true;
      one.standing = "late";
      one.reason = `It counts for the later period; of ${one.period} an older response of the same scope is compared.`;
      return false;
    })
    .sort((a, b) => compareNewestFirst(a, b).order);
  const standing: typeof ranked = [];
  for (const older of ranked) {
    // A response that does not say what it covers cannot count beside a newer one.
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
    older.one.reason = `${covers}; ${sourceText(newer.one.response.source)} counts instead: ${why}.${otherSpelling(older.one, newer.one)}`;
  }
  for (const stands of standing) {
    const beside = standing.length - 1;
    const newest =
      standing.length === ranked.length
        ? "The only response of its supplier and scope in the period"
        : "The newest response of its supplier and scope in the period";
    const readings = stands.one.reason === "" ? "" : ` ${stands.one.reason}`;
    stands.one.reason =
      beside === 0
        ? `${newest}.${readings}`
        : `${newest} (${stands.scope.text}); ${beside} with another scope ${beside === 1 ? "counts" : "count"} too.${readings}`;
  }
}

interface Ranked {
  one: SelectedResponse;
  date: string;
}

/** Orders newest first. `why` explains, from the view of `a`, what decided. */
function compareNewestFirst(a: Ranked, b: Ranked): { order: number; why: string } {
  if (a.date !== b.date) return { order: compareTexts(b.date, a.date), why: `dated ${a.date}, newer` };
  const { version } = a.one.response.template;
  const byVersion = compareVersions(familyOf(a.one.response), b.one.response.template.version, version);
  if (byVersion !== 0) {
    return { order: byVersion, why: `the same date (${a.date}), the newer template version (${version})` };
  }
  const same = `the same date (${a.date}) and template version (${version})`;
  // The date stored inside the workbook is used, since that of the file on disk changes with every copy.
  const [savedA, savedB] = [a.one.response.source.modified ?? "", b.one.response.source.modified ?? ""];
  if (savedA !== savedB)
    return { order: compareTexts(savedB, savedA), why: `${same}, saved last (${savedA})` };
  const [nameA, nameB] = [sourceText(a.one.response.source), sourceText(b.one.response.source)];
  const why = `${same}, and nothing shows which file is newer: the last file name in sort order was used`;
  return { order: compareTexts(nameB, nameA), why };
}

function otherSpelling(older: SelectedResponse, newer: SelectedResponse): string {
  const [a, b] = [companyName(older.response), companyName(newer.response)];
  return a === b || a === undefined || b === undefined
    ? ""
    : ` The company name is “${a}” here and “${b}” there.`;
}

function companyName(response: Response): string | undefined {
  const name = response.company.companyName?.value?.replace(/\s+/g, " ").trim();
  return name === "" ? undefined : name;
}

/**
 * The supplier of each response: according to the roster, or else by the normalised company name, displayed as in its
 * newest response. A response without a company name is a separate supplier.
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
    // Prefixed, so that it cannot equal the key of a roster line that was not identified.
    const key = supplierOf ? `name:${byName}` : byName;
    keys.set(response, key);
    const candidate = {
      name: name ?? `(no company name in ${file})`,
      date: datesOf(response)?.earliest ?? "",
      file,
    };
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
    compareTexts(datesOf(a.response)?.earliest ?? "", datesOf(b.response)?.earliest ?? "") ||
    compareTexts(sourceText(a.response.source), sourceText(b.response.source)) ||
    compareTexts(a.response.id, b.response.id)
  );
}
