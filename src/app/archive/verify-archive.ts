// `cmrt archive --verify`: whether an archive is unchanged, and whether its report can be reproduced from its contents.

import { join, resolve } from "node:path";
import { sortTexts } from "../../lib/compare-texts.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { sha256Of, sha256OfPieces } from "../../lib/sha256.ts";
import { version } from "../../lib/version.ts";
import {
  ARCHIVE_FILE,
  type Archive,
  archiveSchema,
  isArchiveName,
  MOST_ARCHIVE_BYTES,
  MOST_ENTRIES,
  MOST_FILE_BYTES,
  MOST_UNPACKED_BYTES,
  ORIGINALS_FOLDER,
  PACK_FOLDER,
  WORKSPACE_FOLDER,
} from "../../model/archive.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import { UnreadableError } from "../../model/workbook.ts";
import { openWorkspace } from "../../store/open-workspace.ts";
import { withTemporaryFolder } from "../../store/temporary-folder.ts";
import { PRIVATE, writeFileSoon } from "../../store/write-file.ts";
import { readWhole } from "../../workbook/sources/read-whole.ts";
import { openZip, type Zip } from "../../workbook/zip/zip.ts";
import { openSession } from "../session.ts";

export interface VerifiedArchive {
  archive: Archive;
  /** SHA-256 of the zip. */
  sha256: string;
  /** Files that differ from archive.json, each with the problem. */
  faults: string[];
  /** How many originals in the archive have the bytes that were read. */
  originals: number;
  /**
   * The reproduced pack: which files differ, or why none could be made; null if the archive was written without its
   * inputs.
   */
  again: { differ: string[]; files: number } | { failed: string } | null;
}

/** cmrt writes archives itself, so their limits are higher than those for suppliers' files, but still limits. */
const ARCHIVE_LIMITS: Limits = {
  ...LIMITS,
  fileBytes: MOST_ARCHIVE_BYTES,
  zipEntries: MOST_ENTRIES + 535,
  partBytes: MOST_FILE_BYTES,
  workbookBytes: MOST_UNPACKED_BYTES,
  // Tables of thousands of similar rows compress very well, so the limit per file is the effective one.
  inflateRatio: 1100,
};

/**
 * Compares every file of an archive with its hash in archive.json and reproduces the report from the archived
 * responses, lists and settings in a temporary folder. Only file names that cmrt itself uses are extracted. Throws
 * UsageError if the file is not an archive or cannot be read as one.
 */
export async function verifyArchive(path: string, io: Io): Promise<VerifiedArchive> {
  const { zip, archive, sha256 } = await openArchive(path, io);
  return withTemporaryFolder(async (folder) => {
    const { faults, sums } = unpack(zip, archive, folder);
    const again = archive.leftOut.length > 0 ? null : await makeAgain(archive, sums, folder, io);
    const originals = sortTexts(sums.keys()).filter((name) => name.startsWith(ORIGINALS_FOLDER));
    for (const name of originals) {
      const named = archive.originals.some((one) => one.in === name && one.sha256 === sums.get(name));
      if (!named) faults.push(`${name}: not the file that was read`);
    }
    return { archive, sha256, faults: sortTexts(faults), originals: originals.length, again };
  });
}

async function openArchive(path: string, io: Io): Promise<{ zip: Zip; archive: Archive; sha256: string }> {
  try {
    const bytes = readWhole(resolve(io.cwd, path), ARCHIVE_LIMITS);
    const zip = await openZip(bytes, ARCHIVE_LIMITS);
    const text = zip.names.includes(ARCHIVE_FILE) ? zip.read(ARCHIVE_FILE).toString("utf8") : undefined;
    if (text === undefined)
      throw new UsageError(`${path} is not an evidence archive: it has no ${ARCHIVE_FILE}.`);
    const archive = archiveSchema.safeParse(parseJson(text));
    if (archive.success) return { zip, archive: archive.data, sha256: sha256Of(bytes) };
    throw new UsageError(`${path}: ${ARCHIVE_FILE} is damaged or was written by a newer version of cmrt.`);
  } catch (error) {
    if (error instanceof UnreadableError) throw new UsageError(`${path}: ${error.unreadable.reason}`);
    throw error;
  }
}

/** The hashes of the archive's files, and what is wrong with them; what belongs to the workspace is put into `folder`. */
function unpack(
  zip: Zip,
  archive: Archive,
  folder: string,
): { faults: string[]; sums: ReadonlyMap<string, string> } {
  const named = new Map(archive.files.map(({ file, sha256 }) => [file, sha256]));
  const faults = [...named.keys()]
    .filter((file) => !zip.names.includes(file))
    .map((file) => `${file}: missing`);
  const sums = new Map<string, string>();
  for (const name of zip.names) {
    if (name === ARCHIVE_FILE) continue;
    if (!named.has(name) || !isArchiveName(name)) {
      faults.push(`${name}: not a file of the archive`);
      continue;
    }
    let bytes: Buffer;
    try {
      bytes = zip.read(name);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      faults.push(`${name}: ${error.unreadable.reason}`);
      continue;
    }
    const sum = sha256Of(bytes);
    sums.set(name, sum);
    if (sum !== named.get(name)) faults.push(`${name}: changed`);
    if (name.startsWith(WORKSPACE_FOLDER))
      writeFileSoon(join(folder, name.slice(WORKSPACE_FOLDER.length)), bytes, PRIVATE);
  }
  return { faults, sums };
}

/** Makes the pack from the workspace in `folder` and compares it with the archived one. */
async function makeAgain(
  { period, cutoff, today, withContacts, reference }: Archive,
  sums: ReadonlyMap<string, string>,
  folder: string,
  io: Io,
): Promise<VerifiedArchive["again"]> {
  const workspace = openWorkspace(folder, version());
  try {
    // A file with the right hash that is not a valid response was not written by cmrt.
    for (const id of workspace.storedIds()) {
      if (workspace.verify(id) === "damaged") return { failed: `responses/${id}.json is not a response.` };
    }
    const options = { workspace: folder, quiet: true, today, reference, limits: LIMITS };
    const session = await openSession({ ...io, cwd: folder }, options);
    const differ: string[] = [];
    const made = new Set<string>();
    for await (const [name, content] of session.pack({ period, cutoff, withContacts }).files) {
      made.add(`${PACK_FOLDER}${name}`);
      if (sha256OfPieces(content) !== sums.get(`${PACK_FOLDER}${name}`)) differ.push(name);
    }
    const more = [...sums.keys()].filter((name) => name.startsWith(PACK_FOLDER) && !made.has(name));
    return {
      differ: [...differ, ...more.map((name) => name.slice(PACK_FOLDER.length))],
      files: made.size,
    };
  } catch (error) {
    if (error instanceof UsageError) return { failed: error.message.replaceAll(folder, "workspace") };
    throw error;
  }
}
