// The built program: what users run, and the only form that reads in worker processes, which cannot load TypeScript.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..", "..");

/** The command of the built program. */
export const CMRT = join(ROOT, "bin", "cmrt.js");

/**
 * The single executable to test instead of the built program (npm run test:executable); undefined for the program
 * itself.
 */
export const EXECUTABLE: string | undefined = process.env.CMRT_EXECUTABLE;

/** What to start for a cmrt process, and its first arguments. */
export const PROGRAM = EXECUTABLE ?? process.execPath;
export const ENTRY: readonly string[] = EXECUTABLE === undefined ? [CMRT] : [];

/** Whether there is a build that is not older than the sources; tests of the built program are skipped without. */
export function isBuilt(): boolean {
  current ??= isCurrent();
  return current;
}

let current: boolean | undefined;

function isCurrent(): boolean {
  // The last file that the build writes.
  const built = join(ROOT, "dist", "bundle", "main.js");
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  return sources.every((file) => statSync(join(ROOT, "src", file)).mtimeMs <= since);
}

/** The path of a module of the built program, by its path in the sources without extension. */
export function builtPath(path: string): string {
  return join(ROOT, "dist", `${path}.js`);
}

/** That module. */
export function builtModule<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(builtPath(path)).href) as Promise<Module>;
}
