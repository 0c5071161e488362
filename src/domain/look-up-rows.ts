// The facilities that a workbook itself knows: the rows of its look-up sheet, in whichever form its generation has it.

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

/** One look-up name of one mineral and the facility it stands for. Texts are trimmed. */
export interface LookUpRow {
  metal: MineralId;
  lookupName: string;
  /** The list's standard name; of lists without look-up names the same as `lookupName`. */
  standardName: string;
  /** ISO alpha-2, and the list's own text. */
  country?: string;
  countryText?: string;
  id?: string;
  /** ID of the first lists: the only one, or the one that a list gives beside that of today. */
  legacyId?: string;
  idSource?: string;
  city?: string;
  state?: string;
  /** "Smelter Look-up!A5". */
  at: string;
}

/** Every sheet that a family's list may lie on. */
function listSheets(family: Family): string[] {
  const lists = layoutsOf(family).flatMap(({ ownList }) => ownList ?? []);
  return [...new Set(lists.flatMap(({ sheet, idsOn }) => (idsOn === undefined ? sheet : [sheet, idsOn])))];
}

/**
 * The workbook's own list in sheet order, without the entries that stand for no facility ("Smelter not listed").
 * Empty where the workbook has none. `layout` is that of its edition; a look-up sheet of another one serves too.
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
 * Lists by the content of their sheets: hundreds of workbooks of a campaign carry the same one, and making sense of it
 * takes as long as reading a declaration. Programs that keep what they derive from a list find it again by its rows.
 */
const readBefore = new Map<string, readonly LookUpRow[]>();
const MOST_LISTS = 32;

/** Everything that a sheet holds, as one text. */
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

/** The mineral of a row; in a family whose declarations name others any text below the header is one. */
function metalOf(text: string, { row }: Row, family: Family, list: OwnListLayout): MineralId | undefined {
  const known = readMineral(text, family);
  if (known !== undefined || !family.namesOthers || row < list.firstRow) return known;
  return text === "" || text === "0" ? undefined : ownMineral(text);
}

function optional(key: "idSource" | "city" | "state", value: string | undefined): Partial<LookUpRow> {
  return value === undefined || value === "0" ? {} : { [key]: value };
}

/** Aliases in one cell are joined by a comma without a blank; "Co.,Ltd." is not two aliases. */
function splitAliases(text: string): string[] {
  return text
    .split(/,(?!\s)(?!(?:ltd|inc|llc|co|corp|limited|s\.?a|l\.?l\.?c)\b)/i)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
}

/** Rows with the IDs that a sheet has beside the standard names; the rows' own come first. */
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
