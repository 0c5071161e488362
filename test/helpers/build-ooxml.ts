// OOXML workbooks from hand-written sheet parts, for tests of what no spreadsheet library would write.
import { buildZip, type ZipFile } from "./build-zip.ts";

/** The content of a part, uncompressed or already compressed. */
export type Part = string | Buffer | Required<Pick<ZipFile, "bytes" | "packed">>;

export interface OoxmlOptions {
  /** Sheet parts by sheet name. */
  sheets: Record<string, Part>;
  sharedStrings?: Part;
  date1904?: boolean;
  strict?: boolean;
  /** Part names start with a slash in relations. */
  absolute?: boolean;
  /** States of hidden sheets. */
  states?: Record<string, string>;
  /** How the zip is written. */
  zip?: Omit<ZipFile, "name" | "bytes">;
  /** Parts to add or replace. */
  parts?: Record<string, string | Buffer>;
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/** The bytes of a workbook. */
export function buildOoxml(options: OoxmlOptions): Buffer {
  const main = options.strict ? STRICT_MAIN : MAIN;
  const relations = options.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const base = options.absolute ? "/xl/" : "";
  const names = Object.keys(options.sheets);
  const sheets = names.map((name, index) => {
    const state = options.states?.[name];
    const attribute = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}"${attribute} r:id="rId${index + 1}"/>`;
  });
  const targets = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="${base}worksheets/sheet${index + 1}.xml"/>`,
  );
  if (options.sharedStrings !== undefined) {
    targets.push(
      `<Relationship Id="rIdS" Type="${relations}/sharedStrings" Target="${base}sharedStrings.xml"/>`,
    );
  }
  const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const parts: Record<string, Part> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="${options.absolute ? "/" : ""}xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${options.date1904 ? ' date1904="1"' : ""}/><sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}">${targets.join("")}</Relationships>`,
    ...(options.sharedStrings === undefined ? {} : { "xl/sharedStrings.xml": options.sharedStrings }),
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, options.sheets[name] as Part]),
    ),
    ...options.parts,
  };
  const files = Object.entries(parts).map(([name, part]): ZipFile => {
    const content = typeof part === "object" && "packed" in part ? part : { bytes: part };
    return { name, ...content, ...options.zip };
  });
  return buildZip(files);
}
