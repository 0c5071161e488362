// Reads files that people edit beside the store.
import { readFileSync, statSync } from "node:fs";
import { utf16Label } from "../lib/decode-text.ts";
import { UsageError, WorkspaceError } from "../lib/errors.ts";

/** A character that no text has, but that fills files whose content a disk has lost. */
const NOT_TEXT = "\u0000";
const MARK = "\uFEFF";

/**
 * The text of a file that a person edits, with its byte order mark; undefined if it does not exist. Read as UTF-8, or
 * as UTF-16 if it is ("Unicode text" of spreadsheets). `name` is the name used in errors. Throws a UsageError with the
 * line if it is neither, and if it is not text: otherwise names would be misread, or a damaged file taken for an empty
 * one. Throws WorkspaceError if it cannot be read.
 */
export function readUserFile(path: string, name: string): string | undefined {
  const bytes = readUserBytes(path);
  if (bytes === undefined) return undefined;
  const utf16 = utf16Label(bytes);
  const text = utf16 === undefined ? decode(bytes) : decode(bytes, utf16);
  if (text === undefined) {
    const line = utf16 === undefined ? `, line ${lineAtFault(bytes)}` : "";
    throw new UsageError(`${name}${line}: the file is not UTF-8. Save it as UTF-8 ("CSV UTF-8" in Excel).`);
  }
  const fault = text.indexOf(NOT_TEXT);
  if (fault >= 0) {
    const line = text.slice(0, fault).split(/\r\n?|\n/).length;
    throw new UsageError(
      `${name}, line ${line}: the file is not text, or it is damaged. Restore it from a copy, or remove it if nothing of it is needed.`,
    );
  }
  return utf16 === undefined || text.startsWith(MARK) ? text : `${MARK}${text}`;
}

/** The bytes of such a file; undefined if it does not exist. Throws WorkspaceError if it cannot be read. */
export function readUserBytes(path: string): Buffer | undefined {
  try {
    const about = statSync(path);
    // Reading a pipe would wait until somebody writes to it.
    if (!about.isFile() && !about.isDirectory())
      throw new WorkspaceError(`${path} is not a file. Remove it.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new WorkspaceError(`Cannot read ${path} (${code}).`);
  }
}

function decode(bytes: Buffer, label: "utf-8" | "utf-16le" | "utf-16be" = "utf-8"): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
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
