// `cmrt letters`: one correction letter per supplier with open findings, as Markdown and as plain text.

import { join, relative, resolve } from "node:path";
import { composeLetters, type WrittenLetter } from "../app/letters/compose-letters.ts";
import { openSession } from "../app/session.ts";
import { addDays } from "../lib/dates.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { normalForm } from "../lib/normal-form.ts";
import { printable } from "../lib/printable.ts";
import { SCHEMA } from "../model/response.ts";
import type { LetterLanguage } from "../model/vocabulary.ts";
import { LETTERS_FOLDER } from "../model/workspace-files.ts";
import { renderLetterMarkdown, renderLetterText } from "../report/letters/letter.ts";
import { toCsv } from "../report/render/csv.ts";
import { outputNames } from "../store/read-output.ts";
import { writeFolder } from "../store/write-file.ts";
import type { CommonOptions } from "./options.ts";

export interface LettersOptions extends CommonOptions {
  period: number;
  /** Language of every letter; by default each response's own. */
  language?: LetterLanguage;
  /** Folder for the letters; by default letters/<period> in the workspace. */
  out?: string;
  today?: string;
  /** Day to answer by; by default three weeks after the day of the run. */
  answerBy?: string;
}

/** Days that suppliers get to answer. */
const DAYS_TO_ANSWER = 21;

/** Writes the letters of a period and a list of them, index.csv. Exit code 3 where files could not be read. */
export async function letters(options: LettersOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const { workspace, settings, today } = session;
  const evaluation = session.evaluate({ period: options.period });
  const written = composeLetters(evaluation, {
    period: options.period,
    answerBy: options.answerBy ?? addDays(today, DAYS_TO_ANSWER),
    ...(options.language ? { language: options.language } : {}),
    ...(settings.issuer ? { issuer: settings.issuer } : {}),
  });
  const out =
    options.out === undefined
      ? join(workspace.root, LETTERS_FOLDER, String(options.period))
      : resolve(io.cwd, options.out);
  await writeFolder(out, letterFiles(written));

  const folder = relative(io.cwd, out) || ".";
  const outdated = outdatedLetters(outputNames(out), written);
  io.out(
    options.json
      ? lettersJson(folder, written, outdated)
      : lettersText(folder, written) + outdatedText(outdated),
  );
  return evaluation.unreadable.length > 0 ? EXIT.unreadable : EXIT.clean;
}

/**
 * Letters in the folder that an earlier run wrote, for suppliers who have nothing open any more: they stay, as somebody
 * may keep them for the record, but nobody should send them. A letter is known by its two files.
 */
function outdatedLetters(names: readonly string[], written: readonly WrittenLetter[]): string[] {
  const current = new Set(written.map(({ name }) => name));
  // Some file systems take names apart into letters and marks.
  const files = new Set(names.map((name) => normalForm(name, "NFC")));
  return [...files].flatMap((file) => {
    const name = /^(.*)\.md$/.exec(file)?.[1];
    return name === undefined || current.has(name) || !files.has(`${name}.txt`) ? [] : [name];
  });
}

function letterFiles(written: readonly WrittenLetter[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { name, letter } of written) {
    files[`${name}.md`] = renderLetterMarkdown(letter);
    files[`${name}.txt`] = renderLetterText(letter);
  }
  files["index.csv"] = toCsv(
    ["supplier", "language", "corrections", "questions", "letter"],
    written.map(({ supplier, language, letter, name }) => [
      supplier,
      language,
      letter.corrections,
      letter.questions,
      `${name}.md`,
    ]),
  );
  return files;
}

function lettersJson(folder: string, written: readonly WrittenLetter[], outdated: readonly string[]): string {
  const list = written.map(({ supplier, language, letter, name }) => ({
    supplier,
    language,
    corrections: letter.corrections,
    questions: letter.questions,
    files: [`${name}.md`, `${name}.txt`],
  }));
  return `${JSON.stringify({ schema: SCHEMA, folder, letters: list, outdated: outdated.map((name) => [`${name}.md`, `${name}.txt`]) }, null, 2)}\n`;
}

function lettersText(folder: string, written: readonly WrittenLetter[]): string {
  if (written.length === 0) return "Nothing is open: no letters were written.\n";
  const lines = written.map(
    ({ supplier, language, letter, name }) =>
      `  ${name}.md (${language})  ${printable(supplier)}: ${letter.corrections} to correct, ${letter.questions} to ask`,
  );
  return `${written.length === 1 ? "1 letter" : `${written.length} letters`} in ${folder}, listed in index.csv:\n${lines.join("\n")}\n`;
}

function outdatedText(names: readonly string[]): string {
  if (names.length === 0) return "";
  return `Letters of earlier runs that are no longer current (do not send them):\n${names.map((name) => `  ${printable(name)}.md\n`).join("")}`;
}
