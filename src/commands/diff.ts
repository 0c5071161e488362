// `cmrt diff`: what changed from one response of a supplier to another.

import { chooseLastTwo, choosePair } from "../app/diff/choose-pair.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { SCHEMA } from "../model/response.ts";
import { sourceText } from "../model/workbook.ts";
import { renderDiffConsole, renderDiffMarkdown } from "../report/diff/diff-text.ts";
import { createWithholding } from "../report/render/withhold.ts";
import type { CommonOptions } from "./options.ts";

export interface DiffOptions extends CommonOptions {
  /** Abbreviation of the family of templates to look at; without it that of the responses named. */
  family?: string;
  /** The last two responses of the supplier whose name contains this, instead of two named ones. */
  supplier?: string;
  period?: number;
  today?: string;
  format?: "console" | "markdown" | "json";
  /** Print every change on the console. */
  all?: boolean;
  password?: readonly string[];
  reference?: readonly string[];
}

/**
 * Prints what changed from the first response to the second: findings answered, open and new, answers, smelters, cells.
 * Each is a file or the beginning of the id of a stored response. Exit code 3 where one cannot be read, else 0.
 */
export async function diff(names: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const { supplier, period } = options;
  const [first, second, more] = names;
  if (supplier !== undefined ? first !== undefined : second === undefined || more !== undefined) {
    throw new UsageError("Name two responses, the earlier one first, or one supplier with --supplier.");
  }
  const pair =
    supplier !== undefined
      ? await chooseLastTwo(supplier, options, io)
      : await choosePair([first as string, second as string], options, io);
  if ("unreadable" in pair) {
    const { reason, ask } = pair.unreadable;
    io.err(`${printable(sourceText(pair))}: ${printable(reason)} ${printable(ask)}\n`);
    return EXIT.unreadable;
  }
  const { session, before, after } = pair;
  const withholding = createWithholding({
    reference: null,
    responses: [{ response: before }, { response: after }],
  });
  const found = [before, after].reduce(
    (diff, { id }) => withholding.deep(diff, id),
    session.diff(before, after, { period }),
  );
  const format = options.json ? "json" : (options.format ?? "console");
  if (format === "json") {
    io.out(`${JSON.stringify({ schema: SCHEMA, today: session.today, ...found }, null, 2)}\n`);
  } else if (format === "markdown") io.out(renderDiffMarkdown(found));
  else io.out(renderDiffConsole(found, options.all === true));
  return EXIT.clean;
}
