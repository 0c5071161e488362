// Carries an older response over into the current blank form, checks it with our own rules, and marks for the supplier
// what must be answered again.
import { codeOf } from "../../domain/answers.ts";
import { familyOf, isOlder } from "../../forms/editions.ts";
import { UsageError } from "../../lib/errors.ts";
import { parseAddress } from "../../model/cells.ts";
import type { Finding } from "../../model/finding.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import type { LetterLanguage } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { letterLanguage } from "../../report/letters/languages.ts";
import { fileName, phrase, rulePhrases, withoutAddresses, wordingOf } from "../../report/letters/wording.ts";
import {
  type CarriedForm,
  carryOver,
  type Doubt,
  isOfFamily,
  selectedAsBefore,
} from "../../rollup/carry-over.ts";
import { type AnnotatedWorkbook, annotateWorkbook } from "../annotate/annotate-workbook.ts";
import { evaluate } from "../campaign/evaluate.ts";
import type { Reader } from "../reading/open-reader.ts";
import type { ReadResult } from "../reading/read-response.ts";
import { readWith } from "../reading/read-with.ts";
import { type BlankTemplate, fillBlank, filledName, refusing } from "../rollup/blank-template.ts";
import { checkWorkbooks } from "../rollup/check-workbooks.ts";
import type { Session } from "../session.ts";

/** Something in the new form that must be answered or reviewed. */
export interface Asked {
  sheet: string | null;
  cell: string | null;
  /** The doubt, or the rule that raises it. */
  why: string;
  /** What the situation is and what to do, in English. */
  text: string;
}

export interface Upgrade {
  /** File name of the workbook. */
  name: string;
  bytes: Buffer;
  language: LetterLanguage;
  from: string;
  to: string;
  carried: CarriedForm["carried"];
  leftBehind: CarriedForm["leftBehind"];
  asked: Asked[];
  /** The findings of our own rules in the written workbook. */
  findings: Finding[];
  /** Notes on how the workbook was made, as sentences. */
  notes: string[];
}

export interface UpgradeInput {
  response: Response;
  /** The blank form, its own smelter list, and its name for errors. */
  blank: BlankTemplate;
  list: ReferenceList | undefined;
  file: string;
  /** By default the language of the response. */
  language?: LetterLanguage;
}

/**
 * Carries the response over into the form, marks what must be answered again and reads the result back. Throws
 * UsageError for a form that cannot be filled in, is older than the response, is of another family, or has too little
 * room.
 */
export async function upgradeResponse(
  { response, blank: opened, list, file, language }: UpgradeInput,
  session: Pick<Session, "settings" | "today">,
  reader: Pick<Reader, "read">,
): Promise<Upgrade> {
  return refusing(file, async () => {
    requireNewer(response, opened, file);
    const detected = selectedAsBefore(response, opened.template.detected);
    const blank = { ...opened, template: { ...opened.template, detected } };
    const matches = matchWithForm(response, list, file, session);
    const form = carryOver(response, matches, detected);
    const name = `${filledName(blank, form.content)}.xlsx`;
    const filled = fillBlank(blank, form.content, form.smelters);
    const findings = await checkWorkbooks({ [name]: filled }, session, reader);
    const points = pointsOf(form, findings);
    const chosen = letterLanguage(
      language ?? response.template.language ?? undefined,
      points.flatMap((point) => ("rule" in point ? point.rule : [])),
    );
    const marked = await mark(filled, points, { chosen, response, to: detected.version });
    requireCarried(await readWith(reader, name, marked.bytes), form, blank);
    return {
      name,
      ...marked,
      language: chosen,
      from: response.template.version,
      to: detected.version,
      carried: form.carried,
      leftBehind: form.leftBehind,
      asked: points.map((point) => ({
        ...placeOf(point),
        why: "rule" in point ? point.rule : point.why,
        text: textOf(point, "en").join(" "),
      })),
      findings,
    };
  });
}

function requireNewer(response: Response, { template }: BlankTemplate, file: string): void {
  const { family, version } = template.detected;
  if (!isOfFamily(response, template.detected)) {
    throw new UsageError(`${file} is a ${family.id}; the response is a ${response.template.family}.`);
  }
  if (isOlder(family, version, response.template.version)) {
    throw new UsageError(
      `${file} is a ${family.id} ${version}, older than the response (${response.template.version}).`,
    );
  }
}

/** Matches the response's rows with the form's own list. */
function matchWithForm(
  response: Response,
  list: ReferenceList | undefined,
  file: string,
  { settings, today }: Pick<Session, "settings" | "today">,
) {
  if (list === undefined) throw new UsageError(`${file} has no list of smelters.`);
  const { responses } = evaluate(
    {
      responses: [response],
      withdrawn: new Set(),
      unreadable: [],
      lists: [{ list, files: [file] }],
      copies: [],
    },
    { today, settings, lists: [list], named: [list], family: familyOf(response) },
  );
  return responses.find((one) => one.response.id === response.id)?.matches ?? [];
}

/** Verifies that what was carried over is in the workbook as read back. Throws if it is not, which is a bug in cmrt. */
function requireCarried(
  read: ReadResult,
  { content, smelters }: CarriedForm,
  { template }: BlankTemplate,
): void {
  if (!read.ok) throw new Error(`the workbook just written cannot be read: ${read.unreadable.reason}`);
  const { response } = read;
  const { layout } = template.detected;
  const differs = [
    ...Object.entries(content.answers).flatMap(([metal, answers]) =>
      layout.questions
        .filter(
          ({ key, meaning }) =>
            (answers?.[key]?.value ?? null) !== (codeOf(response, metal, meaning) ?? null),
        )
        .map(({ number }) => `question ${number}, ${metal}`),
    ),
    ...layout.policies
      .filter(({ key }) => (content.policies[key]?.value ?? null) !== (response.policies[key]?.value ?? null))
      .map(({ letter }) => `question ${letter}`),
    ...smelters.flatMap(({ metal, kind, id }, index) => {
      const row = response.smelters[index];
      return row?.metal === metal && (kind !== "matched" || row.id === id) ? [] : [`smelter ${index + 1}`];
    }),
    ...(response.smelters.length === smelters.length ? [] : ["the number of smelters"]),
    ...(response.products.length === content.products.length ? [] : ["the number of products"]),
    ...((response.mines?.length ?? 0) === (content.mines?.length ?? 0) ? [] : ["the number of mines"]),
    ...(namesOf(response.minerals) === namesOf(content.minerals) ? [] : ["the minerals selected"]),
  ];
  if (differs.length > 0) throw new Error(`the workbook just written reads otherwise: ${differs.join("; ")}`);
}

function namesOf(minerals: readonly { id: string }[] = []): string {
  return minerals.map(({ id }) => id).join(", ");
}

type Point = Doubt | Finding;

/** What must be reviewed: doubts, and rule errors that no doubt explains, in cell order. */
function pointsOf({ doubts }: CarriedForm, findings: readonly Finding[]): Point[] {
  const doubtful = new Set(doubts.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const errors = findings.filter(
    ({ severity, at, rule, facts, accepted }) =>
      severity === "error" &&
      !accepted &&
      !doubtful.has(at ?? "") &&
      rulePhrases(rule, facts, "en") !== undefined,
  );
  return [...doubts, ...errors].sort(byPlace);
}

const SHEETS_FIRST = ["Declaration", "Smelter List", "Mine List", "Product List"];

function byPlace(a: Point, b: Point): number {
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  const order = ({ sheet }: Place) => SHEETS_FIRST.indexOf(sheet ?? "");
  const at = ({ cell }: Place) =>
    cell !== null && /^[A-Z]+\d+$/.test(cell) ? parseAddress(cell) : { row: 0, column: 0 };
  return (
    order(placeA) - order(placeB) || at(placeA).row - at(placeB).row || at(placeA).column - at(placeB).column
  );
}

type Place = Pick<Asked, "sheet" | "cell">;

function placeOf(point: Point): Place {
  if (!("rule" in point)) return { sheet: point.sheet, cell: point.cell };
  const [sheet = null, cell = null] = point.at?.split("!") ?? [];
  return { sheet, cell };
}

/** The situation, and what to do. */
function textOf(point: Point, language: LetterLanguage): [string, string] {
  if ("rule" in point) {
    const said = rulePhrases(point.rule, point.facts, language);
    return [said?.say ?? "", said?.do ?? ""];
  }
  const words = wordingOf(language).upgrade;
  return [
    phrase(words[point.why], point.facts, language),
    phrase(words[`${point.why}Do`], point.facts, language),
  ];
}

async function mark(
  bytes: Buffer,
  points: readonly Point[],
  { chosen, response, to }: { chosen: LetterLanguage; response: Response; to: string },
): Promise<Pick<AnnotatedWorkbook, "bytes" | "notes">> {
  const wording = wordingOf(chosen);
  const { name, title, intro } = wording.upgrade;
  const facts = { now: to, before: response.template.version, file: fileName(sourceText(response.source)) };
  const words = { ...wording.list, name, title, intro: phrase(intro, facts, chosen) };
  const requests = points.map((point, index) => ({
    number: index + 1,
    ...placeOf(point),
    request: textOf(point, chosen).join("\n"),
  }));
  const show = (text: string) => withoutAddresses(text, wording);
  const marked = await annotateWorkbook(bytes, requests, words, { show });
  if (marked.kind === "marked") return marked;
  return { bytes, notes: ["The cells could not be marked in this template; ask for what is listed here."] };
}
