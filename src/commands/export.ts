// `cmrt export`: everything read, matched and found as flat tables for other tools.

import { join, relative, resolve } from "node:path";
import { noticeNoResponses } from "../app/campaign/require-period.ts";
import { unreadableExit } from "../app/campaign/unreadable-exit.ts";
import { shareOf } from "../app/ingest/shares.ts";
import { openSessions } from "../app/session.ts";
import type { ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import type { EvaluatedResponse, Evaluation } from "../model/evaluation.ts";
import { outerPath } from "../model/workbook.ts";
import { EXPORTS_FOLDER } from "../model/workspace-files.ts";
import { exportTables } from "../report/export/export-tables.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../report/export/formats.ts";
import { partsOf, withoutFolderColumn } from "../report/export/partitions.ts";
import type { Table } from "../report/render/table.ts";
import { removeOthers, writeFolder } from "../store/write-file.ts";
import { type CommonOptions, ownFolder } from "./options.ts";

export interface ExportOptions extends CommonOptions {
  format: ExportFormat;
  /** Folder for the tables; by default exports/ in the workspace. */
  out?: string;
  period?: number;
  /** Partition the tables by period and into this many shares. */
  partition?: number;
  /** Abbreviation of the template family to export; by default every one of the campaign. */
  family?: string;
  today?: string;
  withContacts?: boolean;
}

/** The tables for one template, as written. */
interface ExportedFolder {
  template: string;
  /** The folder, as printed. */
  out: string;
  /** Number of rows of each table. */
  rows: Record<string, number>;
}

/**
 * Writes one file per table and prints their folder: for the default template and, in separate folders, for the
 * campaign's others, or only for the requested one. Exit code 3 if some files could not be read, otherwise 0.
 */
export async function exportTo(options: ExportOptions, io: Io): Promise<ExitCode> {
  const sessions = await openSessions(io, options);
  const [session] = sessions;
  const { format } = options;
  const folders: ExportedFolder[] = [];
  const unreadable: Evaluation["unreadable"][number][] = [];
  for (const one of sessions) {
    const evaluation = one.evaluate({ period: options.period });
    if (one === session) noticeNoResponses([evaluation], options, io);
    const own = ownFolder(one.family);
    const out =
      options.out === undefined
        ? join(session.workspace.root, EXPORTS_FOLDER, ...own)
        : join(resolve(io.cwd, options.out), ...(one === session ? [] : own));
    const rows = await writeTables(evaluation, out, options);
    folders.push({ template: one.family.id, out: relative(io.cwd, out) || ".", rows });
    unreadable.push(...evaluation.unreadable);
  }

  const [{ out, rows }, ...otherTemplates] = folders as [ExportedFolder, ...ExportedFolder[]];
  io.out(
    options.json
      ? `${JSON.stringify({ schema: 1, out, format, rows, ...(otherTemplates.length > 0 ? { otherTemplates } : {}) }, null, 2)}\n`
      : folders.map(folderText).join(""),
  );
  return unreadableExit(unreadable, options, io);
}

/** Writes the tables of an evaluation into a folder and returns the number of rows of each. */
async function writeTables(
  evaluation: Evaluation,
  out: string,
  { format, partition: of, withContacts = false }: ExportOptions,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const render = await EXPORT_FORMATS[format]();
  const write = async (table: Table, name: string, file: string) => {
    rows[name] = (rows[name] ?? 0) + countRows(table);
    await writeFolder(out, { [file]: await render(table) });
    return file;
  };
  if (of === undefined) {
    for (const table of exportTables(evaluation, { withContacts })) {
      await write(table, `${table.file}.${format}`, `${table.file}.${format}`);
    }
    return rows;
  }
  const written = new Set<string>();
  const shareOfFile = ({ response }: EvaluatedResponse) => shareOf(outerPath(response.source), of);
  for (const { folder, evaluation: part } of partsOf(evaluation, shareOfFile)) {
    for (const table of exportTables(part, { withContacts, whole: evaluation })) {
      const file = `${table.file}/${folder}/part.${format}`;
      written.add(await write(withoutFolderColumn(table), table.file, file));
    }
  }
  // Parts of an earlier export with other shares are removed: a tool that reads all files of the folder would count
  // their rows twice.
  removeOthers(out, written, PART_FILE);
  return rows;
}

function folderText({ out, rows }: ExportedFolder): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  const lines = Object.entries(rows).map(
    ([name, count]) => `  ${name.padEnd(width)}  ${count} ${count === 1 ? "row" : "rows"}`,
  );
  return `${[`Written to ${out}:`, ...lines].join("\n")}\n`;
}

/** Paths of the parts that an export writes. */
const PART_FILE = /^[a-z_]+\/period=[^/]+\/shard=\d+\/part\.(?:csv|jsonl|parquet)$/;

function countRows(table: Table): number {
  let count = 0;
  for (const _row of table.cells()) count += 1;
  return count;
}
