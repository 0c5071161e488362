// A table with recognisable headers becomes a reference list: all of it, or the lines that are wrong.

import { isPlaceholder } from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { statusClass } from "../domain/status-words.ts";
import { readAnyMineral } from "../forms/minerals.ts";
import { defined } from "../lib/defined.ts";
import { fold } from "../lib/text.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";
import { type Header, isHeader, type ListColumn, readHeader } from "./list-headers.ts";
import { type ListRow, toEntries } from "./list-rows.ts";
import { dateText, type TableRow } from "./read-table.ts";

export type ListKind = ReferenceList["kind"];
const LIST_KINDS: readonly ListKind[] = ["look-up", "status", "origin", "revision", "watch", "alias"];

export interface ImportOptions {
  name: string;
  asOf: string;
  source: ReferenceList["source"];
  /** What kind of list it is; told from its columns where this is left out. */
  kind?: ListKind;
  /** The status of every row, for a list without a column that says it. */
  status?: string;
  /** Texts that may say this status: title, file name. */
  titles?: readonly string[];
  /** The sheet's dates are days since 1904. */
  date1904?: boolean;
}

export interface LineFault {
  line: number;
  fault: string;
}

export type Imported =
  | { ok: true; list: ReferenceList; notes: string[] }
  | { ok: false; faults: LineFault[] };

/** The header row of a table, with the rows above it; undefined where none of the first 40 rows is one. */
export function findHeader(rows: readonly TableRow[]): { at: number; header: Header } | undefined {
  for (let at = 0; at < Math.min(rows.length, 40); at++) {
    const header = readHeader((rows[at] as TableRow).cells);
    if (isHeader(header)) return { at, header };
  }
  return undefined;
}

/** What kind of list a header speaks of; undefined where it could be any. */
function kindOf(header: Header): ListKind | undefined {
  const has = (...columns: ListColumn[]) => columns.some((column) => header.includes(column));
  if (has("successor") || (has("basis") && has("id"))) return "revision";
  if (has("originCountry") || (has("level") && has("country") && !has("status", "auditDate")))
    return "origin";
  if (has("status", "auditDate", "auditCycle")) return "status";
  if (has("id") && has("aliases", "lookupName") && !has("metal")) return "alias";
  return has("metal") && has("standardName", "lookupName") ? "look-up" : undefined;
}

/** Cells that stand for nothing. */
const filled = (text: string | undefined): string | undefined =>
  text === undefined || isPlaceholder(text) ? undefined : text;

/** The status word that a title holds as a word of its own: "RMAP Conformant Smelters", not "non-conformant". */
function statusInTitle(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const found = /(?<!\bnon )\b(conformant|compliant|active)\b/.exec(fold(title))?.[1];
    if (found) return `${found[0]?.toUpperCase()}${found.slice(1)}`;
  }
  return undefined;
}

/**
 * Reads a table as a list. Rows above the header are titles; rows below it with a single text are notes. Nothing is
 * taken where a single row is wrong: then every wrong row comes back with its line.
 */
export function importList(rows: readonly TableRow[], options: ImportOptions): Imported {
  const found = findHeader(rows);
  if (!found) {
    const fault =
      "no header found: expected columns such as Metal, Smelter ID, Standard Smelter Name, Country in one of the first lines";
    return { ok: false, faults: [{ line: rows[0]?.line ?? 1, fault }] };
  }
  const { at, header } = found;
  const headerRow = rows[at] as TableRow;
  const kind = options.kind ?? kindOf(header);
  if (kind === undefined) {
    const fault = `the columns ${header.filter((column) => column).join(", ")} do not identify the kind of list; name it with --kind (${LIST_KINDS.join(", ")})`;
    return { ok: false, faults: [{ line: headerRow.line, fault }] };
  }
  const titles = [...rows.slice(0, at).flatMap(({ cells }) => cells), ...(options.titles ?? [])];
  const listStatus = options.status ?? (header.includes("status") ? undefined : statusInTitle(titles));
  const reader = createRowReader(header, headerRow.cells, kind, options);

  const wrong: LineFault[] = [];
  const read: ListRow[] = [];
  const notes: number[] = [];
  for (const row of rows.slice(at + 1)) {
    if (header.length > 1 && row.cells.filter((cell) => cell !== "").length === 1) {
      notes.push(row.line);
      continue;
    }
    const outcome = reader(row, listStatus);
    if (typeof outcome === "string") wrong.push({ line: row.line, fault: outcome });
    else read.push(outcome);
  }
  const faults = [...wrong, ...contradictions(read, kind)];
  if (read.length === 0 && faults.length === 0)
    faults.push({ line: headerRow.line, fault: "no rows below the header" });
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };

  const noStatus = kind === "status" && listStatus === undefined && !header.includes("status");
  return {
    ok: true,
    list: {
      schema: 1,
      name: options.name,
      // A list of audits that does not say their outcome tells no status.
      kind: noStatus ? "look-up" : kind,
      asOf: options.asOf,
      source: { ...options.source, rows: read.length },
      entries: (["look-up", "status", "alias"].includes(kind) ? toEntries(read) : read.flatMap(oneEntry)).map(
        withClass,
      ),
    },
    notes: [
      ...(notes.length > 0
        ? [`treated as notes and ignored: line${notes.length === 1 ? "" : "s"} ${notes.join(", ")}`]
        : []),
      ...(noStatus
        ? ["the list has no status column and is used for matching only (name the status with --status)"]
        : []),
    ],
  };
}

/** Semicolon, bar or line break with the blanks around it; a comma without a blank behind it ("Acme Co., Ltd." is one name). */
const BETWEEN_ALIASES = /(?:(?<!\s)\s+)?[;|\n]\s*|,(?=\S)/;

/** Reads one row, or says what is wrong with it. */
type RowReader = (row: TableRow, status: string | undefined) => ListRow | string;

function createRowReader(
  header: Header,
  titles: readonly string[],
  kind: ListKind,
  options: ImportOptions,
): RowReader {
  const column = (name: ListColumn) => header.indexOf(name);
  const others = titles.flatMap((title, index) =>
    header[index] === undefined && title !== "" ? [{ title, index }] : [],
  );
  const needsMetal = kind === "look-up" || column("metal") >= 0;

  return (row, listStatus) => {
    const text = (name: ListColumn) => filled(row.cells[column(name)]);
    const date = (name: ListColumn) => {
      const value = text(name);
      return value === undefined ? undefined : dateText(value, options.date1904 ?? false);
    };
    const metalText = text("metal");
    const metal = metalText === undefined ? undefined : readAnyMineral(metalText);
    if (metalText !== undefined && metal === undefined) return `"${metalText}" is not a metal`;
    if (needsMetal && metal === undefined) return "the metal is missing";
    const idText = text("id");
    const id = idText === undefined ? undefined : readSmelterId(idText)?.id;
    if (idText !== undefined && id === undefined)
      return `"${idText}" is not a smelter ID (CID and six digits)`;
    const standardName = text("standardName") ?? text("lookupName");
    if (id === undefined && standardName === undefined) return "neither ID nor name is given";
    if (id === undefined && (kind === "revision" || kind === "alias")) return "the ID is missing";
    const aliases = text("aliases")?.split(BETWEEN_ALIASES) ?? [];
    if (kind === "alias" && standardName === undefined && aliases.length === 0) return "the name is missing";
    const successorText = text("successor");
    const successor = successorText === undefined ? undefined : readSmelterId(successorText)?.id;
    if (successorText !== undefined && successor === undefined)
      return `"${successorText}" is not a smelter ID`;
    const origin = text("originCountry") ?? text("country");
    if (kind === "origin" && origin === undefined) return "the country of origin is missing";

    const more = Object.fromEntries([
      ...others.flatMap(({ title, index }) => (row.cells[index] ? [[title, row.cells[index]]] : [])),
      ...(["level", "basis", "reason"] as const).flatMap((name) => (text(name) ? [[name, text(name)]] : [])),
      ...(date("date") ? [["date", date("date")]] : []),
      ...(successor ? [["successor", successor]] : []),
    ]);
    return defined({
      metal: metal ?? "",
      standardName: standardName ?? (kind === "alias" ? aliases[0] : id),
      lookupNames: [text("lookupName"), ...aliases].filter(
        (name): name is string => name !== undefined && name !== "",
      ),
      country: kind === "origin" ? origin : text("country"),
      id,
      idSource: text("idSource"),
      city: text("city"),
      state: text("state"),
      status: text("status") ?? listStatus,
      auditDate: date("auditDate"),
      auditCycle: text("auditCycle"),
      more: Object.keys(more).length > 0 ? more : undefined,
      at: options.source.sheet === undefined ? `line ${row.line}` : `${options.source.sheet}!A${row.line}`,
    });
  };
}

function lineOf(row: ListRow): number {
  return Number(/\d+$/.exec(row.at)?.[0] ?? 0);
}

/** Rows that cannot both be true: an ID under two metals, with two standard names or two statuses. */
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

/** A row as an entry of its own, for lists that say several things of one facility. */
function oneEntry(row: ListRow): ReferenceEntry[] {
  const [entry] = toEntries([row]);
  return entry ? [entry] : [];
}

function withClass(entry: ReferenceEntry): ReferenceEntry {
  return entry.status === undefined ? entry : { ...entry, statusClass: statusClass(entry.status) };
}
