// What was worked out once and may be worked out again: lines of text under keys, in files that are named by the hash of
// what they hold. Nothing is lost where they are.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sortTexts } from "../lib/compare-texts.ts";
import { sha256Of } from "../lib/sha256.ts";
import { makeFolder } from "./make-folder.ts";
import { PRIVATE, removeQuietly, writeFileSoon } from "./write-file.ts";

/** Kept texts by key. */
export interface KeptLines {
  /** The text of a key; undefined where there is none, or none that is as it was written. */
  get(key: string): string | undefined;
  /** Keeps a text without line breaks. It is read by the runs to come. */
  put(key: string, text: string): void;
  /**
   * Writes what was put, and lets go of what was read. What no run of late has asked for is removed where that is most of
   * it. A folder that cannot be written is left as it is: the next run works out again what it needs.
   */
  save(): void;
}

/** The name of a file: the hash of its bytes. */
const FILE = /^([0-9a-f]{64})\.lines$/;
/** A file takes no text more when it has so many characters: a longer one would not fit into a string. */
const FILE_LENGTH = 16_000_000;
/** More files than this are written again as few. */
const MOST_FILES = 40;
/** Characters that may lie unused, whatever is in use, and how many times what is. */
const UNUSED = { length: 32_000_000, times: 2 };

interface Line {
  text: string;
  isUsed: boolean;
}

/**
 * Opens the kept lines of a folder, which need not exist. `program` names who keeps them: those of another are not read,
 * and go with the next save.
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
      // It is worked out again.
    }
  }

  /** Writes what is in use into new files where there is little of it among the rest, or too many files. */
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
