// Writing so that a reader sees the old file or the new one, never half of one.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
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

/** The error for people where the file system refused; what is no fault of it comes back as it is. */
export function writeError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = REASONS[code] ?? systemFault(error)?.reason;
  return reason === undefined ? error : new WorkspaceError(`Cannot write ${path}: ${reason} (${code}).`);
}

/** Only for the owner: what the store keeps holds contact data and the text of protected workbooks. */
export const PRIVATE = { folder: 0o700, file: 0o600 } as const;
const COMMON = { folder: 0o777, file: 0o666 } as const;
type Modes = typeof PRIVATE | typeof COMMON;

/** What a file is to hold: text, bytes, or bytes in pieces that need not stand in memory together. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

/**
 * Writes a file under a temporary name beside its place, flushes it to the disk and renames it. Folders are made.
 * Throws WorkspaceError where the file system refuses (disk full, read-only, closed to the user); the old file then stands
 * untouched. `modes` are those of what is made.
 */
export async function writeFileAtomic(path: string, content: Content, modes: Modes = COMMON): Promise<void> {
  const temporary = temporaryName(path);
  try {
    makeFolder(dirname(path), modes.folder);
    const file = await open(temporary, "w", modes.file);
    try {
      if (typeof content === "string" || content instanceof Uint8Array) await file.writeFile(content);
      else for (const piece of content) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(path, error);
  }
}

/**
 * The same for one of many small files, without waiting aside for each step and without flushing, which is left to
 * flushFiles: worker processes write them, and while one waits there is another.
 */
export function writeFileSoon(path: string, content: string, modes: Modes = COMMON): void {
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

function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What refused the file says it better.
  }
}

/** Sees to it that files which some process wrote lazily are on the disk; many at once wait for it little longer than one. */
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

/** Files of an output folder: name (with forward slashes for folders inside) and content. */
export type OutputFiles = Readonly<Record<string, Content>>;

/**
 * Writes the files into a folder, each atomically, in the order given: what describes the others comes last. Files
 * that are made as they are asked for are written one by one. Other files in the folder stay. Returns the names.
 */
export async function writeFolder(
  folder: string,
  files: OutputFiles | AsyncIterable<readonly [name: string, content: Content]>,
): Promise<string[]> {
  const names: string[] = [];
  const each = Symbol.asyncIterator in files ? files : Object.entries(files);
  for await (const [name, content] of each as AsyncIterable<readonly [string, Content]>) {
    await writeFileAtomic(join(folder, name), content);
    names.push(name);
  }
  return names;
}
