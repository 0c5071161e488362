// The report pack: every file of it, from one evaluation.
import { toCsvBytes } from "./csv.ts";
import { MANIFEST_FILE, renderManifest } from "./manifest.ts";
import { toMarkdown } from "./markdown.ts";
import { packTables } from "./pack-tables.ts";
import { reportDocument } from "./report-document.ts";
import { createContext, type ReportInput } from "./report-input.ts";
import type { Table } from "./table.ts";

/** Files of a pack by name; the manifest, which describes the others, comes last. */
export type PackFiles = Record<string, string | Uint8Array>;

/** Renders the pack. The same input gives the same bytes. */
export function renderPack(input: ReportInput): PackFiles {
  const tables = packTables(input);
  const context = createContext(input, tables);
  const files: PackFiles = { "report.md": toMarkdown(reportDocument(context)) };
  for (const table of tables) files[table.file] = renderTable(table);
  files[MANIFEST_FILE] = renderManifest(input, files);
  return files;
}

function renderTable(table: Table): Uint8Array {
  return toCsvBytes(
    table.columns.map((column) => column.name),
    table.cells(),
  );
}
