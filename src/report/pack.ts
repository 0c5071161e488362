// The report pack: every file of it, from one evaluation.
import { toCsvBytes } from "./csv.ts";
import { loadDrawChart } from "./draw-chart.ts";
import { formSdDocument } from "./form-sd.ts";
import { toHtml } from "./html.ts";
import { MANIFEST_FILE, renderManifest } from "./manifest.ts";
import { toMarkdown } from "./markdown.ts";
import { packTables } from "./pack-tables.ts";
import { reportDocument } from "./report-document.ts";
import { createContext, type ReportInput } from "./report-input.ts";
import { inputFacts } from "./sections/inputs.ts";
import type { Table } from "./table.ts";
import { renderXlsx } from "./xlsx.ts";

/** Files of a pack by name; the manifest, which describes the others, comes last. */
export type PackFiles = Record<string, string | Uint8Array>;

/** Renders the pack. The same input gives the same bytes. */
export async function renderPack(input: ReportInput): Promise<PackFiles> {
  const tables = packTables(input);
  const context = createContext(input, tables);
  const report = reportDocument(context);
  const files: PackFiles = {
    "report.md": toMarkdown(report),
    "report.html": toHtml(reportDocument(context, { tables: true }), await loadDrawChart()),
    "form-sd.md": toMarkdown(formSdDocument(context)),
    "report.xlsx": await renderXlsx(tables, {
      today: input.evaluation.today,
      cover: { title: report.title, facts: inputFacts(context) },
    }),
  };
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
