// A cache on disk: lines of text by key, in files named by the hash of their content. It can be deleted at any time.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sortTexts } from "../lib/compare-texts.ts";
import { sha256Of } from "../lib/sha256.ts";
import { makeFolder } from "./make-folder.ts";
import { PRIVATE, removeQuietly, writeFileSoon } from "./write-file.ts";

/** Cached texts by key. */
export interface KeptLines {
  /** The text of a key; undefined if there is none, or it is damaged. */
  get(key: string): string | undefined;
  /** Caches a text without line breaks, for future runs. */
  put(key: string, text: string): void;
  /**
   * Writes what was added, and releases what was read. Entries that recent runs did not use are removed once they are
   * the greater part. If the folder is not writable nothing is saved, and the next run calculates again what it needs.
   */
  save(): void;
}

/** A file name: the hash of the file's bytes. */
const FILE = /^([0-9a-f]{64})\.lines$/;
/** A file gets no more texts beyond this many characters, so that it still fits into a string. */
const FILE_LENGTH = 16_000_000;
/** With more files than this, they are rewritten as fewer. */
const MOST_FILES = 40;
/** How many unused characters are tolerated in any case, and as a multiple of those in use. */
const UNUSED = { length: 32_000_000, times: 2 };

interface Line {
  text: string;
  isUsed: boolean;
}

/**
 * Opens the cache in a folder, which need not exist. `program` identifies the program: entries of another one are not
 * read and are removed with the next save.
 */
export function openKeptLines(folder: string, program: string): KeptLines {
  let lines: Map<string, Line> | undefined;
  let files: string[] = [];
  let useless: string[] = [];
  let fresh: string[] = [];
  let length = 0;

  function load(): Map<string, Line> {
    const found = new Map<string, Line>();
    files = [];
    useless = [];
    for (const name of namesIn(folder)) {
      const [, hash] = FILE.exec(name) ?? [];
      if (hash === undefined) continue;
      const text = readIfSound(join(folder, name), hash);
      if (!text?.startsWith(`${program}\n`)) {
        useless.push(name);
        continue;
      }
      files.push(name);
      for (let start = program.length + 1; start < text.length; ) {
        const [tab, end] = [text.indexOf("\t", start), text.indexOf("\n", start)];
        found.set(text.slice(start, tab), { text: text.slice(tab + 1, end), isUsed: false });
        start = end + 1;
      }
    }
    return found;
  }

  function put(key: string, text: string): void {
    fresh.push(`${key}\t${text}\n`);
    length += text.length;
    if (length >= FILE_LENGTH) write();
  }

  function write(): void {
    if (fresh.length === 0) return;
    const text = `${program}\n${fresh.join("")}`;
    const name = `${sha256Of(text)}.lines`;
    fresh = [];
    length = 0;
    try {
      makeFolder(folder, PRIVATE.folder);
      writeFileSoon(join(folder, name), text, PRIVATE);
      files.push(name);
    } catch {
      // Ignored: the entry will be calculated again.
    }
  }

  /** Rewrites what is in use into new files if most entries are unused, or there are too many files. */
  function tidy(known: ReadonlyMap<string, Line>): void {
    let [used, unused] = [0, 0];
    for (const { text, isUsed } of known.values()) {
      if (isUsed) used += text.length;
      else unused += text.length;
    }
    if (files.length < MOST_FILES && unused <= Math.max(UNUSED.length, UNUSED.times * used)) return;
    useless.push(...files);
    files = [];
    for (const [key, { text, isUsed }] of known) if (isUsed) put(key, text);
    write();
  }

  return {
    get(key) {
      lines ??= load();
      const line = lines.get(key);
      if (line) line.isUsed = true;
      return line?.text;
    },
    put,
    save() {
      write();
      if (lines) tidy(lines);
      for (const name of useless) if (!files.includes(name)) removeQuietly(join(folder, name));
      lines = undefined;
    },
  };
}

function readIfSound(path: string, hash: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return sha256Of(bytes) === hash ? bytes.toString("utf8") : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return sortTexts(readdirSync(folder));
  } catch {
    return [];
  }
}
