// Files that people edit beside the store.
import { readFileSync } from "node:fs";
import { UsageError, WorkspaceError } from "../lib/errors.ts";

/**
 * The text of a file that a person edits, with its byte order mark; undefined where there is no such file. `name` names
 * it in errors. Throws UsageError with the line where it is not UTF-8: names would be read as others, and what is added
 * to the file would spoil it. Throws WorkspaceError where it cannot be read.
 */
export function readUserFile(path: string, name: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new WorkspaceError(`Cannot read ${path} (${code}).`);
  }
  const text = decode(bytes);
  if (text !== undefined) return text;
  throw new UsageError(
    `${name}, line ${lineAtFault(bytes)}: the file is not UTF-8. Save it as UTF-8 ("CSV UTF-8" in Excel).`,
  );
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line that is not UTF-8. */
function lineAtFault(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf("\n"); end >= 0; end = bytes.indexOf("\n", start)) {
    if (decode(bytes.subarray(start, end)) === undefined) break;
    start = end + 1;
    line++;
  }
  return line;
}
