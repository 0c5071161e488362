// Reads files that cmrt wrote.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sortTexts } from "../lib/compare-texts.ts";
import { WorkspaceError } from "../lib/errors.ts";

/** A file of an output folder; undefined if it does not exist. Throws WorkspaceError if it cannot be read. */
export function readOutput(folder: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new WorkspaceError(`Cannot read ${join(folder, name)} (${code}).`);
  }
}

/** Names of the files in an output folder, sorted; empty if there is no such folder. */
export function outputNames(folder: string): string[] {
  try {
    return sortTexts(readdirSync(folder));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new WorkspaceError(`Cannot read ${folder} (${code}).`);
  }
}
