// Reading back what was written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WorkspaceError } from "../errors.ts";

/** A file of an output folder; undefined where there is none. Throws WorkspaceError where it cannot be read. */
export function readOutput(folder: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new WorkspaceError(`Cannot read ${join(folder, name)} (${code}).`);
  }
}
