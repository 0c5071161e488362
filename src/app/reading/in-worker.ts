// Reads files that the user names (lists, tables of names, templates) in a worker, which can be stopped.
import { UsageError } from "../../lib/errors.ts";
import type { Limits } from "../../model/limits.ts";
import { UnreadableError } from "../../model/workbook.ts";
import type { ListFileOptions } from "../lists/read-list-file.ts";
import { IS_BUILT } from "./is-built.ts";
import { openPool } from "./limited-pool.ts";
import { WORKER } from "./worker-program.ts";

/** The worker's result for a file that the user named, or what is wrong with the file. */
export type UsageAnswer<Value> = { ok: true; value: Value } | { ok: false; usage: string };

export interface NamedFileTask {
  bytes: Uint8Array;
  /** The file's name as given. */
  file: string;
}

export interface ListTask extends NamedFileTask {
  options: ListFileOptions;
}

export interface SheetsTask extends NamedFileTask {
  limits: Limits;
}

/**
 * Calls the worker's method `name` for a file, within the limits of time and memory; `here` does the same in this
 * process. Throws UsageError for problems of the file, and if the worker had to be stopped.
 */
export async function readInWorker<Task extends NamedFileTask, Value>(
  name: string,
  task: Task,
  limits: Limits,
  here: (task: Task) => Promise<Value>,
): Promise<Value> {
  if (!IS_BUILT) return here(task);
  const pool = openPool(WORKER, { workers: 1, seconds: limits.fileSeconds, memory: limits.workerMemory });
  try {
    const answer = await pool.run<Task, UsageAnswer<Value>>(name, task);
    if (answer.ok) return answer.value;
    throw new UsageError(answer.usage);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UsageError(`${task.file}: ${error.unreadable.reason} ${error.unreadable.ask}`);
  } finally {
    await pool.close();
  }
}

/** Used in the worker: runs `read` and returns a UsageError as an answer. */
export async function usageAnswer<Value>(read: () => Promise<Value>): Promise<UsageAnswer<Value>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, usage: error.message };
    throw error;
  }
}
