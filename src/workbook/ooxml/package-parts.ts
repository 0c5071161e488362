import type { Zip } from "../zip/zip.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** A relation from one part to another. */
export interface Relation {
  /** Last word of the relation's type ("worksheet", "sharedStrings"): the same in strict and transitional files. */
  kind: string;
  /** Name of the part it leads to, without a leading slash. */
  target: string;
}

/** Parts of an Office package by name and by relation (ECMA-376 Part 2). Part names ignore the case of letters. */
export class PackageParts {
  readonly #zip: Zip;
  readonly #names: ReadonlyMap<string, string>;

  constructor(zip: Zip) {
    this.#zip = zip;
    this.#names = new Map(zip.names.map((name) => [name.toLowerCase().replace(/^\/+/, ""), name]));
  }

  has(part: string): boolean {
    return this.#names.has(part.toLowerCase());
  }

  /** The bytes of a part. Throws UnreadableError where it is missing or damaged. */
  read(part: string): Buffer {
    return this.#zip.read(this.#names.get(part.toLowerCase()) ?? part);
  }

  /** Relations of a part by their id ("" for those of the package); none where the package gives none. */
  relations(part: string): Map<string, Relation> {
    const slash = part.lastIndexOf("/") + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    const relations = new Map<string, Relation>();
    if (!this.has(name)) return relations;
    const xml = new XmlScanner(this.read(name), name);
    while (xml.seek("Relationship")) {
      const id = xml.attribute("Id");
      const target = xml.attribute("Target");
      if (id === undefined || target === undefined || xml.attribute("TargetMode") === "External") continue;
      const kind = (xml.attribute("Type") ?? "").split("/").at(-1) as string;
      relations.set(id, { kind, target: resolvePart(part.slice(0, slash), target) });
    }
    return relations;
  }
}

/** The part that a relation's target names, seen from a folder. Always inside the package, whatever it says. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(unescapePercent(step));
  }
  return steps.join("/");
}

function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Parts by which a zip is known as the file of an office program, and not as an archive of files. */
const PACKAGE_MARKS = ["[content_types].xml", "mimetype", "index/document.iwa", "xl/workbook.xml"];

/** A zip with these names is an archive of files. */
export function isArchive(names: readonly string[]): boolean {
  return !names.some((name) => PACKAGE_MARKS.includes(name.toLowerCase()));
}
