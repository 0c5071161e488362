// The facilities that a workbook itself knows: the rows of its look-up sheet, in whichever form its generation has it.

import { readCountry, readListedCountry } from "../forms/countries.ts";
import { foldWords } from "../forms/fold.ts";
import { allLayouts, type Layout, type OwnListLayout } from "../forms/layouts.ts";
import { readMetal } from "../forms/metals.ts";
import { cellText, cleanText, columnNumber, findCell, hasSheet } from "../model/cells.ts";
import type { Metal } from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { readSentinel } from "./sentinels.ts";
import { isCurrentId, isLegacyId } from "./smelter-id.ts";

/** One look-up name of one metal and the facility it stands for. Texts are trimmed. */
export interface LookUpRow {
  metal: Metal;
  lookupName: string;
  /** The list's standard name; of lists without look-up names the same as `lookupName`. */
  standardName: string;
  /** ISO alpha-2, and the list's own text. */
  country?: string;
  countryText?: string;
  id?: string;
  /** 2.x ID: the list's only one, or the one that 3.x gives beside the CID. */
  legacyId?: string;
  idSource?: string;
  city?: string;
  state?: string;
  /** "Smelter Look-up!A5". */
  at: string;
}

const STANDARD_NAMES = "Standard Smelter Names";
/** Every sheet that a list may lie on. */
const LIST_SHEETS = [
  ...new Set([STANDARD_NAMES, ...allLayouts().flatMap(({ ownList }) => (ownList ? [ownList.sheet] : []))]),
];

/**
 * The workbook's own list in sheet order, without the entries that stand for no facility ("Smelter not listed").
 * Empty where the workbook has none. `layout` is that of its version; a look-up sheet of another generation serves too.
 */
export function readLookUpRows(workbook: Workbook, layout: Layout): readonly LookUpRow[] {
  if (layout.era === "1.00") return readLists100(workbook);
  const content = [layout.era, ...LIST_SHEETS.map((name) => contentOf(workbook.sheet(name)))].join("\u0000");
  const known = readBefore.get(content);
  if (known) return known;
  const rows = readLists(workbook, layout);
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

function readLists(workbook: Workbook, layout: Layout): LookUpRow[] {
  // 2.03 has the alias sheet of 3.x; its own list is then only needed for the IDs.
  const own =
    hasSheet(workbook, "K") && layout.ownList?.sheet === STANDARD_NAMES ? undefined : layout.ownList;
  const candidates = [own, ...[...allLayouts()].reverse().map((each) => each.ownList)];
  for (const list of candidates) {
    const sheet = list && workbook.sheet(list.sheet);
    if (!list || !sheet) continue;
    const rows = sheet.rows.flatMap((row) => readRow(sheet, row, list));
    if (rows.length > 0) return list.columns.id ? withIds(rows, workbook) : rows;
  }
  return [];
}

function readRow(sheet: Sheet, row: Row, list: OwnListLayout): LookUpRow[] {
  const text = (column: string | undefined): string | undefined => {
    const value = column && cellText(findCell(row, columnNumber(column)));
    return value === undefined || value === "" ? undefined : cleanText(value);
  };
  const { columns } = list;
  const metal = readMetal(text(columns.metal) ?? "");
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
    at: `${sheet.name}!${columns.metal}${row.row}`,
  };
  const aliases = splitAliases(text(columns.aliases) ?? "").filter((alias) => alias !== lookupName);
  return [base, ...aliases.map((alias) => ({ ...base, lookupName: alias }))];
}

function optional(key: "idSource" | "city" | "state", value: string | undefined): Partial<LookUpRow> {
  return value === undefined || value === "0" ? {} : { [key]: value };
}

/** 2.x joins aliases by a comma without a blank; "Co.,Ltd." is no two aliases. */
function splitAliases(text: string): string[] {
  return text
    .split(/,(?!\s)(?!(?:ltd|inc|llc|co|corp|limited|s\.?a|l\.?l\.?c)\b)/i)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
}

/** 2.03's alias sheet has no IDs, and 3.x keeps the legacy ones elsewhere: both stand beside the standard names. */
function withIds(rows: LookUpRow[], workbook: Workbook): LookUpRow[] {
  const sheet = workbook.sheet(STANDARD_NAMES);
  if (!sheet) return rows;
  const ids = new Map<string, { id?: string; legacyId?: string }>();
  for (const row of sheet.rows) {
    const texts = row.cells.map((cell) => cleanText(cellText(cell) ?? ""));
    const metal = readMetal(texts[0] ?? "");
    if (metal === undefined || texts[1] === undefined) continue;
    const id = texts.find(isCurrentId);
    const legacyId = texts.find(isLegacyId);
    ids.set(`${metal} ${foldWords(texts[1])}`, { ...(id ? { id } : {}), ...(legacyId ? { legacyId } : {}) });
  }
  return rows.map((row) => ({ ...ids.get(`${row.metal} ${foldWords(row.standardName)}`), ...row }));
}

/** 1.00 keeps one hidden sheet of known names per metal: name, metal, address. */
function readLists100(workbook: Workbook): LookUpRow[] {
  return ["Gold", "Tantalum", "Tin", "Tungsten"].flatMap((name) => {
    const sheet = workbook.sheet(name);
    return (sheet?.rows ?? []).flatMap((row): LookUpRow[] => {
      const facility = cleanText(cellText(findCell(row, 1)) ?? "");
      const metal = readMetal(cellText(findCell(row, 2)) ?? "");
      if (row.row < 3 || facility === "" || metal === undefined) return [];
      return [{ metal, lookupName: facility, standardName: facility, at: `${name}!A${row.row}` }];
    });
  });
}
