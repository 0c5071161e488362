// Atomic writes: a reader sees either the old file or the new one, never a part.
import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { systemFault, WorkspaceError } from "../lib/errors.ts";
import { makeFolder } from "./make-folder.ts";

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "a file is in the place of a folder",
  EEXIST: "a file is in the place of a folder",
  EISDIR: "a folder is in the place of a file",
  ENOENT: "its folder cannot be made",
  ENAMETOOLONG: "the name is too long",
};

/** The error for people if the file system refused; any other error is returned unchanged. */
export function writeError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = REASONS[code] ?? systemFault(error)?.reason;
  return reason === undefined ? error : new WorkspaceError(`Cannot write ${path}: ${reason} (${code}).`);
}

/** For the owner only: the store contains contact data and the text of protected workbooks. */
export const PRIVATE = { folder: 0o700, file: 0o600 } as const;
const COMMON = { folder: 0o777, file: 0o666 } as const;
/** For a file with such data in a folder with other output. */
export const PRIVATE_FILE = { folder: COMMON.folder, file: PRIVATE.file } as const;
type Modes = { readonly folder: number; readonly file: number };

/** The content of a file: text, bytes, or bytes in pieces that need not be in memory together. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

/**
 * Writes a file under a temporary name beside its place, flushes it to disk and renames it. Creates folders as needed.
 * Throws WorkspaceError if the file system refuses (disk full, read-only, no permission); the old file is then
 * unchanged. `modes` are the permissions of what is created.
 */
export async function writeFileAtomic(
  path: string,
  content: Content | AsyncIterable<Uint8Array>,
  modes: Modes = COMMON,
): Promise<void> {
  const temporary = await writeAside(path, content, modes);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(path, error);
  }
}

/** Removes a file, if it exists. Throws like `writeFileAtomic`. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch((error) => {
    throw writeError(path, error);
  });
}

/** Writes a file under a temporary name beside its place, flushed to disk, and returns that name. Throws as above. */
async function writeAside(
  path: string,
  content: Content | AsyncIterable<Uint8Array>,
  modes: Modes,
): Promise<string> {
  const temporary = temporaryName(path);
  try {
    makeFolder(dirname(path), modes.folder);
    const file = await open(temporary, "w", modes.file);
    try {
      if (typeof content === "string" || content instanceof Uint8Array) await file.writeFile(content);
      else for await (const piece of content) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    return temporary;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(path, error);
  }
}

/**
 * The same for one of many small files, synchronously and without flushing, which is left to `flushFiles`: it is called
 * in worker processes, and while one waits another runs.
 */
export function writeFileSoon(path: string, content: string | Uint8Array, modes: Modes = COMMON): void {
  const temporary = temporaryName(path);
  try {
    try {
      writeFileSync(temporary, content, { mode: modes.file });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      makeFolder(dirname(path), modes.folder);
      writeFileSync(temporary, content, { mode: modes.file });
    }
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw writeError(path, error);
  }
}

/** A temporary name, and the name it is for. */
const TEMPORARY = /^(.+)\.\d+\.tmp$/;

function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Removes a file, if it can be removed. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The error of the refused write is more useful.
  }
}

/** Flushes files that some process wrote without flushing; many at once take little longer than one. */
export async function flushFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      const file = await open(path, "r+");
      await file.sync().finally(() => file.close());
    } catch (error) {
      throw writeError(path, error);
    }
  }
}

/** Files of an output folder: name (with forward slashes for subfolders) and content. */
export type OutputFiles = Readonly<Record<string, Content>>;

/**
 * Writes the files into a folder: first all of them under temporary names, then each to its place in the order given,
 * so that a full disk leaves only old files and not a mixture. Files generated on demand are written one by one. Other
 * files in the folder are kept. Returns the names. Throws like `writeFileAtomic`.
 */
export async function writeFolder(
  folder: string,
  files: OutputFiles | AsyncIterable<readonly [name: string, content: Content]>,
): Promise<string[]> {
  const written: { name: string; path: string; temporary: string }[] = [];
  const each = Symbol.asyncIterator in files ? files : Object.entries(files);
  try {
    for await (const [name, content] of each as AsyncIterable<readonly [string, Content]>) {
      const path = join(folder, name);
      written.push({ name, path, temporary: await writeAside(path, content, COMMON) });
    }
    for (const { path, temporary } of written) {
      await rename(temporary, path).catch((error) => {
        throw writeError(path, error);
      });
    }
  } catch (error) {
    for (const { temporary } of written) removeQuietly(temporary);
    throw error;
  }
  removeLeftovers(written.map(({ path }) => path));
  return written.map(({ name }) => name);
}

/** Removes files of an output folder whose names, with forward slashes, match `like` and which were not written now. */
export function removeOthers(folder: string, written: ReadonlySet<string>, like: RegExp): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const name = path.split(sep).join("/");
    if (like.test(name) && !written.has(name)) removeQuietly(join(folder, path));
  }
}

/** Removes what an interrupted run left beside these files. */
function removeLeftovers(paths: readonly string[]): void {
  const written = new Set(paths);
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    for (const name of readdirSync(folder)) {
      const [, own] = TEMPORARY.exec(name) ?? [];
      if (own !== undefined && written.has(join(folder, own))) removeQuietly(join(folder, name));
    }
  }
}
