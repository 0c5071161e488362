// What a worker process runs: a module of this package, or the executable that this program is.
import { fileURLToPath } from "node:url";
import { IS_EXECUTABLE } from "../../lib/own-files.ts";
import { IS_BUILT } from "./is-built.ts";

/** The module of the workers; for the executable the word that tells it to be one. */
export const WORKER = IS_EXECUTABLE
  ? "cmrt-read-worker"
  : fileURLToPath(new URL("./read-worker.js", import.meta.url));

/** A worker ends soon after this process, whatever it is busy with and however this one ended. */
const WATCH = IS_BUILT ? [`--import=${new URL("./parent-watch.js", import.meta.url)}`] : [];

/** The arguments that start a worker with these flags of the engine. The executable takes its own in one argument only. */
export function workerArguments(flags: readonly string[]): string[] {
  return IS_EXECUTABLE ? [`--node-options=${flags.join(" ")}`] : [...flags, ...WATCH];
}
