// Composes the letters of a period: who is written to, in which language, about which findings.
import { datesOf } from "../../domain/response-dates.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { addDays, workingDay } from "../../lib/dates.ts";
import { defined } from "../../lib/defined.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { Response } from "../../model/response.ts";
import type { Roster } from "../../model/roster.ts";
import type { Settings } from "../../model/settings.ts";
import type { LetterLanguage } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { letterLanguage, whyOther } from "../../report/letters/languages.ts";
import {
  composeLetter,
  type Letter,
  type LetterInput,
  type LetterScope,
  letterScope,
} from "../../report/letters/letter.ts";
import { compareCells } from "../../rules/support/sort.ts";
import { letterNames } from "./letter-names.ts";
import { type OpenPoints, openPointsOf } from "./open-points.ts";

export interface LettersOptions {
  period: number;
  /** ISO date. */
  answerBy: string;
  /** Language of all letters; by default each supplier's own. */
  language?: LetterLanguage;
  /** Only letters to these suppliers. */
  only?: ReadonlySet<string>;
  /** Compose reminders instead: only to these suppliers, each with what it is reminded of, if known. */
  reminders?: ReadonlyMap<string, LetterInput["remindsOf"] | null>;
  settings: Pick<Settings, "issuer" | "letters">;
}

export interface WrittenLetter {
  supplier: string;
  language: LetterLanguage;
  /** Why it is not in the supplier's language. */
  otherBecause?: string;
  letter: Letter;
  /** File name of the letter without extension. */
  name: string;
  /** The responses that it is about. */
  responses: readonly Response[];
}

/** Days that suppliers are given to answer. */
const DAYS_TO_ANSWER = 21;

/** The default day (ISO) to answer by. */
export function answerDay(today: string): string {
  return workingDay(addDays(today, DAYS_TO_ANSWER));
}

/** The letters of an evaluation, one per supplier with open points, sorted by supplier. */
export function composeLetters(evaluation: Evaluation, options: LettersOptions): WrittenLetter[] {
  const style = styleOf(options.settings);
  const written: WrittenLetter[] = [];
  const names = letterNames([...suppliersOf(evaluation.findings), ...everySupplier(evaluation)]);
  for (const plan of planLetters(evaluation, options)) {
    const { supplier, wanted, language, responses, received, findings } = plan;
    const remindsOf = options.reminders?.get(supplier);
    const letter = composeLetter({
      supplier: isNamed(supplier, responses, evaluation.roster) ? supplier : null,
      language,
      period: options.period,
      answerBy: options.answerBy,
      ...style,
      ...defined({ template: evaluation.family }),
      ...(remindsOf ? { remindsOf } : {}),
      received,
      leftOut: plan.leftOut > 0,
      findings: findings.toSorted((a, b) => compareCells(a.at, b.at)),
    });
    if (letter) {
      written.push({
        supplier,
        language,
        ...defined({ otherBecause: whyOther(wanted, language) }),
        letter,
        name: names.get(supplier) as string,
        responses: responses.map(({ response }) => response),
      });
    }
  }
  return written;
}

/** Who would receive a letter today and what it would ask, sorted by supplier, without composing the letters. */
export function listLetters(evaluation: Evaluation): (LetterScope & { supplier: string })[] {
  return planLetters(evaluation, {}).flatMap((plan) => {
    const scope = letterScope(plan);
    return scope === undefined ? [] : [{ supplier: plan.supplier, ...scope }];
  });
}

/** What a letter to a supplier is made from. */
interface LetterPlan extends Pick<OpenPoints, "responses" | "leftOut" | "findings"> {
  supplier: string;
  /** The supplier's language as given, and the one used for the letter. */
  wanted: string | undefined;
  language: LetterLanguage;
  received: LetterInput["received"];
}

/** The suppliers with findings, or the requested ones among them, sorted. */
function planLetters(
  evaluation: Evaluation,
  { only, reminders, language: asked }: Pick<LettersOptions, "only" | "reminders" | "language">,
): LetterPlan[] {
  const pointsOf = openPointsOf(evaluation);
  const plan = (supplier: string): LetterPlan => {
    const { responses, unusable, leftOut, findings } = pointsOf(supplier);
    const wanted = asked ?? ownLanguage(responses, evaluation.roster, supplier);
    const language = letterLanguage(
      wanted,
      findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule),
    );
    const received = [
      ...responses.map(({ response }) => ({
        file: sourceText(response.source),
        version: response.template.version,
        dates: datesOf(response),
      })),
      ...unusable.map((file) => ({ file: sourceText(file), version: null, dates: null })),
    ];
    return { supplier, wanted, language, responses, received, leftOut, findings };
  };
  return sortTexts(suppliersOf(evaluation.findings))
    .filter((supplier) => (reminders?.has(supplier) ?? true) && (only?.has(supplier) ?? true))
    .map(plan);
}

/** The suppliers that findings are about; some findings are not about any. */
function suppliersOf(findings: Evaluation["findings"]): Set<string> {
  const suppliers = new Set(findings.map(({ supplier }) => supplier));
  suppliers.delete("");
  return suppliers;
}

/** The letters of a period as they would be sent on the day of the run. */
export function lettersOfTheDay(
  evaluation: Evaluation & { period: number },
  settings: LettersOptions["settings"],
): WrittenLetter[] {
  const { period, today } = evaluation;
  return composeLetters(evaluation, { period, answerBy: answerDay(today), settings });
}

/** All suppliers, so that the file name of a letter does not change owners when others receive one, too. */
function everySupplier({ responses, roster }: Evaluation): string[] {
  return [
    ...responses.map(({ supplier }) => supplier.name),
    ...(roster?.suppliers ?? []).map(({ name }) => name),
  ];
}

/** The settings for the letters' subject and signature. */
function styleOf({
  issuer,
  letters: own,
}: LettersOptions["settings"]): Pick<LetterInput, "subject" | "signature"> {
  return { ...defined({ subject: own?.subject }), signature: own?.signature ?? issuer ?? "" };
}

/**
 * Whether the supplier's name was written by somebody: on the roster or in a response, which a blank template lacks.
 * Without a response the name is that on the roster.
 */
function isNamed(
  supplier: string,
  responses: readonly EvaluatedResponse[],
  roster: Roster | undefined,
): boolean {
  return (
    responses.length === 0 ||
    responses.some(({ response }) => response.company.companyName !== undefined) ||
    (roster?.suppliers.some(({ name }) => name === supplier) ?? false)
  );
}

/** The language given by the roster, else that of the newest response that the supplier filled in. */
function ownLanguage(
  responses: readonly EvaluatedResponse[],
  roster: Roster | undefined,
  supplier: string,
): string | undefined {
  const given = roster?.suppliers.find(({ name }) => name === supplier)?.language;
  if (given !== undefined) return given;
  const filled = responses.filter(({ standing }) => standing !== "blank" && standing !== "own");
  return filled.at(-1)?.response.template.language ?? undefined;
}
