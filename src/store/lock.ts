// One writer at a time: a file that names the process which holds the workspace.

import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { WorkspaceError } from "../lib/errors.ts";
import { STORE_FOLDER } from "../model/workspace-files.ts";
import { writeError } from "./write-file.ts";

interface Holder {
  pid: number;
  host: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process exists but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string" ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Locks that this process holds. */
const held = new Set<string>();

/** A lock whose process has ended, or that an earlier process with our own number left behind. */
function isStale(path: string, text: string): boolean {
  const holder = holderOf(text);
  if (holder === undefined || holder.host !== hostname()) return false;
  return holder.pid === process.pid ? !held.has(path) : !isAlive(holder.pid);
}

function heldError(path: string, text: string): WorkspaceError {
  return new WorkspaceError(
    `The workspace is in use: ${nameOf(text)} is writing to it. Wait until it has finished. If you are sure that it is no longer running, delete ${path}.`,
  );
}

/** Who holds the workspace, in words; undefined where nobody does or the holder has ended. */
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
 * Runs `work` while no other process of cmrt writes to the workspace. A lock left by a process that has ended is taken
 * over. Throws WorkspaceError, naming the holder, where another one is at work.
 */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const path = join(root, STORE_FOLDER, "lock");
  take(path);
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
  }
}

function take(path: string): void {
  const mine = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw writeError(path, error);
  }
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path, mine)) return;
    const found = readIfThere(path);
    if (found === undefined) continue;
    if (!isStale(path, found)) throw heldError(path, found);
    // Moved aside before it is removed: of two processes that find it stale, only one moves it.
    const aside = `${path}.${process.pid}.stale`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    const moved = readIfThere(aside) ?? "";
    rmSync(aside, { force: true });
    if (moved !== found) {
      // In between another process had taken it over: give it back.
      writeFileSync(path, moved, { flag: "wx" });
      throw heldError(path, moved);
    }
  }
  throw new WorkspaceError(`The workspace is in use: another process keeps creating ${path}.`);
}

/** Makes the lock; false where there is one. Throws WorkspaceError where that cannot be written. */
function create(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw writeError(path, error);
  }
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    // A full disk takes an empty file, which would keep everybody out.
    rmSync(path, { force: true });
    throw writeError(path, error);
  } finally {
    closeSync(file);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
