import { folderOf, relationsPart, resolvePart } from "../../package/part-names.ts";
import { damaged, fail } from "../unreadable.ts";
import type { Zip } from "../zip/zip.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** A relation from one part to another. */
export interface Relation {
  /**
   * Last word of the relation's type ("worksheet", "sharedStrings"), which is the same in strict and transitional
   * files.
   */
  kind: string;
  /** Name of the target part, without a leading slash. */
  target: string;
}

/** Parts of an Office package by name and by relation (ECMA-376 Part 2). Part names are case-insensitive. */
export class PackageParts {
  readonly #zip: Zip;
  readonly #names = new Map<string, string>();
  /** Parts that occur more than once in the zip. */
  readonly #doubtful = new Set<string>();

  constructor(zip: Zip) {
    this.#zip = zip;
    const parts = zip.names.map(partName);
    const root = rootOf(parts) ?? "";
    for (const [index, part] of parts.entries()) {
      if (!part.startsWith(root)) continue;
      const inside = part.slice(root.length);
      if (this.#names.has(inside)) this.#doubtful.add(inside);
      this.#names.set(inside, zip.names[index] as string);
    }
  }

  has(part: string): boolean {
    return this.#names.has(part.toLowerCase());
  }

  /** Names of all files in the zip, with those of parts normalised. */
  names(): string[] {
    const place = this.#place();
    return this.#zip.names.map((name) => (name.startsWith(place) ? name.slice(place.length) : name));
  }

  /** The name that a part has in the zip, or would have as a new one. */
  storedName(part: string): string {
    return this.#names.get(part.toLowerCase()) ?? this.#place() + part;
  }

  /** The prefix of part names in this zip: usually empty, in some a slash or a folder. */
  #place(): string {
    return (this.#names.get(CONTENT_TYPES) ?? "").slice(0, -CONTENT_TYPES.length);
  }

  /** The bytes of a part. Throws UnreadableError if it is missing, damaged or duplicated. */
  read(part: string): Buffer {
    // Programs differ in which of them they read, so the content of the file is ambiguous.
    if (this.#doubtful.has(part.toLowerCase())) fail(damaged(`The zip has the part ${part} twice.`));
    return this.#zip.read(this.storedName(part));
  }

  /** Relations of a part by id ("" for those of the package); empty if there are none. */
  relations(part: string): Map<string, Relation> {
    return new Map(
      this.#related(part)
        .filter(({ external }) => !external)
        .map(({ id, kind, target }) => [id, { kind, target: resolvePart(folderOf(part), target) }]),
    );
  }

  /** A part's targets outside the package, as written, by relation id. */
  references(part: string): Map<string, string> {
    return new Map(
      this.#related(part)
        .filter(({ external }) => external)
        .map(({ id, target }) => [id, target]),
    );
  }

  #related(part: string): (Relation & { id: string; external: boolean })[] {
    const name = relationsPart(part);
    if (!this.has(name)) return [];
    const related: (Relation & { id: string; external: boolean })[] = [];
    const xml = new XmlScanner(this.read(name), name);
    while (xml.seek("Relationship")) {
      const id = xml.attribute("Id");
      const target = xml.attribute("Target");
      if (id === undefined || target === undefined) continue;
      const kind = (xml.attribute("Type") ?? "").split("/").at(-1) as string;
      related.push({ id, kind, target, external: xml.attribute("TargetMode") === "External" });
    }
    return related;
  }
}

const CONTENT_TYPES = "[content_types].xml";

/** Parts that identify a zip as the file of an office program rather than an archive of files. */
const PACKAGE_MARKS =
  /^(?:\[content_types\]\.xml|mimetype|xl\/workbook\.(?:xml|bin)|index\/.*\.iwa|index\.zip|index\.apxl)$/;

/** Whether a zip whose first file has this name starts like a workbook. */
export function isPackagePart(name: string): boolean {
  return PACKAGE_MARKS.test(partName(name));
}

/** Whether a zip with these names is an archive of files. */
export function isArchive(names: readonly string[]): boolean {
  return rootOf(names.map(partName)) === undefined;
}

/**
 * The folder of a zip that contains a package: "" for the zip itself, "acme/" if somebody unpacked a workbook and
 * zipped the folder; undefined for an archive of files.
 */
function rootOf(parts: readonly string[]): string | undefined {
  if (parts.some((part) => PACKAGE_MARKS.test(part))) return "";
  const own = parts.filter((part) => !part.startsWith("__macosx/"));
  const [first = ""] = own;
  for (let end = first.indexOf("/") + 1; end > 0; end = first.indexOf("/", end) + 1) {
    const root = first.slice(0, end);
    if (!own.every((part) => part.startsWith(root))) return undefined;
    if (own.some((part) => PACKAGE_MARKS.test(part.slice(end)))) return root;
  }
  return undefined;
}

/** The normalised name of a part: in lower case, without a drive, a leading slash or empty segments. */
export function partName(name: string): string {
  const small = name.toLowerCase();
  if (!isOdd(small)) return small;
  return small
    .replace(/^[a-z]:/, "")
    .split(/[/\\]/)
    .filter((step) => step !== "" && step !== ".")
    .join("/");
}

/** Whether a name contains something that programs write although it does not belong there. */
function isOdd(name: string): boolean {
  return (
    name.startsWith("/") ||
    name.startsWith("./") ||
    name[1] === ":" ||
    name.includes("//") ||
    name.includes("/./") ||
    name.includes("\\")
  );
}
