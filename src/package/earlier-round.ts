// Removes what an earlier round of requests added to a workbook.
import { withoutCells } from "./calc-chain.ts";
import { removeContentType } from "./content-types.ts";
import { removeNotes } from "./notes.ts";
import type { Draft } from "./package.ts";
import { relationsPart, sourceOf } from "./part-names.ts";
import { type CellEdit, patchSheet } from "./patch-sheet.ts";
import { relationsOf, removeRelations } from "./relations.ts";
import { MARK_COLOUR } from "./request-sheet.ts";
import { CELL_ADDRESS, sheetsOf } from "./sheets.ts";
import type { StyleBook } from "./style-book.ts";
import { sheetEntries, withoutSheet } from "./workbook-part.ts";
import { mergedCells, stylesOf } from "./worksheet-part.ts";
import { attribute, findTag } from "./xml-tags.ts";

/** What an earlier round added to a workbook, according to its sheet of requests. */
export interface EarlierRound {
  /** Name of the sheet. */
  sheet: string;
  /** The cells that were marked, with their previous fill as XML. */
  marks: readonly { sheet: string; cell: string; fill: string }[];
}

/**
 * Removes what an earlier round added: its sheet, its notes, and its fills, which are replaced by the previous ones.
 */
export function removeEarlier(draft: Draft, styles: StyleBook, earlier: EarlierRound): void {
  const sheets = sheetsOf(draft);
  for (const { name, part } of sheets) {
    if (name === earlier.sheet) continue;
    removeNotes(draft, part);
    const marks = earlier.marks.filter(({ sheet, cell }) => sheet === name && CELL_ADDRESS.test(cell));
    if (marks.length === 0) continue;
    const xml = draft.text(part);
    const { together } = mergedCells(xml);
    // Programs copy the fill of a merged cell to the cells behind it.
    const fills = new Map(
      marks.flatMap(({ cell, fill }) => together(cell).map((each): [string, string] => [each, fill])),
    );
    const edits = new Map<string, CellEdit>();
    for (const [address, style] of stylesOf(xml, [...fills.keys()])) {
      if (!isMark(styles.fillOf(style))) continue;
      const fill = fills.get(address) ?? "";
      const before = styles.number("fills", PLAIN_FILL.test(fill) ? fill : NO_FILL);
      edits.set(address, { style: styles.withFill(style, before) });
    }
    if (edits.size > 0) draft.write(part, patchSheet(xml, edits).xml);
  }
  removeSheet(draft, earlier.sheet);
}

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
/**
 * A fill with a single pattern and plain colours: the list, which the supplier may have changed, must not supply other
 * XML.
 */
const PLAIN_FILL =
  /^<fill><patternFill(?: patternType="[A-Za-z0-9]{1,20}")?(?:\/>|>(?:<(?:fg|bg)Color(?: (?:rgb="[0-9A-Fa-f]{8}"|(?:theme|indexed|auto)="\d{1,3}"|tint="-?\d(?:\.\d{1,20})?(?:E-\d{1,2})?"))+\/>){0,2}<\/patternFill>)<\/fill>$/;

function isMark(fill: string): boolean {
  const colour = findTag(fill, "fgColor");
  return colour !== undefined && attribute(colour, "rgb")?.toUpperCase() === MARK_COLOUR;
}

/** Removes a sheet with everything only it refers to. */
function removeSheet(draft: Draft, name: string): void {
  const { workbookPart, calcChainPart } = draft.original;
  const xml = draft.text(workbookPart);
  const place = sheetEntries(xml).findIndex((entry) => entry.name === name);
  const sheet = sheetsOf(draft).find((each) => each.name === name);
  const entry = sheetEntries(xml)[place];
  if (sheet === undefined || entry === undefined) return;
  draft.write(workbookPart, withoutSheet(xml, place));
  removeRelations(draft, workbookPart, [sheet.relation]);
  const own = relationsOf(draft, sheet.part).flatMap(({ target }) => target ?? []);
  removePart(draft, sheet.part);
  const others = new Set(
    draft
      .names()
      .filter((each) => each.toLowerCase().endsWith(".rels"))
      .flatMap((each) => relationsOf(draft, sourceOf(each)).map(({ target }) => target?.toLowerCase())),
  );
  for (const part of own) if (draft.has(part) && !others.has(part.toLowerCase())) removePart(draft, part);
  if (calcChainPart !== undefined && draft.has(calcChainPart)) {
    const chain = draft.text(calcChainPart);
    draft.write(calcChainPart, withoutCells(chain, new Map([[entry.sheetId, "all"]])));
  }
}

function removePart(draft: Draft, part: string): void {
  for (const name of [part, relationsPart(part)]) {
    if (!draft.has(name)) continue;
    removeContentType(draft, name);
    draft.remove(name);
  }
}
