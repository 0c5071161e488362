// `cmrt upgrade`: carries an older response over into the current blank form.

import { basename, dirname, relative, resolve } from "node:path";
import { chooseResponses } from "../app/diff/choose-pair.ts";
import { readSettings } from "../app/read-settings.ts";
import { openReader, type Reader } from "../app/reading/open-reader.ts";
import { readBytes } from "../app/reading/read-bytes.ts";
import { readWith } from "../app/reading/read-with.ts";
import { openBlank } from "../app/rollup/blank-template.ts";
import { type Upgrade, upgradeResponse } from "../app/upgrade/upgrade-response.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { countOf } from "../lib/count-of.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { SCHEMA } from "../model/response.ts";
import type { LetterLanguage } from "../model/vocabulary.ts";
import { sourceText } from "../model/workbook.ts";
import { withoutAddresses, wordingOf } from "../report/letters/wording.ts";
import { outputNames } from "../store/read-output.ts";
import { writeFileAtomic } from "../store/write-file.ts";
import type { CommonOptions } from "./options.ts";

export interface UpgradeOptions extends CommonOptions {
  /** Blank template to fill in. */
  template: string;
  /** The workbook to write; by default named after template and company, in the current folder. */
  out?: string;
  /** Language of the notes; by default that of the response. */
  language?: LetterLanguage;
  /** Overwrite an existing file. */
  force?: boolean;
  password?: readonly string[];
  today?: string;
}

/**
 * Carries a response, given as a file or the start of a stored response's id, over into a blank template and marks what
 * must be answered again. Exit code 3 if the response cannot be read, otherwise 0.
 */
export async function upgrade(name: string, options: UpgradeOptions, io: Io): Promise<ExitCode> {
  const { limits } = readSettings(workspaceHere(io, options));
  const reader = openReader({ limits }, { workers: 1 });
  try {
    return await upgradeWith(reader, name, options, io);
  } finally {
    await reader.close();
  }
}

async function upgradeWith(reader: Reader, name: string, options: UpgradeOptions, io: Io): Promise<ExitCode> {
  const template = await readBytes(options.template, io.cwd);
  // Read in a worker first: in this process nothing could stop it.
  const read = await readWith(reader, options.template, template);
  if (!read.ok && read.unreadable.kind === "too-large") {
    throw new UsageError(`${options.template}: ${read.unreadable.reason} ${read.unreadable.ask}`);
  }
  const blank = await openBlank(template, options.template);
  const family = blank.template.detected.family.id;
  const chosen = await chooseResponses([name], { ...options, family }, io);
  if (!("session" in chosen)) {
    const { reason, ask } = chosen.unreadable;
    io.err(`${printable(sourceText(chosen))}: ${printable(reason)} ${printable(ask)}\n`);
    return EXIT.unreadable;
  }
  const { session, responses } = chosen;
  const [response] = responses;
  if (response === undefined) throw new UsageError(`${name} holds no response.`);
  const made = await upgradeResponse(
    {
      response,
      blank,
      list: read.ok ? read.lookUpList : undefined,
      file: options.template,
      ...defined({ language: options.language }),
    },
    session,
    reader,
  );
  const out = resolve(io.cwd, options.out ?? made.name);
  const shown = relative(io.cwd, out);
  if ([name, options.template].some((source) => resolve(io.cwd, source) === out))
    throw new UsageError(`${shown} is what is read. Name another file with --out.`);
  if (outputNames(dirname(out)).includes(basename(out)) && options.force !== true)
    throw new UsageError(`${shown} exists. Name another file with --out, or add --force to replace it.`);
  await writeFileAtomic(out, made.bytes);
  io.out(options.json ? upgradeJson(made, response.id, shown) : upgradeText(made, shown));
  return EXIT.clean;
}

function upgradeJson({ bytes: _bytes, name: _name, ...made }: Upgrade, id: string, out: string): string {
  const findings = made.findings.map(({ rule, severity, at }) => ({ rule, severity, at }));
  return `${JSON.stringify({ schema: SCHEMA, response: id, out, ...made, findings }, null, 2)}\n`;
}

function upgradeText(
  { from, to, carried, leftBehind, asked, findings, notes }: Upgrade,
  out: string,
): string {
  const counts = [
    countOf(carried.company, "company field"),
    countOf(carried.answers, "answer"),
    countOf(carried.practices, "company answer"),
    countOf(carried.smelters, "smelter"),
    countOf(carried.products, "product"),
    ...(carried.mines === undefined ? [] : [countOf(carried.mines, "mine")]),
  ];
  const other = findings.filter(({ severity }) => severity !== "error").length;
  const lines = [
    `Carried from version ${from} into ${to}: ${counts.join(", ")}.`,
    ...leftBehind.map(({ what, count }) => `  not carried over: ${what} (${count})`),
    asked.length === 0
      ? "Nothing needs to be asked again."
      : `To be answered or checked by the supplier, marked in the workbook: ${asked.length}`,
    ...asked.map(
      ({ sheet, cell, text }) => `  ${[sheet, cell].filter((part) => part !== null).join("!")}  ${text}`,
    ),
    ...(other > 0
      ? [`Check of the workbook: ${countOf(other, "further finding")}; run cmrt check on it.`]
      : []),
    ...notes,
    `Written to ${out}`,
  ];
  const wording = wordingOf("en");
  return `${lines.map((line) => printable(withoutAddresses(line, wording))).join("\n")}\n`;
}
