// Reads files from the file system. Synchronously, because for a thousand workbooks handing each step to another thread
// takes longer than the reading.
import disk from "node:fs";
import type { Limits } from "../../model/limits.ts";
import { CHANGING, FOREIGN_NAME, fail, NO_FILE, tooLarge } from "../unreadable.ts";

/** Without this flag, opening a pipe waits until somebody writes to it. Windows has no pipes in folders. */
const READING = disk.constants.O_RDONLY | (disk.constants.O_NONBLOCK ?? 0);

/** Larger files get separate memory. Real workbooks have up to 2 MB. */
const MOST_KEPT = 8 * 1024 * 1024;

/**
 * Reusable memory for reading many files that are only inspected: newly allocated memory would pile up until V8 decides
 * to collect it.
 */
export class FileMemory {
  #memory = Buffer.alloc(0);

  /** The bytes of a file, which are valid until the next one is read. Throws like `readWhole`. */
  read(path: string, limits: Limits): Buffer {
    return readInto(path, limits, (size) => this.#take(size));
  }

  /** Leaves the last bytes to their user and allocates new memory for the next file. */
  leave(): void {
    this.#memory = Buffer.alloc(0);
  }

  #take(size: number): Buffer {
    if (size > MOST_KEPT) return Buffer.allocUnsafe(size);
    if (size > this.#memory.length) this.#memory = Buffer.allocUnsafe(size);
    return this.#memory.subarray(0, size);
  }
}

/** A file's size, and at most its first `length` bytes; empty if it cannot be read. */
export function readStart(path: string, length: number): { size: number; start: Buffer } {
  const start = Buffer.alloc(length);
  let file: number | undefined;
  try {
    file = disk.openSync(path, READING);
    const about = disk.fstatSync(file);
    const size = about.isFile() ? about.size : 0;
    return { size, start: start.subarray(0, disk.readSync(file, start, 0, length, 0)) };
  } catch {
    return { size: 0, start: start.subarray(0, 0) };
  } finally {
    if (file !== undefined) disk.closeSync(file);
  }
}

/**
 * The bytes of a file in the file system. Throws UnreadableError for one above the limit, one that is being written,
 * and anything that is not a file; otherwise the system's error.
 */
export function readWhole(path: string, limits: Limits): Buffer {
  return readInto(path, limits, (size) => Buffer.allocUnsafeSlow(size));
}

function readInto(path: string, limits: Limits, take: (size: number) => Buffer): Buffer {
  const file = openFile(path);
  try {
    const before = disk.fstatSync(file);
    if (!before.isFile() && !before.isDirectory()) fail(NO_FILE);
    if (before.size > limits.fileBytes) fail(tooLarge(`The file has ${before.size} bytes.`));
    const bytes = take(before.size);
    let length = 0;
    while (length < bytes.length) {
      const more = disk.readSync(file, bytes, length, bytes.length - length, null);
      if (more === 0) break;
      length += more;
    }
    const after = disk.statSync(path);
    if (length < bytes.length || after.mtimeMs !== before.mtimeMs || after.size !== before.size)
      fail(CHANGING);
    return bytes;
  } finally {
    disk.closeSync(file);
  }
}

function openFile(path: string): number {
  try {
    return disk.openSync(path, READING);
  } catch (error) {
    return refuse(path, error);
  }
}

/** Throws the system's error, or its cause: a name in a legacy code page is listed by the directory in another form. */
export function refuse(path: string, error: unknown): never {
  // The system's error for opening a socket (open(2)).
  if ((error as NodeJS.ErrnoException).code === "ENXIO") fail(NO_FILE);
  if ((error as NodeJS.ErrnoException).code === "ENOENT" && path.includes("\uFFFD")) fail(FOREIGN_NAME);
  throw error;
}
