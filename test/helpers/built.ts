// The built program: what users run, and the only one that reads in worker processes (they cannot load TypeScript).
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..", "..");

/** The command of the built program. */
export const CMRT = join(ROOT, "bin", "cmrt.js");

/** The single file to test in place of the built program (npm run test:executable); undefined for the program itself. */
export const EXECUTABLE: string | undefined = process.env.CMRT_EXECUTABLE;

/** What a process of cmrt runs, and its first arguments. */
export const PROGRAM = EXECUTABLE ?? process.execPath;
export const ENTRY: readonly string[] = EXECUTABLE === undefined ? [CMRT] : [];

/** The build is there and not older than the sources; tests of the built program are skipped without. */
export function isBuilt(): boolean {
  current ??= isCurrent();
  return current;
}

let current: boolean | undefined;

function isCurrent(): boolean {
  // The last thing that the build makes.
  const built = join(ROOT, "dist", "bundle", "main.js");
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  return sources.every((file) => statSync(join(ROOT, "src", file)).mtimeMs <= since);
}

/** Where a module of the built program lies, by its path in the sources without the ending. */
export function builtPath(path: string): string {
  return join(ROOT, "dist", `${path}.js`);
}

/** That module. */
export function builtModule<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(builtPath(path)).href) as Promise<Module>;
}
