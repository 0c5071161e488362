import { type Dirent, promises as disk } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { compareTexts } from "../../lib/compare-texts.ts";
import { UsageError } from "../../lib/errors.ts";
import { readCsv } from "../../lib/read-csv.ts";
import type { PassedOver } from "../../model/ingest.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import type { SourceName } from "../../model/workbook.ts";
import { isKeptInWorkspace, REPORTS_FOLDER, STORE_FOLDER } from "../../model/workspace-files.ts";
import { readWhole, refuse } from "./read-whole.ts";

/** A file that may hold a response. */
export interface FoundFile {
  source: SourceName;
  /** Reads its bytes. Rejects with the system's error if the file cannot be read. */
  read(): Promise<Buffer>;
  /** Its path, if it is not inside a container. */
  file?: string | undefined;
}

export interface Found {
  /** In the order of the given paths; within a folder by name in code unit order, with subfolders in their place. */
  files: FoundFile[];
  /** Number of files that programs leave behind (lock files, folder settings), and of cmrt's own files. */
  skipped: number;
  /**
   * Those of cmrt's own files that are among suppliers' files: somebody may have put a response there or used such a
   * name.
   */
  passedOver: PassedOver[];
  /** Number of symbolic links that were not followed, as they may lead out of the folder. */
  links: number;
}

/** Names of files and folders that nobody sends. */
export const LEFTOVERS =
  /^(~\$.*|\._.*|\.~lock\..*#|\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX|\.git|\.cmrt|\.Trash.*)$/i;

/** Whether a folder is a report pack of cmrt, by its manifest. */
async function isReportPack(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  if (
    !entries.some(({ name }) => name === "manifest.json") ||
    !entries.some(({ name }) => name === "rcoi.csv")
  )
    return false;
  const manifest = await disk.readFile(join(folder, "manifest.json"), "utf8").catch(() => "");
  return /"tool":\s*\{\s*"name":\s*"cmrt"/.test(manifest);
}

/**
 * The marked workbooks that cmrt wrote to a folder of letters, by its index: suppliers have not answered in them yet.
 */
function markedWorkbooks(folder: string, entries: readonly Dirent[], limits: Limits): ReadonlySet<string> {
  if (!entries.some(({ name }) => name === "index.csv")) return new Set();
  try {
    const index = readWhole(join(folder, "index.csv"), limits).toString("utf8");
    if (!LETTERS_INDEX.test(index)) return new Set();
    const [, ...lines] = readCsv(index, "index.csv");
    return new Set(
      lines.flatMap(({ cells }) => NAMING_FILES.flatMap((column) => cells[column]?.split("; ") ?? [])),
    );
  } catch {
    // A file of that name that is not our index.
    return new Set();
  }
}

/** Its header; the column for the day of the letters, and those for drafts, were added later. */
const LETTERS_INDEX =
  /^\ufeff?supplier,language,corrections,questions,letter,workbooks(?:,written(?:,draft)?)?\r?\n/;
/** The columns for marked workbooks and for the mails that they are attached to. */
const NAMING_FILES = [5, 7];

/**
 * Finds the files under some paths, by name: a file as it is, a folder with everything below it, each file once. `base`
 * is the folder that paths and the names in the result are relative to. Links given by the user are followed, links
 * found in a folder are not. A file above the size limit is not read. Throws UsageError for a given path that cannot be
 * reached.
 */
export async function findFiles(
  paths: readonly string[],
  base: string,
  limits: Limits = LIMITS,
): Promise<Found> {
  const found: Found = { files: [], skipped: 0, passedOver: [], links: 0 };
  const seen = new Set<string>();
  const add = (full: string, read: FoundFile["read"]) => {
    if (seen.has(full)) return;
    seen.add(full);
    found.files.push({ source: { path: nameOf(full), container: null }, read, file: full });
  };
  const nameOf = (full: string) => relative(base, full).split(sep).join("/");

  const walk = async (folder: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await disk.readdir(folder, { withFileTypes: true });
    } catch (error) {
      // The folder represents its content: reading it gives the reason why nothing was read.
      add(folder, async () => refuse(folder, error));
      return;
    }
    const passOver = (name: string, why: string) => {
      // Beside the workspace's own store it is expected.
      if (folder !== base) found.passedOver.push({ path: nameOf(join(folder, name)), why });
    };
    if (await isReportPack(folder, entries)) {
      found.skipped += entries.length;
      if (dirname(folder) !== join(base, REPORTS_FOLDER))
        passOver("", `a report that cmrt wrote, with the ${entries.length} files and folders in it`);
      return;
    }
    const marked = markedWorkbooks(folder, entries, limits);
    const isWorkspace = entries.some(({ name }) => name === STORE_FOLDER);
    for (const entry of entries.sort((a, b) => compareTexts(a.name, b.name))) {
      const full = join(folder, entry.name);
      const isKept = isWorkspace && isKeptInWorkspace(entry.name);
      if (LEFTOVERS.test(entry.name) || isKept || marked.has(entry.name)) {
        found.skipped++;
        if (isKept) passOver(entry.name, `what cmrt keeps beside the ${STORE_FOLDER} of the same folder`);
      } else if (entry.isSymbolicLink()) found.links++;
      else if (entry.isDirectory()) await walk(full);
      // Reading a pipe, a socket or a device reports what it is.
      else add(full, async () => readWhole(full, limits));
    }
  };

  for (const path of paths) {
    const full = resolve(base, path);
    const stat = await disk.stat(full).catch((error: NodeJS.ErrnoException) => {
      const missing = error.code === "ENOENT" || error.code === "ENOTDIR";
      if (missing && path === "-")
        throw new UsageError(
          "cmrt reads files, not its standard input. Save the workbook and name its file.",
        );
      throw new UsageError(
        missing ? `${path}: no such file or directory.` : `${path} cannot be reached (${error.code}).`,
      );
    });
    if (stat.isDirectory()) await walk(full);
    else add(full, async () => readWhole(full, limits));
  }
  // Of files with the same bytes the first is read, which must not depend on how the paths were given.
  found.files.sort((a, b) => compareTexts(a.source.path, b.source.path));
  found.passedOver.sort((a, b) => compareTexts(a.path, b.path));
  return found;
}
