// cmrt in a separate process, for what only a process shows (kills, locale, time zone).
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ENTRY, EXECUTABLE, isBuilt } from "./built.ts";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/**
 * Arguments for PROGRAM (built.ts) that run `cmrt` with these words, from any folder: the build if there is one, else
 * the sources (slower).
 */
export function cmrtArguments(words: readonly string[]): string[] {
  if (EXECUTABLE !== undefined || isBuilt()) return [...ENTRY, ...words];
  return ["--import", TSX, join(import.meta.dirname, "cmrt-process.ts"), ...words];
}
