// Cells of a declaration according to a layout.
import type { CompanyField, Language, MineralId } from "../model/vocabulary.ts";
import type {
  Choice,
  Layout,
  Meaning,
  PolicyLayout,
  PracticeMeaning,
  QuestionLayout,
  SelectionCell,
} from "./form.ts";

/** Stands for the address of a cell whose place on the declaration is unknown. */
const NOWHERE = "?";

function placed({ declaration, moved }: Layout, address: string): string {
  const place = moved?.[address];
  return `${declaration}!${place === null ? NOWHERE : (place ?? address)}`;
}

/** Whether a cell is one of the declaration whose place is unknown. */
export function isNowhere(cell: string): boolean {
  return cell.endsWith(`!${NOWHERE}`);
}

/** The declaration cell of a question's answer for one mineral, e.g. "Declaration!D27". */
export function answerCell(layout: Layout, question: QuestionLayout, mineral: MineralId): string {
  return placed(layout, `${layout.answerColumn}${rowOf(layout, question, mineral)}`);
}

/** The declaration cell of a question's comment for one mineral. */
export function commentCell(layout: Layout, question: QuestionLayout, mineral: MineralId): string {
  return placed(layout, `${layout.commentColumns[0]}${rowOf(layout, question, mineral)}`);
}

/** The row of a question for one mineral, below the question's text. */
export function rowOf(layout: Layout, question: QuestionLayout, mineral: MineralId): number {
  return question.row + 1 + layout.minerals.indexOf(mineral);
}

/** The choices that a question offers for one mineral. */
export function choicesFor(question: QuestionLayout, mineral: MineralId): readonly Choice[] {
  return question.choicesOf?.[mineral] ?? question.choices;
}

/** The questions of a layout that are asked for one mineral. */
export function questionsFor({ questions }: Layout, mineral: MineralId): readonly QuestionLayout[] {
  return questions.filter(({ notOf }) => !notOf?.includes(mineral));
}

/** The minerals of a layout that a question is asked for. */
export function mineralsOf({ minerals }: Layout, { notOf }: QuestionLayout): readonly MineralId[] {
  return notOf === undefined ? minerals : minerals.filter((mineral) => !notOf.includes(mineral));
}

/** The declaration cell of a company question's answer. */
export function policyCell(layout: Layout, policy: PolicyLayout): string {
  return placed(layout, `${layout.answerColumn}${policy.row}`);
}

/** The declaration cell of a company question's comment. */
export function policyCommentCell(layout: Layout, policy: PolicyLayout): string {
  return placed(layout, `${layout.commentColumns[0]}${policy.row}`);
}

/**
 * The declaration cell of a company field; undefined if there is no such field. For a date in three cells, the day's.
 */
export function companyCell(layout: Layout, field: CompanyField): string | undefined {
  const cell =
    field === "effectiveDate" ? (layout.company[field] ?? layout.dateParts?.day) : layout.company[field];
  return cell === undefined ? undefined : placed(layout, cell);
}

/** The declaration cell that selects a mineral. */
export function selectionCell(layout: Layout, { at }: Pick<SelectionCell, "at">): string {
  return placed(layout, at);
}

/** The question of a layout with this meaning; undefined if it is not asked. */
export function findQuestion(layout: Layout, meaning: Meaning): QuestionLayout | undefined {
  return layout.questions.find((question) => question.meaning === meaning);
}

/** The company question of a layout with this meaning; undefined if it is not asked. */
export function findPractice(layout: Layout, meaning: PracticeMeaning): PolicyLayout | undefined {
  return layout.policies.find((policy) => policy.meaning === meaning);
}

/** The choices of a list in a form of this language: its own, else the English ones. */
export function choicesIn(choices: readonly Choice[], language: Language | null): readonly Choice[] {
  const own = choices.filter((choice) => choice.language !== undefined && choice.language === language);
  return own.length > 0 ? own : choices.filter((choice) => choice.language === undefined);
}
