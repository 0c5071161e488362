// Renders a document as a Word document, for people who edit filings.
import type { Paragraph as DocxParagraph, Table as DocxTable, IParagraphOptions } from "docx";
import { printable } from "../../lib/printable.ts";
import { type Block, type Cell, type Document, type Inline, isFigure } from "./document.ts";
import { escapeHtml } from "./escape.ts";
import { figureText, sourceOf } from "./figure.ts";
import { fixZipDates } from "./fixed-zip-dates.ts";

type Docx = typeof import("docx");
type Piece = DocxParagraph | DocxTable;

/** In twentieths of a point. */
const MARGIN = 1440;
const LETTER = { width: 12_240, height: 15_840 };
/** In half-points. */
const TABLE_TEXT = 18;

/**
 * The document as .docx in Letter size. Charts are left out, as their tables have the same figures. `today` (ISO) is
 * its only date. The same document gives the same bytes.
 */
export async function renderDocx(document: Document, today: string): Promise<Uint8Array> {
  const docx = await import("docx");
  const file = new docx.Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 22 } } } },
    sections: [
      {
        properties: {
          page: { size: LETTER, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        children: document.blocks.flatMap((block) => renderBlock(docx, block)),
      },
    ],
  });
  // The library writes the current time into the core properties, so they are replaced.
  const properties = { path: "docProps/core.xml", data: coreProperties(document.title, today) };
  return fixZipDates(await docx.Packer.toBuffer(file, undefined, [properties]));
}

function coreProperties(title: string, today: string): string {
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${today}T00:00:00Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>cmrt</dc:creator>${date("created")}${date("modified")}</cp:coreProperties>`;
}

function renderBlock(docx: Docx, block: Block): Piece[] {
  const { Paragraph, HeadingLevel } = docx;
  const paragraph = (text: readonly Inline[], options: IParagraphOptions = {}): Piece =>
    new Paragraph({ spacing: { after: 160 }, ...options, children: runs(docx, text) });
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][
            block.level - 1
          ] as (typeof HeadingLevel)["HEADING_1"],
          spacing: { before: 280, after: 120 },
          keepNext: true,
          children: runs(docx, [block.text]),
        }),
      ];
    case "paragraph":
      return [paragraph(block.text)];
    case "list":
      return block.items.map((item) => paragraph(item, { bullet: { level: 0 } }));
    case "gap":
      return [paragraph([{ place: `To be written by the company: ${block.text}` }])];
    case "decision":
      return [paragraph([{ strong: `${block.label}:` }, ` ${"_".repeat(40)}`])];
    case "figures":
      return table(
        docx,
        block.caption,
        ["", ...block.columns, "Source"],
        block.rows.map((row) => [row.label, ...row.cells.map(cellText), row.sources.join("; ")]),
        [false, ...block.columns.map(() => true), false],
      );
    case "data":
      return table(
        docx,
        block.caption,
        block.columns.map(({ title }) => title),
        block.rows.map((row) => row.map(cellText)),
        block.columns.map(({ number }) => number === true),
      );
    case "chart":
      return [];
  }
}

function runs({ TextRun }: Docx, parts: readonly Inline[]) {
  return parts.map((part) => {
    if (typeof part === "string") return new TextRun(printable(part));
    if ("strong" in part) return new TextRun({ text: printable(part.strong), bold: true });
    if ("code" in part) return new TextRun({ text: printable(part.code), font: "Courier New" });
    if ("place" in part) return new TextRun({ text: `[${printable(part.place)}]`, highlight: "yellow" });
    return new TextRun(`${figureText(part.figure)} (${sourceOf(part.figure.source)})`);
  });
}

function cellText(cell: Cell): string {
  return isFigure(cell) ? figureText(cell) : String(cell);
}

function table(
  docx: Docx,
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly boolean[],
): Piece[] {
  const { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [
              new Paragraph({
                alignment: numbers[index] ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [new TextRun({ text: printable(text), bold: isHead, size: TABLE_TEXT })],
              }),
            ],
          }),
      ),
    });
  return [
    ...(caption === ""
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { before: 160, after: 80 },
            children: [new TextRun({ text: printable(caption), bold: true })],
          }),
        ]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ children: [] }),
  ];
}
