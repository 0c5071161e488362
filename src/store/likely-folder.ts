import { readdirSync } from "node:fs";
import { isKeptInWorkspace, REPORTS_FOLDER, RESPONSES_FOLDER } from "../model/workspace-files.ts";

/**
 * Returns the folder of a campaign that is likely to contain suppliers' files: the only folder that cmrt did not
 * create, otherwise the usual one.
 */
export function likelyFolder(root: string): string {
  const isOurs = (name: string) => name.startsWith(".") || isKeptInWorkspace(name) || name === REPORTS_FOLDER;
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !isOurs(entry.name),
  );
  const [only] = folders;
  return folders.length === 1 && only !== undefined ? only.name : RESPONSES_FOLDER;
}
