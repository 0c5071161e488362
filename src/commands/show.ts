// `cmrt show`: prints one response as it was read.

import { readSettings } from "../app/read-settings.ts";
import { openReader, type Reader } from "../app/reading/open-reader.ts";
import { notAccessible, outcomeOf } from "../app/reading/read-all.ts";
import { findStoredId, unusableStored } from "../app/reading/stored-id.ts";
import { newestOf, responsesOfSupplier } from "../app/responses-of-supplier.ts";
import { openSession } from "../app/session.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import type { Response } from "../model/response.ts";
import { sourceText } from "../model/workbook.ts";
import { responseText } from "../report/console/response-text.ts";
import { type Found, findFiles } from "../workbook/sources/find-files.ts";
import type { UnpackedFile } from "../workbook/sources/unpack-files.ts";
import type { CommonOptions } from "./options.ts";

export interface ShowOptions extends CommonOptions {
  /** Passwords to try on a protected workbook. */
  password?: readonly string[];
}

/**
 * Prints one response: text, or JSON for programs. `asked` is a file, a stored response's id or the start of it, or the
 * name of a supplier, whose newest response is shown. Exit code 3 with the reason if the file yields no response.
 */
export async function show(asked: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  const response = findStored(asked, options, io) ?? (await readFile(asked, options, io));
  if (response === undefined) return EXIT.unreadable;
  if (options.json) {
    io.out(`${JSON.stringify(response, null, 2)}\n`);
    return EXIT.clean;
  }
  const { Chalk } = await import("chalk");
  const colour = io.outIsTerminal && options.color !== false && !io.env.NO_COLOR;
  io.out(responseText(response, new Chalk({ level: colour ? 1 : 0 }).bold));
  return EXIT.clean;
}

/** The stored response whose id starts with `asked`; undefined if there is none. */
function findStored(asked: string, options: ShowOptions, io: Io): Response | undefined {
  const workspace = workspaceHere(io, options);
  const id = findStoredId(asked, workspace);
  if (id === undefined) return undefined;
  const stored = workspace.response(id);
  if (stored) return stored.response;
  throw unusableStored(id);
}

/**
 * The newest response of the supplier whose name contains `asked`; a notice says which, and whether there are others.
 */
async function findBySupplier(asked: string, options: ShowOptions, io: Io): Promise<Response | undefined> {
  if (!workspaceHere(io, options).exists) return undefined;
  const session = await openSession(io, options);
  const { responses } = session.evaluate({ standingOnly: true });
  const own = responsesOfSupplier(asked, responses, "Name one, or a file.");
  const newest = own && newestOf(own);
  if (own === undefined || newest === undefined) return undefined;
  const others = own.filter((one) => one !== newest).map(({ response }) => sourceText(response.source));
  const more = others.length === 0 ? "" : `, the newest of ${own.length}; the others: ${others.join(", ")}`;
  if (!options.quiet) io.err(`${printable(`${sourceText(newest.response.source)}${more}`)}\n`);
  return newest.response;
}

async function readFile(asked: string, options: ShowOptions, io: Io): Promise<Response | undefined> {
  const { limits } = readSettings(workspaceHere(io, options));
  let found: Found;
  try {
    found = await findFiles([asked], io.cwd, limits);
  } catch (error) {
    const named = error instanceof UsageError ? await findBySupplier(asked, options, io) : undefined;
    if (named === undefined) throw error;
    return named;
  }
  const reader = openReader({ passwords: options.password ?? [], limits }, { workers: 1 });
  try {
    return await readOnly(asked, reader, found, io);
  } finally {
    await reader.close();
  }
}

async function readOnly(asked: string, reader: Reader, found: Found, io: Io): Promise<Response | undefined> {
  let file: UnpackedFile | undefined;
  let count = 0;
  for await (const each of reader.unpack(found)) {
    file ??= each;
    count++;
  }
  if (count !== 1 || file === undefined) {
    throw new UsageError(`${asked} holds ${count} files. Name one of them.`);
  }
  const result =
    "failure" in file
      ? { ok: false as const, unreadable: notAccessible(file.failure) }
      : (await outcomeOf(file, reader.read)).result;
  if (result.ok) return result.response;
  const { reason, ask } = result.unreadable;
  io.err(`${printable(asked)}: ${printable(reason)} ${printable(ask)}\n`);
  return undefined;
}
