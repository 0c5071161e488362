// Files that come with the program: from its folder, or from inside the executable that it is.
import { readdirSync, readFileSync } from "node:fs";
import { getRawAsset, isSea } from "node:sea";
import { sortTexts } from "./compare-texts.ts";

/** The program is one executable file, with Node and all of its files inside. */
export const IS_EXECUTABLE = isSea();

/** In the executable: the names of all files in it, one in each line. */
const NAMES = "names.txt";

const ROOT = new URL("../../", import.meta.url);

/** The bytes of a file by its path in the package, with forward slashes. Throws where it is not there. */
export function ownFile(path: string): Buffer {
  return IS_EXECUTABLE ? Buffer.from(getRawAsset(path) as ArrayBuffer) : readFileSync(addressOf(path));
}

/** Names of the files in a folder of the package, sorted. Throws where it is not there. */
export function ownFiles(folder: string): string[] {
  if (!IS_EXECUTABLE) return sortTexts(readdirSync(addressOf(folder)));
  const inFolder = `${folder}/`;
  const names = ownFile(NAMES).toString("utf8").split("\n");
  return names.filter((name) => name.startsWith(inFolder)).map((name) => name.slice(inFolder.length));
}

function addressOf(path: string): URL {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), ROOT);
}
