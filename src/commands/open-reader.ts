// Reading spread over the cores of the machine.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { WorkspaceError } from "../errors.ts";
import { LIMITS } from "../model/limits.ts";
import type { ReferenceList } from "../model/reference.ts";
import { sourceText, UnreadableError } from "../model/workbook.ts";
import type { Found, FoundFile } from "../workbook/find-files.ts";
import { type Attachment, mailAttachments } from "../workbook/mail-attachments.ts";
import type { OpenOptions } from "../workbook/open-workbook.ts";
import { isReadByOwnScanner } from "../workbook/sniff.ts";
import { unpackFiles } from "../workbook/unpack-files.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { openPool } from "./limited-pool.ts";
import type { FileBytes } from "./read-all.ts";
import { type ReadResult, readResponse } from "./read-response.ts";
import type { MailAnswer, MailTask, ReadAnswer, ReadTask, StoreAnswer, StoreTask } from "./read-worker.ts";
import { type StoreResult, storeIn } from "./store-response.ts";

export interface Reader {
  /** Reads one file's bytes. */
  read(file: FileBytes): Promise<ReadResult>;
  /** The same, and into the store; rejects with a WorkspaceError where the workspace cannot be written. */
  storeIn(workspace: Workspace, tool: string): (file: FileBytes) => Promise<StoreResult>;
  /** Steps into the zips and mails among what was found; see unpackFiles. */
  unpack(found: Found): AsyncGenerator<FoundFile>;
  /** How many files to have under way. */
  ahead: number;
  close(): Promise<void>;
}

/** Files that are read in this process: for so few, starting workers takes longer than it saves. */
const READ_HERE = 6;
/**
 * Larger files, and formats that libraries read, go to a worker in any case: it can be stopped. The largest real
 * workbooks have about 2 MB.
 */
const READ_HERE_BYTES = 3 * 1024 * 1024;
/** Files under way for each worker: one being read, one waiting with its hash at hand. */
const AHEAD = 2;

/** More processes than this help nowhere and cost memory. */
const MOST_WORKERS = 64;

/** Workers run the built program; run from its TypeScript sources, cmrt reads in this process. */
const WORKER = fileURLToPath(new URL("./read-worker.js", import.meta.url));
const IS_BUILT = import.meta.url.endsWith(".js");

/** How much there is to do, and by how many. */
export interface Extent {
  /** Worker processes; by default one for each core. */
  workers?: number | undefined;
  /** Files that were found; containers may hold more. */
  expected?: number;
}

/**
 * A reader of files with some workers. They start when there is enough to do or a file may need stopping; one that
 * hangs or dies costs its file. The caller closes it.
 */
export function openReader(options: OpenOptions, extent: Extent): Reader {
  const workers = Math.min(extent.workers ?? availableParallelism(), MOST_WORKERS);
  const isMany = (extent.expected ?? 0) > READ_HERE;
  const { limits = LIMITS } = options;
  const pool = openPool(WORKER, { workers, seconds: limits.fileSeconds, memory: limits.workerMemory });
  let readHere = 0;
  const lists = new Map<string, ReferenceList>();

  function isForHere({ bytes }: FileBytes): boolean {
    if (IS_BUILT && (isMany || readHere >= READ_HERE || !isHarmless(bytes))) return false;
    readHere++;
    return true;
  }
  const readIt = ({ bytes, source, sha256 }: FileBytes) =>
    readResponse(bytes, source, { ...options, sha256 });
  const task = ({ source, sha256, file, bytes }: FileBytes): ReadTask => {
    return { source, sha256, options, content: file ?? bytes };
  };

  async function openMail(bytes: Buffer): Promise<Attachment[] | undefined> {
    if (!IS_BUILT) return mailAttachments(bytes);
    const answer = await pool.run<MailTask, MailAnswer>("openMail", { mail: bytes });
    if (!answer.ok) throw new UnreadableError(answer.unreadable);
    return answer.attachments?.map((each) => ({ ...each, bytes: Buffer.from(each.bytes) }));
  }

  return {
    unpack: (found) => unpackFiles(found, limits, openMail),
    ahead: IS_BUILT ? workers * AHEAD : 1,
    async read(file) {
      if (isForHere(file)) return readIt(file);
      const answer = await pool.run<ReadTask, ReadAnswer>("read", task(file));
      return withList(answer, { file: sourceText(file.source), sha256: file.sha256 }, lists);
    },
    storeIn(workspace, tool) {
      const store = storeIn(workspace, tool);
      return async (file) => {
        if (isForHere(file)) return store(await readIt(file));
        const { root } = workspace;
        const answer = await pool.run<StoreTask, StoreAnswer>("store", { ...task(file), root, tool });
        if (answer.ok === "hindered") throw new WorkspaceError(answer.reason);
        return answer;
      };
    },
    close: () => pool.close(),
  };
}

function isHarmless(bytes: Uint8Array): boolean {
  return (
    bytes.byteLength <= READ_HERE_BYTES &&
    isReadByOwnScanner(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  );
}

/** The worker's result with its look-up list, as if read in this process. */
function withList(
  { result, listKey, list }: ReadAnswer,
  source: { file: string; sha256: string },
  lists: Map<string, ReferenceList>,
): ReadResult {
  if (!result.ok || listKey === undefined) return result;
  const known = lists.get(listKey) ?? list;
  if (known === undefined) return result;
  lists.set(listKey, known);
  return { ...result, ownList: { ...known, source: { ...known.source, ...source } } };
}
