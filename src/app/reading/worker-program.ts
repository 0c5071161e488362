// What a worker process runs: a module of this package, or the single executable itself.
import { fileURLToPath } from "node:url";
import { IS_EXECUTABLE } from "../../lib/own-files.ts";
import { IS_BUILT } from "./is-built.ts";

/** The workers' module; for the executable, the argument that makes it a worker. */
export const WORKER = IS_EXECUTABLE
  ? "cmrt-read-worker"
  : fileURLToPath(new URL("./read-worker.js", import.meta.url));

/** Makes a worker end soon after this process, whatever it is doing and however this process ended. */
const WATCH = IS_BUILT ? [`--import=${new URL("./parent-watch.js", import.meta.url)}`] : [];

/** The arguments that start a worker with these V8 flags. The executable takes all of them in one argument. */
export function workerArguments(flags: readonly string[]): string[] {
  return IS_EXECUTABLE ? [`--node-options=${flags.join(" ")}`] : [...flags, ...WATCH];
}
