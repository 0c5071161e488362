// The bytes of files in the file system. Read without waiting aside: of a thousand workbooks, handing each step to
// another thread and back takes longer than the reading.
import disk from "node:fs";
import type { Limits } from "../../model/limits.ts";
import { CHANGING, FOREIGN_NAME, fail, NO_FILE, tooLarge } from "../unreadable.ts";

/** Opening a pipe without this waits until somebody writes into it. Windows has no pipes in folders. */
const READING = disk.constants.O_RDONLY | (disk.constants.O_NONBLOCK ?? 0);

/** Larger files get memory of their own. Real workbooks have up to 2 MB. */
const MOST_KEPT = 8 * 1024 * 1024;

/**
 * Memory for reading many files of which each is only looked at: new memory for each would pile up until the engine
 * sees a reason to collect it.
 */
export class FileMemory {
  #memory = Buffer.alloc(0);

  /** The bytes of a file, which hold until the next one is read. Throws as readWhole does. */
  read(path: string, limits: Limits): Buffer {
    return readInto(path, limits, (size) => this.#take(size));
  }

  /** The bytes read last stay with whoever has them. */
  leave(): void {
    this.#memory = Buffer.alloc(0);
  }

  #take(size: number): Buffer {
    if (size > MOST_KEPT) return Buffer.allocUnsafe(size);
    if (size > this.#memory.length) this.#memory = Buffer.allocUnsafe(size);
    return this.#memory.subarray(0, size);
  }
}

/** How many bytes a file has, and its first ones, at most `length`; none of one that cannot be read. */
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
 * The bytes of a file in the file system. Throws UnreadableError for one beyond the limit, for one that somebody is
 * writing and for what is not a file, the system's error otherwise.
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

/** The system's error, or the reason for it: a name in a legacy code page comes out of the directory as another one. */
export function refuse(path: string, error: unknown): never {
  // What a system says of opening a socket (open(2)).
  if ((error as NodeJS.ErrnoException).code === "ENXIO") fail(NO_FILE);
  if ((error as NodeJS.ErrnoException).code === "ENOENT" && path.includes("\uFFFD")) fail(FOREIGN_NAME);
  throw error;
}
