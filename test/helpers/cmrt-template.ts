// CMRT workbooks of real size by the thousand: what those of one version have in common is compressed once.

import { constants, crc32, deflateRawSync } from "node:zlib";
import { compareVersions, layoutFor, type Metal } from "../../fixtures/cmrt.ts";
import { SMELTER_NOT_IDENTIFIED, SMELTER_NOT_LISTED } from "../../src/domain/sentinels.ts";
import type { Layout, OwnListLayout } from "../../src/forms/form.ts";
import { columnLetters, columnNumber } from "../../src/model/cells.ts";
import type { SmelterColumn } from "../../src/model/vocabulary.ts";
import { buildCmrt } from "./build-cmrt.ts";
import { buildOoxml, type Part } from "./build-ooxml.ts";
import type { BuiltValue } from "./build-workbook.ts";
import { escaped, labels, STRINGS_FOOT, STRINGS_HEAD, Strings, worksheet } from "./cmrt-bytes.ts";
import type { InventedFacility } from "./invented-smelters.ts";
import { smelterFormula } from "./invented-texts.ts";

/** Cells of a smelter row: those that somebody typed, and what the formulas beside them show. */
export interface FilledRow {
  typed: Partial<Record<SmelterColumn, string>>;
  shown: Partial<Record<SmelterColumn, string>>;
}

/** A template of one version, with its look-up list and all its formula rows. */
export interface CmrtTemplate {
  version: string;
  layout: Layout;
  /** The bytes of the workbook with these declaration cells and smelters filled in. */
  fill(declaration: Record<string, BuiltValue>, smelters: readonly FilledRow[]): Buffer;
}

/** Rows that are compressed together: of those with smelters only the last few are compressed again. */
const ROWS_PER_PIECE = 50;

export const METAL_NAMES: Record<Metal, string> = {
  gold: "Gold",
  tin: "Tin",
  tantalum: "Tantalum",
  tungsten: "Tungsten",
};

const SHEET_FOOT = "</sheetData></worksheet>";

/** Prepares the template of a version for filling in. */
export function prepareTemplate(version: string, list: readonly InventedFacility[]): CmrtTemplate {
  const layout = layoutFor(version);
  const { sheet: smelterSheet, firstRow, lastRow } = layout.smelters;
  const { ownList } = layout;
  const blank = buildCmrt(version, {
    sheets: ownList ? { [ownList.sheet]: listCells(ownList, list) } : {},
  });
  const strings = new Strings();
  const parts: Record<string, Part> = {};
  for (const { name } of blank.sheets) parts[name] = packed([piece(worksheet(blank, name, strings))]);
  // What is above the smelters: their headers, without which a reader would go by the content of the columns.
  const head = worksheet(blank, smelterSheet, strings, 0, lastRow).slice(0, -SHEET_FOOT.length);
  parts.L = packed([piece(labels(strings))]);
  const knownStrings = piece(STRINGS_HEAD + strings.items());

  const blankPieces = new Map<number, Piece>();
  for (let row = firstRow; row <= lastRow; row += ROWS_PER_PIECE)
    blankPieces.set(row, piece(rowsXml(layout, row, Math.min(row + ROWS_PER_PIECE - 1, lastRow))));
  const foot = piece(SHEET_FOOT);

  return {
    version,
    layout,
    fill(declaration, smelters) {
      const own = new Strings(strings);
      const filled = buildCmrt(version, { sheets: { [layout.declaration]: declaration } });
      const pieces = [...blankPieces].filter(([row]) => row >= firstRow + smelters.length);
      const untilRow = pieces[0]?.[0] ?? lastRow + 1;
      const rows = rowsXml(layout, firstRow, untilRow - 1, smelters, own);
      return buildOoxml({
        sheets: {
          ...parts,
          [layout.declaration]: worksheet(filled, layout.declaration, own),
          [smelterSheet]: packed([piece(head + rows), ...pieces.map(([, each]) => each), foot]),
        },
        sharedStrings: packed([knownStrings, piece(own.items() + STRINGS_FOOT)]),
        // Up to 5.x the template uses the 1904 date system.
        date1904: compareVersions(version, "6") < 0,
      });
    },
  };
}

/** Part of a file, compressed so that others can follow it. */
interface Piece {
  plain: Buffer;
  deflated: Buffer;
}

function piece(text: string): Piece {
  const plain = Buffer.from(text);
  return { plain, deflated: deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH }) };
}

/** Ends a deflate stream: an empty last block. */
const END = deflateRawSync("");

function packed(pieces: readonly Piece[]): Part {
  return {
    bytes: Buffer.concat([...pieces.map(({ deflated }) => deflated), END]),
    packed: {
      method: 8,
      size: pieces.reduce((size, { plain }) => size + plain.length, 0),
      crc: pieces.reduce((crc, { plain }) => crc32(plain, crc), 0),
    },
  };
}

/** Rows of the smelter sheet, the first ones filled in, the others with formulas that show nothing. */
function rowsXml(
  layout: Layout,
  first: number,
  last: number,
  smelters: readonly FilledRow[] = [],
  strings = new Strings(),
): string {
  const columns = (Object.entries(layout.smelters.columns) as [SmelterColumn, string][])
    .map(([key, letters]) => ({ key, letters, formula: layout.smelters.formulas.includes(key) }))
    .sort((a, b) => columnNumber(a.letters) - columnNumber(b.letters));
  const beside = columnNumber(columns.at(-1)?.letters ?? "A");
  const [empty, found, incomplete, joined] = [1, 2, 4, 8].map((more) => columnLetters(beside + more));
  let xml = "";
  for (let row = first; row <= last; row++) {
    const { typed, shown } = smelters[row - first] ?? { typed: {}, shown: {} };
    xml += `<row r="${row}" spans="1:28" ht="20" customHeight="1">`;
    for (const { key, letters, formula } of columns) {
      const cell = `<c r="${letters}${row}" s="148"`;
      if (typed[key] !== undefined) xml += `${cell} t="s"><v>${strings.number(typed[key])}</v></c>`;
      else if (!formula) xml += `${cell}/>`;
      else
        xml += `${cell} t="str"><f ca="1">${smelterFormula(columnNumber(letters), row)}</f><v>${escaped(shown[key] ?? "")}</v></c>`;
    }
    xml += `<c r="${empty}${row}" s="157"/><c r="${found}${row}" s="158" t="e"><f ca="1">${smelterFormula(beside, row)}</f><v>#N/A</v></c><c r="${incomplete}${row}" s="118"><f ca="1" t="shared" si="3"/><v>0</v></c><c r="${joined}${row}" s="159" t="str"><f ca="1" t="shared" si="4"/><v></v></c></row>`;
  }
  return xml;
}

/** The cells of the sheet with the look-up list of a generation. */
function listCells(layout: OwnListLayout, list: readonly InventedFacility[]): Record<string, BuiltValue> {
  const { columns, firstRow } = layout;
  const cells: Record<string, BuiltValue> = {};
  let row = firstRow;
  const add = (texts: Partial<Record<keyof typeof columns, string>>) => {
    for (const [key, text] of Object.entries(texts) as [keyof typeof columns, string][]) {
      if (columns[key] !== undefined && text !== "") cells[`${columns[key]}${row}`] = text;
    }
    row += 1;
  };
  for (const { metal, id, legacyId, standardName, aliases, country, city } of list) {
    // If aliases are in a separate cell, one line per facility contains all of its names.
    for (const lookupName of columns.aliases === undefined ? [standardName, ...aliases] : [standardName])
      add({
        ...{ metal: METAL_NAMES[metal], lookupName, standardName, aliases: aliases.join(",") },
        ...{ country, id, legacyId, idSource: "RMI", city },
      });
  }
  for (const metal of Object.values(METAL_NAMES)) {
    for (const lookupName of [SMELTER_NOT_LISTED, SMELTER_NOT_IDENTIFIED]) add({ metal, lookupName });
  }
  return cells;
}
