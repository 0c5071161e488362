// `cmrt reference`: import, list, show and compare dated lists of facilities.

import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { findList, loadImportedLists, mergeLists, snapshotFile } from "../app/lists/imported-lists.ts";
import { findListOrFile, openListFile } from "../app/lists/open-list-file.ts";
import { type ListFileOptions, readOneFile } from "../app/lists/read-list-file.ts";
import { availableLists } from "../app/lists/workspace-lists.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { isDay } from "../lib/dates.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import type { ListKind, ReferenceList } from "../model/reference.ts";
import { chooseLists } from "../reference/choose-lists.ts";
import { compareLists } from "../reference/compare-lists.ts";
import type { Imported } from "../reference/import-list.ts";
import { type ColumnMeaning, LIST_COLUMNS } from "../reference/list-headers.ts";
import { snapshotOf } from "../reference/same-list.ts";
import { comparisonText, listsText, listText } from "../report/console/reference-text.ts";
import { withLock } from "../store/lock.ts";
import type { CommonOptions } from "./options.ts";

export interface ReferenceImportOptions extends CommonOptions {
  name?: string;
  asOf?: string;
  kind?: ListKind;
  status?: string;
  /** "<header>=<meaning>" for unrecognised columns. */
  column?: readonly string[];
  sheet?: string;
  force?: boolean;
  password?: readonly string[];
}

/**
 * Imports a list into the workspace as the snapshot of a day: either completely or, with the faulty lines named, not at
 * all. Throws UsageError for a file that is not a list, for faulty lines, and if there is already a different snapshot
 * of that name and day.
 */
export async function referenceImport(
  path: string,
  options: ReferenceImportOptions,
  io: Io,
): Promise<ExitCode> {
  const bytes = await readOneFile(path, io);
  const { column = [], ...others } = options;
  const read = await readDated(bytes, path, { ...others, columns: readColumns(column) }, io);
  if (!read.ok) {
    const lines = read.faults.map(({ line, fault }) => `  line ${line}: ${printable(fault)}`);
    throw new UsageError(
      `${path} was not imported: ${lines.length === 1 ? "1 line is" : `${lines.length} lines are`} wrong.\n${lines.join("\n")}`,
    );
  }
  const workspace = workspaceHere(io, options);
  const { list: named, notes } = withKnownName(read, options, loadImportedLists(workspace));
  const list = { ...named, source: { ...named.source, file: shownFile(workspace.root, io.cwd, path) } };
  const file = snapshotFile(list);
  const text = `${JSON.stringify(list, null, 1)}\n`;
  const before = workspace.readUserFile(file);
  if (before !== undefined && before !== text && !options.force) {
    throw new UsageError(
      `${file} already exists: another list named "${list.name}" as of ${list.asOf}. Use another --name or --as-of, or replace it with --force.`,
    );
  }
  if (before !== text) await withLock(workspace.root, () => workspace.writeUserFile(file, text));
  const { name, kind, asOf, source } = list;
  if (options.json) {
    const facts = { schema: 1, name, kind, asOf, file, source, facilities: list.entries.length, notes };
    io.out(`${JSON.stringify(facts, null, 2)}\n`);
  } else {
    const state = before === text ? "unchanged" : before === undefined ? "imported" : "replaced";
    io.out(
      `${printable(name)} as of ${asOf}: ${kind} list, ${list.entries.length} entries from ${source.rows} rows, ${state} as ${file}\n`,
    );
    if (!options.quiet) for (const note of notes) io.err(`Note: ${printable(note)}.\n`);
  }
  return EXIT.clean;
}

/**
 * Returns the file's path within the workspace, otherwise its name alone: reports show it, and must not reveal the
 * machine's folders.
 */
function shownFile(root: string, cwd: string, path: string): string {
  const full = resolve(cwd, path);
  const inside = relative(root, full);
  return inside.startsWith("..") || isAbsolute(inside) ? basename(full) : inside.split(sep).join("/");
}

/** The list under the name of the known list that it is a snapshot of, with a note; unchanged if the user named it. */
function withKnownName(
  { list, notes }: Pick<Exclude<Imported, { ok: "undated" | false }>, "list" | "notes">,
  { name }: ReferenceImportOptions,
  imported: readonly ReferenceList[],
): { list: ReferenceList; notes: string[] } {
  const known = name === undefined ? snapshotOf(list, imported) : undefined;
  if (known === undefined || known.name === list.name) return { list, notes };
  const note = `taken as a snapshot of the list "${known.name}", which has most of the same entries as of ${known.asOf}; another --name keeps them apart`;
  return { list: { ...list, name: known.name }, notes: [...notes, note] };
}

/** Meanings of columns by header. Throws UsageError for an unknown meaning. */
function readColumns(options: readonly string[]): Record<string, ColumnMeaning> {
  return Object.fromEntries(
    options.map((option) => {
      const [, header, meaning] = /^(.*)=\s*(\w+)\s*$/s.exec(option) ?? [];
      const known = [...LIST_COLUMNS, "ignore" as const].find((each) => each === meaning);
      if (header === undefined || known === undefined) {
        throw new UsageError(
          `--column "${option}" names no meaning. Write <header>=<meaning>, with one of: ignore, ${LIST_COLUMNS.join(", ")}.`,
        );
      }
      return [header.trim(), known];
    }),
  );
}

/** Reads the file. If the date is missing it is asked for on a terminal; otherwise it is a usage error. */
async function readDated(
  bytes: Uint8Array,
  path: string,
  options: ListFileOptions,
  io: Io,
): Promise<Exclude<Imported, { ok: "undated" }>> {
  const read = await openListFile(bytes, path, options);
  if (read.ok !== "undated") return read;
  const answer = io.errIsTerminal ? await io.ask?.("Date of the list (for example 2025-04-25): ") : undefined;
  const day = answer?.trim() ?? "";
  if (!isDay(day)) {
    throw new UsageError(`${path} has no date. Name the date of the list with --as-of <date>.`);
  }
  const dated = await openListFile(bytes, path, { ...options, asOf: day });
  if (dated.ok === "undated") throw new Error("a list with a day is dated");
  return dated;
}

/** Prints the available lists, newest first, and which ones are in effect without a period. */
export function referenceList(options: CommonOptions, io: Io): ExitCode {
  const { fromWorkbooks, imported } = availableLists(workspaceHere(io, options));
  const counting = chooseLists(mergeLists(fromWorkbooks, imported)).counting;
  const rows = [
    ...fromWorkbooks.map((list) => ({ list, imported: false })),
    ...imported.map((list) => ({ list, imported: true })),
  ]
    .map(({ list, imported }) => ({ list, imported, counts: list === counting?.list }))
    .sort(
      (a, b) => compareTexts(b.list.asOf ?? "", a.list.asOf ?? "") || compareTexts(a.list.name, b.list.name),
    );
  if (options.json) {
    const lists = rows.map(({ list: { name, kind, asOf, source, entries }, imported, counts }) => ({
      name,
      kind,
      asOf,
      source,
      facilities: entries.length,
      imported,
      counts,
    }));
    io.out(`${JSON.stringify({ schema: 1, lists, counting: counting?.why ?? null }, null, 2)}\n`);
  } else io.out(listsText(rows, counting?.why ?? null));
  return EXIT.clean;
}

/** Prints one list: a summary, and with --json its facilities. */
export function referenceShow(name: string, options: CommonOptions, io: Io): ExitCode {
  const { fromWorkbooks, imported } = availableLists(workspaceHere(io, options));
  const list = findList(mergeLists(fromWorkbooks, imported), name);
  io.out(options.json ? `${JSON.stringify(list, null, 2)}\n` : listText(list));
  return EXIT.clean;
}

/** Prints what changed between two lists, each in the workspace or a file. */
export async function referenceCompare(
  before: string,
  after: string,
  options: CommonOptions & { asOf?: string },
  io: Io,
): Promise<ExitCode> {
  const { fromWorkbooks, imported } = availableLists(workspaceHere(io, options));
  const lists = mergeLists(fromWorkbooks, imported);
  const [a, b] = [await findListOrFile(lists, before, io), await findListOrFile(lists, after, io)];
  const comparison = compareLists(a, b);
  const titles = [a, b].map(({ name, asOf }) => ({ name, asOf }));
  io.out(
    options.json
      ? `${JSON.stringify({ schema: 1, before: titles[0], after: titles[1], ...comparison }, null, 2)}\n`
      : comparisonText(a, b, comparison),
  );
  return EXIT.clean;
}
