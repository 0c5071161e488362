import type { Limits } from "../../model/limits.ts";
import { type Sheet, type SheetState, UnreadableError, type Workbook } from "../../model/workbook.ts";
import { damaged, fail } from "../unreadable.ts";
import type { PackageParts, Relation } from "./package-parts.ts";
import { readLinks } from "./read-links.ts";
import { readSheet } from "./read-sheet.ts";
import { NO_STRINGS, type SharedStrings, sharedStrings } from "./shared-strings.ts";
import { XmlScanner } from "./xml-scanner.ts";

interface SheetEntry {
  name: string;
  state: SheetState;
  /** The worksheet part; undefined if the workbook's relations do not lead to one. */
  part: string | undefined;
}

/**
 * Opens an Office package as a workbook; `part` is its workbook part, `noted` are notes about the package. Sheets and
 * shared strings are inflated on demand. Throws UnreadableError if the workbook part is damaged.
 */
export function openOoxml(
  parts: PackageParts,
  part: string,
  limits: Limits,
  noted: readonly string[] = [],
): Workbook {
  const relations = parts.relations(part);
  const { entries, date1904 } = readWorkbookPart(new XmlScanner(parts.read(part), part), relations);
  const modified = lastSaved(parts);
  const notes = [...noted];
  const known = new Map<SheetEntry, Sheet>();
  let strings: SharedStrings | undefined;

  const read = ({ name, state, part: sheetPart }: SheetEntry): Sheet => {
    if (sheetPart === undefined)
      return fail(damaged(`The workbook does not say where its sheet ${name} is.`));
    strings ??= openStrings(parts, relations);
    const note = (text: string) => {
      if (!notes.includes(text)) notes.push(text);
    };
    const context = { sheet: name, strings, date1904, limits, note };
    const bytes = parts.read(sheetPart);
    let links: ReadonlyMap<string, string> | undefined;
    return {
      name,
      state,
      rows: readSheet(bytes, sheetPart, context),
      links: () => {
        links ??= linksOf(parts, sheetPart, bytes);
        return links;
      },
    };
  };

  return {
    format: parts.has(macroPart(part)) ? "xlsm" : "xlsx",
    encrypted: false,
    date1904,
    ...(modified === undefined ? {} : { modified }),
    sheets: entries.map(({ name, state }) => ({ name, state })),
    sheet(name) {
      const wanted = name.toLowerCase();
      const entry = entries.find((candidate) => candidate.name.toLowerCase() === wanted);
      if (entry === undefined) return undefined;
      const sheet = known.get(entry) ?? read(entry);
      known.set(entry, sheet);
      return sheet;
    },
    notes,
  };
}

/** The hyperlinks of a sheet; empty if they are damaged, as nothing else depends on them. */
function linksOf(parts: PackageParts, part: string, bytes: Buffer): ReadonlyMap<string, string> {
  try {
    return readLinks(bytes, part, () => parts.references(part));
  } catch (error) {
    if (error instanceof UnreadableError) return new Map();
    throw error;
  }
}

function readWorkbookPart(
  xml: XmlScanner,
  relations: ReadonlyMap<string, Relation>,
): { entries: SheetEntry[]; date1904: boolean } {
  const entries: SheetEntry[] = [];
  let date1904 = false;
  while (xml.next()) {
    if (xml.closes) continue;
    if (xml.name === "workbookPr") date1904 = isTrue(xml.attribute("date1904"));
    if (xml.name !== "sheet") continue;
    const relation = relations.get(xml.prefixedAttribute("id") ?? "");
    // Chart and dialog sheets are listed among the sheets but contain no cells.
    if (relation !== undefined && relation.kind !== "worksheet") continue;
    const name = xml.attribute("name") ?? "";
    entries.push({ name, state: sheetState(xml.attribute("state")), part: relation?.target });
  }
  return { entries, date1904 };
}

/** The dcterms:modified of the core properties; undefined if they are missing, damaged or without a date and time. */
function lastSaved(parts: PackageParts): string | undefined {
  const relation = [...parts.relations("").values()].find(({ kind }) => kind === "core-properties");
  if (relation === undefined || !parts.has(relation.target)) return undefined;
  try {
    const xml = new XmlScanner(parts.read(relation.target), relation.target);
    while (xml.next()) {
      // Its namespace is not the root's, so the name has whatever prefix the writer chose.
      if (xml.closes || xml.name.split(":").at(-1) !== "modified") continue;
      const text = xml.text().trim();
      const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
      return Number.isNaN(time) ? undefined : new Date(time).toISOString();
    }
    return undefined;
  } catch {
    // Nothing that is read depends on the properties, so damaged ones are ignored.
    return undefined;
  }
}

function openStrings(parts: PackageParts, relations: ReadonlyMap<string, Relation>): SharedStrings {
  const relation = [...relations.values()].find(({ kind }) => kind === "sharedStrings");
  if (relation === undefined) return NO_STRINGS;
  return sharedStrings(parts.read(relation.target), relation.target);
}

function macroPart(part: string): string {
  return `${part.slice(0, part.lastIndexOf("/") + 1)}vbaProject.bin`;
}

function sheetState(text: string | undefined): SheetState {
  return text === "hidden" || text === "veryHidden" ? text : "visible";
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true" || text === "on";
}
