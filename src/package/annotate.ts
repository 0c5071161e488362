// Marks the cells in a supplier's workbook that it is asked to correct: with a fill, a note, and a first sheet that
// lists the requests. What an earlier round added is removed first.
import { setContentType } from "./content-types.ts";
import { type EarlierRound, removeEarlier } from "./earlier-round.ts";
import { addNotes, type NoteText } from "./notes.ts";
import { Draft, type Package } from "./package.ts";
import { folderOf } from "./part-names.ts";
import { type CellEdit, patchSheet } from "./patch-sheet.ts";
import { addRelation, findRelation, officeTypes, relationsOf } from "./relations.ts";
import {
  MARK_FILL,
  type Request,
  type RequestLine,
  type RequestWords,
  requestSheet,
} from "./request-sheet.ts";
import { CELL_ADDRESS, sheetsOf } from "./sheets.ts";
import { removeSignatures } from "./signatures.ts";
import { StyleBook } from "./style-book.ts";
import { sheetEntries, withFirstSheet } from "./workbook-part.ts";
import { type MergedCells, mergedCells, stylesOf, unselected } from "./worksheet-part.ts";
import { attribute, rootTag, UnexpectedPart } from "./xml-tags.ts";

export interface AnnotatedPackage {
  bytes: Buffer;
  /** Marked cells that got no note, with their sheet, because they have a threaded conversation. */
  withoutNote: string[];
  /** Requests whose cell is not in the workbook: they are only on the list. */
  onListOnly: string[];
  /** Whether the workbook had a digital signature, which a changed one cannot keep. */
  signatureRemoved: boolean;
}

/**
 * Marks the cells of the requests and inserts the list of them before all other sheets. Everything else keeps its
 * bytes. Throws UnexpectedPart or UnreadableError if a part that must be changed is damaged or written in an unknown
 * way.
 */
export function annotate(
  original: Package,
  requests: readonly Request[],
  words: RequestWords,
  earlier: EarlierRound | undefined,
): AnnotatedPackage {
  const draft = new Draft(original);
  if (findRelation(draft, original.workbookPart, "revisionHeaders"))
    throw new UnexpectedPart("the workbook is shared and keeps a history of its changes");
  const styles = new StyleBook(draft.text(stylesPart(draft)));
  if (earlier !== undefined) removeEarlier(draft, styles, earlier);
  const signatureRemoved = removeSignatures(draft);
  const places = placesOf(draft, requests);
  const fills = markCells(draft, styles, places);
  const withoutNote = writeNotes(draft, requests, places, words);
  const lines = requests.map((request, index): RequestLine => {
    const place = places[index];
    if (place === undefined) return { ...request, fill: "" };
    const { sheet, cell, shown } = place;
    return {
      ...request,
      link: { sheet, cell: shown ?? cell },
      fill: (shown && fills.get(`${sheet}!${shown}`)) ?? "",
    };
  });
  addSheet(draft, styles, lines, words);
  draft.write(stylesPart(draft), styles.xml);
  const onListOnly = requests.flatMap(({ sheet, cell }, index) =>
    sheet !== null && places[index] === undefined ? [cell === null ? sheet : `${sheet}!${cell}`] : [],
  );
  return { bytes: draft.finish(), withoutNote, onListOnly, signatureRemoved };
}

/** The target of a request: a sheet of the workbook, the place in it, and the cell that is marked. */
interface Place {
  sheet: string;
  part: string;
  cell: string;
  shown: string | undefined;
}

function placesOf(draft: Draft, requests: readonly Request[]): (Place | undefined)[] {
  const sheets = sheetsOf(draft);
  const merges = new Map<string, MergedCells>();
  return requests.map((request) => {
    const wanted = request.sheet?.toLowerCase();
    const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted);
    if (sheet === undefined) return undefined;
    const { name, part } = sheet;
    const cell = request.cell ?? "A1";
    // A request about a row is marked at its first cell.
    const address = /^\d+(?=:\d+$)/.test(cell) ? `A${cell.split(":")[0]}` : cell;
    if (request.cell === null || !CELL_ADDRESS.test(address))
      return { sheet: name, part, cell, shown: undefined };
    const merged = merges.get(part) ?? mergedCells(draft.text(part));
    merges.set(part, merged);
    return { sheet: name, part, cell, shown: merged.shown(address) };
  });
}

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The styles part of the workbook, created if missing. */
function stylesPart(draft: Draft): string {
  const { workbookPart } = draft.original;
  const known = findRelation(draft, workbookPart, "styles");
  if (known) return known.target;
  const part = `${folderOf(workbookPart)}styles.xml`;
  draft.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${mainNamespace(draft)}"></styleSheet>`,
  );
  setContentType(draft, part, STYLES_TYPE);
  addRelation(draft, workbookPart, "styles", part);
  return part;
}

function mainNamespace(draft: Draft): string {
  const xml = draft.text(draft.original.workbookPart);
  const { prefix } = rootTag(xml);
  return attribute(rootTag(xml), prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`) ?? "";
}

/** Fills the cells; returns the previous fill of each, by sheet and cell. */
function markCells(
  draft: Draft,
  styles: StyleBook,
  places: readonly (Place | undefined)[],
): Map<string, string> {
  const fills = new Map<string, string>();
  const mark = styles.number("fills", MARK_FILL);
  for (const [part, ofSheet] of bySheet(places)) {
    const xml = draft.text(part);
    const edits = new Map<string, CellEdit>();
    for (const [address, style] of stylesOf(xml, [...ofSheet.keys()])) {
      edits.set(address, { style: styles.withFill(style, mark) });
      fills.set(`${ofSheet.get(address)?.sheet}!${address}`, styles.fillOf(style));
    }
    draft.write(part, patchSheet(xml, edits).xml);
  }
  return fills;
}

/** The marked places, by part and cell. */
function bySheet(places: readonly (Place | undefined)[]): Map<string, Map<string, Place>> {
  const sheets = new Map<string, Map<string, Place>>();
  for (const place of places) {
    if (place?.shown === undefined) continue;
    const cells = sheets.get(place.part) ?? new Map<string, Place>();
    sheets.set(place.part, cells.set(place.shown, place));
  }
  return sheets;
}

/** Writes one note on each marked cell, with all requests about it. */
function writeNotes(
  draft: Draft,
  requests: readonly Request[],
  places: readonly (Place | undefined)[],
  words: RequestWords,
): string[] {
  const without: string[] = [];
  for (const [part, ofSheet] of bySheet(places)) {
    const notes = new Map<string, NoteText[]>();
    for (const [index, place] of places.entries()) {
      const { number, request } = requests[index] as Request;
      if (place?.part !== part || place.shown === undefined) continue;
      const note = { heading: `${words.number} ${number}`, text: request };
      notes.set(place.shown, [...(notes.get(place.shown) ?? []), note]);
    }
    const [first] = ofSheet.values();
    for (const address of addNotes(draft, part, notes)) without.push(`${first?.sheet}!${address}`);
  }
  return without;
}

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

function addSheet(draft: Draft, styles: StyleBook, lines: readonly RequestLine[], words: RequestWords): void {
  const { workbookPart } = draft.original;
  const entries = sheetEntries(draft.text(workbookPart));
  for (const { kind, target } of relationsOf(draft, workbookPart)) {
    if (!kind.endsWith("sheet") || target === undefined || !draft.has(target)) continue;
    if (SELECTED.test(draft.bytes(target).toString("latin1", 0, HEAD)))
      draft.write(target, unselected(draft.text(target)));
  }
  const part = draft.newName(`${folderOf(workbookPart)}worksheets/sheet#.xml`);
  draft.write(part, requestSheet(lines, words, styles, mainNamespace(draft)));
  setContentType(draft, part, SHEET_TYPE);
  const sheet = {
    name: freeName(words.name, entries),
    sheetId: freeNumber(entries),
    relation: addRelation(draft, workbookPart, "worksheet", part),
  };
  draft.write(workbookPart, withFirstSheet(draft.text(workbookPart), sheet, officeTypes(draft)));
}

/** An unused sheet number; they need not be in order, but should stay small. */
function freeNumber(entries: readonly { sheetId: number }[]): number {
  const taken = new Set(entries.map(({ sheetId }) => sheetId));
  let number = entries.length + 1;
  while (taken.has(number)) number++;
  return number;
}

/** How far into a sheet its views may be: nothing large comes before them. */
const HEAD = 64 * 1024;

const SELECTED = /\btabSelected\s*=\s*["'](?:1|true|on)["']/;

/** The maximum length of a sheet's name. */
const LONGEST_NAME = 31;

function freeName(name: string, entries: readonly { name: string }[]): string {
  const taken = new Set(entries.map((entry) => entry.name.toLowerCase()));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const free = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(free.toLowerCase())) return free;
  }
}
