// Runs in a worker process: a file in, what it holds out, or into the store.
import { createHash } from "node:crypto";
import { worker } from "workerpool";
import { WorkspaceError } from "../errors.ts";
import { LIMITS } from "../model/limits.ts";
import type { ReferenceList } from "../model/reference.ts";
import { type SourceName, type Unreadable, UnreadableError } from "../model/workbook.ts";
import { readWhole } from "../workbook/find-files.ts";
import { type Attachment, mailAttachments } from "../workbook/mail-attachments.ts";
import { CHANGING } from "../workbook/unreadable.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import { listKey } from "./own-lists.ts";
import { notAccessible } from "./read-all.ts";
import { type ReadOptions, type ReadResult, readResponse } from "./read-response.ts";
import { type StoreOne, type StoreResult, storeIn } from "./store-response.ts";

export interface ReadTask {
  source: SourceName;
  sha256: string;
  options: ReadOptions;
  /** The bytes, or where they lie in the file system. */
  content: Uint8Array | string;
}

/** The result without its look-up list, which most workbooks of a campaign share: named, and sent along once. */
export interface ReadAnswer {
  result: ReadResult;
  listKey?: string;
  list?: ReferenceList;
}

export interface StoreTask extends ReadTask {
  /** The workspace's folder, and the version of cmrt that writes into it. */
  root: string;
  tool: string;
}

/** The result, or what hinders all writing. */
export type StoreAnswer = StoreResult | { ok: "hindered"; reason: string };

/** A saved mail to open. */
export interface MailTask {
  mail: Uint8Array;
}

/** Its attachments; undefined where the bytes are no mail. */
export type MailAnswer =
  | { ok: true; attachments: Attachment[] | undefined }
  | { ok: false; unreadable: Unreadable };

const sent = new Set<string>();

async function read(task: ReadTask): Promise<ReadAnswer> {
  const result = await readTask(task);
  if (!result.ok || result.ownList === undefined) return { result };
  const { ownList, ...rest } = result;
  const key = listKey(ownList);
  if (sent.has(key)) return { result: rest, listKey: key };
  sent.add(key);
  return { result: rest, listKey: key, list: ownList };
}

const stores = new Map<string, StoreOne>();

async function store({ root, tool, ...task }: StoreTask): Promise<StoreAnswer> {
  const into = stores.get(root) ?? storeIn(openWorkspace(root, tool), tool);
  stores.set(root, into);
  try {
    return await into(await readTask(task));
  } catch (error) {
    if (error instanceof WorkspaceError) return { ok: "hindered", reason: error.message };
    throw error;
  }
}

async function readTask({ source, sha256, options, content }: ReadTask): Promise<ReadResult> {
  if (typeof content !== "string") return readResponse(content, source, { ...options, sha256 });
  const bytes = await readWhole(content, options.limits ?? LIMITS).catch((error: unknown) =>
    notAccessible(error),
  );
  if (!(bytes instanceof Uint8Array)) return { ok: false, unreadable: bytes };
  const now = createHash("sha256").update(bytes).digest("hex");
  if (now !== sha256) return { ok: false, unreadable: CHANGING };
  return readResponse(bytes, source, { ...options, sha256 });
}

async function openMail({ mail }: MailTask): Promise<MailAnswer> {
  try {
    return { ok: true, attachments: await mailAttachments(Buffer.from(mail)) };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}

worker({ read, store, openMail });
