// `cmrt export`: everything read, matched and found as flat tables for other engines.

import { join, relative, resolve } from "node:path";
import { tellPeriod } from "../app/campaign/require-period.ts";
import { shareOf } from "../app/ingest/shares.ts";
import { openSession } from "../app/session.ts";
import { someUnreadable } from "../domain/standing.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
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
  /** Folder of the tables; by default exports/ in the workspace. */
  out?: string;
  period?: number;
  /** Tables in parts by period and by so many shares. */
  partition?: number;
  /** Abbreviation of the family of templates to export. */
  family?: string;
  today?: string;
  withContacts?: boolean;
}

/** Writes one file per table and prints where. Exit code 3 where some files could not be read, else 0. */
export async function exportTo(options: ExportOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const evaluation = session.evaluate({ period: options.period });
  tellPeriod(evaluation, options, io);
  const withContacts = options.withContacts ?? false;
  const out =
    options.out === undefined
      ? join(session.workspace.root, EXPORTS_FOLDER, ...ownFolder(session.family))
      : resolve(io.cwd, options.out);
  const rows: Record<string, number> = {};
  const render = await EXPORT_FORMATS[options.format]();
  const write = async (table: Table, name: string, file: string) => {
    rows[name] = (rows[name] ?? 0) + countRows(table);
    await writeFolder(out, { [file]: await render(table) });
    return file;
  };
  const { partition: of, format } = options;
  if (of === undefined) {
    for (const table of exportTables(evaluation, { withContacts })) {
      await write(table, `${table.file}.${format}`, `${table.file}.${format}`);
    }
  } else {
    const written = new Set<string>();
    const shareOfFile = ({ response }: EvaluatedResponse) => shareOf(outerPath(response.source), of);
    for (const { folder, evaluation: part } of partsOf(evaluation, shareOfFile)) {
      for (const table of exportTables(part, { withContacts, whole: evaluation })) {
        const file = `${table.file}/${folder}/part.${format}`;
        written.add(await write(withoutFolderColumn(table), table.file, file));
      }
    }
    // Whoever reads all files of a folder would count what an earlier export divided otherwise once more.
    removeOthers(out, written, PART_FILE);
  }

  const shown = relative(io.cwd, out) || ".";
  if (options.json) {
    io.out(`${JSON.stringify({ schema: 1, out: shown, format: options.format, rows }, null, 2)}\n`);
  } else {
    const width = Math.max(...Object.keys(rows).map((name) => name.length));
    const lines = Object.entries(rows).map(
      ([name, count]) => `  ${name.padEnd(width)}  ${count} ${count === 1 ? "row" : "rows"}`,
    );
    io.out(`${[`Written to ${shown}:`, ...lines].join("\n")}\n`);
  }
  return someUnreadable(evaluation.unreadable) ? EXIT.unreadable : EXIT.clean;
}

/** The parts that an export writes. */
const PART_FILE = /^[a-z_]+\/period=[^/]+\/shard=\d+\/part\.(?:csv|jsonl|parquet)$/;

function countRows(table: Table): number {
  let count = 0;
  for (const _row of table.cells()) count += 1;
  return count;
}
