// `cmrt letters`: one letter per supplier with open findings, as Markdown and as plain text.

import { join, relative, resolve } from "node:path";
import { annotateResponses, type Correction } from "../app/annotate/annotate-responses.ts";
import type { AnnotatedWorkbook } from "../app/annotate/annotate-workbook.ts";
import { noResponseOf, requirePeriod } from "../app/campaign/require-period.ts";
import { unreadableExit } from "../app/campaign/unreadable-exit.ts";
import { followUps } from "../app/follow-up/follow-ups.ts";
import { logLetters } from "../app/follow-up/log-letters.ts";
import { answerDay, composeLetters, type WrittenLetter } from "../app/letters/compose-letters.ts";
import { sameName } from "../app/letters/letter-names.ts";
import { openSessions, type Session } from "../app/session.ts";
import { listSuppliers } from "../campaign/suppliers.ts";
import { countedResponses } from "../domain/standing.ts";
import type { Family } from "../forms/form.ts";
import { countOf } from "../lib/count-of.ts";
import { addDays } from "../lib/dates.ts";
import { defined } from "../lib/defined.ts";
import type { ExitCode } from "../lib/errors.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Io } from "../lib/io.ts";
import { normalForm } from "../lib/normal-form.ts";
import { printable } from "../lib/printable.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { FollowUp } from "../model/follow-up.ts";
import { type Response, SCHEMA } from "../model/response.ts";
import type { LetterLanguage } from "../model/vocabulary.ts";
import { sourceText } from "../model/workbook.ts";
import { LETTERS_FOLDER, REQUESTS_FILE } from "../model/workspace-files.ts";
import { type DraftInput, renderDraft } from "../report/letters/draft.ts";
import {
  type Letter,
  letterAsks,
  renderLetterMarkdown,
  renderLetterText,
  withAttached,
} from "../report/letters/letter.ts";
import { withoutAddresses, wordingOf } from "../report/letters/wording.ts";
import { toCsv } from "../report/render/csv.ts";
import { createWithholding, type Withholding, withholdEmails } from "../report/render/withhold.ts";
import { outputNames } from "../store/read-output.ts";
import { type Content, writeFolder } from "../store/write-file.ts";
import { type CommonOptions, ownFolder } from "./options.ts";

export interface LettersOptions extends CommonOptions {
  period: number;
  /** Abbreviation of the template family; by default every one of the campaign. */
  family?: string;
  /** Language of all letters; by default each supplier's own. */
  language?: LetterLanguage;
  /** Folder for the letters; by default letters/<period> in the workspace. */
  out?: string;
  today?: string;
  /** Day to answer by; by default three weeks after the day of the run. */
  answerBy?: string;
  /** Also write the supplier's own workbook with the requested cells marked. */
  annotate?: boolean;
  /** Also write each letter as a draft e-mail, with the marked workbooks attached. */
  eml?: boolean;
  /** Write reminders instead, to suppliers that owe an answer. */
  reminders?: boolean;
  /** False: do not record the letters in the request log. */
  log?: boolean;
  /** Write letters even if no response belongs to the period. */
  force?: boolean;
  /** Passwords to try on protected workbooks. */
  password?: readonly string[];
}

/** Minimum number of days between two messages to a supplier. */
const DAYS_BEFORE_REMINDER = 7;
const REMINDERS_FOLDER = "reminders";

/** A workbook for a letter; without `made` the response's file has changed since it was read. */
interface LetterWorkbook {
  written: WrittenLetter;
  response: Response;
  /** File name without extension. */
  name: string;
  made?: Omit<AnnotatedWorkbook, "bytes">;
}

/** The letters for one template, as written. */
interface WrittenFolder {
  family: Family;
  folder: string;
  written: readonly WrittenLetter[];
  workbooks: readonly LetterWorkbook[];
  outdated: readonly string[][];
  /** Number of lines added to the log. */
  logged: number;
  drafts: boolean;
}

/**
 * Writes the letters of a period with a list of them, index.csv: for the default template and, in separate folders, for
 * the campaign's others, or only for the requested one. Exit code 3 if files could not be read.
 */
export async function letters(options: LettersOptions, io: Io): Promise<ExitCode> {
  const [session, ...otherSessions] = await openSessions(io, options);
  const evaluation = session.evaluate({ period: options.period });
  const others = otherSessions.map((other) => ({
    session: other,
    evaluation: other.evaluate({ period: options.period }),
  }));
  const isOfPeriod = others.some(({ evaluation: { responses } }) => countedResponses(responses).length > 0);
  if (!options.force && !isOfPeriod) requirePeriod(evaluation, "the letters");
  // The roster asks these suppliers for this campaign's template, so nothing is asked about what they sent instead.
  const instead = new Set(evaluation.unreadable.filter(({ supplier }) => supplier !== null).map(sourceText));

  const folders: WrittenFolder[] = [];
  for (const one of [{ session, evaluation }, ...others]) {
    const none = options.force ? undefined : noResponseOf(one.evaluation);
    if (none === undefined) folders.push(await writeLetters(one, options, { instead, own: session, io }));
    else if (!options.quiet) io.err(`${one.session.family.id}: no letters were written. ${none}\n`);
  }
  io.out(
    options.json
      ? `${JSON.stringify(lettersJson(session.family, folders), null, 2)}\n`
      : lettersText(session.family, folders, options.reminders === true),
  );
  const unreadable = [evaluation, ...others.map((one) => one.evaluation)].flatMap((one) => one.unreadable);
  return unreadableExit(unreadable, options, io);
}

/** Writes the letters for one template. */
async function writeLetters(
  { session, evaluation }: { session: Session; evaluation: Evaluation },
  options: LettersOptions,
  { instead, own, io }: { instead: ReadonlySet<string>; own: Session; io: Io },
): Promise<WrittenFolder> {
  const { workspace, settings, today, family } = session;
  const loops = followUps(evaluation, listSuppliers(evaluation).suppliers, session.requests);
  const withholding = createWithholding(evaluation);
  const composed = composeLetters(evaluation, {
    period: options.period,
    answerBy: options.answerBy ?? answerDay(today),
    settings,
    ...(options.language ? { language: options.language } : {}),
    ...(options.reminders ? { reminders: remindersTo(loops.lines, today) } : {}),
  }).filter(
    ({ responses }) =>
      responses.length === 0 || !responses.every(({ source }) => instead.has(sourceText(source))),
  );
  const written = composed.map((one) => ({ ...one, letter: withholding.deep(one.letter) }));
  const out =
    options.out === undefined
      ? join(
          workspace.root,
          LETTERS_FOLDER,
          String(options.period),
          ...ownFolder(family),
          ...(options.reminders ? [REMINDERS_FOLDER] : []),
        )
      : join(resolve(io.cwd, options.out), ...(session === own ? [] : ownFolder(family)));
  const workbooks = options.annotate || options.eml ? workbooksOf(written) : [];
  const drafts = options.eml ? draftsFor(session) : undefined;
  const reading = { root: workspace.root, passwords: options.password ?? [], limits: settings.limits };
  // For another template without letters, the list is written only if there is one from an earlier run to replace.
  if (session === own || written.length > 0 || outputNames(out).length > 0)
    await writeFolder(out, letterFiles(written, workbooks, { ...reading, today, withholding }, drafts));
  const logged =
    options.log === false
      ? 0
      : await logLetters(workspace, written, {
          ...loops,
          reminders: options.reminders === true,
          period: options.period,
          today,
          ...defined({ template: evaluation.family }),
        });
  const outdated = outdatedFiles(outputNames(out), written, workbooks, drafts !== undefined);
  const folder = relative(io.cwd, out) || ".";
  return { family, folder, written, workbooks, outdated, logged, drafts: drafts !== undefined };
}

/** Who to remind, and of what: suppliers that owe something and were not written to in the last days. */
function remindersTo(lines: readonly FollowUp[], today: string): Map<string, FollowUp["remindsOf"]> {
  const since = addDays(today, -DAYS_BEFORE_REMINDER);
  return new Map(
    lines.flatMap(({ supplier, owes, remindsOf, letterOn, askedOn, remindedOn }) => {
      const isRecent = [letterOn, askedOn, remindedOn].some((day) => day !== null && day > since);
      return owes === null || isRecent ? [] : [[supplier, remindsOf] as const];
    }),
  );
}

/** The workbooks to mark: for each letter, the responses in which one of its requests needs a change or explanation. */
function workbooksOf(written: readonly WrittenLetter[]): LetterWorkbook[] {
  const taken = new Set(written.map(({ name }) => sameName(name)));
  return written.flatMap((one) => {
    const asked = new Set(
      one.letter.requests.filter(({ another }) => !another).map(({ response }) => response),
    );
    return one.responses
      .filter(({ id }) => asked.has(id))
      .map((response, index) => {
        const numbered = index === 0 ? one.name : `${one.name}-${index + 1}`;
        // A numbered name such as "Acme 2" may belong to another supplier.
        const isFree = index === 0 || !taken.has(sameName(numbered));
        const name = isFree ? numbered : `${one.name}-${response.id.slice(0, 8)}`;
        return { written: one, response, name };
      });
  });
}

/** What is asked about a workbook, by cell; requests that are not about a single response are in each workbook. */
function correctionOf(
  workbook: LetterWorkbook,
  withholding: Withholding,
): Correction & { workbook: LetterWorkbook } {
  const { written, response } = workbook;
  const wording = wordingOf(written.language);
  const { effectiveDate } = response.company;
  const requests = written.letter.requests
    .filter((request) => request.response === null || request.response === response.id)
    .map(({ number, sheet, cell, text }) => {
      const isDate = effectiveDate?.value != null && `${sheet}!${cell}` === effectiveDate.at;
      return {
        number,
        sheet,
        cell,
        request: text,
        ...(isDate ? { found: effectiveDate.value as string } : {}),
      };
    });
  const show = (text: string) => withholding.text(withoutAddresses(text, wording));
  return { workbook, response, requests, words: wording.list, show };
}

/**
 * Files written by an earlier run but not by this one: letters to suppliers with nothing open any more, and marked
 * workbooks. They are kept, as somebody may need them for the record, but should not be sent. A letter is recognised by
 * its two files, a workbook by the letter beside it.
 */
function outdatedFiles(
  names: readonly string[],
  written: readonly WrittenLetter[],
  workbooks: readonly LetterWorkbook[],
  drafts: boolean,
): string[][] {
  const current = new Set([
    ...written.flatMap(({ name }) => [`${name}.md`, `${name}.txt`, ...(drafts ? [`${name}.eml`] : [])]),
    ...workbooks.flatMap((workbook) => workbookFile(workbook) ?? []),
  ]);
  // Some file systems return names in decomposed form.
  const files = new Set(names.map((name) => normalForm(name, "NFC")));
  const letters = [...files].flatMap((file) => {
    const name = /^(.*)\.md$/.exec(file)?.[1];
    return name !== undefined && files.has(`${name}.txt`) ? [name] : [];
  });
  return letters.flatMap((name) => {
    const own = [...files].filter(
      (file) =>
        file.startsWith(name) &&
        /^(?:(?:-(?:\d+|[\da-f]{8}))?\.xls[xm]|\.eml)$/.test(file.slice(name.length)),
    );
    const all = [`${name}.md`, `${name}.txt`, ...own].filter((file) => !current.has(file));
    return all.length > 0 ? [all] : [];
  });
}

/** The file name of a workbook; undefined if there is none. */
function workbookFile({ name, made }: LetterWorkbook): string | undefined {
  return made && `${name}.${made.ending}`;
}

/** Makes the draft e-mail of a letter. */
type MakeDraft = (
  one: WrittenLetter,
  letter: Letter,
  attachments: DraftInput["attachments"],
) => Promise<Buffer>;

/** Drafts are addressed to the roster's address, from the sender in the settings. */
function draftsFor({ settings, today, roster }: Session): MakeDraft {
  const addresses = new Map(roster?.suppliers.map(({ name, emails = [] }) => [name, emails]));
  return ({ supplier }, letter, attachments) =>
    renderDraft({
      letter,
      to: addresses.get(supplier) ?? [],
      today,
      attachments,
      ...defined({ from: settings.letters?.sender }),
    });
}

/**
 * Yields the files in the order in which they are written, and records in each workbook how it was made. A letter comes
 * after its workbooks, whose bytes can then be released.
 */
async function* letterFiles(
  written: readonly WrittenLetter[],
  workbooks: readonly LetterWorkbook[],
  {
    today,
    withholding,
    ...reading
  }: Parameters<typeof annotateResponses>[1] & { today: string; withholding: Withholding },
  makeDraft: MakeDraft | undefined,
): AsyncGenerator<[string, Content]> {
  const attached = new Map<LetterWorkbook, Buffer>();
  const waiting = new Set(written);
  const byLetter = groupBy(workbooks, (workbook) => workbook.written);
  async function* filesFor(one: WrittenLetter): AsyncGenerator<[string, Content]> {
    waiting.delete(one);
    const own = (byLetter.get(one) ?? []).filter(({ made }) => made !== undefined);
    const marked = own.filter(({ made }) => made?.kind === "marked");
    const files = marked.flatMap((workbook) => workbookFile(workbook) ?? []);
    const letter = withAttached(one.letter, files, one.language);
    yield [`${one.name}.md`, renderLetterMarkdown(letter)];
    yield [`${one.name}.txt`, renderLetterText(letter)];
    if (makeDraft === undefined) return;
    const attachments = own.map((workbook) => ({
      name: workbookFile(workbook) as string,
      bytes: attached.get(workbook) as Buffer,
    }));
    yield [`${one.name}.eml`, await makeDraft(one, letter, attachments)];
    for (const workbook of own) attached.delete(workbook);
  }

  for await (const marked of annotateResponses(
    workbooks.map((workbook) => correctionOf(workbook, withholding)),
    reading,
  )) {
    const { bytes, correction, ...made } = marked;
    const { workbook } = correction;
    workbook.made = made;
    yield [`${workbook.name}.${made.ending}`, bytes];
    if (makeDraft !== undefined) attached.set(workbook, bytes);
    const own = byLetter.get(workbook.written) ?? [];
    if (own.every((each) => each.made !== undefined)) yield* filesFor(workbook.written);
  }
  for (const one of [...waiting]) yield* filesFor(one);
  const index = toCsv(
    [
      ...["supplier", "language", "corrections", "questions", "letter", "workbooks", "written"],
      ...(makeDraft ? ["draft"] : []),
    ],
    written.map((one) => [
      withholdEmails(one.supplier),
      one.language,
      one.letter.corrections,
      one.letter.questions,
      `${one.name}.md`,
      filesOf(one, workbooks).join("; "),
      today,
      ...(makeDraft ? [`${one.name}.eml`] : []),
    ]),
  );
  yield ["index.csv", index];
}

function filesOf(letter: WrittenLetter, workbooks: readonly LetterWorkbook[]): string[] {
  return workbooks.flatMap((workbook) => (workbook.written === letter ? (workbookFile(workbook) ?? []) : []));
}

/** The JSON output: the letters for the main template, and for each of the others. */
function lettersJson(own: Family, folders: readonly WrittenFolder[]): object {
  const others = folders.filter(({ family }) => family !== own);
  const first = folders.find(({ family }) => family === own);
  return {
    schema: SCHEMA,
    ...(first === undefined ? { folder: null, letters: [], outdated: [], logged: 0 } : folderJson(first)),
    ...(others.length === 0
      ? {}
      : { otherTemplates: others.map((one) => ({ template: one.family.id, ...folderJson(one) })) }),
  };
}

function folderJson({ folder, written, workbooks, outdated, logged, drafts }: WrittenFolder): object {
  const list = written.map((one) => ({
    supplier: withholdEmails(one.supplier),
    language: one.language,
    ...defined({ otherBecause: one.otherBecause }),
    corrections: one.letter.corrections,
    questions: one.letter.questions,
    asksForDeclaration: one.letter.asksForDeclaration,
    files: [
      ...[`${one.name}.md`, `${one.name}.txt`, ...filesOf(one, workbooks)],
      ...(drafts ? [`${one.name}.eml`] : []),
    ],
  }));
  const marked = workbooks.map((workbook) => ({
    supplier: withholdEmails(workbook.written.supplier),
    response: workbook.response.id,
    source: sourceText(workbook.response.source),
    file: workbookFile(workbook) ?? null,
    kind: workbook.made?.kind ?? null,
    notes: workbook.made?.notes ?? [NOT_THERE],
  }));
  return { folder, letters: list, outdated, logged, ...(workbooks.length > 0 ? { workbooks: marked } : {}) };
}

const NOT_THERE = "No copy was made: the file was changed or removed after it was read. Ingest again.";

function lettersText(own: Family, folders: readonly WrittenFolder[], reminders: boolean): string {
  const logged = folders.some((one) => one.logged > 0);
  const outdated = folders.flatMap((one) =>
    one.outdated.map((files) =>
      files.map((file) => [...(one.family === own ? [] : ownFolder(one.family)), file].join("/")),
    ),
  );
  return [
    ...folders.map((one) => (one.family === own ? "" : `${one.family.id}: `) + folderText(one, reminders)),
    ...(logged ? [`Entered in ${REQUESTS_FILE}; delete the lines of letters that you do not send.\n`] : []),
    outdatedText(outdated),
  ].join("");
}

function folderText({ folder, written, workbooks }: WrittenFolder, reminders: boolean): string {
  if (written.length === 0) {
    return reminders
      ? `No reminders: every supplier has answered, or was written to less than ${DAYS_BEFORE_REMINDER} days ago.\n`
      : "No open findings: no letters were written.\n";
  }
  const lines = written.flatMap((one) => [
    `  ${one.name}.md (${one.language})  ${printable(withholdEmails(one.supplier))}: ${letterAsks(one.letter)}`,
    ...(one.otherBecause === undefined
      ? []
      : [`    In ${one.language === "en" ? "English" : one.language}: ${printable(one.otherBecause)}.`]),
    ...workbooks.filter((workbook) => workbook.written === one).flatMap(workbookLines),
  ]);
  const what = reminders ? "reminder" : "letter";
  return `${countOf(written.length, what)} in ${folder}, listed in index.csv:\n${lines.join("\n")}\n`;
}

function workbookLines(workbook: LetterWorkbook): string[] {
  const { made, response } = workbook;
  const source = printable(sourceText(response.source));
  if (made === undefined) return [`    ${source}: ${NOT_THERE}`];
  const what =
    made.kind === "marked" ? `${source} with the cells marked` : `the list of requests for ${source}`;
  return [`    ${workbookFile(workbook)}: ${what}`, ...made.notes.map((note) => `      ${printable(note)}`)];
}

function outdatedText(outdated: readonly string[][]): string {
  if (outdated.length === 0) return "";
  // The plain text file has the same name, so only one of the two is listed.
  const names = outdated.flatMap((files) => files.filter((file) => !file.endsWith(".txt")));
  return `Letters of earlier runs that are no longer current (do not send them):\n${names.map((name) => `  ${printable(name)}\n`).join("")}`;
}
