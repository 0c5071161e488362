// `cmrt export`: everything read, matched and found as flat tables for other engines.

import { join, relative, resolve } from "node:path";
import { tellPeriod } from "../app/campaign/require-period.ts";
import { openSession } from "../app/session.ts";
import { someUnreadable } from "../domain/standing.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { EXPORTS_FOLDER } from "../model/workspace-files.ts";
import { exportTables } from "../report/export/export-tables.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../report/export/formats.ts";
import type { Table } from "../report/render/table.ts";
import { writeFolder } from "../store/write-file.ts";
import { type CommonOptions, ownFolder } from "./options.ts";

export interface ExportOptions extends CommonOptions {
  format: ExportFormat;
  /** Folder of the tables; by default exports/ in the workspace. */
  out?: string;
  period?: number;
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
  const tables = exportTables(evaluation, { withContacts: options.withContacts ?? false });
  const out =
    options.out === undefined
      ? join(session.workspace.root, EXPORTS_FOLDER, ...ownFolder(session.family))
      : resolve(io.cwd, options.out);
  const rows: Record<string, number> = {};
  const render = await EXPORT_FORMATS[options.format]();
  for (const table of tables) {
    const name = `${table.file}.${options.format}`;
    rows[name] = countRows(table);
    await writeFolder(out, { [name]: await render(table) });
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

function countRows(table: Table): number {
  let count = 0;
  for (const _row of table.cells()) count += 1;
  return count;
}
