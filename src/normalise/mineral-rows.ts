// Finds the rows of a question's minerals by the labels below the question.
import type { Layout, QuestionLayout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { align, type Labelled, type Lost } from "./align.ts";
import { practiceKey, questionKey, type RowKey } from "./declaration-labels.ts";

/** A declaration's labels, as needed for finding minerals. */
export interface MineralLabels {
  layout: Layout;
  /** The keys of all labels in layout order. */
  order: readonly string[];
  /** The row of each label found. */
  found: ReadonlyMap<string, number>;
  /** The labels of minerals, from top to bottom. */
  minerals: readonly Labelled<MineralId>[];
  /** Whether the label of a row is blank. */
  isBlank(row: number): boolean;
}

export interface MineralRows {
  /** Rows by question and mineral. */
  rows: Map<string, number>;
  lost: { question: QuestionLayout; lost: readonly Lost<MineralId>[] }[];
  /** Questions whose label is among the rows of another question. */
  displaced: QuestionLayout[];
}

/** Most rows between the text of a question and the first one that may belong to the next. */
const LONGEST_BLOCK = 16;

/** The key of a question's row for a mineral. */
export const mineralKey = (question: QuestionLayout, mineral: MineralId): string =>
  `${question.key} ${mineral}`;

/** The rows of each question's minerals. A mineral with two rows is left out. */
export function findMineralRows(labels: MineralLabels): MineralRows {
  const { layout, isBlank } = labels;
  const blocks = layout.questions.flatMap((question) => blockOf(question, labels) ?? []);
  const isWhole =
    blocks.every(({ asked, own }) => own.length === asked.length) ||
    blocks.every(({ own }) => own.length === 0);
  const astray = isWhole ? new Set<string>() : outOfOrder(labels);
  const result: MineralRows = { rows: new Map(), lost: [], displaced: [] };
  for (const { question, asked, top, end, next, own } of blocks) {
    if (astray.has(questionKey(question.key))) {
      result.displaced.push(question);
      continue;
    }
    const usual = (mineral: MineralId) => top + rowOf(layout, question, mineral) - question.row;
    const expected: { key: MineralId | "next"; at: number }[] = asked.map((key) => ({ key, at: usual(key) }));
    const known: Labelled<MineralId | "next">[] = [...own];
    if (next !== undefined) {
      expected.push({ key: "next", at: top + next.usual - question.row });
      known.push({ key: "next", at: next.row, weight: 0 });
    }
    const alike = new Set(asked.map((mineral) => isBlank(usual(mineral)))).size === 1;
    const aligned = align(expected, known, (_, row, isLast) =>
      own.length === 0 ? alike && row < end : !isLast && isBlank(row),
    );
    for (const mineral of asked) {
      const row = aligned.found.get(mineral);
      if (row !== undefined) result.rows.set(mineralKey(question, mineral), row);
    }
    const lost = aligned.lost.flatMap((one) => (one.key === "next" ? [] : { ...one, key: one.key }));
    if (lost.length > 0) result.lost.push({ question, lost });
  }
  return result;
}

/** A question with the labels of minerals below it, up to the next question. */
function blockOf(question: QuestionLayout, { layout, found, minerals }: MineralLabels) {
  const top = found.get(questionKey(question.key));
  if (top === undefined) return undefined;
  const following = rowsAsked(layout).find(({ row }) => row > question.row);
  const tops = rowsAsked(layout).flatMap(({ key }) => found.get(key) ?? []);
  const end = Math.min(top + LONGEST_BLOCK, ...tops.filter((row) => row > top));
  const row = following && found.get(following.key);
  const next = following && row !== undefined && row === end ? { row, usual: following.row } : undefined;
  const asked = mineralsOf(layout, question);
  const own = minerals.filter(({ key, at }) => at > top && at < end && asked.includes(key));
  const first = own.slice(0, asked.length);
  // If the next question's label is missing, its minerals follow those of this one.
  const isFollowed = next === undefined && new Set(first.map(({ key }) => key)).size === first.length;
  return { question, asked, top, end, next, own: isFollowed ? first : own };
}

/** The rows of a layout with a question, from top to bottom. */
function rowsAsked({ questions, policies }: Layout): { key: RowKey; row: number }[] {
  return [
    ...questions.map(({ key, row }) => ({ key: questionKey(key), row })),
    ...policies.map(({ key, row }) => ({ key: practiceKey(key), row })),
  ].sort((a, b) => a.row - b.row);
}

/** The keys that may be out of layout order: without one of them, as many others can still be in order. */
function outOfOrder({ order, found }: MineralLabels): Set<string> {
  const keys = [...found].sort(([, a], [, b]) => a - b).map(([key]) => key);
  const places = keys.map((key) => order.indexOf(key));
  const longest = longestRise(places);
  return new Set(
    keys.filter((_, index) => longestRise(places.filter((_, other) => other !== index)) === longest),
  );
}

/** Length of the longest increasing subsequence. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    const index = ends.findIndex((end) => end >= number);
    ends[index < 0 ? ends.length : index] = number;
  }
  return ends.length;
}
