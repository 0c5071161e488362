// Folders for what is written.
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it; nothing where it is there. Node's own recursive way never returns where a system
 * answers ENOENT for a folder that cannot be made. Throws the system's error.
 */
export function makeFolder(folder: string, mode: number): void {
  try {
    makeOne(folder, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder), mode);
    makeOne(folder, mode);
  }
}

function makeOne(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (!isThere || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
