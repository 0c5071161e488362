// Lists in their publishers' formats: one table written as each kind of file.
import * as xlsx from "@e965/xlsx";

export type Table = readonly (readonly string[])[];

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function csv(rows: Table, delimiter: string): string {
  return rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join("\r\n");
}

function spreadsheetMl(rows: Table): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) =>
      cell === "" ? "<Cell/>" : `<Cell><Data ss:Type="String">${escaped(cell)}</Data></Cell>`,
    );
  return [
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    '<Worksheet ss:Name="List"><Table>',
    ...rows.map((row) => `<Row>${cells(row).join("")}</Row>`),
    "</Table></Worksheet></Workbook>",
  ].join("\n");
}

function page(rows: Table): string {
  const [header = [], ...body] = rows;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return `<html><head><meta charset="utf-8"></head><body><table border="1"><thead>${row(header, "th")}</thead><tbody>${body.map((cells) => row(cells, "td")).join("\n")}</tbody></table></body></html>`;
}

function jsonLines(rows: Table): string {
  const [header = [], ...body] = rows;
  return body
    .map((cells) => JSON.stringify(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]))))
    .join("\n");
}

function workbook(rows: Table, bookType: "xlsx" | "biff8"): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((row) => [...row])), "List");
  return xlsx.write(book, { type: "buffer", bookType }) as Buffer;
}

/** The bytes of a table in each file format of lists, by example file name. */
export const LIST_FILES: Readonly<Record<string, (rows: Table) => Buffer>> = {
  "list.csv": (rows) => Buffer.from(csv(rows, ",")),
  "semicolons.csv": (rows) => Buffer.from(`\uFEFF${csv(rows, ";")}`),
  "sep-line.csv": (rows) => Buffer.from(`sep=;\r\n${csv(rows, ";")}`),
  "tabs.txt": (rows) => Buffer.from(`\uFEFF${csv(rows, "\t")}`, "utf16le"),
  "list.xlsx": (rows) => workbook(rows, "xlsx"),
  "list.xls": (rows) => workbook(rows, "biff8"),
  "xml-of-2003.xml": (rows) => Buffer.from(spreadsheetMl(rows)),
  "xml-of-2003.xls": (rows) => Buffer.from(`\uFEFF${spreadsheetMl(rows)}`),
  "page.xls": (rows) => Buffer.from(page(rows)),
  "list.jsonl": (rows) => Buffer.from(jsonLines(rows)),
};
