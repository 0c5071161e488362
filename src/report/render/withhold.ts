// Removes people's names, addresses and phone numbers from output.

import { isNoPerson } from "../../domain/sentinels.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import type { Response } from "../../model/response.ts";
import { CONTACT_FIELDS } from "../../model/vocabulary.ts";
import { type ContactVariants, createContactVariants, keyOf } from "./contact-variants.ts";
import type { Document } from "./document.ts";
import { createReplacer } from "./replace-known.ts";
import { rowContacts } from "./row-contacts.ts";
import type { FilledTable } from "./table.ts";

/** Replaces withheld contact data. */
const WITHHELD = "[contact withheld]";

/** A word that may begin an e-mail address, followed by the rest of the address if it does. */
const WORD = /[\p{L}\p{N}._%+'-]+(@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/gu;
/** Shorter texts ("n/a", "-") are not contacts and occur in too many places. */
const SHORTEST = 4;

/** Removes contact data from everything a run prints or writes: the only step before every renderer that does so. */
export interface Withholding {
  /** Cleans a text that is not from a single response. */
  text(text: string): string;
  /**
   * Returns a function for texts from the response with this id: its contacts' one-word names are removed from them
   * too.
   */
  of(response: string | null): (text: string) => string;
  /**
   * Cleans all texts in a plain value. File names keep everything but e-mail addresses, as the file could not be found
   * otherwise.
   */
  deep<T>(value: T, response?: string | null): T;
  table(table: FilledTable): FilledTable;
  document(document: Document): Document;
  finding(finding: Finding): Finding;
}

/** Repeated texts are cached; long ones do not repeat. */
const REMEMBERED = { texts: 50_000, length: 100 };
/** Keys and columns with names of files, places in them, and cmrt's own words. */
const FILES = new Set(["file", "path", "container", "superseded_by", "file_before", "file_after", "at"]);
const OWN_WORDS = new Set(["id", "response", "response_id", "sha256", "rule", "severity", "kind"]);

/**
 * Prepares withholding for the contacts in all responses of an evaluation: addresses of any kind, phone numbers, and
 * names in any spelling. Names of suppliers and of facilities on the reference list are not withheld.
 */
export function createWithholding({
  responses,
  reference,
}: Pick<Evaluation, "reference"> & {
  responses: readonly { response: Response; supplier?: { name: string } }[];
}): Withholding {
  let known: ReadonlySet<string> | undefined;
  const isPublic = (key: string): boolean => {
    known ??= publicNames(responses, reference?.list.entries ?? []);
    return known.has(key);
  };
  const variants = createContactVariants(isPublic);
  const byId = new Map(responses.map(({ response }) => [response.id, response]));
  for (const { response } of responses) addContacts(response, variants, false);
  // A one-word name is only recognised if somebody typed it outside the contact's own cells.
  for (const { response } of responses)
    for (const name of rowContacts(response).typedNames) if (!isPublic(name)) variants.addName(name);

  const memory = new Map<string, string>();
  const text = (given: string): string => {
    if (given.length < SHORTEST_TEXT) return given;
    const seen = memory.get(given);
    if (seen !== undefined) return seen;
    const clean = withholdEmails(variants.replace(given, WITHHELD, "whole"));
    if (given.length <= REMEMBERED.length) {
      if (memory.size >= REMEMBERED.texts) memory.clear();
      memory.set(given, clean);
    }
    return clean;
  };

  let current: { id: string; withhold: (text: string) => string } | undefined;
  const of = (id: string | null): ((text: string) => string) => {
    const response = id === null ? undefined : byId.get(id);
    if (id === null || response === undefined) return text;
    if (current?.id !== id) current = { id, withhold: createWithholder(response, isPublic) };
    const { withhold } = current;
    return (given) => text(withhold(given));
  };

  const cleanFor = (name: string, clean: (text: string) => string) =>
    OWN_WORDS.has(name) ? (given: string) => given : FILES.has(name) ? withholdEmails : clean;
  const deep = <T>(value: T, response: string | null = null): T =>
    mapTexts(value, of(response), cleanFor) as T;

  return {
    text,
    of,
    deep,
    table: (table) => withholdTable(table, of, cleanFor),
    document: (document) => deep(document),
    finding: (finding) => withholdFinding(finding, of),
  };
}

/** Used if contacts were requested. */
export const NOTHING_WITHHELD: Withholding = {
  text: (text) => text,
  of: () => (text) => text,
  deep: (value) => value,
  table: (table) => table,
  document: (document) => document,
  finding: (finding) => finding,
};

/** Shorter texts do not name anybody. */
const SHORTEST_TEXT = 2;

function publicNames(
  responses: readonly { response: Response; supplier?: { name: string } }[],
  entries: readonly { standardName: string; lookupNames: readonly string[] }[],
): Set<string> {
  const names = new Set<string>();
  for (const { response, supplier } of responses) {
    names.add(keyOf(response.company.companyName?.value ?? ""));
    if (supplier) names.add(keyOf(supplier.name));
  }
  for (const { standardName, lookupNames } of entries)
    for (const name of [standardName, ...lookupNames]) names.add(keyOf(name));
  return names;
}

/** Adds the contacts of a response, including those in its smelter rows. */
function addContacts(response: Response, variants: ContactVariants, oneWord: boolean): void {
  for (const [kind, text] of contactsOf(response)) {
    if (kind === "phone") variants.addPhone(text);
    else if (kind === "name" && (oneWord || /\S[\s,.]\S/.test(text.trim()))) variants.addName(text);
  }
}

function* contactsOf(response: Response): Generator<["name" | "phone" | "other", string]> {
  for (const field of CONTACT_FIELDS) {
    const kind = field.endsWith("Name") ? "name" : field.endsWith("Phone") ? "phone" : "other";
    const read = response.company[field];
    for (const text of [read?.value, read?.raw]) if (text) yield [kind, text];
  }
  const { names, emails } = rowContacts(response);
  for (const text of names) yield ["name", text];
  for (const text of emails) yield ["other", text];
}

function mapTexts(
  value: unknown,
  clean: (text: string) => string,
  cleanFor: (name: string, clean: (text: string) => string) => (text: string) => string,
): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, clean, cleanFor));
  // Instances of classes word their texts themselves.
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapTexts(one, cleanFor(key, clean), cleanFor)]),
  );
}

/** The rows of a response are consecutive; tables that start with its id are cleaned with its own contacts. */
function withholdTable(
  table: FilledTable,
  of: Withholding["of"],
  cleanFor: (name: string, clean: (text: string) => string) => (text: string) => string,
): FilledTable {
  const byResponse = table.columns[0]?.name === "response_id";
  return {
    ...table,
    *cells(only) {
      const columns = only === undefined ? table.columns : only.map((index) => table.columns[index]);
      let id: string | null | undefined;
      let cleaners: ((text: string) => string)[] = [];
      for (const row of table.cells(only)) {
        const now = byResponse && only === undefined && typeof row[0] === "string" ? row[0] : null;
        if (id !== now) {
          id = now;
          const clean = of(now);
          cleaners = columns.map((column) => cleanFor(column?.name ?? "", clean));
        }
        yield row.map((cell, index) => (typeof cell === "string" ? (cleaners[index]?.(cell) ?? cell) : cell));
      }
    },
  };
}

/**
 * The message is cleaned when it is read, as it is made only then: a large campaign has hundreds of thousands of
 * findings.
 */
function withholdFinding(finding: Finding, of: Withholding["of"]): Finding {
  const { rule, severity, risk, supplier, file, response, at, accepted } = finding;
  return {
    rule,
    severity,
    ...(risk ? { risk } : {}),
    supplier: of(null)(supplier),
    file: file === null ? null : withholdEmails(file),
    response,
    at,
    get facts() {
      // Any fact may contain text that somebody typed.
      const clean = of(response);
      return mapTexts(finding.facts, clean, () => clean) as Finding["facts"];
    },
    get message() {
      return of(response)(finding.message);
    },
    ...(accepted ? { accepted: { ...accepted, reason: of(response)(accepted.reason) } } : {}),
  };
}

/**
 * Removes contact data from a text made from a response: the values of its contact fields and of the contacts in its
 * smelter rows, wherever they occur as whole words and in any spelling, and anything that looks like an e-mail address.
 */
export function createWithholder(
  response: Response | undefined,
  isPublic: (key: string) => boolean = () => false,
): (text: string) => string {
  const companyName = keyOf(response?.company.companyName?.value ?? "");
  const variants = createContactVariants((key) => isPublic(key) || companyName.includes(key));
  if (response) addContacts(response, variants, true);
  const values = new Set<string>();
  for (const field of CONTACT_FIELDS) {
    const read = response?.company[field];
    for (const text of [read?.value, read?.raw]) if (text) values.add(text.trim());
  }
  const ofRows = response && rowContacts(response);
  for (const text of [...(ofRows?.names ?? []), ...(ofRows?.emails ?? [])]) values.add(text.trim());
  // The company's own name typed as a contact is not withheld: findings could otherwise not name the supplier.
  values.delete(response?.company.companyName?.value?.trim() ?? "");
  const withholdKnown = createReplacer(
    [...values].filter((text) => text.length >= SHORTEST && !isNoPerson(text)),
    WITHHELD,
  );
  return (text) => withholdEmails(variants.replace(withholdKnown(text), WITHHELD, "anywhere"));
}

/** Removes anything that looks like an e-mail address. */
export function withholdEmails(text: string): string {
  if (!text.includes("@")) return text;
  return text.replace(WORD, (word, domain?: string) => (domain === undefined ? word : WITHHELD));
}
