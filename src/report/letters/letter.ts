// A letter to one supplier: what was received, what to correct, which questions are open, and by when to answer.

import type { ResponseDates } from "../../domain/response-dates.ts";
import { defined } from "../../lib/defined.ts";
import { groupBy } from "../../lib/group-by.ts";
import { printable } from "../../lib/printable.ts";
import type { Finding } from "../../model/finding.ts";
import type { LetterLanguage } from "../../model/vocabulary.ts";
import { escapeMarkdown } from "../render/escape.ts";
import { splitCell } from "../render/split-cell.ts";
import { fileName, hasWords, phrase, rulePhrases, wordingOf } from "./wording.ts";

export interface ReceivedFile {
  file: string;
  /** Template version; null if the file is not usable. */
  version: string | null;
  /** Null if it has no readable date. */
  dates: ResponseDates | null;
}

export interface LetterInput {
  /** Null if the response does not name its supplier. */
  supplier: string | null;
  language: LetterLanguage;
  /** Abbreviation of the template that the letter is about; the default one unless given. */
  template?: string;
  period: number;
  /** The sender, below the closing, line by line; empty if the settings name nobody. */
  signature: string;
  /** Replaces the language's subject; {period} and {supplier} are filled in. */
  subject?: string;
  /** The day (ISO) of the letter or request that this is a reminder of. */
  remindsOf?: { day: string; of: "letter" | "request" };
  /** ISO date. */
  answerBy: string;
  received: readonly ReceivedFile[];
  /** Whether further files were received that could not be used. */
  leftOut?: boolean;
  /** Open findings of the supplier, sorted; infos are left out of the letter, except those in SAID_ALONG. */
  findings: readonly Finding[];
}

/** A request and the cells that it is about. */
interface Item {
  /** Numbered throughout the letter. */
  number: number;
  lead: string;
  lines: readonly string[];
  findings: readonly Finding[];
}

interface Section {
  title: string;
  intro: string;
  parts: readonly { heading: string; items: readonly Item[] }[];
}

/** What a letter asks, without its wording. */
export interface LetterScope {
  corrections: number;
  questions: number;
  /** Nothing was received: the letter only asks for the declaration. */
  asksForDeclaration: boolean;
  /** A declaration with a similar name was received; the letter asks whether it was sent under another name. */
  asksForOtherName: boolean;
  /** Unattributed files were received; the letter asks whether one of them is the declaration. */
  asksForFile: boolean;
}

export interface Letter extends LetterScope {
  language: LetterLanguage;
  subject: string;
  greeting: string;
  /** Paragraphs before the list of received files. */
  opening: readonly string[];
  received: readonly string[];
  sections: readonly Section[];
  closing: readonly string[];
  /** The letter's requests, cell by cell, in its order and with its numbers. */
  requests: readonly LetterRequest[];
}

/** A request about one cell, or about a whole file. */
export interface LetterRequest {
  /** The number of the request in the letter. */
  number: number;
  /** Id of the response that it is about; null if it is not about a single one. */
  response: string | null;
  /** Null if it is not about a cell. */
  sheet: string | null;
  cell: string | null;
  /** What is wrong and what to do, in two lines. */
  text: string;
  /** It asks for another declaration, so nothing in this one needs to be changed for it. */
  another: boolean;
}

/** Cells listed per question before "and … more". Corrections are listed in full. */
const SHOWN_QUESTIONS = 25;

/** Infos mentioned only in a letter that is sent anyway, as the supplier can fix them at the same time. */
const SAID_ALONG = new Set(["smelter-not-listed-is-listed"]);

/** Composes the letter; undefined if none of the findings are for the supplier. */
export function composeLetter(input: LetterInput): Letter | undefined {
  const { language } = input;
  const wording = wordingOf(language);
  const { template } = input;
  const letter = template === undefined ? wording.letter : { ...wording.letter, ...wording.otherTemplate };
  const say = (key: keyof typeof letter, facts = {}) =>
    phrase(letter[key], { ...facts, ...defined({ template }) }, language);
  const open = openFindings(input);
  if (open === undefined) return undefined;
  const { corrections, questions, scope } = open;
  const { asksForDeclaration: nothing, asksForOtherName: otherName, asksForFile: unattributed } = scope;
  const nothingSaid = otherName ? "nothingByName" : unattributed ? "nothingAttributed" : "nothing";
  const numbers = { next: 1 };
  const sections = [
    ...(corrections.length === 0
      ? []
      : [section(say("corrections"), correctionsIntro(corrections, input), corrections, input, numbers)]),
    ...(questions.length === 0
      ? []
      : [section(say("questions"), say("questionsIntro"), questions, input, numbers, SHOWN_QUESTIONS)]),
  ];
  return {
    language,
    subject:
      input.subject === undefined
        ? say("subject", { period: input.period })
        : phrase(input.subject, { period: input.period, supplier: input.supplier ?? "" }, language),
    greeting:
      input.supplier === null ? say("greetingUnnamed") : say("greeting", { supplier: input.supplier }),
    opening: [
      letter.opening === "" ? "" : say("opening"),
      input.remindsOf === undefined
        ? ""
        : say(input.remindsOf.of === "letter" ? "reminder" : "reminderAsked", { since: input.remindsOf.day }),
      say(nothing ? nothingSaid : "thanks", { period: input.period }),
      nothing ? say(otherName || unattributed ? "sendOtherwise" : "send") : "",
    ].filter((text) => text !== ""),
    received: input.received.map(({ file, version, dates }) => {
      if (version === null) return say("receivedUnusable", { file: fileName(file) });
      if (dates === null) return say("receivedUndated", { file: fileName(file), version });
      const { earliest, latest } = dates;
      return earliest === latest
        ? say("received", { file: fileName(file), version, date: earliest })
        : say("receivedTwoDates", { file: fileName(file), version, earliest, latest });
    }),
    sections,
    closing: [
      say("answerBy", { date: input.answerBy }),
      say("regards"),
      ...(input.signature === "" ? [] : [input.signature]),
    ],
    ...scope,
    requests: sections.flatMap(({ parts }) =>
      parts.flatMap(({ items }) =>
        items.flatMap((item) => item.findings.map((finding) => requestFor(finding, item, language))),
      ),
    ),
  };
}

/** What the letter would ask, without composing it; undefined if none of the findings are for the supplier. */
export function letterScope(
  input: Pick<LetterInput, "findings" | "received" | "language">,
): LetterScope | undefined {
  return openFindings(input)?.scope;
}

/** The findings that a letter is about, and what it asks. */
function openFindings({
  findings,
  received,
  language,
}: Pick<LetterInput, "findings" | "received" | "language">):
  | { corrections: readonly Finding[]; questions: readonly Finding[]; scope: LetterScope }
  | undefined {
  const worded = findings.filter(({ rule }) => hasWords(rule, language));
  if (worded.every(({ severity }) => severity === "info")) return undefined;
  const nothing = received.length === 0;
  // A supplier that sent nothing has nothing to correct or explain.
  const asked = nothing ? worded.filter(({ response }) => response !== null) : worded;
  const corrections = asked.filter(({ severity }) => severity === "error");
  const questions = asked.filter(({ severity, rule }) => severity === "warning" || SAID_ALONG.has(rule));
  const otherName = nothing && worded.some(({ facts }) => facts.alike);
  const unattributed = nothing && !otherName && worded.some(({ facts }) => facts.unattributed);
  return {
    corrections,
    questions,
    scope: {
      corrections: corrections.length,
      questions: questions.filter(({ severity }) => severity === "warning").length,
      asksForDeclaration: nothing,
      asksForOtherName: otherName,
      asksForFile: unattributed,
    },
  };
}

/** What a letter asks in a few words. Points are counted per cell, as the supplier sees them. */
export function letterAsks(letter: LetterScope): string {
  const { asksForDeclaration, asksForOtherName, asksForFile, corrections, questions } = letter;
  if (asksForOtherName) return "nothing received under this name, asks whether it came under another";
  if (asksForFile) return "nothing received under this name, asks whether and how it was sent";
  return asksForDeclaration
    ? "nothing received, asks for the declaration"
    : `${corrections} to correct, ${questions} to ask`;
}

/** Adds a sentence about the attached marked workbooks to the letter. */
export function withAttached(letter: Letter, files: readonly string[], language: LetterLanguage): Letter {
  if (files.length === 0) return letter;
  const line = phrase(wordingOf(language).letter.attached, { files: [...files] }, language);
  return { ...letter, closing: [line, ...letter.closing] };
}

/** Rules that are satisfied by another declaration rather than another cell value. */
const ASK_FOR_ANOTHER = new Set(["date-before-period", "own-declaration-returned"]);

/**
 * The introduction to the corrections: asks to correct cells in the workbook if all corrections are about cells, and
 * says that nothing else needs to change if no unreadable file was received.
 */
function correctionsIntro(
  corrections: readonly Finding[],
  { language, received, leftOut = false }: LetterInput,
): string {
  const { letter } = wordingOf(language);
  const inCells = corrections.every(({ rule, at }) => at !== null && !ASK_FOR_ANOTHER.has(rule));
  if (!inCells) return letter.pointsIntro;
  const all = !leftOut && received.every(({ version }) => version !== null);
  return all ? letter.correctionsIntro : letter.correctionsOnly;
}

function requestFor(finding: Finding, { number, lead }: Item, language: LetterLanguage): LetterRequest {
  const [sheet, cell] = splitCell(finding.at);
  const { rule, facts, response } = finding;
  const says = rulePhrases(rule, facts, language)?.say ?? "";
  return { number, response, sheet, cell, text: `${says}\n${lead}`, another: ASK_FOR_ANOTHER.has(rule) };
}

/** Groups findings by file and sheet, then by request. */
function section(
  title: string,
  intro: string,
  findings: readonly Finding[],
  { language, received }: LetterInput,
  numbers: { next: number },
  shown = Number.POSITIVE_INFINITY,
): Section {
  const { letter } = wordingOf(language);
  const say = (key: keyof typeof letter, facts = {}) => phrase(letter[key], facts, language);
  const parts = groupBy(findings, ({ file, at }) => {
    const [sheet] = splitCell(at);
    const where = sheet === null ? say("whole") : say("sheet", { sheet });
    return received.length > 1 && file !== null
      ? `${say("inFile", { file: fileName(file) })} – ${where}`
      : where;
  });
  return {
    title,
    intro,
    parts: [...parts].map(([heading, its]) => ({
      heading,
      items: [...groupBy(its, (finding) => requestOf(finding, language))].map(([lead, group]) => {
        const lines = group.map((finding) => lineOf(finding, language));
        const more = lines.length - shown;
        return {
          number: numbers.next++,
          lead,
          lines: more > 0 ? [...lines.slice(0, shown), say("more", { count: more })] : lines,
          findings: group,
        };
      }),
    })),
  };
}

function requestOf({ rule, facts }: Finding, language: LetterLanguage): string {
  return rulePhrases(rule, facts, language)?.do ?? "";
}

function lineOf({ rule, facts, at }: Finding, language: LetterLanguage): string {
  const text = rulePhrases(rule, facts, language)?.say ?? "";
  const [, cell] = splitCell(at);
  return cell === null ? text : phrase(wordingOf(language).letter.cell, { cell, text }, language);
}

/** The letter as Markdown. */
export function renderLetterMarkdown(letter: Letter): string {
  const blocks: string[] = [
    `# ${escapeMarkdown(letter.subject)}`,
    escapeMarkdown(letter.greeting),
    ...letter.opening.map(escapeMarkdown),
  ];
  if (letter.received.length > 0)
    blocks.push(letter.received.map((line) => `- ${escapeMarkdown(line)}`).join("\n"));
  for (const { title, intro, parts } of letter.sections) {
    blocks.push(`## ${escapeMarkdown(title)}`, escapeMarkdown(intro));
    for (const { heading, items } of parts) {
      blocks.push(`### ${escapeMarkdown(heading)}`);
      const numbered = items.map(({ number, lead, lines }) => {
        const indent = " ".repeat(String(number).length + 2);
        return [
          `${number}. ${escapeMarkdown(lead)}`,
          ...lines.map((line) => `${indent}- ${escapeMarkdown(line)}`),
        ].join("\n");
      });
      blocks.push(numbered.join("\n"));
    }
  }
  blocks.push(...letter.closing.map((text) => text.split("\n").map(escapeMarkdown).join("  \n")));
  return `${blocks.join("\n\n")}\n`;
}

/** The letter as plain text, its subject first. */
export function renderLetterText(letter: Letter): string {
  return `${printable(letter.subject)}\n\n${letterBody(letter)}`;
}

/** The letter as plain text without its subject, for an e-mail. */
export function letterBody(letter: Letter): string {
  const blocks: string[] = [letter.greeting, ...letter.opening].map(printable);
  if (letter.received.length > 0)
    blocks.push(letter.received.map((line) => `  ${printable(line)}`).join("\n"));
  for (const { title, intro, parts } of letter.sections) {
    blocks.push(`${capitals(printable(title), letter.language)}\n${printable(intro)}`);
    for (const part of parts) {
      const lines = [printable(part.heading)];
      for (const { number, lead, lines: cells } of part.items) {
        lines.push(`  ${number}. ${printable(lead)}`, ...cells.map((line) => `     ${printable(line)}`));
      }
      blocks.push(lines.join("\n"));
    }
  }
  blocks.push(...letter.closing.map((text) => text.split("\n").map(printable).join("\n")));
  return `${blocks.join("\n\n")}\n`;
}

/** A text in upper case by the rules of its language: Turkish keeps the dot of the i. */
function capitals(text: string, language: LetterLanguage): string {
  return (language === "tr" ? text.replaceAll("i", "İ") : text).toUpperCase();
}
