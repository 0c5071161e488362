// Worker threads that may take only so long and so much memory for a task: one that hangs or dies costs its task.
import type { Tinypool } from "tinypool";
import { type Unreadable, UnreadableError } from "../model/workbook.ts";

export interface LimitedPool {
  /**
   * Runs one task with the export `name` of the pool's module; rejects with an UnreadableError that says so where the
   * worker had to be stopped or died.
   */
  run<Task, Answer>(task: Task, transfer: ArrayBuffer[], name?: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface PoolLimits {
  workers: number;
  /** Seconds that one task may take. */
  seconds: number;
  /** Memory of one worker in MB. */
  memory: number;
}

/** Opens a pool whose workers run the exports of the module `file`. They start with the first task. */
export function openPool(file: string, limits: PoolLimits): LimitedPool {
  let started: Promise<Tinypool> | undefined;
  let free = limits.workers;
  const waiting: (() => void)[] = [];

  async function start(): Promise<Tinypool> {
    const { Tinypool } = await import("tinypool");
    return new Tinypool({
      filename: file,
      minThreads: limits.workers,
      maxThreads: limits.workers,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
  }

  // A task's time begins when a worker is free for it, not while it waits.
  async function takeWorker(): Promise<void> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function giveWorker(): void {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }

  return {
    async run(task, transfer, name = "default") {
      started ??= start();
      const pool = await started;
      await takeWorker();
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), limits.seconds * 1000);
      try {
        return await pool.run(task, { transferList: transfer, signal: stop.signal, name });
      } catch (error) {
        if (stop.signal.aborted) throw new UnreadableError(tookTooLong(limits.seconds));
        if (isOutOfMemory(error)) throw new UnreadableError(tookTooMuch(limits.memory));
        throw error;
      } finally {
        clearTimeout(timer);
        giveWorker();
      }
    },
    async close() {
      await (await started)?.destroy();
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tookTooLong(seconds: number): Unreadable {
  return {
    kind: "too-large",
    reason: `Reading it took more than ${seconds} seconds and was stopped.`,
    ask: 'Ask for the workbook without what does not belong into it, or raise "fileSeconds" under "limits" in cmrt.json.',
  };
}

function tookTooMuch(memory: number): Unreadable {
  return {
    kind: "too-large",
    reason: `Reading it took more than ${memory} MB of memory and was stopped.`,
    ask: 'Ask for the workbook without what does not belong into it, or raise "workerMemory" under "limits" in cmrt.json.',
  };
}
