// Reading spread over the cores of the machine.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Tinypool } from "tinypool";
import type { ReadOne } from "./read-all.ts";
import { readResponse } from "./read-response.ts";
import type { ReadTask } from "./read-worker.ts";

export interface Reader {
  read: ReadOne;
  /** How many files to have under way. */
  ahead: number;
  close(): Promise<void>;
}

/** Files read in this thread before workers are started: for fewer, starting them takes longer than it saves. */
const READ_HERE = 6;
/** Files under way for each worker: one being read, one waiting with its bytes at hand. */
const AHEAD = 2;

/**
 * A reader of files with some workers, by default one for each core. Workers start when there is enough to do; with
 * one worker everything is read in this thread. The caller closes it.
 */
export function openReader(passwords: readonly string[], workers = availableParallelism()): Reader {
  let read = 0;
  let pool: Tinypool | undefined;
  return {
    ahead: workers === 1 ? 1 : workers * AHEAD,
    async read({ bytes, source }) {
      if (workers === 1 || read++ < READ_HERE) return readResponse(bytes, source, { passwords });
      pool ??= await startPool(workers);
      const task: ReadTask = { bytes: detachable(bytes), source, passwords };
      return pool.run(task, { transferList: [task.bytes.buffer as ArrayBuffer] });
    },
    async close() {
      await pool?.destroy();
    },
  };
}

async function startPool(workers: number): Promise<Tinypool> {
  const { Tinypool } = await import("tinypool");
  // From its sources the project runs through tsx, which worker threads do not inherit.
  const ending = import.meta.url.slice(-2);
  return new Tinypool({
    filename: fileURLToPath(new URL(`./read-worker.${ending}`, import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    ...(ending === "ts" ? { execArgv: ["--import", "tsx"] } : {}),
  });
}

/** The bytes in memory of their own, so that they can be handed over without a copy. */
function detachable(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
