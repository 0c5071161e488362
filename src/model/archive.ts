// The evidence archive of a period: its contents, so that anyone can verify it years later.
import { z } from "zod";

const hashed = z.object({
  /** Its name in the archive, with forward slashes. */
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
});

const original = z.object({
  /** Path of the workbook as it was read, preceded by its containers, joined by " » ". */
  file: z.string(),
  sha256: z.string(),
  bytes: z.int().nullable(),
  /** Its name in the archive; null if only its hash is archived. */
  in: z.string().nullable(),
});

/** The content of archive.json, which lists every other file of the archive. */
export const archiveSchema = z.object({
  schema: z.literal(1),
  tool: z.object({ name: z.literal("cmrt"), version: z.string() }),
  period: z.int(),
  cutoff: z.string(),
  /** The day of the run that made the pack. */
  today: z.string(),
  /** Whether the pack contains contact names, e-mail addresses and phone numbers. */
  withContacts: z.boolean(),
  /** Reference lists named for the run, whatever their date. */
  reference: z.array(z.string()),
  files: z.array(hashed),
  /**
   * Files left out because they contain contact data, with their hashes; the pack cannot be reproduced without them.
   */
  leftOut: z.array(hashed),
  originals: z.array(original),
});
export type Archive = z.infer<typeof archiveSchema>;

/** Names in the archive. */
export const ARCHIVE_FILE = "archive.json";
export const README_FILE = "README.txt";
export const PACK_FOLDER = "pack/";
export const WORKSPACE_FOLDER = "workspace/";
export const ORIGINALS_FOLDER = "originals/";

/** Maximum size of an archive: that of a zip without zip64, which every program opens, and which is read as a whole. */
export const MOST_ENTRIES = 65_000;
export const MOST_ARCHIVE_BYTES = 2 ** 31 - 1;
/** Maximum sizes when unpacked: of one file, and of all files. */
export const MOST_FILE_BYTES = 2 ** 30;
export const MOST_UNPACKED_BYTES = 16 * 2 ** 30;

/** Whether a file of the archived workspace contains contact data, of suppliers or of the people who asked them. */
export function holdsContacts(name: string): boolean {
  return /^workspace\/(?:\.cmrt\/responses\/|suppliers\.|requests\.csv$)/.test(name);
}

/**
 * Whether cmrt uses this name in an archive. Files with other names are never extracted, as they could point to any
 * folder.
 */
export function isArchiveName(name: string): boolean {
  return NAMES.some((pattern) => pattern.test(name));
}

const NAMES: readonly RegExp[] = [
  /^(?:README\.txt|archive\.json)$/,
  /^pack\/[a-z0-9-]+\.[a-z0-9]+$/,
  /^workspace\/\.cmrt\/manifest\.json$/,
  /^workspace\/\.cmrt\/responses\/[0-9a-f]{64}\.json$/,
  /^workspace\/\.cmrt\/lists\/\w[\w.-]{0,100}\.json$/,
  /^workspace\/(?:cmrt\.json|suppliers\.csv|suppliers\.xlsx|accepted-findings\.csv|smelter-decisions\.csv|requests\.csv)$/,
  // Imported lists may be named in any script, except characters and device names that are reserved on some system.
  /^workspace\/reference\/(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[^\p{C}\\/:*?"<>|.][^\p{C}\\/:*?"<>|]{0,200}\.json$/iu,
  /^originals\/[0-9a-f]{64}(?:\.[a-z0-9]{1,5})?$/,
];
