// Sanctions lists in the formats of their publishers: what each column contains, and which rows are companies. Formats:
// OFAC, "SDN list data formats" (SDN.CSV has no header; "-0-" means no value); EU, consolidated list of financial
// sanctions, CSV 1.0 and 1.1 (one row per name, address or identifier of an entity); OpenSanctions, targets.simple.csv
// and entities in JSON lines (FollowTheMoney).
import { readCountry } from "../forms/countries.ts";
import { fold } from "../lib/text.ts";
import type { ListRow } from "./list-rows.ts";
import type { TableRow } from "./read-table.ts";

/** The companies on a publisher's list, and how many of its entries are not companies. */
export interface PublisherTable {
  publisher: string;
  rows: ListRow[];
  /** Number of persons, ships and aircraft, which cannot be smelters. */
  leftOut: number;
  /** The date (ISO) on which the file says it was made. */
  asOf?: string;
}

/** The content of a publisher's row. */
interface Entry {
  key: string;
  names: string[];
  countries: string[];
  company: boolean;
  more: Record<string, string>;
}

interface Publisher {
  publisher: string;
  /** The index of the header; -1 for a list without one, undefined if the table has another format. */
  header(rows: readonly TableRow[]): number | undefined;
  read(text: (...columns: string[]) => string, cells: readonly string[]): Entry | undefined;
  asOf?: string;
}

/** OFAC's text for no value. */
const NOTHING = /^-0-$/;
/** Types of entries that are not companies, in the words of the three publishers. */
const NO_COMPANIES = new Set(
  "individual person p vessel v aircraft airplane a ship cryptowallet security passport address".split(" "),
);

const OFAC: Publisher = {
  publisher: "OFAC",
  header: (rows) => {
    // People add the format's column names as a header.
    const at = keyOf(rows[0]?.cells[0] ?? "") === "entnum" ? 0 : -1;
    const first = rows.slice(at + 1, at + 6);
    const fits = ({ cells }: TableRow) =>
      /^\d+$/.test(cells[0] ?? "") && cells.length >= 11 && cells.some((cell) => NOTHING.test(cell));
    if (first.length === 0 || !first.every(fits)) return undefined;
    return at;
  },
  read: (_text, cells) => {
    const text = (at: number) => (NOTHING.test(cells[at] ?? "") ? "" : (cells[at] ?? ""));
    if (!/^\d+$/.test(text(0))) return undefined;
    return {
      key: text(0),
      names: [text(1), ...alsoKnownAs(text(11))],
      countries: [],
      company: !NO_COMPANIES.has(fold(text(2))),
      more: { reference: text(0), program: text(3), remarks: text(11) },
    };
  },
};

/** Names in OFAC's remarks: "a.k.a. 'ACME'". */
function alsoKnownAs(remarks: string): string[] {
  return [...remarks.matchAll(/\b[afn]\.k\.a\.:? ['"“]([^'"”]+)['"”]/gi)].map(([, name]) => name as string);
}

const EU: Publisher = {
  publisher: "EU consolidated list",
  header: (rows) => placeOf(rows, [["namealiaswholename", "naalwholename"]]),
  read: (text) => {
    const key = text("entitylogicalid", "id") || text("entityeureferencenumber");
    const whole = text("namealiaswholename", "naalwholename");
    return {
      key,
      names: [whole],
      countries: [
        text("addresscountryiso2code", "addresscountrydescription", "addresscountry", "addrcountry"),
      ],
      company: !NO_COMPANIES.has(
        fold(text("entitysubjecttypeclassificationcode", "entitysubjecttype", "subjecttype")),
      ),
      more: {
        reference: text("entityeureferencenumber"),
        program: text("entityregulationprogramme", "programme", "entityprogramme"),
        date: text("entitydesignationdate", "entityregulationpublicationdate"),
      },
    };
  },
  asOf: "filegenerationdate",
};

const OPEN_SANCTIONS: Publisher = {
  publisher: "OpenSanctions",
  header: (rows) => placeOf(rows, [["schema"], ["name", "caption"], ["dataset", "datasets", "sanctions"]]),
  read: (text) => ({
    key: text("id"),
    names: [text("caption"), ...[text("name"), text("aliases"), text("alias")].flatMap(severalOf)],
    countries: [text("countries"), text("country"), text("jurisdiction")].flatMap(severalOf),
    company: !NO_COMPANIES.has(fold(text("schema"))),
    more: {
      reference: text("id"),
      program: text("programids", "sanctions", "dataset", "datasets"),
      date: text("firstseen"),
    },
  }),
};

/** The values of a cell, separated as in the CSV or as properties of JSON. */
function severalOf(text: string): string[] {
  return text.split(/[;\n]/);
}

const PUBLISHERS: readonly Publisher[] = [OFAC, EU, OPEN_SANCTIONS];

function keyOf(header: string): string {
  return fold(header).replaceAll(" ", "");
}

/** The index of the first of the first ten rows that has a column of each group. */
function placeOf(rows: readonly TableRow[], groups: readonly (readonly string[])[]): number | undefined {
  const at = rows.slice(0, 10).findIndex(({ cells }) => {
    const keys = new Set(cells.map(keyOf));
    return groups.every((group) => group.some((key) => keys.has(key)));
  });
  return at < 0 ? undefined : at;
}

/** Reads a table in a publisher's format; undefined if it has none of these formats. */
export function readPublisherTable(rows: readonly TableRow[]): PublisherTable | undefined {
  for (const publisher of PUBLISHERS) {
    const at = publisher.header(rows);
    if (at !== undefined) return gather(publisher, rows, at);
  }
  return undefined;
}

function gather(publisher: Publisher, rows: readonly TableRow[], at: number): PublisherTable {
  const places = new Map<string, number>();
  for (const [place, cell] of (rows[at]?.cells ?? []).entries())
    if (!places.has(keyOf(cell))) places.set(keyOf(cell), place);
  const entries = new Map<string, { entry: Entry; line: number }>();
  let asOf: string | undefined;
  for (const { line, cells } of rows.slice(at + 1)) {
    const text = (...columns: string[]) => {
      const place = columns
        .map((column) => places.get(column))
        .find((each) => each !== undefined && cells[each]);
      return place === undefined ? "" : (cells[place] as string).trim();
    };
    if (publisher.asOf !== undefined) asOf ??= isoDay(text(publisher.asOf));
    const entry = publisher.read(text, cells);
    if (!entry) continue;
    const known = entries.get(entry.key);
    if (!known) entries.set(entry.key, { entry, line });
    else {
      known.entry.names.push(...entry.names);
      known.entry.countries.push(...entry.countries);
      for (const [name, value] of Object.entries(entry.more)) known.entry.more[name] ||= value;
    }
  }
  const all = [...entries.values()].filter(({ entry }) => entry.names.some((name) => name.trim() !== ""));
  const companies = all.filter(({ entry }) => entry.company);
  return {
    publisher: publisher.publisher,
    rows: companies.map(({ entry, line }) => toListRow(entry, line)),
    leftOut: all.length - companies.length,
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function isoDay(text: string): string | undefined {
  const iso = /^(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  const dayFirst = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  return iso ?? (dayFirst ? `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}` : undefined);
}

function toListRow(entry: Entry, line: number): ListRow {
  const names = [...new Set(entry.names.map((name) => name.trim()).filter((name) => name !== ""))];
  const codes = entry.countries.flatMap((country) => readCountry(country.trim().toUpperCase()).code ?? []);
  const countries = [...new Set(codes)];
  const more = Object.fromEntries(Object.entries(entry.more).filter(([, value]) => value !== ""));
  return {
    metal: "",
    standardName: names[0] as string,
    lookupNames: names.slice(1),
    ...(countries.length > 0 ? { countries } : {}),
    ...(Object.keys(more).length > 0 ? { more } : {}),
    at: `line ${line}`,
  };
}
