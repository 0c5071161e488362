// Loaded before a worker process's own module: ends the process when its parent has ended. A worker sees its channel
// close only between tasks; this separate thread notices during a task, too.
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { IS_EXECUTABLE, ownFile } from "../../lib/own-files.ts";

/** Milliseconds between two checks: a worker outlives its parent by no more than that. */
const INTERVAL = 500;

/** The thread needs only a number and a timer. */
const LIMITS = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };

if (isMainThread) {
  // The pool passes its process id as the last argument, since the parent may already have ended.
  const parent = Number(process.argv.at(-1));
  // Without execArgv, which would load this module into the thread again.
  const options = { workerData: parent, execArgv: [], resourceLimits: LIMITS };
  const thread = IS_EXECUTABLE
    ? new Worker(ownFile("parent-watch.js").toString("utf8"), { ...options, eval: true })
    : new Worker(new URL(import.meta.url), options);
  thread.unref();
} else {
  const parent: number = workerData;
  setInterval(() => {
    // SIGKILL, so that nothing in progress can delay it.
    if (!isAlive(parent)) process.kill(process.pid, "SIGKILL");
  }, INTERVAL);
}

/**
 * Whether the parent is alive. On POSIX an orphan gets another parent; on Windows it does not, but the process no
 * longer exists.
 */
function isAlive(parent: number): boolean {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(parent, 0);
  } catch {
    return false;
  }
}
