// The facilities that a workbook itself lists: the rows of its look-up sheet, in the form of its template
// generation.

import { readCountry, readListedCountry } from "../forms/countries.ts";
import { layoutsOf } from "../forms/editions.ts";
import { sheetCalled } from "../forms/find-sheets.ts";
import { foldWords } from "../forms/fold.ts";
import type { Family, Layout, OwnListLayout } from "../forms/form.ts";
import { ownMineral, readMineral } from "../forms/minerals.ts";
import { cellText, cleanText, columnNumber, findCell, hasSheet } from "../model/cells.ts";
import type { MineralId } from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { readSentinel } from "./sentinels.ts";
import { isCurrentId, isLegacyId } from "./smelter-id.ts";

/** A look-up name for a mineral and the facility that it stands for. Texts are trimmed. */
export interface LookUpRow {
  metal: MineralId;
  lookupName: string;
  /** The list's standard name; same as `lookupName` in lists without look-up names. */
  standardName: string;
  /** ISO alpha-2, and the text as the list has it. */
  country?: string;
  countryText?: string;
  id?: string;
  /** The ID used by the earliest lists, alone or beside the current one. */
  legacyId?: string;
  idSource?: string;
  city?: string;
  state?: string;
  /** "Smelter Look-up!A5". */
  at: string;
}

/** All sheets that may hold the look-up list of a family. */
function listSheets(family: Family): string[] {
  const lists = layoutsOf(family).flatMap(({ ownList }) => ownList ?? []);
  return [...new Set(lists.flatMap(({ sheet, idsOn }) => (idsOn === undefined ? sheet : [sheet, idsOn])))];
}

/**
 * The workbook's look-up list in sheet order, without the choices that are not facilities ("Smelter not
 * listed"). Empty if the workbook has none. `layout` is that of its edition; the look-up sheet of another
 * edition is accepted too.
 */
export function readLookUpRows(workbook: Workbook, family: Family, layout: Layout): readonly LookUpRow[] {
  if (layout.ownLists) return layout.ownLists.flatMap((list) => readList(workbook, family, list));
  const content = [
    `${family.id} ${layout.generation}`,
    ...listSheets(family).map((name) => contentOf(sheetCalled(workbook, name))),
  ].join("\u0000");
  const known = readBefore.get(content);
  if (known) return known;
  const rows = readLists(workbook, family, layout);
  if (readBefore.size >= MOST_LISTS) readBefore.clear();
  readBefore.set(content, rows);
  return rows;
}

/**
 * Lists already read, by sheet content: hundreds of workbooks of a campaign share one list, which takes as
 * long to interpret as the declaration. Callers can use the identity of the array to cache what they derive
 * from it.
 */
const readBefore = new Map<string, readonly LookUpRow[]>();
const MOST_LISTS = 32;

/** The whole content of a sheet as one text. */
function contentOf(sheet: Sheet | undefined): string {
  let content = "";
  for (const { row, cells } of sheet?.rows ?? []) {
    content += `\u0002${row}`;
    for (const cell of cells) content += `\u0001${cell.column}=${cellText(cell)}`;
  }
  return content;
}

function readLists(workbook: Workbook, family: Family, layout: Layout): LookUpRow[] {
  const { ownList } = layout;
  const first =
    ownList?.unlessSheet !== undefined && hasSheet(workbook, ownList.unlessSheet) ? [] : [ownList];
  const candidates = [...first, ...[...layoutsOf(family)].reverse().map((each) => each.ownList)];
  for (const list of candidates) {
    const rows = list ? readList(workbook, family, list) : [];
    if (rows.length > 0) return rows;
  }
  return [];
}

function readList(workbook: Workbook, family: Family, list: OwnListLayout): LookUpRow[] {
  const sheet = sheetCalled(workbook, list.sheet);
  const rows = (sheet?.rows ?? []).flatMap((row) => readRow(sheet as Sheet, row, family, list));
  return list.idsOn === undefined ? rows : withIds(rows, sheetCalled(workbook, list.idsOn), family);
}

function readRow(sheet: Sheet, row: Row, family: Family, list: OwnListLayout): LookUpRow[] {
  const text = (column: string | undefined): string | undefined => {
    const value = column && cellText(findCell(row, columnNumber(column)));
    return value === undefined || value === "" ? undefined : cleanText(value);
  };
  const { columns } = list;
  const metal = metalOf(text(columns.metal) ?? "", row, family, list);
  const lookupName = text(columns.lookupName) ?? text(columns.standardName);
  if (metal === undefined || lookupName === undefined || readSentinel(lookupName) !== undefined) return [];
  const id = text(columns.id);
  const legacyId = text(columns.legacyId);
  const countryText = text(columns.country);
  const country = countryText && (readListedCountry(countryText) ?? readCountry(countryText).code);
  const base: LookUpRow = {
    metal,
    lookupName,
    standardName: text(columns.standardName) ?? lookupName,
    ...(country ? { country } : {}),
    ...(countryText ? { countryText } : {}),
    ...(id && isCurrentId(id) ? { id } : {}),
    ...(legacyId && isLegacyId(legacyId) ? { legacyId } : {}),
    ...optional("idSource", text(columns.idSource)),
    ...optional("city", text(columns.city)),
    ...optional("state", text(columns.state)),
    at: `${sheet.name}!${list.keyColumn ?? columns.metal}${row.row}`,
  };
  const aliases = splitAliases(text(columns.aliases) ?? "").filter((alias) => alias !== lookupName);
  return [base, ...aliases.map((alias) => ({ ...base, lookupName: alias }))];
}

/**
 * The mineral of a row; in a family whose declarations name the minerals themselves, any text below the
 * header is one.
 */
function metalOf(text: string, { row }: Row, family: Family, list: OwnListLayout): MineralId | undefined {
  const known = readMineral(text, family);
  if (known !== undefined || !family.namesOthers || row < list.firstRow) return known;
  return text === "" || text === "0" ? undefined : ownMineral(text);
}

function optional(key: "idSource" | "city" | "state", value: string | undefined): Partial<LookUpRow> {
  return value === undefined || value === "0" ? {} : { [key]: value };
}

/** Aliases in one cell are separated by a comma without a blank: "Co.,Ltd." is not two aliases. */
function splitAliases(text: string): string[] {
  return text
    .split(/,(?!\s)(?!(?:ltd|inc|llc|co|corp|limited|s\.?a|l\.?l\.?c)\b)/i)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
}

/**
 * The rows with IDs from a sheet that has them by standard name. IDs in the rows themselves take precedence.
 */
function withIds(rows: LookUpRow[], sheet: Sheet | undefined, family: Family): LookUpRow[] {
  if (!sheet) return rows;
  const ids = new Map<string, { id?: string; legacyId?: string }>();
  for (const row of sheet.rows) {
    const texts = row.cells.map((cell) => cleanText(cellText(cell) ?? ""));
    const metal = readMineral(texts[0] ?? "", family);
    if (metal === undefined || texts[1] === undefined) continue;
    const id = texts.find(isCurrentId);
    const legacyId = texts.find(isLegacyId);
    ids.set(`${metal} ${foldWords(texts[1])}`, { ...(id ? { id } : {}), ...(legacyId ? { legacyId } : {}) });
  }
  return rows.map((row) => ({ ...ids.get(`${row.metal} ${foldWords(row.standardName)}`), ...row }));
}
