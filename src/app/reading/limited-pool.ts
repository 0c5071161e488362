// Worker processes that may take only so long and so much memory for a task: one that hangs or dies costs its task.

import type { Pool } from "workerpool";
import { type Unreadable, UnreadableError } from "../../model/workbook.ts";
import { SETTINGS_FILE } from "../../model/workspace-files.ts";
import { workerArguments } from "./worker-program.ts";

export interface LimitedPool {
  /**
   * Runs the method `name` of the pool's module; rejects with an UnreadableError that says so where the worker had to
   * be stopped or died. Task and answer are copied between the processes.
   */
  run<Task, Answer>(name: string, task: Task): Promise<Answer>;
  close(): Promise<void>;
}

export interface PoolLimits {
  workers: number;
  /** Seconds that one task may take. */
  seconds: number;
  /** Memory of one worker's own objects in MB, and as much for a library in WebAssembly. */
  memory: number;
}

/**
 * How a worker's engine works: on one core, as the other cores have workers of their own, which compiling and collecting
 * aside would only hold up. A workbook's parts are megabytes that live for milliseconds: tracing them step by step costs
 * several times what one sweep over a small heap does. Room for two workbooks among what is young, from the first one on,
 * and nothing counted as old from the start: the rows of a workbook that an old array holds would be kept and copied long
 * after it.
 */
const ENGINE = [
  "--single-threaded",
  "--no-incremental-marking",
  "--no-allocation-site-pretenuring",
  "--min-semi-space-size=32",
  "--max-semi-space-size=32",
];

/** WebAssembly counts memory in pages of 64 kB, and has no more than 4 GB. */
const PAGES_OF_MB = 16;
const MOST_PAGES = 65_536;

/** Milliseconds that a worker has to end by itself before it is ended. */
const GRACE = 100;

/** Milliseconds after which nobody waits any longer for a worker to end: one that has ended unseen says nothing. */
const PATIENCE = 1000;

/**
 * Opens a pool whose workers offer the methods that the module `file` registers. They start as they are needed, and
 * are processes and not threads, because a thread that runs out of memory takes the whole program with it.
 */
export function openPool(file: string, limits: PoolLimits): LimitedPool {
  // Each worker is a pool of its own: where one is stopped in the moment in which it dies, its pool has lost it for good.
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
      // What a dying worker says goes nowhere: its file's outcome says it better.
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

  // A task's time begins when a worker is free for it.
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

/** Ends a worker, whatever state it is in. */
async function end(worker: Pool): Promise<void> {
  try {
    await worker.terminate(true, PATIENCE);
  } catch {
    // It has ended before.
  }
}

/** Why a worker did not finish; undefined where the task itself failed. */
async function whyStopped(error: unknown, { seconds, memory }: PoolLimits): Promise<Unreadable | undefined> {
  const { Promise: PoolPromise, TerminateError } = await import("workerpool");
  if (error instanceof PoolPromise.TimeoutError) return tookTooLong(seconds);
  if (!(error instanceof TerminateError)) return undefined;
  return OUT_OF_MEMORY.test(error.message) ? tookTooMuch(memory) : died();
}

/** How the pool reports a process that the engine aborted: it does so when it cannot get the memory it needs. */
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
