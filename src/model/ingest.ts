// The result of an ingest, file by file.
import type { SourceName, UnreadableFile } from "./workbook.ts";

/** A summary of a stored response. */
export interface ResponseLine {
  id: string;
  supplier: string | null;
  version: string;
  effectiveDate: string | null;
  /** Abbreviation of the template. */
  family: string;
  /** Number of notes from the reader. */
  notes: number;
}

export interface GoneFile extends SourceName {
  id: string;
  /** Whether another file has taken its name. */
  replaced: boolean;
}

/** A response as listed by `cmrt ingest`. */
export interface IngestedFile extends SourceName, ResponseLine {}

export interface IngestResult {
  read: IngestedFile[];
  unchanged: (SourceName & { id: string })[];
  /** Responses whose file no longer exists. */
  gone: GoneFile[];
  unreadable: UnreadableFile[];
  /** Files with the same bytes, grouped by their response. */
  same: { id: string; files: SourceName[] }[];
}

/** A file or folder among suppliers' files that was skipped, and what it was taken for. */
export interface PassedOver {
  path: string;
  why: string;
}

/**
 * The result of an ingest, with the number of skipped leftovers of other programs (lock files and the like), and which
 * of cmrt's own files were skipped.
 */
export type IngestReport = IngestResult & { skipped: number; passedOver: readonly PassedOver[] };
