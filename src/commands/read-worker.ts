// Runs in a worker thread: bytes in, what they hold out.
import type { ReferenceList } from "../model/reference.ts";
import { type SourceName, type Unreadable, UnreadableError } from "../model/workbook.ts";
import { type Attachment, mailAttachments } from "../workbook/mail-attachments.ts";
import { listKey } from "./own-lists.ts";
import { type ReadOptions, type ReadResult, readResponse } from "./read-response.ts";

export interface ReadTask {
  bytes: Uint8Array;
  source: SourceName;
  options: ReadOptions;
}

/** The result without its look-up list, which most workbooks of a campaign share: named, and sent along once. */
export interface WorkerResult {
  result: ReadResult;
  listKey?: string;
  list?: ReferenceList;
}

const sent = new Set<string>();

/** Reads one file; what crosses the threads is plain data. */
export default async function readInWorker({ bytes, source, options }: ReadTask): Promise<WorkerResult> {
  const result = await readResponse(bytes, source, options);
  if (!result.ok || result.ownList === undefined) return { result };
  const { ownList, ...rest } = result;
  const key = listKey(ownList);
  if (sent.has(key)) return { result: rest, listKey: key };
  sent.add(key);
  return { result: rest, listKey: key, list: ownList };
}

/** A saved mail to open. */
export interface MailTask {
  mail: Uint8Array;
}

/** Its attachments; undefined where the bytes are no mail. */
export type MailResult =
  | { ok: true; attachments: Attachment[] | undefined }
  | { ok: false; unreadable: Unreadable };

/** Opens one saved mail. */
export async function openMailInWorker({ mail }: MailTask): Promise<MailResult> {
  try {
    return { ok: true, attachments: await mailAttachments(Buffer.from(mail)) };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}
