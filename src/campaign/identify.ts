// Identifies the supplier of a response by the roster.

import { normalForm } from "../lib/normal-form.ts";
import { fold, nameKey, nameWords } from "../lib/text.ts";
import type { Supplier } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import type { Identification, Roster, RosterEvidence, RosterSupplier } from "../model/roster.ts";
import { type SourceName, sourceText } from "../model/workbook.ts";
import { isPublicMail } from "./public-mail.ts";

type Index = Map<string, RosterSupplier[]>;

/** A roster indexed for identifying many responses. */
export interface RosterIndex {
  suppliers: readonly RosterSupplier[];
  /**
   * The supplier of a response: by the supplier's id, pattern or name in the file's path, else by the company's unique
   * ID, its e-mail domain, or its normalised name. If one of these fits several suppliers, the next ones decide among
   * them; if none does, the response is ambiguous.
   */
  identify(response: Response): Identification;
  /** The same, using only what the response says about its company. */
  identifyCompany(response: Response): Identification;
  /** The same for a file of which only the name is known. */
  identifyFile(source: SourceName): Identification;
  /** The same for a file that could not be read: as a last resort, by a name among the words of its path. */
  identifyUnread(source: SourceName): Identification;
}

/** Indexes a roster. */
export function indexRoster(roster: Roster): RosterIndex {
  const byUniqueId: Index = new Map();
  const byDomain: Index = new Map();
  const byName: Index = new Map();
  const add = (index: Index, key: string, supplier: RosterSupplier) => {
    const known = index.get(key);
    if (key === "") return;
    if (known === undefined) index.set(key, [supplier]);
    else if (!known.includes(supplier)) known.push(supplier);
  };
  for (const supplier of roster.suppliers) {
    if (supplier.uniqueId !== undefined) add(byUniqueId, uniqueIdKey(supplier.uniqueId), supplier);
    for (const domain of supplier.emailDomains) add(byDomain, domain, supplier);
    for (const name of [supplier.name, ...supplier.otherNames])
      add(byName, nameKey(name) || fold(name), supplier);
  }
  const patterns = roster.suppliers.flatMap((supplier) =>
    supplier.files.map((pattern) => ({
      supplier,
      test: globTest(pattern),
    })),
  );
  const ids = roster.suppliers.flatMap((supplier) =>
    supplier.id === undefined || supplier.id.length < SHORTEST_ID
      ? []
      : [{ supplier, test: wordTest(supplier.id) }],
  );

  const byPart: Index = new Map();
  for (const supplier of roster.suppliers) {
    for (const name of [supplier.name, ...supplier.otherNames]) {
      const key = nameInPart(name);
      if (key.length >= SHORTEST_NAME) add(byPart, key, supplier);
    }
  }

  const byFile = (source: SourceName): RosterSupplier[] => {
    const path = normalForm(sourceText(source).replaceAll(" » ", "/"), "NFC");
    const found = [
      ...patterns.filter(({ test }) => test(path)).map(({ supplier }) => supplier),
      ...ids.filter(({ test }) => test(path)).map(({ supplier }) => supplier),
    ];
    return found.length > 0 ? [...new Set(found)] : byNameInPath(path);
  };
  /** Suppliers whose name is a part of the path; the part nearest to the file counts. */
  const byNameInPath = (path: string): RosterSupplier[] => {
    if (path.length > LONGEST_PATH) return [];
    const parts = path.split("/").reverse();
    const named = parts.map((part) => byPart.get(nameInPart(withoutEnding(part))));
    return named.find((suppliers) => suppliers !== undefined) ?? [];
  };
  /** Suppliers whose name occurs, word for word, within the part of the path nearest to the file. */
  const byNameWithin = (path: string): RosterSupplier[] => {
    if (path.length > LONGEST_PATH) return [];
    const parts = path.split("/").reverse();
    const named = parts.map((part) => suppliersWithin(partWords(withoutEnding(part)), byPart));
    return named.find((suppliers) => suppliers.length > 0) ?? [];
  };
  const lookUp = (index: Index, keys: readonly string[]): RosterSupplier[] => [
    ...new Set(keys.flatMap((key) => index.get(key) ?? [])),
  ];

  return {
    suppliers: roster.suppliers,
    identifyFile: (source) => decide([["file", byFile(source), sourceText(source)]]),
    identifyUnread(source) {
      const path = sourceText(source);
      return decide([
        ["file", byFile(source), path],
        ["file", byNameWithin(path.replaceAll(" » ", "/")), path],
      ]);
    },
    identifyCompany: (response) => decide(byCompany(response)),
    identify: (response) =>
      decide([["file", byFile(response.source), sourceText(response.source)], ...byCompany(response)]),
  };

  function byCompany({ company }: Response): Step[] {
    const uniqueId = company.companyUniqueId?.value ?? "";
    const domains = emailsOf(company).flatMap(domainsOf);
    const name = company.companyName?.value ?? "";
    return [
      ["uniqueId", lookUp(byUniqueId, [uniqueIdKey(uniqueId)]), uniqueId],
      ["emailDomain", lookUp(byDomain, domains), [...new Set(domains)].join(", ")],
      ["name", lookUp(byName, [nameKey(name) || fold(name)]), name],
    ];
  }
}

/** A function for `select` that returns the supplier of a response; undefined if the roster does not identify one. */
export function rosterSupplierOf(index: RosterIndex): (response: Response) => Supplier | undefined {
  return (response) => {
    const found = index.identify(response);
    return found.kind === "known" ? { key: found.supplier.key, name: found.supplier.name } : undefined;
  };
}

/** Shorter ids occur in file names by chance ("A1", "7"). */
const SHORTEST_ID = 3;
/** Shorter names occur in file names by chance ("ABC"). */
const SHORTEST_NAME = 4;

/** Words in the names of files and folders of declarations that are not part of a company's name. */
const NOT_OF_NAMES = new Set(
  "cmrt emrt rmi cfsi conflict mineral minerals reporting template declaration declarations response responses answer reply supplier suppliers vendor final signed updated update new copy completed filled rev version".split(
    " ",
  ),
);

const withoutEnding = (part: string): string => part.replace(/\.\w{2,5}$/, "");

/** The words of a folder or file name, without numbers and without words that say what the file is. */
function partWords(text: string): string[] {
  return nameWords(text.replace(/(?<![\p{L}\p{N}])v?\d[\d.]*(?![\p{L}\p{N}])/gu, " ")).filter(
    (word) => !NOT_OF_NAMES.has(word),
  );
}

/** The name key of a folder or file name. */
function nameInPart(text: string): string {
  return partWords(text).join("");
}

/** Company names that the folders, containers and name of a file may contain, without words common to such names. */
export function namesInPath(source: SourceName): string[] {
  const path = sourceText(source);
  if (path.length > LONGEST_PATH) return [];
  const parts = path.replaceAll(" » ", "/").split("/");
  return parts.flatMap((part) => {
    const words = partWords(withoutEnding(part));
    return words.join("").length < SHORTEST_NAME ? [] : words.join(" ");
  });
}

/** Most words of a path part tried as one name. */
const MOST_WORDS = 8;

/**
 * The suppliers whose names are sequences of these words, except names within a longer one ("Bolt" in "Bolt Works").
 */
function suppliersWithin(held: readonly string[], byPart: Index): RosterSupplier[] {
  const found = new Set<RosterSupplier>();
  for (let from = 0; from < held.length; ) {
    let step = 1;
    for (let count = MOST_WORDS; count > 0; count--) {
      const suppliers = byPart.get(held.slice(from, from + count).join(""));
      if (suppliers === undefined) continue;
      for (const supplier of suppliers) found.add(supplier);
      step = Math.min(count, held.length - from);
      break;
    }
    from += step;
  }
  return [...found];
}

const WORDING: Readonly<Record<RosterEvidence, string>> = {
  file: "the file's path",
  uniqueId: "the company's unique ID",
  emailDomain: "the e-mail domain",
  name: "the company name",
};

type Step = readonly [by: RosterEvidence, found: readonly RosterSupplier[], text: string];

function decide(steps: readonly Step[]): Identification {
  let open: readonly RosterSupplier[] = [];
  let opened = "";
  for (const [by, found, text] of steps) {
    const fitting = open.length === 0 ? found : found.filter((supplier) => open.includes(supplier));
    const [only] = fitting;
    if (fitting.length === 1 && only) {
      return { kind: "known", supplier: only, by, evidence: `${WORDING[by]} (${text})` };
    }
    if (fitting.length > 1) {
      open = fitting;
      opened ||= `${WORDING[by]} (${text})`;
    }
  }
  if (open.length === 0) return { kind: "unknown" };
  return { kind: "ambiguous", candidates: open, evidence: opened };
}

/** Unique IDs are typed with and without hyphens, spaces and prefixes ("DUNS 12-345-6789"). */
function uniqueIdKey(text: string): string {
  const key = fold(text)
    .replace(/^(?:duns|d u n s|vat|gln|lei)\b/, "")
    .replaceAll(" ", "");
  return key.length < SHORTEST_ID ? "" : key;
}

/** The domain of an e-mail address at the end of a text; domains have at most 253 characters (RFC 1035). */
const DOMAIN = /@([\p{L}\p{N}.-]{1,253})\s*(?:>\s*)?$/u;

/**
 * The domain of an e-mail address and its parent domains, nearest first: a.b.com, b.com. Empty for a public mail
 * provider.
 */
function domainsOf(email: string): string[] {
  const domain = DOMAIN.exec(email)?.[1]?.toLowerCase();
  if (domain === undefined) return [];
  const labels = domain.split(".");
  const domains = labels.slice(0, -1).map((_label, index) => labels.slice(index).join("."));
  return domains.some(isPublicMail) ? [] : domains;
}

const emailsOf = ({ contactEmail, authorizerEmail }: Response["company"]): string[] =>
  [contactEmail?.value, authorizerEmail?.value].flatMap((text) => text ?? []);

/** Second-level domains under which companies register theirs ("co.jp"). */
const UNDER_COUNTRY = new Set("co com ne net or org gv ac".split(" "));

/** The names in the e-mail domains of a response ("yamato denshi" for mail.yamato-denshi.co.jp). */
export function domainNamesOf({ company }: Response): string[] {
  return emailsOf(company).flatMap((email) => {
    const [whole] = domainsOf(email);
    const labels = whole?.split(".") ?? [];
    labels.pop();
    if (labels.length > 1 && UNDER_COUNTRY.has(labels.at(-1) ?? "")) labels.pop();
    const name = labels.at(-1)?.replaceAll("-", " ") ?? "";
    return name.length < SHORTEST_NAME ? [] : name;
  });
}

/** Longer paths do not exist: systems allow at most 4,096 characters. */
const LONGEST_PATH = 4096;

/**
 * Returns a test for whether a path contains the word, ignoring case: "S-17" in "in/S-17 Acme/cmrt.xlsx", but not in
 * "S-170".
 */
function wordTest(word: string): (path: string) => boolean {
  if (word.length > LONGEST_PATH) return () => false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, "iu");
  return (path) => pattern.test(path);
}

/**
 * Returns a test for whether one or more whole parts of a path match the pattern: "acme/*", "in/acme", "*acme*.xlsx".
 */
function globTest(glob: string): (path: string) => boolean {
  if (glob.length > LONGEST_PATH) return () => false;
  const [first = "", ...others] = normalForm(glob, "NFC")
    .replace(/^\.?\/+|(?<!\/)\/+$/g, "")
    .split(/\*+/)
    .map((piece) => piece.split("?").map(escapePattern).join("[^/]"));
  const last = others.pop();
  // Between two stars the first fitting place is sufficient. The lookahead makes the match atomic, so that file names
  // made up by strangers cannot cause backtracking.
  const between = others.map((piece, index) => `(?=([^/]*?${piece}))\\${index + 1}`).join("");
  const end = last === undefined ? "" : `[^/]*${last}`;
  const pattern = new RegExp(`(?:^|/)${first}${between}${end}(?:/|$)`, "iu");
  return (path) => pattern.test(path);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
