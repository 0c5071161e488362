// The invented campaign that is included in the package for trying cmrt.
import { readdirSync } from "node:fs";
import { WorkspaceError } from "../lib/errors.ts";
import { ownFile, ownFiles } from "../lib/own-files.ts";
import { RESPONSES_FOLDER, ROSTER_FILE } from "../model/workspace-files.ts";

/** The folder of the demo's workbooks. */
export const DEMO_RESPONSES = RESPONSES_FOLDER;
/** The calendar year that the demo's suppliers were asked about. */
export const DEMO_PERIOD = 2016;

/**
 * The workbooks and the roster of the demo, by their paths in its folder. Throws WorkspaceError if the package is
 * incomplete.
 */
export function demoFiles(): Record<string, Uint8Array> {
  const responses = `fixtures/responses-${DEMO_PERIOD}`;
  try {
    const workbooks = ownFiles(responses).map((name) => [
      `${DEMO_RESPONSES}/${name}`,
      ownFile(`${responses}/${name}`),
    ]);
    return {
      ...Object.fromEntries(workbooks),
      [ROSTER_FILE]: ownFile(`fixtures/roster-${DEMO_PERIOD}.csv`),
    };
  } catch (cause) {
    throw new WorkspaceError("The files of the demo are missing: install cmrt again.", { cause });
  }
}

/**
 * Whether a new campaign can be created at a path: it is an empty folder, or does not exist. Throws WorkspaceError if
 * that cannot be determined.
 */
export function isFree(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return true;
    if (code === "ENOTDIR") return false;
    throw new WorkspaceError(`Cannot read ${path} (${code}).`);
  }
}
