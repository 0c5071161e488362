// The data embedded in the report's page: tables, packed separately so that each can be unpacked on demand.
// A packed table is gzip over: the length of the head (4 bytes, little-endian), the head (JSON, UTF-8), then for each
// column the codes of its cells. Code 0 is an empty cell, code n the n-th of the column's values. Codes take one, two
// or four bytes; all first bytes come first, then all second ones. If `steps` is true, each code but the first is
// stored as the difference from the previous one, so that counting columns compress to almost nothing.

export type PageColumnType = "text" | "number" | "date" | "share" | "list";

export interface PageColumn {
  name: string;
  type: PageColumnType;
  /** Its meaning, one sentence. */
  about: string;
  /** The distinct values in order of first occurrence. */
  values: readonly (string | number)[];
  /**
   * For codes: the values in words, for display. Addresses, filters and copied cells use the codes, as the files do.
   */
  words?: readonly string[];
  bytes: 1 | 2 | 4;
  steps: boolean;
}

export interface PageTableHead {
  /** Its name in addresses: the file of the pack with the same rows, or a name without extension. */
  file: string;
  title: string;
  onePer: string;
  rows: number;
  /** Columns that are hidden by default. */
  hidden: readonly string[];
  columns: readonly PageColumn[];
}

/** What the script knows before any table is unpacked. */
export interface PageFacts {
  period: number;
  /** Columns of single minerals, whose answers are coloured. */
  minerals: readonly string[];
  /** The tables in listing order: name, title, and number of rows. */
  tables: readonly { file: string; title: string; onePer: string; rows: number }[];
}

/** The id of the element that contains a packed table. */
export function tableElementId(file: string): string {
  return `table-${file.replace(/[^a-z0-9]+/gi, "-")}`;
}

/** The id of the element that contains the facts. */
export const FACTS_ID = "page-facts";
