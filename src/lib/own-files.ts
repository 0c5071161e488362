// Files that ship with the program: read from its folder, or from inside the single executable.
import { readdirSync, readFileSync } from "node:fs";
import { getRawAsset, isSea } from "node:sea";
import { sortTexts } from "./compare-texts.ts";

/** Whether the program is a single executable that contains Node and all of its files. */
export const IS_EXECUTABLE = isSea();

/** In the executable, the asset that lists the names of all files, one per line. */
const NAMES = "names.txt";

const ROOT = new URL("../../", import.meta.url);

/** The bytes of a file by its path in the package, with forward slashes. Throws if it does not exist. */
export function ownFile(path: string): Buffer {
  return IS_EXECUTABLE ? Buffer.from(getRawAsset(path) as ArrayBuffer) : readFileSync(addressOf(path));
}

/** Sorted names of the files in a folder of the package. Throws if it does not exist. */
export function ownFiles(folder: string): string[] {
  if (!IS_EXECUTABLE) return sortTexts(readdirSync(addressOf(folder)));
  const inFolder = `${folder}/`;
  const names = ownFile(NAMES).toString("utf8").split("\n");
  return names.filter((name) => name.startsWith(inFolder)).map((name) => name.slice(inFolder.length));
}

function addressOf(path: string): URL {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), ROOT);
}
