// `cmrt letters`: one correction letter per supplier with open findings, as Markdown and as plain text.

import { join, relative, resolve } from "node:path";
import { openSession } from "../app/session.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import { addDays } from "../lib/dates.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { normalForm } from "../lib/normal-form.ts";
import { printable } from "../lib/printable.ts";
import type { EvaluatedResponse, Evaluation } from "../model/evaluation.ts";
import type { Finding } from "../model/finding.ts";
import { SCHEMA } from "../model/response.ts";
import type { Roster } from "../model/roster.ts";
import { LETTER_LANGUAGES, type LetterLanguage } from "../model/vocabulary.ts";
import { sourceText } from "../model/workbook.ts";
import { LETTERS_FOLDER } from "../model/workspace-files.ts";
import {
  composeLetter,
  type Letter,
  renderLetterMarkdown,
  renderLetterText,
} from "../report/letters/letter.ts";
import { toCsv } from "../report/render/csv.ts";
import { RULES } from "../rules/index.ts";
import { compareCells } from "../rules/support/sort.ts";
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

interface WrittenLetter {
  supplier: string;
  language: LetterLanguage;
  letter: Letter;
  /** Name of the letter's files without extension. */
  name: string;
}

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

/** The letters of an evaluation, one per supplier with something open, sorted by supplier. */
export function composeLetters(
  evaluation: Evaluation,
  options: { period: number; answerBy: string; language?: LetterLanguage; issuer?: string },
): WrittenLetter[] {
  const internal = new Set(RULES.filter((rule) => rule.internal).map((rule) => rule.id));
  const names = new Set<string>();
  const written: WrittenLetter[] = [];
  const suppliers = new Set(evaluation.findings.map((finding) => finding.supplier));
  suppliers.delete("");
  for (const supplier of sortTexts(suppliers)) {
    const responses = evaluation.responses.filter(
      (one) =>
        one.supplier.name === supplier && one.standing !== "superseded" && one.standing !== "withdrawn",
    );
    const ids = new Set(responses.map((one) => one.response.id));
    const open = evaluation.findings.filter(
      (finding: Finding) =>
        finding.supplier === supplier &&
        finding.accepted === undefined &&
        !internal.has(finding.rule) &&
        (finding.response === null || ids.has(finding.response)),
    );
    const language = options.language ?? ownLanguage(responses, evaluation.roster, supplier);
    const letter = composeLetter({
      supplier: isNamed(responses) ? supplier : null,
      language,
      period: options.period,
      answerBy: options.answerBy,
      ...(options.issuer ? { issuer: options.issuer } : {}),
      received: responses.map(({ response }) => ({
        file: sourceText(response.source),
        version: response.template.version,
        date: response.company.effectiveDate?.value ?? null,
      })),
      findings: open.sort((a, b) => compareCells(a.at, b.at)),
    });
    if (letter) written.push({ supplier, language, letter, name: freeName(supplier, names) });
  }
  return written;
}

/** A response names its company; where none arrived, the name is that of the roster. */
function isNamed(responses: readonly EvaluatedResponse[]): boolean {
  return (
    responses.length === 0 || responses.some(({ response }) => response.company.companyName !== undefined)
  );
}

/** The language of the newest response, else that of the roster, where letters can be written in it. */
function ownLanguage(
  responses: readonly EvaluatedResponse[],
  roster: Roster | undefined,
  supplier: string,
): LetterLanguage {
  const own =
    responses.at(-1)?.response.template.language ??
    roster?.suppliers
      .find(({ name }) => name === supplier)
      ?.language?.toLowerCase()
      .slice(0, 2);
  return LETTER_LANGUAGES.find((language) => language === own) ?? "en";
}

/** A file name from a supplier's name: letters and digits of any script, no name twice, whatever the letter case. */
function freeName(supplier: string, taken: Set<string>): string {
  const plain =
    normalForm(supplier, "NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "supplier";
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}-${count}`;
  taken.add(name);
  return name;
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
