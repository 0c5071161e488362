// Reading spread over the cores of the machine.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { LIMITS } from "../model/limits.ts";
import type { ReferenceList } from "../model/reference.ts";
import { sourceText, UnreadableError } from "../model/workbook.ts";
import type { Found, FoundFile } from "../workbook/find-files.ts";
import { type Attachment, mailAttachments } from "../workbook/mail-attachments.ts";
import type { OpenOptions } from "../workbook/open-workbook.ts";
import { isReadByOwnScanner } from "../workbook/sniff.ts";
import { unpackFiles } from "../workbook/unpack-files.ts";
import { openPool } from "./limited-pool.ts";
import type { ReadOne } from "./read-all.ts";
import { type ReadResult, readResponse } from "./read-response.ts";
import type { MailResult, MailTask, ReadTask, WorkerResult } from "./read-worker.ts";

export interface Reader {
  read: ReadOne;
  /** Steps into the zips and mails among what was found; see unpackFiles. */
  unpack(found: Found): AsyncGenerator<FoundFile>;
  /** How many files to have under way. */
  ahead: number;
  close(): Promise<void>;
}

/** Files read in this thread before workers are started: for fewer, starting them takes longer than it saves. */
const READ_HERE = 6;
/**
 * Larger files, and formats that libraries read, go to a worker in any case: it can be stopped. The largest real
 * workbooks have about 2 MB.
 */
const READ_HERE_BYTES = 3 * 1024 * 1024;
/** Files under way for each worker: one being read, one waiting with its bytes at hand. */
const AHEAD = 2;

/** More threads than this help nowhere and cost memory. */
const MOST_WORKERS = 64;

/** Workers are threads of the built program; run from its TypeScript sources, cmrt reads in this thread. */
const WORKER = fileURLToPath(new URL("./read-worker.js", import.meta.url));
const IS_BUILT = import.meta.url.endsWith(".js");

/**
 * A reader of files with some workers, by default one for each core. Workers start when there is enough to do or a
 * file may need stopping; one that hangs or dies costs its file. The caller closes it.
 */
export function openReader(options: OpenOptions, wanted = availableParallelism()): Reader {
  const workers = Math.min(wanted, MOST_WORKERS);
  const { limits = LIMITS } = options;
  const { fileSeconds, workerMemory } = limits;
  const pool = openPool(WORKER, {
    workers,
    seconds: fileSeconds,
    memory: workerMemory,
  });
  let read = 0;
  const lists = new Map<string, ReferenceList>();

  async function openMail(bytes: Buffer): Promise<Attachment[] | undefined> {
    if (!IS_BUILT) return mailAttachments(bytes);
    const mail = new Uint8Array(bytes);
    const answer = await pool.run<MailTask, MailResult>({ mail }, [mail.buffer], "openMailInWorker");
    if (!answer.ok) throw new UnreadableError(answer.unreadable);
    return answer.attachments?.map((each) => ({ ...each, bytes: Buffer.from(each.bytes) }));
  }

  return {
    unpack: (found) => unpackFiles(found, limits, openMail),
    ahead: IS_BUILT ? workers * AHEAD : 1,
    async read({ bytes, source, sha256 }) {
      if (!IS_BUILT || (read < READ_HERE && isHarmless(bytes))) {
        read++;
        return readResponse(bytes, source, { ...options, sha256 });
      }
      const task: ReadTask = { bytes: detachable(bytes), source, options: { ...options, sha256 } };
      const transfer = [task.bytes.buffer as ArrayBuffer];
      const answer = await pool.run<ReadTask, WorkerResult>(task, transfer);
      return withList(answer, { file: sourceText(source), sha256 }, lists);
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

/** The worker's result with its look-up list, as if read in this thread. */
function withList(
  { result, listKey, list }: WorkerResult,
  source: { file: string; sha256: string },
  lists: Map<string, ReferenceList>,
): ReadResult {
  if (!result.ok || listKey === undefined) return result;
  const known = lists.get(listKey) ?? list;
  if (known === undefined) return result;
  lists.set(listKey, known);
  return { ...result, ownList: { ...known, source: { ...known.source, ...source } } };
}

/** The bytes in memory of their own, so that they can be handed over without a copy. */
function detachable(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
