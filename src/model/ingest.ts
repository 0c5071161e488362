// What an ingest did, file by file.
import type { SourceName, UnreadableFile } from "./workbook.ts";

/** A stored response in a line. */
export interface ResponseLine {
  id: string;
  supplier: string | null;
  version: string;
  effectiveDate: string | null;
  /** Abbreviation of the template. */
  family: string;
  /** How many notes there are on how it was read. */
  notes: number;
}

export interface GoneFile extends SourceName {
  id: string;
  /** Another file has taken its name. */
  replaced: boolean;
}

/** A response as `cmrt ingest` lists it. */
export interface IngestedFile extends SourceName, ResponseLine {}

export interface IngestResult {
  read: IngestedFile[];
  unchanged: (SourceName & { id: string })[];
  /** Responses whose file is no longer there. */
  gone: GoneFile[];
  unreadable: UnreadableFile[];
  /** Files with the same bytes, by the response that they hold. */
  same: { id: string; files: SourceName[] }[];
}

/** A file or folder among suppliers' files that was not looked into, and what it was taken for. */
export interface PassedOver {
  path: string;
  why: string;
}

/**
 * What an ingest did, with the number of leftovers of programs (lock files and the like) that were passed over, and what of
 * cmrt's own was.
 */
export type IngestReport = IngestResult & { skipped: number; passedOver: readonly PassedOver[] };
