// The worker process: takes a file and returns its content, or stores it.
import { worker } from "workerpool";
import { familyNamed } from "../../forms/families.ts";
import { WorkspaceError } from "../../lib/errors.ts";
import type { Limits } from "../../model/limits.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { type Unreadable, UnreadableError } from "../../model/workbook.ts";
import type { Imported } from "../../reference/import-list.ts";
import type { TableRow } from "../../reference/read-table.ts";
import { openWorkspace } from "../../store/open-workspace.ts";
import type { Member } from "../../workbook/containers/member.ts";
import { openContainer as membersOf } from "../../workbook/containers/open-container.ts";
import type { OpenOptions } from "../../workbook/open-workbook.ts";
import type { FileContent } from "../../workbook/sources/unpack-files.ts";
import { listKey } from "../campaign/campaign-lists.ts";
import { type StoreOne, type StoreResult, storeIn } from "../ingest/store-response.ts";
import type { SheetTables } from "../lists/read-list-file.ts";
import type { FillTask } from "../rollup/fill-workbooks.ts";
import {
  type ListTask,
  type NamedFileTask,
  type SheetsTask,
  type UsageAnswer,
  usageAnswer,
} from "./in-worker.ts";
import type { Hashed } from "./read-all.ts";
import { readContent } from "./read-content.ts";
import type { ReadResult } from "./read-response.ts";

export interface ReadTask {
  file: FileContent;
  options: OpenOptions;
}

/**
 * The result without its look-up list, which most workbooks of a campaign share: it is identified by a key and sent
 * only once.
 */
export interface ReadAnswer {
  result: Hashed<ReadResult>;
  listKey?: string;
  list?: ReferenceList;
}

export interface StoreTask extends ReadTask {
  /** The folders of the workspace and its store, and the version of cmrt to record. */
  root: string;
  store: string;
  tool: string;
}

/** The result, or what prevents all writing. */
export type StoreAnswer = Hashed<StoreResult> | { ok: "cannotWrite"; reason: string };

/** A container to open. */
export interface ContainerTask {
  bytes: Uint8Array;
  limits: Limits;
}

/** Its files; undefined if the bytes are not a container. */
export type ContainerAnswer =
  | { ok: true; members: Member[] | undefined }
  | { ok: false; unreadable: Unreadable };

const sent = new Set<string>();

async function read({ file, options }: ReadTask): Promise<ReadAnswer> {
  const result = await readContent(file, options);
  if (!result.ok || result.lookUpList === undefined) return { result };
  const { lookUpList, ...rest } = result;
  const key = listKey(lookUpList);
  if (sent.has(key)) return { result: rest, listKey: key };
  sent.add(key);
  return { result: rest, listKey: key, list: lookUpList };
}

const stores = new Map<string, StoreOne>();

async function store({ root, store: folder, tool, file, options }: StoreTask): Promise<StoreAnswer> {
  const into = stores.get(folder) ?? storeIn(openWorkspace(root, tool, { store: folder }), tool);
  stores.set(folder, into);
  try {
    return await into(await readContent(file, options));
  } catch (error) {
    if (error instanceof WorkspaceError) return { ok: "cannotWrite", reason: error.message };
    throw error;
  }
}

async function openContainer({ bytes, limits }: ContainerTask): Promise<ContainerAnswer> {
  try {
    return { ok: true, members: await membersOf(Buffer.from(bytes), limits) };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}

// Loaded on demand, as few workers need it.
function readList({ bytes, file, options }: ListTask): Promise<UsageAnswer<Imported>> {
  return usageAnswer(async () => {
    const { readListFile } = await import("../lists/read-list-file.ts");
    return readListFile(bytes, file, options);
  });
}

function readTable({ bytes, file }: NamedFileTask): Promise<UsageAnswer<TableRow[]>> {
  return usageAnswer(async () => {
    const { readTableFile } = await import("../lists/read-list-file.ts");
    return readTableFile(bytes, file);
  });
}

function readSheets({ bytes, file, limits }: SheetsTask): Promise<UsageAnswer<SheetTables>> {
  return usageAnswer(async () => {
    const { readSheetTables } = await import("../lists/read-list-file.ts");
    return readSheetTables(bytes, file, limits);
  });
}

function fill({
  bytes,
  file,
  declaration,
  family,
  language,
}: FillTask): Promise<UsageAnswer<Record<string, Buffer>>> {
  return usageAnswer(async () => {
    const { fillWorkbooks } = await import("../rollup/fill-workbooks.ts");
    return fillWorkbooks(Buffer.from(bytes), file, declaration, familyNamed(family), language);
  });
}

worker({ read, store, openContainer, readList, readTable, readSheets, fill });
