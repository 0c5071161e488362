import { readdirSync } from "node:fs";
import { isKeptInWorkspace, REPORTS_FOLDER, RESPONSES_FOLDER } from "../model/workspace-files.ts";

/** The folder of a campaign in which suppliers' files are likely: the usual one, unless another one is the only one there. */
export function likelyFolder(root: string): string {
  const isOurs = (name: string) => name.startsWith(".") || isKeptInWorkspace(name) || name === REPORTS_FOLDER;
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !isOurs(entry.name),
  );
  const [only] = folders;
  return folders.length === 1 && only !== undefined ? only.name : RESPONSES_FOLDER;
}
