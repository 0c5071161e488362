// Parses the roster: the suppliers that a campaign asks, in a table with recognisable headers in any order.

import { FAMILIES } from "../forms/families.ts";
import { readKnownMineral } from "../forms/minerals.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import { UsageError } from "../lib/errors.ts";
import { groupBy } from "../lib/group-by.ts";
import { delimiterOf, readCsv } from "../lib/read-csv.ts";
import type { DayOrder } from "../lib/read-days.ts";
import { fold, nameKey } from "../lib/text.ts";
import type { Roster, RosterSupplier } from "../model/roster.ts";
import { ROSTER_FILE } from "../model/workspace-files.ts";
import { rosterDates, UnclearDates } from "./roster-dates.ts";
import { type RosterColumns, type RosterField, rosterColumns } from "./roster-headers.ts";

/** A table row: its trimmed texts, and the line or sheet row that it is in. */
export interface RosterRow {
  line: number;
  cells: readonly string[];
}

export interface RosterOptions {
  /** The table's name in errors. */
  file?: string;
  /** Whether the workbook uses the 1904 date system. */
  date1904?: boolean;
  /** The order of day and month in ambiguous dates; without it, the other dates of the table decide. */
  dates?: DayOrder | undefined;
  /** Headers of columns that are deliberately unused, which are not mentioned. */
  ignore?: readonly string[] | undefined;
}

/** A roster and notices about reading it. */
export interface ReadRoster {
  roster: Roster;
  notices: string[];
}

/** Titles and notes above the headers take fewer lines than this. */
const HEADERS_WITHIN = 20;
const DATE_FIELDS = ["since", "until", "askedOn", "remindedOn"] as const;
/** A comma separates only numeric days that include the year: not in "January 5, 2025". */
const BETWEEN_DAYS = /[;|\n]|,(?=\s*\d{1,4}[./-]\d{1,2}[./-]\d)/;
type DateField = (typeof DATE_FIELDS)[number];

/**
 * Parses a roster's CSV text, separated by comma, semicolon or tab; see `readRoster`. `file` is the name used in
 * errors.
 */
export function parseRoster(text: string, file: string = ROSTER_FILE): Roster {
  return readRoster(rosterRows(text, file), { file }).roster;
}

/**
 * The rows of a CSV text, read with the delimiter that makes most headers recognisable, as a title line may contain
 * none.
 */
export function rosterRows(text: string, file: string): RosterRow[] {
  return readCsv(text, file, rosterDelimiter(text));
}

/** The delimiter of a roster's text. */
export function rosterDelimiter(text: string): string {
  const start = text.split(/\r\n?|\n/, HEADERS_WITHIN);
  const understood = (delimiter: string): number =>
    headersIn(start.map((line, at) => ({ line: at + 1, cells: unquoted(line.split(delimiter)) })))?.columns
      .size ?? 0;
  const usual = delimiterOf(text);
  return [",", ";", "\t"].reduce((best, one) => (understood(one) > understood(best) ? one : best), usual);
}

/** The cells of the line most likely to be headers, if none is recognised. */
function widestLine(rows: readonly RosterRow[]): string[] {
  const lines = rows.slice(0, HEADERS_WITHIN).map(({ cells }) => cells.filter((cell) => cell !== ""));
  return lines.reduce((widest, line) => (line.length > widest.length ? line : widest), []);
}

function unquoted(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/^\uFEFF|"/g, "").trim());
}

/** The header line among the first lines: the one with the most recognised headers, including the name. */
export function headersIn(rows: readonly RosterRow[]): (RosterColumns & { at: number }) | undefined {
  let best: (RosterColumns & { at: number }) | undefined;
  rows.slice(0, HEADERS_WITHIN).forEach(({ cells }, at) => {
    const found = rosterColumns(cells);
    if (!found.columns.has("name") || found.columns.size <= (best?.columns.size ?? 0)) return;
    best = { ...found, at };
  });
  return best;
}

/**
 * Reads the rows of a roster: a header line, possibly below titles, of which only the name is required; several values
 * in one cell are separated by ";" or "|". Days are ISO or as spreadsheets write them (see `rosterDates`). Spend is a
 * share ("0.12", "12 %") or an amount, from which shares are calculated. The notices name unused columns and say how
 * ambiguous days were read. Throws a UsageError that lists every problem with its line; a roster with problems is not
 * used in part. Throws UnclearDates if days can be read in two ways.
 */
export function readRoster(rows: readonly RosterRow[], options: RosterOptions = {}): ReadRoster {
  const { file = ROSTER_FILE, ignore = [] } = options;
  if (rows.length === 0) {
    return { roster: { suppliers: [] }, notices: [`${file} is empty, and does not count as a roster.`] };
  }
  const headers = headersIn(rows);
  if (headers === undefined) {
    throw new UsageError(
      `${file}: no column of the header (${widestLine(rows).join(", ")}) holds the suppliers' names; call it “name”.`,
    );
  }
  const named = rows[headers.at]?.cells ?? [];
  const { columns } = headers;
  const lines = rows.slice(headers.at + 1);
  const cellsOf = ({ cells }: RosterRow, field: RosterField): string[] =>
    (columns.get(field) ?? []).flatMap((column) => cells[column] || []);
  const datesOf = ({ cells, line }: RosterRow, field: DateField) =>
    (columns.get(field) ?? []).flatMap((column) =>
      several(cells[column] ?? "", BETWEEN_DAYS).map((text) => ({ text, line, header: named[column] ?? "" })),
    );
  const dates = rosterDates(
    lines.flatMap((row) => DATE_FIELDS.flatMap((field) => datesOf(row, field))),
    options.date1904 === true,
    options.dates,
  );
  if (dates.unclear !== undefined) throw new UnclearDates(dates.unclear);

  const faults: string[] = [];
  const suppliers: (RosterSupplier & { spend?: Spend })[] = [];
  for (const row of lines) {
    const cell = (field: RosterField): string => cellsOf(row, field).join("; ");
    const fault = (what: string) => faults.push(`  line ${row.line}: ${what}`);
    const name = cell("name");
    if (name === "") {
      fault("the name is empty.");
      continue;
    }
    const daysOf = (field: DateField): string[] =>
      datesOf(row, field).flatMap(({ text, header }) => {
        const day = dates.dayOf(text);
        if (day === undefined) fault(`${header} “${text}” is not a date such as 2016-12-31.`);
        return day ?? [];
      });
    const [since] = daysOf("since");
    const [until] = daysOf("until");
    const [askedOn] = sortTexts(daysOf("askedOn"));
    const remindedOn = sortTexts(new Set(daysOf("remindedOn")));
    const spend = readSpend(cell("spendShare"));
    if (spend === undefined) fault(`the spend “${cell("spendShare")}” is not a number.`);
    const minerals = several(cell("minerals"), /[;|,/]/).flatMap((text) => {
      const mineral = readKnownMineral(text);
      if (mineral === undefined) fault(`“${text}” is not one of the metals that a template asks about.`);
      return mineral ?? [];
    });
    const families = several(cell("families"), /[;|,/+\s]+/).flatMap((text) => {
      const family = FAMILIES.find(({ id }) => id === text.toUpperCase());
      if (family === undefined)
        fault(`“${text}” is not one of the templates ${FAMILIES.map(({ id }) => id).join(", ")}.`);
      return family?.id ?? [];
    });
    const id = cell("id");
    suppliers.push({
      key: id || nameKey(name) || name,
      ...(id === "" ? {} : { id }),
      name,
      otherNames: several(cell("otherNames")),
      ...addressesOf(cell("emailDomains")),
      emailDomains: several(cell("emailDomains"), /[;|,\s]+/).map((domain) =>
        domain.replace(/^.*@/, "").toLowerCase(),
      ),
      ...(cell("uniqueId") === "" ? {} : { uniqueId: cell("uniqueId") }),
      files: several(cell("files")),
      products: several(cell("products")),
      ...(minerals.length > 0 ? { minerals: [...new Set(minerals)] } : {}),
      ...(families.length > 0 ? { families: [...new Set(families)] } : {}),
      ...defined({ since, until, askedOn }),
      ...(remindedOn.length > 0 ? { remindedOn } : {}),
      ...(cell("language") === "" ? {} : { language: cell("language").toLowerCase() }),
      ...(spend ? { spend } : {}),
      line: row.line,
    });
  }

  const lineOf = new Map<string, number>();
  for (const { key, id, name, line } of suppliers) {
    const before = lineOf.get(key);
    if (before !== undefined) {
      faults.push(
        `  line ${line}: ${id ?? `“${name}”`} is already in line ${before}. Give each supplier an id.`,
      );
    } else lineOf.set(key, line);
  }
  const spending = spendOf(suppliers);
  if (spending.fault !== undefined) faults.push(`  ${spending.fault}`);
  if (faults.length > 0) throw new UsageError(`${file} has invalid lines:\n${faults.join("\n")}`);
  const ignored = new Set(ignore.map(fold));
  const unused = headers.unused.filter((header) => !ignored.has(fold(header)));
  return {
    roster: { suppliers: toldApart(shareSpend(suppliers, spending.divisor)) },
    notices: [
      ...(dates.stated === undefined ? [] : [`${file}: ${dates.stated}.`]),
      ...(suppliers.length > 0 ? [] : [`${file} lists no supplier yet, and does not count as a roster.`]),
      ...(unused.length === 0 ? [] : [`${file}: columns not used: ${unused.join(", ")}.`]),
    ],
  };
}

/**
 * Gives suppliers with the same name separate ids, so that they stay distinct; they are still found by the name, too.
 */
function toldApart(suppliers: readonly RosterSupplier[]): RosterSupplier[] {
  const byName = groupBy(suppliers, ({ name }) => fold(name));
  return suppliers.map((supplier) => {
    const { name, id, otherNames } = supplier;
    return id === undefined || byName.get(fold(name))?.length === 1
      ? supplier
      : { ...supplier, name: `${name} (${id})`, otherNames: [name, ...otherNames] };
  });
}

/** The complete addresses in a cell that may also hold bare domains. */
function addressesOf(cell: string): { emails?: string[] } {
  const emails = several(cell, /[;|,\s]+/).filter((text) => /^[^@]+@[^@]+$/.test(text));
  return emails.length === 0 ? {} : { emails };
}

/** The values in one cell. */
function several(cell: string, separator: RegExp = /[;|]/): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

interface Spend {
  number: number;
  percent: boolean;
}

/** A spend: null if the cell is empty, undefined if it is not a number. A decimal comma is accepted. */
function readSpend(text: string): Spend | null | undefined {
  if (text === "") return null;
  const bare = text.replace(/[\s%'’]/g, "");
  const point = /^\d+,\d{1,2}$/.test(bare) ? bare.replace(",", ".") : bare.replace(/,(?=\d{3}(?:\D|$))/g, "");
  const number = /^\d+(\.\d+)?$/.test(point) ? Number(point) : undefined;
  return number === undefined ? undefined : { number, percent: text.includes("%") };
}

/** A roster's spend values and how to convert them to shares. */
interface Spending {
  divisor: number;
  /** Why they cannot be converted to shares; undefined if they can. */
  fault?: string;
}

/** Rounded shares may add up to slightly more than the whole. */
const ROUNDED = 1.005;

/**
 * Determines what spend values are: per cent if written with "%", or if all are between 1 and 100 and add up to at most
 * 100; shares if all are at most 1; otherwise amounts, to be divided by their sum. Shares that add up to more than the
 * whole are invalid, unless suppliers are in scope on some days only, so that they do not all add up.
 */
function spendOf(suppliers: readonly (RosterSupplier & { spend?: Spend })[]): Spending {
  const spends = suppliers.flatMap(({ spend }) => (spend ? [spend] : []));
  const sum = spends.reduce((total, { number }) => total + number, 0);
  const isPercent = spends.some(({ percent }) => percent);
  const divisor = isPercent
    ? 100
    : spends.every(({ number }) => number <= 1)
      ? 1
      : sum <= 100 * ROUNDED
        ? 100
        : sum;
  const always = suppliers.every(({ since, until }) => since === undefined && until === undefined);
  if (!always || sum / divisor <= ROUNDED) return { divisor };
  const total = Number(sum.toFixed(4));
  return {
    divisor,
    fault: isPercent
      ? `the spends add up to ${total} %, more than the whole.`
      : `the spends are all at most 1 and add up to ${total}: as shares that is more than the whole. Write amounts, or shares with %.`,
  };
}

function shareSpend(
  suppliers: readonly (RosterSupplier & { spend?: Spend })[],
  divisor: number,
): RosterSupplier[] {
  return suppliers.map(({ spend, ...supplier }) => ({
    ...supplier,
    ...(spend ? { spendShare: Number((spend.number / divisor).toFixed(6)) } : {}),
  }));
}
