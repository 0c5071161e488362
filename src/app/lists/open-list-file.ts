// Reads lists and tables of names in files that the user names, in a worker, so that damaged and malicious files cannot
// exceed the limits of time and memory.
import { UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { printable } from "../../lib/printable.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Imported } from "../../reference/import-list.ts";
import type { TableRow } from "../../reference/read-table.ts";
import { snapshotOf } from "../../reference/same-list.ts";
import { type ListTask, type NamedFileTask, readInWorker, type SheetsTask } from "../reading/in-worker.ts";
import { findList } from "./imported-lists.ts";
import {
  type ListFileOptions,
  readListFile,
  readOneFile,
  readSheetTables,
  readTableFile,
  type SheetTables,
} from "./read-list-file.ts";

/** `readListFile` in a worker. */
export function openListFile(
  bytes: Uint8Array,
  file: string,
  options: ListFileOptions,
  limits: Limits = LIMITS,
): Promise<Imported> {
  return readInWorker<ListTask, Imported>("readList", { bytes, file, options }, limits, (task) =>
    readListFile(task.bytes, task.file, task.options),
  );
}

/** `readTableFile` in a worker. */
export function openTableFile(bytes: Uint8Array, file: string, limits: Limits = LIMITS): Promise<TableRow[]> {
  return readInWorker<NamedFileTask, TableRow[]>("readTable", { bytes, file }, limits, (task) =>
    readTableFile(task.bytes, task.file),
  );
}

/** `readSheetTables` in a worker. */
export function openSheetTables(
  bytes: Uint8Array,
  file: string,
  limits: Limits = LIMITS,
): Promise<SheetTables> {
  return readInWorker<SheetsTask, SheetTables>("readSheets", { bytes, file, limits }, limits, (task) =>
    readSheetTables(task.bytes, task.file, task.limits),
  );
}

/**
 * A list by its name in the workspace, else from a file of that name: a file and a snapshot may have the same name. A
 * file without a date is accepted too, since only its content matters here.
 */
export async function findListOrFile(
  lists: readonly ReferenceList[],
  asked: string,
  io: Io,
  limits: Limits = LIMITS,
): Promise<ReferenceList> {
  try {
    return findList(lists, asked);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const bytes = await readOneFile(asked, io).catch(() => undefined);
    if (bytes === undefined) throw new UsageError(`${error.message} No file of this name exists either.`);
    const list = await readUndated(bytes, asked, limits);
    return { ...list, name: snapshotOf(list, lists)?.name ?? list.name };
  }
}

async function readUndated(bytes: Uint8Array, file: string, limits: Limits): Promise<ReferenceList> {
  // The user wants to match with it, so a table of facilities of unspecified kind is used for its names.
  const options = { kindOtherwise: "look-up" } as const;
  let read = await openListFile(bytes, file, options, limits);
  const undated = read.ok === "undated";
  if (undated) read = await openListFile(bytes, file, { ...options, asOf: "0000-00-00" }, limits);
  if (read.ok === true) return undated ? { ...read.list, asOf: null } : read.list;
  const faults =
    read.ok === false ? read.faults.map(({ line, fault }) => `  line ${line}: ${printable(fault)}`) : [];
  throw new UsageError(`${file} cannot be used as a list:\n${faults.join("\n")}`);
}
