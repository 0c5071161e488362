// The report pack: all of its files, from one evaluation.
import { createHash } from "node:crypto";
import type { Inquiry } from "../../forms/form.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { renderPage } from "../page/page.ts";
import { renderCsv } from "../render/csv.ts";
import type { Document } from "../render/document.ts";
import { renderDocx } from "../render/docx.ts";
import { toMarkdown } from "../render/markdown.ts";
import type { FilledTable } from "../render/table.ts";
import { createWithholding, NOTHING_WITHHELD, type Withholding } from "../render/withhold.ts";
import { renderXlsx } from "../render/xlsx.ts";
import { formSdDocument } from "./form-sd/form-sd.ts";
import { MANIFEST_FILE, type Outputs, renderManifest } from "./manifest.ts";
import { packTables } from "./pack-tables.ts";
import { reportDocument } from "./report-document.ts";
import { createContext, type ReportContext, type ReportInput } from "./report-input.ts";
import { workbookCover } from "./workbook-cover.ts";

/** The content of a file: text, bytes, or bytes in pieces if it may not fit into memory. */
export type PackContent = string | Uint8Array | Iterable<Uint8Array>;

/** Drafts of filings, by file name without extension. */
const DRAFTS: Readonly<Record<Inquiry["draft"], (context: ReportContext) => Document>> = {
  "form-sd": formSdDocument,
};

/** Files of a pack by name; the manifest, which describes the others, comes last. */
export type PackFiles = Record<string, string | Uint8Array>;

/**
 * Renders the files of the pack one after the other; the manifest, which describes the others, comes last. Each must be
 * consumed before the next is requested, so that only one is in memory. The same input gives the same bytes.
 */
export async function* packFiles(input: ReportInput): AsyncGenerator<[name: string, content: PackContent]> {
  const { withholding, tables, context, report } = packContext(input);
  const outputs: Outputs = {};
  const whole = (name: string, content: string | Uint8Array): [string, PackContent] => {
    outputs[name] = { sha256: sha256Of(content), bytes: Buffer.byteLength(content) };
    return [name, content];
  };
  yield whole("report.md", toMarkdown(report));
  const page = withholding.document(reportDocument(context, { linked: true }));
  const draft = context.family.inquiry?.draft;
  const document = draft && withholding.document(DRAFTS[draft](context));
  yield whole("report.html", renderPage(context, { report: page, draft: document }, withholding));
  if (document !== undefined) {
    yield whole(`${draft}.md`, toMarkdown(document));
    yield whole(`${draft}.docx`, await renderDocx(document, input.evaluation.today));
  }
  const { paper = "A4" } = input.settings;
  const cover = withholding.deep(workbookCover(context, report.title));
  yield whole("report.xlsx", await renderXlsx(tables, { today: input.evaluation.today, paper, cover }));
  for (const table of tables) yield [table.file, summed(renderCsv(table), outputs, table.file)];
  yield [MANIFEST_FILE, renderManifest(input, outputs)];
}

/** What the files of a pack are made from: its tables, and the report with its figures. */
export function packContext(input: ReportInput): {
  withholding: Withholding;
  tables: FilledTable[];
  context: ReportContext;
  report: Document;
} {
  const withholding = input.withContacts ? NOTHING_WITHHELD : createWithholding(input.evaluation);
  const tables = packTables(input, withholding);
  const context = createContext(input, tables);
  return { withholding, tables, context, report: withholding.document(reportDocument(context)) };
}

/** The whole pack in memory. */
export async function renderPack(input: ReportInput): Promise<PackFiles> {
  const files: PackFiles = {};
  for await (const [name, content] of packFiles(input)) {
    const isWhole = typeof content === "string" || content instanceof Uint8Array;
    files[name] = isWhole ? content : Buffer.concat([...content]);
  }
  return files;
}

/** Passes the pieces on and records their hash and length in `outputs` after the last one. */
function* summed(pieces: Iterable<Uint8Array>, outputs: Outputs, name: string): Generator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const piece of pieces) {
    hash.update(piece);
    bytes += piece.byteLength;
    yield piece;
  }
  outputs[name] = { sha256: hash.digest("hex"), bytes };
}
