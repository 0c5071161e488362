// The roster file: suppliers.csv with recognisable headers in any order.

import { FAMILIES } from "../forms/families.ts";
import { readKnownMineral } from "../forms/minerals.ts";
import { isDay } from "../lib/dates.ts";
import { UsageError } from "../lib/errors.ts";
import { readCsv } from "../lib/read-csv.ts";
import { fold, nameKey } from "../lib/text.ts";
import type { Roster, RosterSupplier } from "../model/roster.ts";
import { ROSTER_FILE } from "../model/workspace-files.ts";

type Field =
  | "id"
  | "name"
  | "otherNames"
  | "emailDomains"
  | "uniqueId"
  | "files"
  | "products"
  | "minerals"
  | "spendShare"
  | "since"
  | "until"
  | "language"
  | "askedOn"
  | "remindedOn"
  | "families";

/** Spellings of the headers, folded. The first of each field is the one that the documentation uses. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  id: ["id", "supplier id", "supplier number", "supplier no", "vendor id", "vendor number", "number", "no"],
  name: ["name", "supplier", "supplier name", "company", "company name", "vendor", "vendor name"],
  otherNames: ["other names", "other name", "aliases", "alias", "also known as", "aka", "former names"],
  emailDomains: [
    "e mail domains",
    "email domains",
    "e mail domain",
    "email domain",
    "domains",
    "domain",
    "e mail",
    "email",
    "e mails",
    "emails",
  ],
  uniqueId: ["unique id", "company unique id", "duns", "duns number", "d u n s"],
  files: [
    "folder or file pattern",
    "files",
    "file",
    "folder",
    "folders",
    "file pattern",
    "folder pattern",
    "pattern",
    "path",
  ],
  products: [
    "products or part numbers",
    "products",
    "product",
    "part numbers",
    "part number",
    "parts",
    "part no",
  ],
  minerals: ["metals in parts", "metals", "metal", "minerals", "mineral", "expected metals", "3tg"],
  spendShare: [
    "spend share",
    "share of spend",
    "spend",
    "spend %",
    "share",
    "annual spend",
    "purchase volume",
  ],
  since: ["in scope since", "since", "from", "in scope from", "start", "valid from"],
  until: ["in scope until", "until", "to", "in scope to", "end", "valid until"],
  language: ["language", "lang"],
  askedOn: ["asked on", "asked", "requested on", "sent on", "first request"],
  remindedOn: ["reminded on", "reminded", "last reminder", "reminder"],
  families: ["templates", "template", "families", "family", "forms", "asked for"],
};
const FIELD_OF = new Map(
  Object.entries(HEADERS).flatMap(([field, spellings]) =>
    spellings.map((spelling) => [fold(spelling), field as Field] as const),
  ),
);

/**
 * Reads the roster's text: CSV with comma, semicolon or tab; a header line with recognisable names in any order, of
 * which only the name is required; several values in one cell separated by ";" or "|". Spend is a share ("0.12",
 * "12 %") or an amount, of which the shares are worked out. Unknown columns are passed over. `file` names it in errors.
 * Throws a UsageError that lists every fault with its line; nothing is taken from a roster with faults.
 */
export function parseRoster(text: string, file: string = ROSTER_FILE): Roster {
  const [header, ...rows] = readCsv(text, file);
  if (header === undefined) return { suppliers: [] };
  const columns = new Map<Field, number>();
  header.cells.forEach((name, index) => {
    const field = FIELD_OF.get(fold(name));
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
  });
  if (!columns.has("name")) {
    throw new UsageError(
      `${file}: no column of the header (${header.cells.join(", ")}) holds the suppliers' names; call it “name”.`,
    );
  }

  const faults: string[] = [];
  const suppliers: (RosterSupplier & { spend?: Spend })[] = [];
  for (const { line, cells } of rows) {
    const cell = (field: Field): string => cells[columns.get(field) ?? -1] ?? "";
    const fault = (what: string) => faults.push(`  line ${line}: ${what}`);
    const name = cell("name");
    if (name === "") {
      fault("the name is empty.");
      continue;
    }
    const dates = Object.fromEntries(
      (["since", "until", "askedOn", "remindedOn"] as const).flatMap((field) => {
        const value = cell(field);
        if (value === "") return [];
        if (isDay(value)) return [[field, value]];
        fault(`${HEADERS[field][0]} “${value}” is not a date such as 2016-12-31.`);
        return [];
      }),
    );
    const spend = readSpend(cell("spendShare"));
    if (spend === undefined) fault(`the spend “${cell("spendShare")}” is no number.`);
    const minerals = several(cell("minerals"), /[;|,/]/).flatMap((text) => {
      const mineral = readKnownMineral(text);
      if (mineral === undefined) fault(`“${text}” is none of the metals that a template asks about.`);
      return mineral ?? [];
    });
    const families = several(cell("families"), /[;|,/+\s]+/).flatMap((text) => {
      const family = FAMILIES.find(({ id }) => id === text.toUpperCase());
      if (family === undefined)
        fault(`“${text}” is none of the templates ${FAMILIES.map(({ id }) => id).join(", ")}.`);
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
      ...dates,
      ...(cell("language") === "" ? {} : { language: cell("language").toLowerCase() }),
      ...(spend ? { spend } : {}),
      line,
    });
  }

  const lines = new Map<string, number>();
  for (const { key, id, name, line } of suppliers) {
    const before = lines.get(key);
    if (before !== undefined) {
      faults.push(
        `  line ${line}: ${id ?? `“${name}”`} is already in line ${before}. Give each supplier an id.`,
      );
    } else lines.set(key, line);
  }
  if (faults.length > 0) throw new UsageError(`${file} has invalid lines:\n${faults.join("\n")}`);
  return { suppliers: shareSpend(suppliers) };
}

/** The whole addresses of a cell that may hold domains alone. */
function addressesOf(cell: string): { emails?: string[] } {
  const emails = several(cell, /[;|,\s]+/).filter((text) => /^[^@]+@[^@]+$/.test(text));
  return emails.length === 0 ? {} : { emails };
}

/** Several values of one cell. */
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

/** A spend: null where the cell is empty, undefined where it is no number. A decimal comma is understood. */
function readSpend(text: string): Spend | null | undefined {
  if (text === "") return null;
  const bare = text.replace(/[\s%'’]/g, "");
  const point = /^\d+,\d{1,2}$/.test(bare) ? bare.replace(",", ".") : bare.replace(/,(?=\d{3}(?:\D|$))/g, "");
  const number = /^\d+(\.\d+)?$/.test(point) ? Number(point) : undefined;
  return number === undefined ? undefined : { number, percent: text.includes("%") };
}

/**
 * Turns spends into shares: with "%" or, where all lie between 1 and 100 and add up to at most 100, per cent; where all
 * are at most 1, shares already; else amounts, divided by their sum.
 */
function shareSpend(suppliers: readonly (RosterSupplier & { spend?: Spend })[]): RosterSupplier[] {
  const spends = suppliers.flatMap(({ spend }) => (spend ? [spend] : []));
  const sum = spends.reduce((total, { number }) => total + number, 0);
  const divisor = spends.some(({ percent }) => percent)
    ? 100
    : spends.every(({ number }) => number <= 1)
      ? 1
      : sum <= 100.5
        ? 100
        : sum;
  return suppliers.map(({ spend, ...supplier }) => ({
    ...supplier,
    ...(spend ? { spendShare: Number((spend.number / divisor).toFixed(6)) } : {}),
  }));
}
