// The output formats of `cmrt export` by name, which is also the file name extension.
import type { Table } from "../render/table.ts";

/** Renders a table as the bytes of a file, at once or in pieces. Pure: the same table gives the same bytes. */
export type RenderTable = (table: Table) => Uint8Array | Iterable<Uint8Array> | Promise<Uint8Array>;

export const EXPORT_FORMATS = {
  jsonl: async () => (await import("../render/json-lines.ts")).renderJsonLines,
  csv: async () => (await import("../render/csv.ts")).renderCsv,
  parquet: async () => (await import("../render/parquet.ts")).renderParquet,
} as const satisfies Record<string, () => Promise<RenderTable>>;
export type ExportFormat = keyof typeof EXPORT_FORMATS;
