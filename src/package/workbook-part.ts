// Inserts a sheet before all others in the workbook part, or removes it again.
import {
  attribute,
  childrenOf,
  type Element,
  escapeAttribute,
  findTag,
  insertAt,
  type Splice,
  splice,
  type Tag,
  UnexpectedPart,
  withValues,
} from "./xml-tags.ts";

/** A sheet of a workbook part. */
export interface SheetEntry {
  name: string;
  sheetId: number;
  /** Id of the relation to its part. */
  relation: string;
}

/** The sheets in order. */
export function sheetEntries(xml: string): SheetEntry[] {
  return sheetElements(xml).map((sheet) => ({
    name: attribute(sheet, "name") ?? "",
    sheetId: Number(attribute(sheet, "sheetId")),
    relation: relationOf(sheet),
  }));
}

function sheetElements(xml: string): Element[] {
  const sheets = findTag(xml, "sheets");
  if (sheets === undefined || sheets.empty) throw new UnexpectedPart("the workbook has no sheets");
  return [...childrenOf(xml, sheets.end)].filter(({ name }) => name === "sheet");
}

/** The relation's id, with any namespace prefix. */
function relationOf(sheet: Tag): string {
  const written = /(?<![^\s"'])([^\s="':]+:id)\s*=/.exec(sheet.attributes)?.[1];
  return (written && attribute(sheet, written)) ?? "";
}

/**
 * The workbook part with a sheet before all others, which is shown when the workbook is opened. Sheet indexes (of names
 * of single sheets) are increased. `officeTypes` is the namespace of relations.
 */
export function withFirstSheet(xml: string, sheet: SheetEntry, officeTypes: string): string {
  const [first] = sheetElements(xml);
  if (first === undefined) throw new UnexpectedPart("the workbook has no sheets");
  const namespace = officeTypes.replace(/\/$/, "");
  const element = `<${first.prefix}sheet xmlns:r="${namespace}" name="${escapeAttribute(sheet.name)}" sheetId="${sheet.sheetId}" r:id="${escapeAttribute(sheet.relation)}"/>`;
  return showFirst(shiftNames(insertAt(xml, first.start, element), (place) => place + 1));
}

/** The workbook part without the sheet at this index (0-based) and the names that belong to it. */
export function withoutSheet(xml: string, place: number): string {
  const sheet = sheetElements(xml)[place];
  if (sheet === undefined) return xml;
  const without = splice(xml, [{ start: sheet.start, end: sheet.close, text: "" }]);
  return showFirst(
    shiftNames(without, (each) => (each === place ? undefined : each > place ? each - 1 : each)),
  );
}

/** Adjusts names that belong to a single sheet, which they refer to by index; undefined removes a name. */
function shiftNames(xml: string, move: (place: number) => number | undefined): string {
  const names = findTag(xml, "definedNames");
  if (names === undefined || names.empty) return xml;
  const splices: Splice[] = [];
  for (const name of childrenOf(xml, names.end)) {
    const place = attribute(name, "localSheetId");
    if (place === undefined) continue;
    const moved = move(Number(place));
    if (moved === undefined) splices.push({ start: name.start, end: name.close, text: "" });
    else splices.push(withValues(name, { localSheetId: String(moved) }));
  }
  return splice(xml, splices);
}

/** Makes every window of the workbook open with the first sheet. */
function showFirst(xml: string): string {
  const views = findTag(xml, "bookViews");
  if (views === undefined || views.empty) return xml;
  const splices: Splice[] = [];
  for (const view of childrenOf(xml, views.end)) {
    if (view.name !== "workbookView") continue;
    splices.push(withValues(view, { activeTab: undefined, firstSheet: undefined }));
  }
  return splice(xml, splices);
}
