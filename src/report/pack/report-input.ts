// The input of the pack's renderers.
import { hasMineLists, newestEdition } from "../../forms/editions.ts";
import { familyNamed } from "../../forms/families.ts";
import type { Family, Meaning, ReportSection } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";
import { capitalised } from "../../lib/capitalised.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { Consolidation, TalliedAnswer } from "../../model/consolidation.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { FollowUp } from "../../model/follow-up.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { ResponseDiff } from "../../model/response-diff.ts";
import type { RuleText } from "../../model/rule-page.ts";
import type { Settings } from "../../model/settings.ts";
import type { AnswerCode, MineralId } from "../../model/vocabulary.ts";
import type { Letter } from "../letters/letter.ts";
import type { FigureRow } from "../render/document.ts";
import {
  conditions,
  createFigures,
  type Figure,
  type Source,
  sourceOf,
  type Where,
} from "../render/figure.ts";
import type { FilledTable } from "../render/table.ts";
import { questionColumn } from "./tables/question-column.ts";

export interface ReportInput {
  /** The evaluation of one period. */
  evaluation: Evaluation & { period: number; cutoff: string };
  consolidation: Consolidation;
  /** Changes since the earlier period; absent if that is not available. */
  comparison?: Comparison;
  /** What counted responses changed compared with earlier ones of the period that they replaced. */
  corrections?: readonly ResponseDiff[];
  settings: Settings;
  rules: readonly RuleText[];
  /** Version of cmrt. */
  version: string;
  withContacts: boolean;
  /** What each supplier was asked, the result and what is open, in supplier order. */
  followUps: readonly FollowUp[];
  /** The letters that would be sent on the day of the run. */
  letters: readonly { supplier: string; letter: Letter }[];
  /** People's files beside the responses (settings, roster, decisions), with their hashes. */
  kept: readonly { file: string; sha256: string }[];
}

/** The input with its tables filled, and functions to make figures from them. */
export interface ReportContext extends ReportInput {
  tables: readonly FilledTable[];
  /** Counts rows of a file. */
  rows(file: string, where?: Where): Figure;
  /** Counts distinct values of a column. */
  distinct(column: string, file: string, where?: Where): Figure;
  /** Sums a column. */
  sum(column: string, file: string, where?: Where): Figure;
  figure(source: Source): Figure;
  /** The template family that the report is about. */
  family: Family;
  /** The column in declarations.csv of the question with this meaning. */
  columnOf(meaning: Meaning): string;
  /** Sections of the report, in order. */
  sections: readonly ReportSection[];
  /** The number of a section as in its heading; empty if the report does not have it. */
  numberOf(section: ReportSection): string;
  /** Headers of rows with one figure per mineral. */
  mineralHeaders: readonly string[];
  /** A row with one figure per mineral; the printed source has `<metal>` for the column's mineral. */
  figurePerMineral(label: string, figureOf: (mineral: MineralId) => Figure): FigureRow;
}

/** Sections of a due diligence report without an inquiry; the one on mines only if the family has mine lists. */
const SECTIONS: readonly ReportSection[] = [
  "inputs",
  "scope",
  "design",
  "results",
  "smelters",
  "origins",
  "mines",
  "signs",
  "dueDiligence",
  "efforts",
  "annexes",
];

/** Combines input and tables. */
export function createContext(input: ReportInput, tables: readonly FilledTable[]): ReportContext {
  const figure = createFigures(tables);
  const { family, minerals } = input.consolidation;
  const described = familyNamed(family);
  const sections =
    described.inquiry?.sections ??
    SECTIONS.filter((section) => section !== "mines" || hasMineLists(described));
  return {
    ...input,
    family: described,
    columnOf: (meaning) =>
      questionColumn(findQuestion(newestEdition(described).layout, meaning)?.key ?? meaning),
    sections,
    numberOf: (section) => String(sections.indexOf(section) + 1 || ""),
    mineralHeaders: minerals.map(capitalised),
    figurePerMineral: (label, figureOf) => figurePerMineral(label, minerals.map(figureOf)),
    tables,
    figure,
    rows: (file, where = {}) => figure({ file, where: conditions(where) }),
    distinct: (column, file, where = {}) => figure({ file, where: conditions(where), distinct: column }),
    sum: (column, file, where = {}) => figure({ file, where: conditions(where), sum: column }),
  };
}

/** A row with one figure. */
export function singleFigure(label: string, figure: Figure): FigureRow {
  return { label, cells: [figure], sources: [sourceOf(figure.source)] };
}

function figurePerMineral(label: string, cells: readonly Figure[]): FigureRow {
  const [first] = cells;
  if (first === undefined) return { label, cells, sources: [] };
  const { source } = first;
  const pattern = source.where.map((condition) =>
    condition.column === "metal" ? { column: "metal", values: ["<metal>"] } : condition,
  );
  return { label, cells, sources: [sourceOf({ ...source, where: pattern })] };
}

/** An answer of a tally, worded for people. */
export function answerName(answer: TalliedAnswer): string {
  return Object.hasOwn(ANSWER_NAMES, answer) ? ANSWER_NAMES[answer as AnswerCode] : answer;
}

/** A share in whole per cent, "80 %"; empty if the whole is 0. Values below half a per cent are shown as "<1 %". */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "";
  const share = (100 * part) / whole;
  if (share > 0 && share < 0.5) return "<1 %";
  // Never "100 %" for less than all.
  return `${part < whole ? Math.min(99, Math.round(share)) : Math.round(share)} %`;
}
