// cmrt in a process of its own, from its sources: for what only a process shows (kills, locale, time zone).
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Arguments for Node that run `cmrt` with these words, from any folder. */
export function cmrtArguments(words: readonly string[]): string[] {
  return ["--import", TSX, join(import.meta.dirname, "cmrt-process.ts"), ...words];
}
