// `cmrt diff`: what changed between two responses of a supplier.

import { chooseLastTwo, choosePair, type Pair } from "../app/diff/choose-pair.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { SCHEMA } from "../model/response.ts";
import type { ResponseDiff } from "../model/response-diff.ts";
import { sourceText } from "../model/workbook.ts";
import { renderDiffConsole, renderDiffMarkdown } from "../report/diff/diff-text.ts";
import { createWithholding } from "../report/render/withhold.ts";
import type { CommonOptions } from "./options.ts";

export interface DiffOptions extends CommonOptions {
  /** Abbreviation of the template family; by default that of the given responses or, with `supplier`, every family. */
  family?: string;
  /** Compare the last two responses of the supplier whose name contains this text, instead of two given ones. */
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
 * Prints what changed from the first response to the second: answered, open and new findings, answers, smelters, cells.
 * Each response is a file, or the start of a stored response's id. Exit code 3 if one cannot be read, otherwise 0.
 */
export async function diff(names: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const { supplier, period } = options;
  const [first, second, more] = names;
  if (supplier !== undefined ? first !== undefined : second === undefined || more !== undefined) {
    throw new UsageError("Name two responses, the earlier one first, or one supplier with --supplier.");
  }
  const chosen =
    supplier !== undefined
      ? await chooseLastTwo(supplier, options, io)
      : await choosePair([first as string, second as string], options, io);
  if ("unreadable" in chosen) {
    const { reason, ask } = chosen.unreadable;
    io.err(`${printable(sourceText(chosen))}: ${printable(reason)} ${printable(ask)}\n`);
    return EXIT.unreadable;
  }
  const pairs = Array.isArray(chosen) ? chosen : [chosen];
  const [own, ...others] = pairs.map((pair) => ({ pair, found: whatChanged(pair, period) })) as [
    Changed,
    ...Changed[],
  ];
  const format = options.json ? "json" : (options.format ?? "console");
  if (format === "json") {
    const otherTemplates = others.map(({ pair, found }) => ({ template: pair.session.family.id, ...found }));
    io.out(
      `${JSON.stringify({ schema: SCHEMA, today: own.pair.session.today, ...own.found, ...(others.length > 0 ? { otherTemplates } : {}) }, null, 2)}\n`,
    );
    return EXIT.clean;
  }
  const render = (found: ResponseDiff) =>
    format === "markdown" ? renderDiffMarkdown(found) : renderDiffConsole(found, options.all === true);
  io.out(render(own.found));
  for (const { pair, found } of others)
    io.out(`\n${render({ ...found, supplier: `${found.supplier}, ${pair.session.family.id}` })}`);
  return EXIT.clean;
}

interface Changed {
  pair: Pair;
  found: ResponseDiff;
}

/** The changes with contacts withheld. */
function whatChanged({ session, before, after }: Pair, period: number | undefined): ResponseDiff {
  const withholding = createWithholding({
    reference: null,
    responses: [{ response: before }, { response: after }],
  });
  return [before, after].reduce(
    (diff, { id }) => withholding.deep(diff, id),
    session.diff(before, after, { period }),
  );
}
