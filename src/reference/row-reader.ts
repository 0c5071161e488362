// Reads one row of a list's table by the meaning of its columns, or returns its problem.
import { isPlaceholder } from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { readCountry } from "../forms/countries.ts";
import { readAnyMineral } from "../forms/minerals.ts";
import { defined } from "../lib/defined.ts";
import { readDate } from "../lib/read-date.ts";
import { serialToDay } from "../lib/serial-date.ts";
import { fold } from "../lib/text.ts";
import type { ListKind } from "../model/reference.ts";
import type { Header, ListColumn } from "./list-headers.ts";
import type { ListRow } from "./list-rows.ts";
import type { TableRow } from "./read-table.ts";

export interface RowOptions {
  kind: ListKind;
  /** The sheet of the rows; without it their places are lines. */
  sheet?: string;
  /** Whether the sheet's dates count from 1904. */
  date1904: boolean;
  /** The status of rows without one of their own. */
  status?: string;
  scheme?: string;
  /** The metal of rows without one of their own. */
  metal?: string;
  /** Called with each ambiguous or unreadable date, which is kept as text. */
  onDate?(line: number, text: string): void;
  /** Called with each row of an area list that says its place is not such an area. */
  onNoArea?(line: number): void;
}

/** Returns the list rows that a table row stands for, or its problem. */
export type RowReader = (row: TableRow) => readonly ListRow[] | string;

/**
 * Semicolon, bar or line break with surrounding blanks; or a comma without a following blank ("Acme Co., Ltd." is one
 * name).
 */
const BETWEEN_ALIASES = /(?:(?<!\s)\s+)?[;|\n]\s*|,(?=\S)/;
const BETWEEN_METALS = /\s*(?:[,;/|+&\n]|\band\b)\s*/i;
const BETWEEN_PLACES = /\s*[;|\n]\s*/;
/** Texts in place of a region that mean the whole country. */
const WHOLE_COUNTRY = new Set(
  [
    "all",
    "whole country",
    "entire country",
    "nationwide",
    "all regions",
    "country",
    "national",
    "countrywide",
  ].map(fold),
);
const YES = new Set(["yes", "y", "x", "true", "1", "ja", "oui", "si", "in progress", "ongoing", "under way"]);
const NO = new Set(["no", "n", "false", "0", "nein", "non"]);
/** Levels that a list uses for places which are not high-risk areas. */
const NO_RISK = new Set(
  [...NO, "none", "low", "low risk", "very low", "very low risk", "no risk", "not high risk"].map(fold),
);

/** The text of a cell; undefined if it is a placeholder. */
function filled(text: string | undefined): string | undefined {
  return text === undefined || isPlaceholder(text) ? undefined : text;
}

/** Returns a reader for the rows below a header. `titles` are the header's own texts. */
export function createRowReader(header: Header, titles: readonly string[], options: RowOptions): RowReader {
  const { kind } = options;
  const places = new Map(header.columns.flatMap((column, at) => (column ? [[column, at] as const] : [])));
  const at = (line: number) => (options.sheet === undefined ? `line ${line}` : `${options.sheet}!A${line}`);

  return (row) => {
    const text = (name: ListColumn) => filled(row.cells[places.get(name) ?? -1]);
    const date = (name: ListColumn) => {
      const value = text(name);
      if (value === undefined) return undefined;
      const day = readListDate(value, options.date1904);
      if (day === undefined) options.onDate?.(row.line, value);
      return day ?? value;
    };
    if (kind === "area") {
      // The area column may say whether the row's country is an area.
      const marks = [places.get("level"), places.has("country") ? places.get("countryOrRegion") : undefined];
      if (marks.some((place) => place !== undefined && NO_RISK.has(fold(row.cells[place] ?? "")))) {
        options.onNoArea?.(row.line);
        return [];
      }
      return areas(text, date, at(row.line));
    }

    const metals = readMetals(text("metal"), options.metal);
    if (typeof metals === "string") return metals;
    if (metals.length === 0 && (kind === "look-up" || places.has("metal"))) return "the metal is missing";
    const idText = text("id");
    const id = idText === undefined ? undefined : readSmelterId(idText)?.id;
    if (idText !== undefined && id === undefined)
      return `"${idText}" is not a smelter ID (CID and six digits)`;
    const standardName = text("standardName") ?? text("lookupName");
    const aliases = [text("aliases"), text("ownName")].flatMap(
      (names) => names?.split(BETWEEN_ALIASES) ?? [],
    );
    if (kind === "alias") {
      if (id === undefined) return "the ID is missing";
      if (standardName === undefined && aliases.length === 0) return "the name is missing";
    }
    if (id === undefined && kind === "revision") return "the ID is missing";
    if (id === undefined && standardName === undefined) return "neither ID nor name is given";
    const successorText = text("successor");
    const successor = successorText === undefined ? undefined : readSmelterId(successorText)?.id;
    if (successorText !== undefined && successor === undefined)
      return `"${successorText}" is not a smelter ID`;
    const origin = text("originCountry") ?? text("country") ?? text("countryOrRegion");
    if (kind === "origin" && origin === undefined) return "the country of origin is missing";

    const more = Object.fromEntries([
      ...header.unknown.flatMap((place) => (row.cells[place] ? [[titles[place], row.cells[place]]] : [])),
      ...(["level", "basis", "reason", "program"] as const).flatMap((name) =>
        text(name) ? [[name, text(name)]] : [],
      ),
      ...(["date", "listedOn", "endedOn"] as const).flatMap((name) =>
        date(name) ? [[name, date(name)]] : [],
      ),
      ...(successor ? [["successor", successor]] : []),
    ]);
    const ended = kind === "status" ? date("endedOn") : undefined;
    const read: ListRow = defined({
      metal: "",
      standardName: standardName ?? (kind === "alias" ? aliases[0] : id),
      lookupNames: [text("lookupName"), ...aliases].filter(
        (name): name is string => name !== undefined && name !== "",
      ),
      country: kind === "origin" ? origin : (text("country") ?? text("countryOrRegion")),
      id,
      idSource: text("idSource"),
      city: text("city"),
      state: text("state"),
      status: text("status") ?? (ended === undefined ? options.status : "Removed"),
      scheme: text("scheme") ?? options.scheme,
      crossRecognition: recognition(header, row, text("crossRecognition")),
      auditDate: date("auditDate"),
      auditCycle: text("auditCycle"),
      auditDue: date("auditDue"),
      reassessing: yes(text("reassessing")),
      operational: text("operational"),
      supplyChainLevel: text("supplyChainLevel"),
      more: Object.keys(more).length > 0 ? more : undefined,
      at: at(row.line),
    });
    return metals.length === 0 ? [read] : metals.map((metal) => ({ ...read, metal }));
  };
}

/** The metals of a cell; a problem if one of its words is not a metal. */
function readMetals(text: string | undefined, otherwise: string | undefined): string[] | string {
  if (text === undefined) return otherwise === undefined ? [] : [otherwise];
  const whole = readAnyMineral(text);
  if (whole !== undefined) return [whole];
  const metals = text.split(BETWEEN_METALS).map(readAnyMineral);
  return metals.every((metal) => metal !== undefined) ? [...new Set(metals)] : `"${text}" is not a metal`;
}

/** Programmes that recognise the facility: those in the column for them, and those with a column of their own. */
function recognition(header: Header, row: TableRow, said: string | undefined): string | undefined {
  const marked = header.schemes.flatMap((scheme, at) => {
    const cell = filled(row.cells[at]);
    return scheme !== undefined && cell !== undefined && !NO.has(fold(cell)) ? [scheme] : [];
  });
  const all = [...(said === undefined || NO.has(fold(said)) ? [] : [said]), ...marked];
  return all.length === 0 ? undefined : [...new Set(all)].join(", ");
}

function yes(text: string | undefined): boolean | undefined {
  if (text === undefined || NO.has(fold(text))) return undefined;
  return YES.has(fold(text)) || readListDate(text, false) !== undefined ? true : undefined;
}

/** The ISO day of an unambiguous date cell; undefined for any other text. */
function readListDate(text: string, date1904: boolean): string | undefined {
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialToDay(Number(text), date1904);
  return readDate(text, date1904).date ?? undefined;
}

/** Countries and regions of a row of an area list, one entry each. */
function areas(
  text: (name: ListColumn) => string | undefined,
  date: (name: ListColumn) => string | undefined,
  at: string,
): readonly ListRow[] | string {
  const named = text("country") ?? text("countryOrRegion") ?? text("standardName");
  if (named === undefined) return "the country is missing";
  const country = readPlace(named);
  if (country === undefined)
    return `"${named}" is not a country; a region is written with its country ("Region, Country")`;
  const column = text("state") ?? (text("country") === undefined ? undefined : text("countryOrRegion"));
  const inColumn = column
    ?.split(BETWEEN_PLACES)
    .filter((name) => name !== "" && !WHOLE_COUNTRY.has(fold(name)) && !YES.has(fold(name)));
  const regions = country.region !== undefined ? [country.region] : (inColumn ?? []);
  const level = text("level");
  const source = text("idSource") ?? text("reason") ?? text("basis");
  const day = date("date") ?? date("listedOn");
  const more = defined({ level, source, date: day });
  const entry = (region?: string): ListRow => ({
    metal: "",
    standardName: region === undefined ? named : `${region}, ${country.code}`,
    country: country.code,
    ...(region === undefined ? {} : { state: region }),
    ...(Object.keys(more).length === 0 ? {} : { more }),
    at,
  });
  return regions.length === 0 ? [entry()] : regions.map(entry);
}

/** A country, or a region with its country: "Cauca, Colombia", "Colombia: Cauca", "Colombia (Cauca)". */
function readPlace(text: string): { code: string; region?: string } | undefined {
  const whole = readCountry(text).code;
  if (whole !== undefined) return { code: whole };
  const [, first, second] = /^(.+?)\s*[,:(–/]\s*(.+?)\)?$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [before, behind] = [readCountry(first).code, readCountry(second).code];
  if (behind !== undefined) return { code: behind, region: first };
  return before === undefined ? undefined : { code: before, region: second };
}
