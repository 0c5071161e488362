// The sheet that lists what a supplier is asked to correct: one line per request, with a link to its cell.
import type { StyleBook } from "./style-book.ts";
import { escapeAttribute, escapeXml } from "./xml-tags.ts";

/** One request to the supplier. */
export interface Request {
  /** The number of the request in the letter; several cells may share one. */
  number: number;
  /** The place; null for a request about the whole workbook. A cell may be given as a row, "12:12". */
  sheet: string | null;
  cell: string | null;
  /** The cell's text as shown; empty for a blank cell. */
  found: string;
  /** The request as worded in the note and the list. */
  request: string;
}

/** The wording of the sheet in the supplier's language. */
export interface RequestWords {
  /** The sheet's name: at most 31 characters. */
  name: string;
  title: string;
  intro: string;
  number: string;
  sheet: string;
  cell: string;
  found: string;
  request: string;
}

/** A line of the sheet: the request, and the cell that was marked for it. */
export interface RequestLine extends Request {
  /** The target of the link; undefined if there is none. */
  link?: { sheet: string; cell: string };
  /** The previous fill of the marked cell, as XML; empty if nothing was marked. */
  fill: string;
}

/** The hidden content of the sheet's first cell, by which the sheet is recognised in any language and program. */
export const REQUEST_SHEET_MARK = "cmrt:requests:1";

/** Letters of the sheet's hidden columns, which record what was marked. */
export const REQUEST_COLUMNS = { markedSheet: "F", markedCell: "G", fill: "H" } as const;

/** Longer cell texts are truncated in the list, as nobody reads them there. */
const LONGEST = 2_000;
const HEADER_ROW = 4;
/** Widths of the visible columns, in characters. */
const WIDTHS = [7, 18, 10, 42, 90];
const ALL_WIDTHS = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Height of a line of text, and maximum row height in programs, in points. */
const LINE = 15;
const HIGHEST = 405;
const THIN = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join("");
const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** The worksheet part. Adds the formats that it needs to the workbook's styles. */
export function requestSheet(
  lines: readonly RequestLine[],
  words: RequestWords,
  styles: StyleBook,
  main: string,
): string {
  const formats = addFormats(styles);
  const rows = [
    row(1, [textCell("A1", REQUEST_SHEET_MARK, formats.plain)], ' hidden="1"'),
    row(2, [textCell("A2", words.title, formats.title)]),
    row(3, [textCell("A3", words.intro, formats.intro)], height([[words.intro, ALL_WIDTHS]])),
    row(
      HEADER_ROW,
      [words.number, words.sheet, words.cell, words.found, words.request].map((text, index) =>
        textCell(`${"ABCDE"[index]}${HEADER_ROW}`, text, formats.header),
      ),
    ),
    ...lines.map((line, index) => lineRow(line, HEADER_ROW + 1 + index, formats)),
  ];
  const links = lines.flatMap(({ link }, index) =>
    link === undefined ? [] : [hyperlink(`C${HEADER_ROW + 1 + index}`, link)],
  );
  const columns = WIDTHS.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${main}">`,
    `<sheetPr><tabColor rgb="${MARK_COLOUR}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">',
    `<pane ySplit="${HEADER_ROW}" topLeftCell="A${HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="C${HEADER_ROW + 1}" sqref="C${HEADER_ROW + 1}"/>`,
    "</sheetView></sheetViews>",
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join("")}<col min="6" max="8" width="9" hidden="1" customWidth="1"/></cols>`,
    `<sheetData>${rows.join("")}</sheetData>`,
    '<mergeCells count="1"><mergeCell ref="A3:E3"/></mergeCells>',
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '<pageSetup orientation="landscape" fitToHeight="0"/>',
    "</worksheet>",
  ].join("");
}

/** The colour of marked cells. */
export const MARK_COLOUR = "FFFFB266";
export const MARK_FILL = `<fill><patternFill patternType="solid"><fgColor rgb="${MARK_COLOUR}"/><bgColor indexed="64"/></patternFill></fill>`;

type Formats = ReturnType<typeof addFormats>;

function addFormats(styles: StyleBook) {
  const font = (more: string) => styles.number("fonts", `<font>${more}${FONT}</font>`);
  const plainFont = font("");
  const border = styles.number("borders", `<border>${THIN}<diagonal/></border>`);
  const head = styles.number(
    "fills",
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill>',
  );
  const format = (fontId: number, fillId: number, borderId: number, more = ""): number =>
    styles.number(
      "cellXfs",
      `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"${more} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    );
  const bold = styles.number(
    "fonts",
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  );
  const title = styles.number(
    "fonts",
    '<font><b/><sz val="16"/><name val="Calibri"/><family val="2"/></font>',
  );
  const link = styles.number(
    "fonts",
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>',
  );
  return {
    plain: styles.number(
      "cellXfs",
      `<xf numFmtId="0" fontId="${plainFont}" fillId="0" borderId="0" quotePrefix="1" applyFont="1"/>`,
    ),
    title: styles.number(
      "cellXfs",
      `<xf numFmtId="0" fontId="${title}" fillId="0" borderId="0" applyFont="1"/>`,
    ),
    intro: format(plainFont, 0, 0),
    header: format(bold, head, border),
    number: format(plainFont, 0, border),
    // Keeps text that starts like a formula as text when somebody edits it.
    text: format(plainFont, 0, border, ' quotePrefix="1"'),
    link: format(link, 0, border, ' quotePrefix="1"'),
  };
}

function lineRow(line: RequestLine, number: number, formats: Formats): string {
  const { link, fill } = line;
  const cells = [
    `<c r="A${number}" s="${formats.number}"><v>${line.number}</v></c>`,
    textCell(`B${number}`, line.sheet ?? "", formats.text),
    textCell(`C${number}`, line.cell ?? "", link === undefined ? formats.text : formats.link),
    textCell(`D${number}`, shorten(line.found), formats.text),
    textCell(`E${number}`, shorten(line.request), formats.text),
  ];
  if (link !== undefined && fill !== "") {
    const { markedSheet, markedCell, fill: filled } = REQUEST_COLUMNS;
    cells.push(
      textCell(`${markedSheet}${number}`, link.sheet, formats.plain),
      textCell(`${markedCell}${number}`, link.cell, formats.plain),
      textCell(`${filled}${number}`, fill, formats.plain),
    );
  }
  const widths = [line.sheet ?? "", line.cell ?? "", shorten(line.found), shorten(line.request)].map(
    (text, index): [string, number] => [text, WIDTHS[index + 1] as number],
  );
  return row(number, cells, height(widths));
}

/**
 * The height of a row whose cells contain these texts in columns of these widths: not every program determines it by
 * itself.
 */
function height(texts: readonly (readonly [text: string, width: number])[]): string {
  const lines = Math.max(
    ...texts.map(([text, width]) =>
      text
        .split("\n")
        .map((line) => Math.max(1, Math.ceil(widthOf(line) / (width - 2))))
        .reduce((sum, count) => sum + count, 0),
    ),
  );
  return ` ht="${Math.min(lines * LINE + 2, HIGHEST)}" customHeight="1"`;
}

/** The width of a text in characters: those of East Asian scripts count as two. */
function widthOf(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function row(number: number, cells: readonly string[], attributes = ""): string {
  return `<row r="${number}"${attributes}>${cells.join("")}</row>`;
}

function textCell(address: string, text: string, style: number): string {
  if (text === "") return `<c r="${address}" s="${style}"/>`;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function hyperlink(address: string, { sheet, cell }: { sheet: string; cell: string }): string {
  const location = escapeAttribute(`'${sheet.replaceAll("'", "''")}'!${cell}`);
  return `<hyperlink ref="${address}" location="${location}" display="${escapeAttribute(cell)}"/>`;
}
