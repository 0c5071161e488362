// Worker processes with a limit of time and memory per task: one that hangs or crashes only loses its task.

import type { Pool } from "workerpool";
import { type Unreadable, UnreadableError } from "../../model/workbook.ts";
import { SETTINGS_FILE } from "../../model/workspace-files.ts";
import { workerArguments } from "./worker-program.ts";

export interface LimitedPool {
  /**
   * Runs the method `name` of the pool's module. Rejects with an UnreadableError if the worker had to be stopped or
   * crashed. Task and answer are copied between the processes.
   */
  run<Task, Answer>(name: string, task: Task): Promise<Answer>;
  close(): Promise<void>;
}

export interface PoolLimits {
  workers: number;
  /** Seconds per task. */
  seconds: number;
  /** Heap of a worker in MB, and the same again for a library in WebAssembly. */
  memory: number;
}

/**
 * V8 flags of a worker. It uses a single thread, since the other cores have their own workers, which background
 * compilation and collection would only slow down. The parts of a workbook are megabytes that live for milliseconds:
 * incremental marking costs several times as much as a full collection of a small heap. The young generation has room
 * for two workbooks from the start, and nothing is pretenured: an array in the old generation would keep alive, and
 * cause to be copied, the rows of a workbook long after it was read.
 */
const ENGINE = [
  "--single-threaded",
  "--no-incremental-marking",
  "--no-allocation-site-pretenuring",
  "--min-semi-space-size=32",
  "--max-semi-space-size=32",
];

/** WebAssembly measures memory in pages of 64 kB, up to 4 GB. */
const PAGES_OF_MB = 16;
const MOST_PAGES = 65_536;

/** Milliseconds that a worker has to exit before it is killed. */
const GRACE = 100;

/** Milliseconds after which to stop waiting for a worker to exit: one that had already exited does not report it. */
const PATIENCE = 1000;

/**
 * Opens a pool of workers with the methods that the module `file` registers. Workers are started on demand. They are
 * processes rather than threads, because a thread that runs out of memory ends the whole program.
 */
export function openPool(file: string, limits: PoolLimits): LimitedPool {
  // Each worker is a separate pool: if a worker is stopped at the moment it crashes, its pool loses track of it for
  // good.
  const idle: Pool[] = [];
  const ending = new Set<Promise<void>>();
  let free = limits.workers;
  const waiting: (() => void)[] = [];

  async function start(): Promise<Pool> {
    const { pool } = await import("workerpool");
    return pool(file, {
      workerType: "process",
      maxWorkers: 1,
      workerTerminateTimeout: GRACE,
      // Output of a crashing worker is discarded: the result for its file is more useful.
      emitStdStreams: true,
      forkArgs: [String(process.pid)],
      forkOpts: {
        serialization: "advanced",
        execArgv: workerArguments([
          `--max-old-space-size=${limits.memory}`,
          `--wasm-max-mem-pages=${Math.min(limits.memory * PAGES_OF_MB, MOST_PAGES)}`,
          ...ENGINE,
        ]),
      },
    });
  }

  // A task's time starts when a worker is free for it.
  async function takeTurn(): Promise<void> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function giveTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }

  function discard(worker: Pool): void {
    const ended = end(worker).finally(() => ending.delete(ended));
    ending.add(ended);
  }

  async function runOn<Task, Answer>(worker: Pool, name: string, task: Task): Promise<Answer> {
    try {
      const answer = await worker.exec(name, [task]).timeout(limits.seconds * 1000);
      idle.push(worker);
      return answer;
    } catch (error) {
      const stopped = await whyStopped(error, limits);
      if (stopped !== undefined) {
        discard(worker);
        throw new UnreadableError(stopped);
      }
      idle.push(worker);
      throw error;
    }
  }

  return {
    async run(name, task) {
      await takeTurn();
      try {
        return await runOn(idle.pop() ?? (await start()), name, task);
      } finally {
        giveTurn();
      }
    },
    async close() {
      for (const worker of idle.splice(0)) discard(worker);
      await Promise.all(ending);
    },
  };
}

/** Ends a worker in any state. */
async function end(worker: Pool): Promise<void> {
  try {
    await worker.terminate(true, PATIENCE);
  } catch {
    // It has already exited.
  }
}

/** Why a worker did not finish; undefined if the task itself failed. */
async function whyStopped(error: unknown, { seconds, memory }: PoolLimits): Promise<Unreadable | undefined> {
  const { Promise: PoolPromise, TerminateError } = await import("workerpool");
  if (error instanceof PoolPromise.TimeoutError) return tookTooLong(seconds);
  if (!(error instanceof TerminateError)) return undefined;
  return OUT_OF_MEMORY.test(error.message) ? tookTooMuch(memory) : died();
}

/** How the pool reports a process that V8 aborted, as it does when it runs out of memory. */
const OUT_OF_MEMORY = /exitCode: `134`|signalCode: `SIGABRT`/;

function tookTooLong(seconds: number): Unreadable {
  return {
    kind: "too-large",
    reason: `Reading it took more than ${seconds} seconds and was stopped.`,
    ask: `Ask for the workbook without unrelated content, or raise "fileSeconds" under "limits" in ${SETTINGS_FILE}.`,
  };
}

function tookTooMuch(memory: number): Unreadable {
  return {
    kind: "too-large",
    reason: `Reading it took more than ${memory} MB of memory and was stopped.`,
    ask: `Ask for the workbook without unrelated content, or raise "workerMemory" under "limits" in ${SETTINGS_FILE}.`,
  };
}

function died(): Unreadable {
  return {
    kind: "failed",
    reason: "The process that was reading it ended unexpectedly.",
    ask: "Ingest again. If it happens again, ask the supplier to save the workbook as a new .xlsx.",
  };
}
