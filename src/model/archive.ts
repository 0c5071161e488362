// The evidence archive of a period: what is in it, so that anyone can verify it years later.
import { z } from "zod";

const hashed = z.object({
  /** Its name in the archive, with forward slashes. */
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
});

const original = z.object({
  /** Path of the workbook as it was read; outer files of a contained one first, joined by » . */
  file: z.string(),
  sha256: z.string(),
  bytes: z.int().nullable(),
  /** Its name in the archive; null where the archive has only its hash. */
  in: z.string().nullable(),
});

/** What archive.json says. It names every other file of the archive. */
export const archiveSchema = z.object({
  schema: z.literal(1),
  tool: z.object({ name: z.literal("cmrt"), version: z.string() }),
  period: z.int(),
  cutoff: z.string(),
  /** The day of the run that gave the pack. */
  today: z.string(),
  /** Contact names, e-mail addresses and phone numbers are in the pack. */
  withContacts: z.boolean(),
  /** Reference lists that were named for the run, whatever their date. */
  reference: z.array(z.string()),
  files: z.array(hashed),
  /** Files that hold contact data and were left out for it, with their hashes; the pack cannot be made without them. */
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

/**
 * How large an archive may be: a zip without the extensions for larger ones, which every program opens, and that is read
 * in one piece.
 */
export const MOST_ENTRIES = 65_000;
export const MOST_ARCHIVE_BYTES = 2 ** 31 - 1;
/** One file of it, and all of them, when unpacked. */
export const MOST_FILE_BYTES = 2 ** 30;
export const MOST_UNPACKED_BYTES = 16 * 2 ** 30;

/** Whether a file of the archive's workspace holds contact data: those of suppliers, and whom they were asked by. */
export function holdsContacts(name: string): boolean {
  return /^workspace\/(?:\.cmrt\/responses\/|suppliers\.|requests\.csv$)/.test(name);
}

/**
 * Whether cmrt gives a file of an archive this name. One with another name is never written anywhere: a folder of
 * somebody else may be meant by it.
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
  // Imported lists may have names in any script, without what separates names on some system or means a device there.
  /^workspace\/reference\/(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[^\p{C}\\/:*?"<>|.][^\p{C}\\/:*?"<>|]{0,200}\.json$/iu,
  /^originals\/[0-9a-f]{64}(?:\.[a-z0-9]{1,5})?$/,
];
