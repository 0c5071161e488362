// Reads files on all cores of the machine.
import { availableParallelism } from "node:os";
import { WorkspaceError } from "../../lib/errors.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { LIMITS } from "../../model/limits.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { sourceText, UnreadableError } from "../../model/workbook.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import type { Member } from "../../workbook/containers/member.ts";
import { openContainer } from "../../workbook/containers/open-container.ts";
import type { OpenOptions } from "../../workbook/open-workbook.ts";
import type { Found } from "../../workbook/sources/find-files.ts";
import { type Refused, type UnpackedFile, unpackFiles } from "../../workbook/sources/unpack-files.ts";
import { type StoreResult, storeIn } from "../ingest/store-response.ts";
import { IS_BUILT } from "./is-built.ts";
import { openPool } from "./limited-pool.ts";
import type { Failed, Hashed, ReadOne } from "./read-all.ts";
import { loadContent, readContent } from "./read-content.ts";
import type { ReadResult } from "./read-response.ts";
import type {
  ContainerAnswer,
  ContainerTask,
  ReadAnswer,
  ReadTask,
  StoreAnswer,
  StoreTask,
} from "./read-worker.ts";
import { WORKER } from "./worker-program.ts";

export interface Reader {
  /** Reads one file. */
  read: ReadOne<ReadResult>;
  /** Reads a file and stores the response; rejects with a WorkspaceError if the workspace cannot be written. */
  storeIn(workspace: Workspace, tool: string): ReadOne<StoreResult>;
  /** Opens the archives and mails among the files found; see `unpackFiles`. */
  unpack(found: Found, sizes?: Set<number>, refused?: Refused): AsyncGenerator<UnpackedFile>;
  /** How many files to process at the same time. */
  ahead: number;
  close(): Promise<void>;
}

/** Files in progress per worker: one being read, one waiting. */
const AHEAD = 2;

/** More processes than this only cost memory. */
const MOST_WORKERS = 64;

/** How much there is to do, and with how many workers. */
export interface Workload {
  /** Worker processes; by default one per core. */
  workers?: number | undefined;
}

/**
 * A reader with some workers, which are started on demand. Even a single file is read by a worker, because nothing
 * about a file reveals how much time and memory reading it takes, and only a worker can be stopped. One that hangs or
 * crashes only loses its file. The caller closes the reader.
 */
export function openReader(options: OpenOptions, workload: Workload = {}): Reader {
  const workers = Math.min(workload.workers ?? availableParallelism(), MOST_WORKERS);
  const { limits = LIMITS, passwords = [] } = options;
  const pool = openPool(WORKER, { workers, seconds: limits.fileSeconds, memory: limits.workerMemory });
  const lists = new Map<string, ReferenceList>();

  async function open(bytes: Buffer): Promise<Member[] | undefined> {
    if (!IS_BUILT) return openContainer(bytes, limits);
    const answer = await pool.run<ContainerTask, ContainerAnswer>("openContainer", { bytes, limits });
    if (!answer.ok) throw new UnreadableError(answer.unreadable);
    return answer.members?.map((member) =>
      "bytes" in member ? { ...member, bytes: Buffer.from(member.bytes) } : member,
    );
  }

  /**
   * The answer of a worker or, for a file with which it was stopped, the reason, without a hash, as that is then
   * unknown.
   */
  async function onWorker<Task extends ReadTask, Answer>(
    name: string,
    task: Task,
  ): Promise<Answer | Hashed<Failed>> {
    try {
      return await pool.run<Task, Answer>(name, task);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      const bytes = loadContent(task.file, limits);
      const sha256 = bytes instanceof Uint8Array ? sha256Of(bytes) : undefined;
      return { ok: false, unreadable: error.unreadable, sha256 };
    }
  }

  return {
    unpack: (found, sizes, refused) => unpackFiles(found, { limits, passwords, open, sizes, refused }),
    ahead: IS_BUILT ? workers * AHEAD : 1,
    async read(file) {
      if (!IS_BUILT) return readContent(file, options);
      const answer = await onWorker<ReadTask, ReadAnswer>("read", { file, options });
      return "result" in answer ? withList(answer, sourceText(file.source), lists) : answer;
    },
    storeIn(workspace, tool) {
      const store = storeIn(workspace, tool);
      return async (file) => {
        if (!IS_BUILT) return store(await readContent(file, options));
        const { root, store: folder } = workspace;
        const task = { file, options, root, store: folder, tool };
        const answer = await onWorker<StoreTask, StoreAnswer>("store", task);
        if (answer.ok === "cannotWrite") throw new WorkspaceError(answer.reason);
        return answer;
      };
    },
    close: () => pool.close(),
  };
}

/** The worker's result together with its look-up list, as if read in this process. */
function withList(
  { result, listKey, list }: ReadAnswer,
  file: string,
  lists: Map<string, ReferenceList>,
): Hashed<ReadResult> {
  if (!result.ok || listKey === undefined) return result;
  const known = lists.get(listKey) ?? list;
  if (known === undefined) return result;
  lists.set(listKey, known);
  const { id: sha256 } = result.response;
  return { ...result, lookUpList: { ...known, source: { ...known.source, file, sha256 } } };
}
