// Whose a response is, by the roster.

import { normalForm } from "../lib/normal-form.ts";
import { fold, nameKey, nameWords } from "../lib/text.ts";
import type { Supplier } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import type { Identification, Roster, RosterEvidence, RosterSupplier } from "../model/roster.ts";
import { type SourceName, sourceText } from "../model/workbook.ts";
import { isPublicMail } from "./public-mail.ts";

type Index = Map<string, RosterSupplier[]>;

/** A roster made ready to be asked for every response. */
export interface RosterIndex {
  suppliers: readonly RosterSupplier[];
  /**
   * The supplier of a response: by the supplier's id, pattern or name in the file's path, else by the company's unique ID,
   * its e-mail domain, its normalised name. Where one of these fits several suppliers, the next ones decide among them;
   * where none does, the response is ambiguous.
   */
  identify(response: Response): Identification;
  /** The same by what the response says of its company alone. */
  identifyCompany(response: Response): Identification;
  /** The same for a file of which only the name is known. */
  identifyFile(source: SourceName): Identification;
  /** The same for one that could not be read: where nothing else tells, by a name among the words of its path. */
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
  /** Suppliers whose name is that of a part of the path, the nearest to the file. */
  const byNameInPath = (path: string): RosterSupplier[] => {
    if (path.length > LONGEST_PATH) return [];
    const parts = path.split("/").reverse();
    const named = parts.map((part) => byPart.get(nameInPart(withoutEnding(part))));
    return named.find((suppliers) => suppliers !== undefined) ?? [];
  };
  /** Suppliers whose name stands, word for word, in the part of the path that is nearest to the file. */
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

/** The supplier of a response as `select` wants it: undefined where the roster does not tell one. */
export function rosterSupplierOf(index: RosterIndex): (response: Response) => Supplier | undefined {
  return (response) => {
    const found = index.identify(response);
    return found.kind === "known" ? { key: found.supplier.key, name: found.supplier.name } : undefined;
  };
}

/** Ids shorter than this stand in file names by chance ("A1", "7"). */
const SHORTEST_ID = 3;
/** Shorter names stand there by chance too ("ABC"). */
const SHORTEST_NAME = 4;

/** Words that files and folders of declarations have beside a name. */
const NOT_OF_NAMES = new Set(
  "cmrt emrt rmi cfsi conflict mineral minerals reporting template declaration declarations response responses answer reply supplier suppliers vendor final signed updated update new copy completed filled rev version".split(
    " ",
  ),
);

const withoutEnding = (part: string): string => part.replace(/\.\w{2,5}$/, "");

/** The words of a folder or file name: without numbers, and without words that say what the file is. */
function partWords(text: string): string[] {
  return nameWords(text.replace(/(?<![\p{L}\p{N}])v?\d[\d.]*(?![\p{L}\p{N}])/gu, " ")).filter(
    (word) => !NOT_OF_NAMES.has(word),
  );
}

/** The key of a name in a folder or file name. */
function nameInPart(text: string): string {
  return partWords(text).join("");
}

/** What the folders, containers and the name of a file may say of a company, each without words that any has. */
export function namesInPath(source: SourceName): string[] {
  const path = sourceText(source);
  if (path.length > LONGEST_PATH) return [];
  const parts = path.replaceAll(" » ", "/").split("/");
  return parts.flatMap((part) => {
    const words = partWords(withoutEnding(part));
    return words.join("").length < SHORTEST_NAME ? [] : words.join(" ");
  });
}

/** No more words of a part are tried as one name. */
const MOST_WORDS = 8;

/** The suppliers whose names are runs of these words, those within a longer name ("Bolt" in "Bolt Works") left out. */
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

/** Unique IDs are typed with and without hyphens, spaces and leading words ("DUNS 12-345-6789"). */
function uniqueIdKey(text: string): string {
  const key = fold(text)
    .replace(/^(?:duns|d u n s|vat|gln|lei)\b/, "")
    .replaceAll(" ", "");
  return key.length < SHORTEST_ID ? "" : key;
}

/** A mail address's domain at the end of a text; no domain has more than 253 characters (RFC 1035). */
const DOMAIN = /@([\p{L}\p{N}.-]{1,253})\s*(?:>\s*)?$/u;

/**
 * The domain of an e-mail address and the domains above it, the nearest first: a.b.com, b.com. None where anybody may have
 * an address there.
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

/** Ends of domains below which companies have theirs ("co.jp"). */
const UNDER_COUNTRY = new Set("co com ne net or org gv ac".split(" "));

/** What the domains of a response's mail addresses are called, as names ("yamato denshi" of mail.yamato-denshi.co.jp). */
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

/** What is longer stands in no path: systems allow 4,096 characters at most. */
const LONGEST_PATH = 4096;

/** Whether a path has the word, whatever its letter case: "S-17" in "in/S-17 Acme/cmrt.xlsx", not in "S-170". */
function wordTest(word: string): (path: string) => boolean {
  if (word.length > LONGEST_PATH) return () => false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, "iu");
  return (path) => pattern.test(path);
}

/** Whether a path has the pattern as one or more whole parts: "acme/*", "in/acme", "*acme*.xlsx". */
function globTest(glob: string): (path: string) => boolean {
  if (glob.length > LONGEST_PATH) return () => false;
  const [first = "", ...others] = normalForm(glob, "NFC")
    .replace(/^\.?\/+|(?<!\/)\/+$/g, "")
    .split(/\*+/)
    .map((piece) => piece.split("?").map(escapePattern).join("[^/]"));
  const last = others.pop();
  // Between two stars the first place that fits will do. Looked ahead for, it is not tried again further on, which
  // would take long for names that strangers make up.
  const between = others.map((piece, index) => `(?=([^/]*?${piece}))\\${index + 1}`).join("");
  const end = last === undefined ? "" : `[^/]*${last}`;
  const pattern = new RegExp(`(?:^|/)${first}${between}${end}(?:/|$)`, "iu");
  return (path) => pattern.test(path);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
