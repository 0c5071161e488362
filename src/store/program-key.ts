// Identifies the program that calculated something.
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256Of } from "../lib/sha256.ts";
import { version } from "../lib/version.ts";

let key: string | undefined;

/**
 * A key of the running program: its version and, to detect changes without a new version, the size and time of its
 * files; and Node's version, whose Unicode tables are used to compare texts.
 */
export function programKey(): string {
  key ??= sha256Of([version(), process.version, process.versions.unicode, ...filesOf(ROOT)].join("\n"));
  return key;
}

/** The folder of the program's modules. A bundle has all of its own in one folder; files beside that are not run. */
const ROOT =
  basename(import.meta.dirname) === "store" ? join(import.meta.dirname, "..") : import.meta.dirname;

/** Size and time of the files in a folder; of the executable itself if the program is one. */
function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : stampOf(path);
    });
  } catch {
    return stampOf(process.execPath);
  }
}

function stampOf(path: string): string[] {
  const { size, mtimeMs } = statSync(path);
  return [`${path} ${size} ${mtimeMs}`];
}
