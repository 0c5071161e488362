// Loaded before a worker process's own module: ends the process when the one that started it has ended. A worker hears
// that from its channel only between tasks; a thread of its own sees it in the midst of one.
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { IS_EXECUTABLE, ownFile } from "../../lib/own-files.ts";

/** Milliseconds between two looks: a worker outlives its parent by no more than that. */
const INTERVAL = 500;

/** The thread holds a number and a timer. */
const LIMITS = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };

if (isMainThread) {
  // The pool names itself as the last argument: a parent that has ended meanwhile could not be asked for.
  const parent = Number(process.argv.at(-1));
  // Without arguments for the engine: they would load this module into the thread once more.
  const options = { workerData: parent, execArgv: [], resourceLimits: LIMITS };
  const thread = IS_EXECUTABLE
    ? new Worker(ownFile("parent-watch.js").toString("utf8"), { ...options, eval: true })
    : new Worker(new URL(import.meta.url), options);
  thread.unref();
} else {
  const parent: number = workerData;
  setInterval(() => {
    // Nothing that the worker has under way may hold it up.
    if (!isAlive(parent)) process.kill(process.pid, "SIGKILL");
  }, INTERVAL);
}

/** Whether the parent lives. POSIX gives an orphan another parent; Windows does not, but forgets the process. */
function isAlive(parent: number): boolean {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(parent, 0);
  } catch {
    return false;
  }
}
