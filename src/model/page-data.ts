// What the report's page holds for its script: tables, each packed on its own so that it is unpacked when it is asked for.
//
// A packed table is gzip over: the length of the head (4 bytes, little-endian), the head (JSON, UTF-8), then for each
// column the codes of its cells. Code 0 is an empty cell, code n the n-th of the column's values. Codes take one, two or
// four bytes; all first bytes come first, then all second ones. Where `steps` is true each code but the first is given
// as the difference to the one before, so that counted columns shrink to nothing.

export type PageColumnType = "text" | "number" | "date" | "share" | "list";

export interface PageColumn {
  name: string;
  type: PageColumnType;
  /** What it means, one sentence. */
  about: string;
  /** The distinct values, in the order of their first cells. */
  values: readonly (string | number)[];
  /** Of codes: the same in words, for people to read. Addresses, filters and copies have the codes, as the files do. */
  words?: readonly string[];
  bytes: 1 | 2 | 4;
  steps: boolean;
}

export interface PageTableHead {
  /** Its name in addresses: the file of the pack that has the same rows, or a name without extension. */
  file: string;
  title: string;
  onePer: string;
  rows: number;
  /** Columns that are shown only when asked for. */
  hidden: readonly string[];
  columns: readonly PageColumn[];
}

/** What the script knows before any table is unpacked. */
export interface PageFacts {
  period: number;
  /** Columns of single minerals, whose answers are coloured. */
  minerals: readonly string[];
  /** Names of the tables, in the order in which they are listed, with what they are and how many rows they have. */
  tables: readonly { file: string; title: string; onePer: string; rows: number }[];
}

/** The id of the element that holds a packed table. */
export function tableElementId(file: string): string {
  return `table-${file.replace(/[^a-z0-9]+/gi, "-")}`;
}

/** The id of the element that holds the facts. */
export const FACTS_ID = "page-facts";
