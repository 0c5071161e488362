// Imports a table with recognisable headers as a reference list: either completely, or returning the faulty lines.
// Unrecognised columns are reported; if they would change the list's meaning, the import stops.
import { readStatus } from "../domain/status-words.ts";
import { joinList } from "../lib/join-list.ts";
import { fold } from "../lib/text.ts";
import { LIST_KINDS, type ListKind, type ReferenceEntry, type ReferenceList } from "../model/reference.ts";
import { type ColumnMeaning, type Header, isHeader, isWeighty, readHeader } from "./list-headers.ts";
import { kindOf, readTitles, type TitleFacts } from "./list-kinds.ts";
import { type ListRow, toEntries } from "./list-rows.ts";
import { type PublisherTable, readPublisherTable } from "./publisher-tables.ts";
import { readAsOf } from "./read-as-of.ts";
import type { TableRow } from "./read-table.ts";
import { createRowReader } from "./row-reader.ts";

export interface ImportOptions {
  name: string;
  /** The date of the list; by default the one in the file itself. */
  asOf?: string;
  source: ReferenceList["source"];
  /** The kind of list; by default inferred from its columns. */
  kind?: ListKind;
  /** The kind of a list of facilities by metal if its columns do not show it. */
  kindOtherwise?: ListKind;
  /** The status of all rows, for a list without a status column. */
  status?: string;
  /** The meaning of unrecognised columns, by header. */
  columns?: Readonly<Record<string, ColumnMeaning>>;
  /** Texts that may state the status: title, file name. */
  titles?: readonly string[];
  /** Whether the sheet's dates count from 1904. */
  date1904?: boolean;
}

export interface LineFault {
  line: number;
  fault: string;
}

/** A list with its date, a list that still needs one, or the faulty lines. */
export type Imported =
  | { ok: true; list: ReferenceList; notes: string[] }
  | { ok: "undated" }
  | { ok: false; faults: LineFault[] };

type Told = ReadonlyMap<string, ColumnMeaning>;

/** The header row of a table, with its position; undefined if none of the first 40 rows is one. */
function findHeader(rows: readonly TableRow[], told?: Told): { at: number; header: Header } | undefined {
  for (let at = 0; at < Math.min(rows.length, 40); at++) {
    const header = readHeader((rows[at] as TableRow).cells, told);
    if (isHeader(header)) return { at, header };
  }
  return undefined;
}

/** Whether a table can be a list: it has a recognised header, or the format of a publisher. */
export function isListTable(rows: readonly TableRow[]): boolean {
  return findHeader(rows) !== undefined || readPublisherTable(rows) !== undefined;
}

/**
 * Reads a table as a list. Rows above the header are titles; rows below it with a single text are notes. If any row is
 * faulty nothing is imported, and all faulty rows are returned with their lines.
 */
export function importList(rows: readonly TableRow[], options: ImportOptions): Imported {
  const published = readPublisherTable(rows);
  if (published && (options.kind === undefined || options.kind === "sanctions"))
    return importPublished(published, rows, options);

  const told = new Map(
    Object.entries(options.columns ?? {}).map(([header, meaning]) => [fold(header), meaning]),
  );
  const found = findHeader(rows, told);
  if (!found) {
    const fault =
      'no header found: expected columns such as Metal, Smelter ID, Standard Smelter Name, Country in one of the first lines; where yours are called otherwise, say what they mean (--column "<header>=id", "=standardName", "=metal", "=country", "=status" …)';
    return refused(rows[0]?.line ?? 1, fault);
  }
  const { at, header } = found;
  const headerRow = rows[at] as TableRow;
  const body = rows.slice(at + 1);
  const above = rows.slice(0, at).flatMap(({ cells }) => cells);
  const title = readTitles([...above, ...(options.titles ?? [])]);
  const kind = options.kind ?? kindOf(header, title) ?? otherwise(header, options);
  const stops = stoppers(header, headerRow, body, kind);
  if (stops.length > 0) return { ok: false, faults: stops };
  if (kind === undefined) return refused(headerRow.line, unclearKind(header));
  if (kind === "status" && !saysStatus(header, title, options)) return refused(headerRow.line, NO_STATUS);
  const asOf = options.asOf ?? dayInTitles(above);

  const recognised = kind === "status" ? title.recognised : undefined;
  const status =
    options.status ?? (recognised ? recognised.status : kind === "status" ? title.status : undefined);
  const unread: LineFault[] = [];
  const noAreas: number[] = [];
  const reader = createRowReader(header, headerRow.cells, {
    kind,
    date1904: options.date1904 ?? false,
    ...(options.source.sheet === undefined ? {} : { sheet: options.source.sheet }),
    ...(status !== undefined && !header.columns.includes("status") ? { status } : {}),
    ...(recognised ? { scheme: recognised.scheme, metal: recognised.mineral } : {}),
    onDate: (line, text) => unread.push({ line, fault: text }),
    onNoArea: (line) => noAreas.push(line),
  });

  const wrong: LineFault[] = [];
  const read: ListRow[] = [];
  const left: number[] = [];
  let taken = 0;
  for (const row of body) {
    const alone = header.columns.length > 1 ? loneColumn(row, header) : undefined;
    // In a list of areas a country alone is a complete entry.
    if (alone !== undefined && !(kind === "area" && /^country/.test(alone))) {
      left.push(row.line);
      continue;
    }
    const outcome = reader(row);
    if (typeof outcome === "string" && alone !== undefined) left.push(row.line);
    else if (typeof outcome === "string") wrong.push({ line: row.line, fault: outcome });
    else {
      if (outcome.length > 0) taken++;
      read.push(...outcome);
    }
  }
  const faults = [...wrong, ...contradictions(read, kind)];
  if (read.length === 0 && faults.length === 0)
    return refused(
      headerRow.line,
      noAreas.length > 0 ? "no row is of a high-risk area" : "no rows below the header",
    );
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
  if (asOf === undefined) return { ok: "undated" };

  const entries = (
    ["look-up", "status", "alias"].includes(kind) ? toEntries(read) : read.flatMap(oneEntry)
  ).map((entry) => withClass(entry, recognised !== undefined));
  return {
    ok: true,
    list: {
      schema: 1,
      name: options.name,
      kind,
      asOf,
      source: { ...options.source, rows: taken },
      entries,
    },
    notes: [
      ...(left.length > 0 ? [`treated as notes and ignored: ${linesText(left)}`] : []),
      ...(recognised
        ? [`taken as the list of a programme that RMI recognises: every row is "${recognised.status}"`]
        : []),
      ...(noAreas.length > 0
        ? [`left out, since their row says that they are not high-risk areas: ${linesText(noAreas)}`]
        : []),
      ...notUnderstood(header, headerRow, body),
      ...unknownStatuses(entries),
      ...unreadDates(unread),
    ],
  };
}

/** The column of a row's only text, or "none" if that has no column; undefined for a row with more texts or none. */
function loneColumn({ cells }: TableRow, { columns }: Header): string | undefined {
  const filled = cells.flatMap((cell, place) => (cell === "" ? [] : [place]));
  return filled.length === 1 ? (columns[filled[0] as number] ?? "none") : undefined;
}

function otherwise({ columns }: Header, { kindOtherwise }: ImportOptions): ListKind | undefined {
  return columns.includes("metal") && columns.includes("standardName") ? kindOtherwise : undefined;
}

const NO_STATUS =
  "the list has columns of assessments and does not say which status its facilities have: name it with --status (for example --status Conformant), or use the list for names only with --kind look-up";

function refused(line: number, fault: string): Imported {
  return { ok: false, faults: [{ line, fault }] };
}

function unclearKind({ columns }: Header): string {
  const known = columns.filter((column) => column !== undefined).join(", ");
  return `the columns understood (${known}) do not identify the kind of list; name it with --kind (${LIST_KINDS.join(", ")})`;
}

function saysStatus(
  { columns, schemes }: Header,
  title: TitleFacts,
  { status, kind }: ImportOptions,
): boolean {
  if (columns.includes("status") || status !== undefined) return true;
  if (title.status !== undefined || title.recognised !== undefined) return true;
  // A list requested as "status" may contain nothing but the programmes that recognise its facilities.
  return (
    kind === "status" && (columns.includes("crossRecognition") || schemes.some((each) => each !== undefined))
  );
}

/** Unrecognised columns that would change what the list says, each with what to do. */
function stoppers(
  header: Header,
  headerRow: TableRow,
  body: readonly TableRow[],
  kind: ListKind | undefined,
): LineFault[] {
  // Lists of companies other than facilities have dates and statuses of many kinds.
  if (kind === "sanctions" || kind === "watch") return [];
  const repeated = new Map(header.repeated.map((each) => [each.header, each]));
  return header.unknown.flatMap((place) => {
    const title = headerRow.cells[place] as string;
    if (!isWeighty(title) || !body.some(({ cells }) => (cells[place] ?? "") !== "")) return [];
    const twice = repeated.get(title);
    const what = twice
      ? `the columns "${twice.first}" and "${title}" both look like ${LABELS[twice.column] ?? twice.column}`
      : `the column "${title}" looks like a status, a date or a basis and was not understood`;
    const fault = `${what}: say what it means with --column "${title}=status" (or auditDate, auditCycle, auditDue, date, basis, operational …), or leave it out with --column "${title}=ignore"`;
    return [{ line: headerRow.line, fault }];
  });
}

const LABELS: Readonly<Record<string, string>> = {
  status: "the status",
  auditDate: "the date of the assessment",
  date: "the date",
  basis: "the basis",
};

/** Reports the unrecognised columns that contain text. */
function notUnderstood(header: Header, headerRow: TableRow, body: readonly TableRow[]): string[] {
  const names = header.unknown
    .filter((place) => body.some(({ cells }) => (cells[place] ?? "") !== ""))
    .map((place) => `"${headerRow.cells[place]}"`);
  if (names.length === 0) return [];
  return [`${names.length === 1 ? "column" : "columns"} not understood, kept as details: ${joinList(names)}`];
}

/** Statuses with words that are not in the tables. */
function unknownStatuses(entries: readonly ReferenceEntry[]): string[] {
  const counts = new Map<string, number>();
  for (const { status, statusClass } of entries) {
    if (status === undefined || statusClass !== "other" || readStatus(status).known) continue;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const words = [...counts].map(([status, count]) => `"${status}" (${count})`);
  return [`statuses whose meaning is not known, kept as they stand: ${joinList(words)}`];
}

function unreadDates(unread: readonly LineFault[]): string[] {
  const [first] = unread;
  if (!first) return [];
  return [
    `dates without a single reading, kept as text: ${linesText(unread.map(({ line }) => line))} ("${first.fault}")`,
  ];
}

/** Most lines reported individually. */
const NAMED_LINES = 20;

function linesText(lines: readonly number[]): string {
  const distinct = [...new Set(lines)];
  const more = distinct.length > NAMED_LINES ? ` and ${distinct.length - NAMED_LINES} more` : "";
  return `line${distinct.length === 1 ? "" : "s"} ${distinct.slice(0, NAMED_LINES).join(", ")}${more}`;
}

/** The date in a title: "as of 5 March 2025", "Last updated: 2025-03-05". */
function dayInTitles(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const day = readAsOf(title);
    if (day !== undefined) return day;
  }
  return undefined;
}

function importPublished(
  { publisher, rows, leftOut, asOf: ownDay }: PublisherTable,
  table: readonly TableRow[],
  options: ImportOptions,
): Imported {
  if (rows.length === 0) return refused(table[0]?.line ?? 1, `no company is on this list of ${publisher}`);
  const asOf = options.asOf ?? ownDay;
  if (asOf === undefined) return { ok: "undated" };
  return {
    ok: true,
    list: {
      schema: 1,
      name: options.name,
      kind: "sanctions",
      asOf,
      source: { ...options.source, rows: rows.length },
      entries: rows.flatMap(oneEntry),
    },
    notes: [
      `read in the form of ${publisher}`,
      ...(leftOut > 0 ? [`persons, ships and aircraft left out: ${leftOut}`] : []),
    ],
  };
}

function lineOf(row: ListRow): number {
  return Number(/\d+$/.exec(row.at)?.[0] ?? 0);
}

/** Rows that contradict each other: an ID with two metals, two standard names or two statuses. */
function contradictions(rows: readonly ListRow[], kind: ListKind): LineFault[] {
  if (kind !== "look-up" && kind !== "status") return [];
  const faults: LineFault[] = [];
  const first = new Map<string, ListRow>();
  for (const row of rows) {
    if (row.id === undefined) continue;
    const known = first.get(row.id);
    if (!known) {
      first.set(row.id, row);
      continue;
    }
    const line = lineOf(row);
    const before = `line ${lineOf(known)}`;
    if (row.metal !== known.metal)
      faults.push({
        line,
        fault: `${row.id} is a ${row.metal} facility here and a ${known.metal} facility in ${before}`,
      });
    else if (fold(row.standardName ?? "") !== fold(known.standardName ?? "")) {
      faults.push({
        line,
        fault: `${row.id} is "${row.standardName}" here and "${known.standardName}" in ${before}`,
      });
    } else if (fold(row.status ?? "") !== fold(known.status ?? "")) {
      faults.push({
        line,
        fault: `${row.id} is ${row.status ?? "without status"} here and ${known.status ?? "without status"} in ${before}`,
      });
    }
  }
  return faults;
}

/** A row as an entry by itself, for lists with several rows per facility. */
function oneEntry(row: ListRow): ReferenceEntry[] {
  const [entry] = toEntries([row]);
  return entry ? [entry] : [];
}

/**
 * The entry with the class of its status; on the list of a recognised programme, every facility that has not been
 * removed has passed.
 */
function withClass(entry: ReferenceEntry, recognised: boolean): ReferenceEntry {
  if (entry.status === undefined) return entry;
  const reading = readStatus(entry.status);
  const passed = recognised && !reading.known && entry.status !== "Removed";
  return { ...entry, statusClass: passed ? "conformant" : reading.class };
}
