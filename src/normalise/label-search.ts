// Searches for labels of a declaration that are not where its layout has them.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Layout } from "../forms/form.ts";
import {
  cellText,
  cleanText,
  columnLetters,
  columnNumber,
  findCell,
  findRow,
  parseAddress,
} from "../model/cells.ts";
import type { MineralId } from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { align, type Expected, type Labelled } from "./align.ts";
import { findAnswerColumns } from "./answer-columns.ts";
import { findDisplaced, standElsewhere } from "./computed-labels.ts";
import {
  companyKey,
  type DeclarationReaders,
  practiceKey,
  questionKey,
  type RowKey,
} from "./declaration-labels.ts";
import { fieldsOf, formRows, LABEL_COLUMN, newQuestion, readMineralLabel } from "./form-labels.ts";
import { findMineralRows, mineralKey } from "./mineral-rows.ts";
import { asLaidOut, isHeaded, nowhere, type Placement } from "./placement.ts";
import { PlacementNotes } from "./placement-notes.ts";
import { translations } from "./translations.ts";

/** How far right to look for labels. */
const LAST_COLUMN = 12;
/** Choices start like labels, too ("D. Product Level"). */
const FEWEST_LABELS = 3;
/** The revision is above the company block. */
const TOP = 12;

/** The labels of a declaration that are not where the layout has them. */
export class LabelSearch {
  private readonly template: DetectedTemplate;
  private readonly sheet: Sheet;
  private readonly layout: Layout;
  private readonly readers: DeclarationReaders;
  private readonly expected: readonly Expected<RowKey | "top">[];
  private readonly rows: readonly Row[];
  private readonly column: number;
  private readonly notes: PlacementNotes;

  constructor(workbook: Workbook, template: DetectedTemplate, readers: DeclarationReaders) {
    const { layout, declaration } = template;
    this.template = template;
    this.sheet = declaration;
    this.layout = layout;
    const company = readers.company.and(translations(workbook, layout.declaration, readers.company));
    this.readers = { ...readers, company };
    this.expected = [
      { key: "top" as const, at: parseAddress(layout.revisionCell).row },
      ...fieldsOf(layout).map(({ field, row }) => ({ key: companyKey(field), at: row })),
      ...layout.questions.map(({ key, row }) => ({ key: questionKey(key), at: row })),
      ...layout.policies.map(({ key, row }) => ({ key: practiceKey(key), at: row })),
    ].sort((a, b) => a.at - b.at);
    this.rows = formRows(declaration, layout);
    this.column = this.labelColumn();
    this.notes = new PlacementNotes(declaration, layout, this.column);
  }

  placement(): Placement {
    const labels = this.labels(this.column);
    const of = (kind: string) => labels.filter(({ key }) => key.startsWith(kind)).length;
    const [fields, questions] = [of("company "), of("question ") + of("practice ")];
    const fewest = Math.min(FEWEST_LABELS, this.layout.questions.length);
    if (fields + questions < fewest) return this.unreadable();
    const { found, assumed, lost } = align<RowKey | "top">(
      this.expected,
      labels,
      (key, row, isLast) =>
        // In a block in which no label can be read, a missing one means nothing.
        (key.startsWith("company ") ? fields : questions) === 0 || this.fits(row, isLast),
    );
    const places = new Map<string, number>(this.expected.map(({ key, at }) => [key, at]));
    // Labels that moved with their rows are reliable.
    const moved = labels.filter(({ key, at }) => key !== "top" && places.get(key) !== at).length;
    const displaced =
      moved * 2 > labels.length
        ? undefined
        : findDisplaced(this.sheet, this.layout, this.column, this.readers.heads);
    const isAstray = (key: RowKey | "top") =>
      displaced !== undefined && (places.get(key) ?? 0) >= displaced.row;
    for (const key of [...found.keys()].filter(isAstray)) found.delete(key);
    const questionRows = [...found].flatMap(([key, row]) => (key.startsWith("question ") ? row : []));
    const search = {
      sheet: this.sheet,
      layout: this.layout,
      reader: this.readers.heads,
      labels: this.column,
      questionRows,
    };
    const columns = findAnswerColumns(search, this.notes);
    const minerals = this.mineralRows(found);
    this.notes.addRows(found, minerals);
    if (displaced) this.notes.addDisplaced(displaced, places);
    for (const key of assumed.filter((one) => !isAstray(one))) {
      if ((key.startsWith("company ") ? fields : questions) > 0) this.noteAssumed(key, found.get(key) ?? 0);
    }
    for (const one of lost) if (!isAstray(one.key)) this.notes.addLost(one);
    if (!displaced) this.noteNewQuestion();
    const answer = columns.get("answer");
    const comment = columns.get("comment");
    const answerColumn = answer === undefined ? undefined : columnLetters(answer);
    return {
      company: (field) => {
        const row = found.get(companyKey(field));
        const address = this.layout.company[field];
        if (row === undefined || address === undefined || answer === undefined) return undefined;
        const beside = parseAddress(address).column - columnNumber(this.layout.answerColumn);
        return `${columnLetters(answer + beside)}${row}`;
      },
      dateParts: this.dateParts(found.get(companyKey("effectiveDate"))),
      labelColumn: columnLetters(this.column),
      besideField: (address) => {
        const { row, column } = parseAddress(address);
        const shift = this.shiftAround(row, found);
        if (shift === undefined || answer === undefined) return undefined;
        const beside = column - columnNumber(this.layout.answerColumn);
        return `${columnLetters(answer + beside)}${row + shift}`;
      },
      questionRow: ({ key }) => found.get(questionKey(key)),
      answerRow: (question, mineral) => minerals.get(mineralKey(question, mineral)),
      policyRow: ({ key }) => found.get(practiceKey(key)),
      answerColumn,
      commentColumns:
        comment === undefined
          ? []
          : this.layout.commentColumns.map((letters) =>
              columnLetters(
                comment + columnNumber(letters) - columnNumber(this.layout.commentColumns[0] ?? "G"),
              ),
            ),
      hasOwnHead: (column) =>
        column === this.column || isHeaded(this.sheet, questionRows, column, this.readers.heads),
      notes: this.notes.notes,
    };
  }

  /** By how many rows the labels above and below a row moved; undefined if they did not move by the same number. */
  private shiftAround(row: number, found: ReadonlyMap<RowKey | "top", number>): number | undefined {
    const shift = ({ key, at }: Expected<RowKey | "top">) => (found.get(key) ?? at) - at;
    const known = this.expected.filter(({ key }) => key !== "top" && found.has(key));
    const above = known.findLast(({ at }) => at < row);
    const below = known.find(({ at }) => at > row);
    if (above === undefined || below === undefined) return undefined;
    return shift(above) === shift(below) ? shift(above) : undefined;
  }

  private text(row: number, column = this.column): string | undefined {
    return cellText(findCell(findRow(this.sheet, row), column));
  }

  /** The key named by the label of a row. */
  private keyOf(text: string): { key: RowKey | "other"; whole: boolean } | undefined {
    const field = this.readers.company.read(text);
    if (field) return { key: companyKey(field.key), whole: field.whole };
    const key = this.readers.question(text);
    return key && { key, whole: true };
  }

  /**
   * The column with the most labels. The layout's column is preferred if equal, and unless another has at least half as
   * many: answers start like labels, too ("A. Company").
   */
  private labelColumn(): number {
    const keys = (column: number) => new Set(this.labels(column).map(({ key }) => key)).size;
    let best = { column: LABEL_COLUMN, count: keys(LABEL_COLUMN) };
    for (let column = 1; column <= LAST_COLUMN; column++) {
      const count = keys(column);
      if (count > best.count && count * 2 > this.expected.length) best = { column, count };
    }
    return best.column;
  }

  private labels(column: number): Labelled<RowKey | "top">[] {
    const labels: Labelled<RowKey | "top">[] = [];
    const top = this.topRow();
    if (top !== undefined) labels.push({ key: "top", at: top, weight: 0 });
    for (const row of this.rows) {
      const cell = findCell(row, column);
      const text = cellText(cell);
      const read = text === undefined ? undefined : this.keyOf(text);
      if (read === undefined || read.key === "other") continue;
      // The templates' labels are formulas; a label that somebody added is plain text.
      labels.push({ key: read.key, at: row.row, weight: (read.whole ? 2 : 0) + (cell?.formula ? 1 : 0) });
    }
    return labels;
  }

  /** The row of the revision text: what is below it moved with it, unless a label says otherwise. */
  private topRow(): number | undefined {
    const { revision } = this.template;
    if (revision === undefined) return undefined;
    const says = (row: Row) => row.cells.some((cell) => cleanText(cellText(cell) ?? "") === revision);
    return this.rows.find((row) => row.row <= TOP && says(row))?.row;
  }

  /** An unreadable label does not contradict its place, provided that the row is known to exist. */
  private fits(row: number, isLast: boolean): boolean {
    return this.text(row) === undefined && (!isLast || this.holdsLabel(row));
  }

  /**
   * Whether there is a label without text: a formula with an error, or one that was not calculated. Below their last
   * question the templates have calculated formulas that show nothing.
   */
  private holdsLabel(number: number): boolean {
    const row = findRow(this.sheet, number);
    return findCell(row, this.column) !== undefined || row?.uncalculated.includes(this.column) === true;
  }

  /** The rows of the questions' minerals. */
  private mineralRows(found: ReadonlyMap<RowKey | "top", number>): Map<string, number> {
    const { layout } = this.template;
    const minerals = this.rows.flatMap((row): Labelled<MineralId>[] => {
      const cell = findCell(row, this.column);
      const key = readMineralLabel(cellText(cell), this.template);
      return key === undefined ? [] : [{ key, at: row.row, weight: cell?.formula ? 1 : 0 }];
    });
    const order = this.expected.map(({ key }) => key);
    const isBlank = (row: number) => this.text(row) === undefined;
    const { rows, lost, displaced } = findMineralRows({ layout, order, found, minerals, isBlank });
    for (const { key, number } of displaced) {
      const at = `${columnLetters(this.column)}${found.get(questionKey(key))}`;
      this.notes.add("labels", at, [
        `The label of question ${number} (${key}) is among the rows of other questions: nothing was read for it.`,
      ]);
    }
    for (const { question, lost: minerals } of lost) {
      for (const { key, at } of minerals) this.notes.addLostRow(`question ${question.number}, ${key}`, at);
    }
    return rows;
  }

  private dateParts(row: number | undefined): Layout["dateParts"] {
    const { dateParts } = this.layout;
    if (dateParts === undefined || row === undefined) return undefined;
    const cells = findRow(this.sheet, row)?.cells ?? [];
    const address = (part: "day" | "month" | "year") => {
      const heads = cells.filter((cell) => this.readers.heads.key(cellText(cell)) === part);
      const [head] = heads;
      return head && heads.length === 1 ? `${columnLetters(head.column + 1)}${row}` : undefined;
    };
    const [day, month, year] = [address("day"), address("month"), address("year")];
    if (day !== undefined && month !== undefined && year !== undefined) return { day, month, year };
    const usual = parseAddress(dateParts.day).row;
    if (cells.every((cell) => this.readers.heads.key(cellText(cell)) === undefined) && usual === row)
      return dateParts;
    this.notes.add("labels", `${row}:${row}`, [
      "Day, month and year are not beside their heads: the date was not read.",
    ]);
    return undefined;
  }

  /**
   * A row without a label is placed by adjacent rows; a formula that shows nothing counts as a label. A row without any
   * value is not used: all it may contain is a label that a roll-up left for recalculation.
   */
  private noteAssumed(key: RowKey | "top", row: number): void {
    if (findRow(this.sheet, row) === undefined) return;
    const name = this.notes.nameOf(key);
    if (name === undefined || this.text(row) !== undefined || this.holdsLabel(row)) return;
    this.notes.add("labels", `${columnLetters(this.column)}${row}`, [
      `This row has no label: it was read as "${name}" by the rows beside it.`,
    ]);
  }

  /** Notes a question that the layout does not have. */
  private noteNewQuestion(): void {
    const question = newQuestion(this.layout, this.rows, this.column);
    if (question === undefined) return;
    this.notes.add("labels", `${columnLetters(this.column)}${question.row}`, [
      `The declaration asks a question ${question.mark} that generation ${this.layout.generation} does not have; it was not read.`,
    ]);
  }

  /** Without any readable label only the layout's addresses are left, unless the headings are elsewhere. */
  private unreadable(): Placement {
    const { generation, inferred, questions, answerColumn } = this.layout;
    const isHead = (text: string | undefined) => this.readers.heads.key(text) === "answer";
    const hasHeads = this.rows.some(({ cells }) => cells.some((cell) => isHead(cellText(cell))));
    const usual = columnNumber(answerColumn);
    const isElsewhere = standElsewhere(this.sheet, this.layout);
    if (isElsewhere || (hasHeads && !questions.every(({ row }) => isHead(this.text(row, usual))))) {
      this.notes.add("labels", undefined, [
        isElsewhere
          ? "No label of the declaration can be read, and its rows or columns are not where the template has them: "
          : "No label of the declaration can be read, and the heads of its columns are not where the template has them: ",
        "none of its company fields, answers and comments was read.",
      ]);
      return nowhere(this.notes.notes);
    }
    const isBlank = this.expected.every(({ key, at }) => key === "top" || this.text(at) === undefined);
    if (inferred) {
      this.notes.add("labels", undefined, [
        `The question labels cannot be read, so the addresses assumed for generation ${generation} could not be verified.`,
      ]);
    } else if (!isBlank) {
      this.notes.add("labels", undefined, [
        "cmrt knows none of the labels of the declaration: it was read where the template has its fields and questions.",
      ]);
    }
    return { ...asLaidOut(this.template, this.readers.heads), notes: this.notes.notes };
  }
}
