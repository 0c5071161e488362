// Allows one writer at a time: a lock file names the process that holds the workspace.

import {
  chmodSync,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { WorkspaceError } from "../lib/errors.ts";
import { STORE_FOLDER } from "../model/workspace-files.ts";
import { makeFolder } from "./make-folder.ts";
import { PRIVATE, writeError } from "./write-file.ts";

interface Holder {
  pid: number;
  host: string;
  /** When the process started, if the operating system says. */
  started?: string;
}

/** Milliseconds after which an empty lock file is not one that is just being written. */
const WRITING = 200;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process exists but belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process started, since process ids are reused. Known on Linux only (proc(5), starttime). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name, in parentheses, may contain anything.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks && `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}

/** The holder named by a lock; undefined if it does not name a process. */
function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || !Number.isInteger(pid) || pid <= 0 || typeof host !== "string")
      return undefined;
    return { pid, host, ...(typeof started === "string" ? { started } : {}) };
  } catch {
    return undefined;
  }
}

/** Locks held by this process. */
const held = new Set<string>();

/** Whether a lock names no process, one that has ended, or an earlier process with the same id. */
function isStale(path: string, text: string): boolean {
  const holder = holderOf(text);
  if (holder === undefined) return true;
  const { pid, host, started } = holder;
  if (host !== hostname()) return false;
  if (pid === process.pid) return !held.has(path);
  return !isAlive(pid) || (started !== undefined && started !== (startOf(pid) ?? started));
}

function heldError(path: string, text: string): WorkspaceError {
  return new WorkspaceError(
    `The workspace is in use: ${nameOf(text)} is writing to it. Wait until it has finished. If you are sure that it is no longer running, delete ${path}.`,
  );
}

/** Who holds the workspace, in words; undefined if nobody does or the holder has ended. */
export function lockHolder(root: string): string | undefined {
  const path = join(root, STORE_FOLDER, "lock");
  const text = readIfThere(path);
  return text === undefined || isStale(path, text) ? undefined : nameOf(text);
}

function nameOf(text: string): string {
  const holder = holderOf(text);
  return holder ? `process ${holder.pid} on ${holder.host}` : "another process";
}

/**
 * Runs `work` while no other cmrt process writes to the workspace. A lock of a process that has ended, or that names
 * none, is taken over. Throws a WorkspaceError that names the holder if another process is active. `store` is the
 * store's folder if it is not the workspace's own.
 */
export async function withLock<T>(
  root: string,
  work: () => Promise<T>,
  store = join(root, STORE_FOLDER),
): Promise<T> {
  const path = join(store, "lock");
  await take(path);
  held.add(path);
  let succeeded = false;
  try {
    const result = await work();
    succeeded = true;
    return result;
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
    if (!succeeded) removeIfEmpty(store);
  }
}

/** Releases all locks of this process, because it is about to end. */
export function releaseLocks(): void {
  for (const path of held) {
    rmSync(path, { force: true });
    removeIfEmpty(dirname(path));
  }
}

/** Removes an empty store, which would make its folder the workspace of all later runs below it. */
function removeIfEmpty(store: string): void {
  try {
    rmdirSync(store);
  } catch {
    // It is not empty.
  }
}

async function take(path: string): Promise<void> {
  const started = startOf(process.pid);
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    ...(started === undefined ? {} : { started }),
  };
  const mine = JSON.stringify(holder);
  try {
    makeFolder(dirname(path), PRIVATE.folder);
    closeToOthers(dirname(path));
  } catch (error) {
    throw writeError(path, error);
  }
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path, mine)) return;
    let found = readIfThere(path);
    if (found !== undefined && holderOf(found) === undefined) {
      await setTimeout(WRITING);
      found = readIfThere(path);
    }
    if (found === undefined) continue;
    if (!isStale(path, found)) throw heldError(path, found);
    // Renamed before it is removed: if two processes find it stale, only one of them succeeds.
    const aside = `${path}.${process.pid}.stale`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    const moved = readIfThere(aside) ?? "";
    rmSync(aside, { force: true });
    if (moved !== found) {
      // Another process had taken it over in the meantime, so give it back.
      writeFileSync(path, moved, { flag: "wx" });
      throw heldError(path, moved);
    }
  }
  throw new WorkspaceError(`The workspace is in use: another process keeps creating ${path}.`);
}

/**
 * Removes access for others from a store made by an earlier version. Group permissions are left alone, as people may
 * have set them.
 */
function closeToOthers(folder: string): void {
  const { mode } = statSync(folder);
  if ((mode & 0o007) === 0) return;
  try {
    chmodSync(folder, mode & 0o770);
  } catch {
    // Another user's folder, or a file system without permissions.
  }
}

/**
 * Creates the lock file; returns false if there is one. It appears with its content, so that whoever sees it can read
 * its holder. Throws WorkspaceError if it cannot be written.
 */
function create(path: string, text: string): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { mode: PRIVATE.file });
    return putInPlace(temporary, path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw writeError(path, error);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function putInPlace(temporary: string, path: string, text: string): true {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    // A file system without hard links, such as that of a memory stick.
    writeOrRemove(path, text);
  }
  return true;
}

function writeOrRemove(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx", mode: PRIVATE.file });
  } catch (error) {
    // A full disk may leave an empty file.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") rmSync(path, { force: true });
    throw error;
  }
}

/** The content of a lock. Throws WorkspaceError if something other than a file has its name. */
function readIfThere(path: string): string | undefined {
  try {
    if (!lstatSync(path).isFile()) {
      throw new WorkspaceError(`${path} is not a file, so that the workspace cannot be locked. Remove it.`);
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    return undefined;
  }
}
