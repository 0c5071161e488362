// Where a declaration's cells are: the layout's addresses as long as the labels beside them agree, else where the labels
// are.

import type { DetectedTemplate } from "../forms/detect.ts";
import type { Layout, PolicyLayout, QuestionLayout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import { readMineralOf } from "../forms/minerals.ts";
import { labelMark } from "../forms/read-labels.ts";
import {
  cellText,
  cleanText,
  columnLetters,
  columnNumber,
  findCell,
  findRow,
  parseAddress,
} from "../model/cells.ts";
import { FIELD_NAMES } from "../model/labels.ts";
import type { Note } from "../model/response.ts";
import { COMPANY_FIELDS, type CompanyField, type MineralId } from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { align, type Expected, type Labelled, type Lost, movedRuns } from "./align.ts";
import {
  companyKey,
  type DeclarationReaders,
  practiceKey,
  questionKey,
  type RowKey,
  readersOf,
} from "./declaration-labels.ts";
import { endsForm } from "./footer.ts";
import { findMineralRows, mineralKey } from "./mineral-rows.ts";
import { translations } from "./translations.ts";

/** Where each value is; what is undefined is in no place that the labels tell. */
export interface Placement {
  /** The address of a company field that stands in one cell. */
  company(field: CompanyField): string | undefined;
  /** The addresses of a date in three cells. */
  dateParts: Layout["dateParts"] | undefined;
  /** The column of the labels. */
  labelColumn: string;
  /** An address of the company block that has no label of its own: it moved with the field above it. */
  besideField(address: string): string | undefined;
  /** The row of a question's text. */
  questionRow(question: QuestionLayout): number | undefined;
  /** The row of a question's answer for a mineral. */
  answerRow(question: QuestionLayout, mineral: MineralId): number | undefined;
  policyRow(policy: PolicyLayout): number | undefined;
  answerColumn: string | undefined;
  commentColumns: readonly string[];
  /** Whether a column, by its number, holds something else than what was typed beside a value: it has labels or a head. */
  hasOwnHead(column: number): boolean;
  notes: Note[];
}

/** The column in which every layout has its labels. */
const LABEL_COLUMN = 2;
/** How far right the labels, and how far below the last of them, they are looked for. */
const LAST_COLUMN = 12;
const ROWS_BELOW = 40;
/** Choices begin like labels, too ("D. Product Level"). */
const FEWEST_LABELS = 3;
/** The revision stands above the company block. */
const TOP = 12;

/** Compares the labels with the layout. */
export function findPlacement(workbook: Workbook, template: DetectedTemplate): Placement {
  const readers = readersOf(template);
  if (isAsLaidOut(template, readers)) return asLaidOut(template);
  return new LabelSearch(workbook, template, readers).placement();
}

/** Whether somebody wrote a head beside the questions. */
function isHeaded(sheet: Sheet, questionRows: readonly number[], column: number): boolean {
  return questionRows.some((row) => cellText(findCell(findRow(sheet, row), column)) !== undefined);
}

/** Where no value can be told to be. */
function nowhere(notes: Note[]): Placement {
  return {
    company: () => undefined,
    dateParts: undefined,
    labelColumn: columnLetters(LABEL_COLUMN),
    besideField: () => undefined,
    questionRow: () => undefined,
    answerRow: () => undefined,
    policyRow: () => undefined,
    answerColumn: undefined,
    commentColumns: [],
    hasOwnHead: () => true,
    notes,
  };
}

function asLaidOut({ layout, declaration }: DetectedTemplate): Placement {
  const rows = layout.questions.map(({ row }) => row);
  return {
    hasOwnHead: (column) => isHeaded(declaration, rows, column),
    company: (field) => layout.company[field],
    dateParts: layout.dateParts,
    labelColumn: columnLetters(LABEL_COLUMN),
    besideField: (address) => address,
    questionRow: ({ row }) => row,
    answerRow: (question, mineral) => rowOf(layout, question, mineral),
    policyRow: ({ row }) => row,
    answerColumn: layout.answerColumn,
    commentColumns: layout.commentColumns,
    notes: [],
  };
}

/** Whether every label says what the layout has beside it. */
function isAsLaidOut(template: DetectedTemplate, readers: DeclarationReaders): boolean {
  const { layout, declaration } = template;
  const answer = columnNumber(layout.answerColumn);
  const comment = columnNumber(layout.commentColumns[0] ?? "G");
  const text = (row: number, column = LABEL_COLUMN) => cellText(findCell(findRow(declaration, row), column));
  return (
    fieldsOf(layout).every(({ field, row }) => readers.company.key(text(row)) === field) &&
    layout.questions.every(
      (question) =>
        readers.question(text(question.row) ?? "") === questionKey(question.key) &&
        (isLettered(question) ||
          (readers.heads.key(text(question.row, answer)) === "answer" &&
            readers.heads.key(text(question.row, comment)) === "comment")) &&
        mineralsOf(layout, question).every(
          (mineral) => readMineralLabel(text(rowOf(layout, question, mineral)), template) === mineral,
        ),
    ) &&
    layout.policies.every(({ key, row }) => readers.question(text(row) ?? "") === practiceKey(key)) &&
    (layout.dateParts === undefined || isDateAsLaidOut(layout.dateParts, declaration, readers)) &&
    newQuestion(layout, formRows(declaration, layout), LABEL_COLUMN) === undefined
  );
}

/** The rows of the form: below the questions stand hidden tables that repeat words of the labels. */
function formRows({ rows }: Sheet, { questions, policies }: Layout): readonly Row[] {
  const last = Math.max(...[...questions, ...policies].map(({ row }) => row)) + ROWS_BELOW;
  const end = rows.findIndex((row) => row.row > last || endsForm(row));
  return end < 0 ? rows : rows.slice(0, end);
}

/** A question per mineral among those per company, which has no heads of columns of its own. */
function isLettered({ number }: QuestionLayout): boolean {
  return !/\d/.test(number);
}

/** The mark and row of a question that the layout does not know: the number or letter after its last. */
function newQuestion({ questions, policies }: Layout, rows: readonly Row[], column: number) {
  const lettered = questions.filter(isLettered).length;
  const next = new Set([
    String(questions.length - lettered + 1),
    String.fromCharCode("A".charCodeAt(0) + policies.length + lettered),
  ]);
  for (const row of rows) {
    const mark = labelMark(cellText(findCell(row, column)) ?? "");
    if (mark !== undefined && next.has(mark)) return { mark, row: row.row };
  }
  return undefined;
}

function isDateAsLaidOut(
  parts: NonNullable<Layout["dateParts"]>,
  sheet: Sheet,
  readers: DeclarationReaders,
): boolean {
  return (["day", "month", "year"] as const).every((part) => {
    const { row, column } = parseAddress(parts[part]);
    return readers.heads.key(cellText(findCell(findRow(sheet, row), column - 1))) === part;
  });
}

/** The company fields of a layout with their rows, from top to bottom. */
function fieldsOf({ company, dateParts }: Layout): { field: CompanyField; row: number }[] {
  return COMPANY_FIELDS.flatMap((field) => {
    const address = company[field] ?? (field === "effectiveDate" ? dateParts?.day : undefined);
    return address === undefined ? [] : [{ field, row: parseAddress(address).row }];
  }).sort((a, b) => a.row - b.row);
}

/** What marks the label of a mandatory row. */
export const STAR = /[(（]\s*\*\s*[)）]/g;

/** "Tantalum (Ta) (*)", "Tin  (*)". */
function readMineralLabel(text: string | undefined, template: DetectedTemplate): MineralId | undefined {
  return text === undefined || text.length > 60
    ? undefined
    : readMineralOf(text.replace(STAR, "").replace(/\*/g, ""), template);
}

/** The labels of a declaration that are not where the layout has them. */
class LabelSearch {
  private readonly template: DetectedTemplate;
  private readonly sheet: Sheet;
  private readonly layout: Layout;
  private readonly readers: DeclarationReaders;
  private readonly expected: readonly Expected<RowKey | "top">[];
  private readonly rows: readonly Row[];
  private readonly column: number;
  private readonly notes: Note[] = [];

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
        // In a block of which no label can be read, none says anything.
        (key.startsWith("company ") ? fields : questions) === 0 || this.fits(row, isLast),
    );
    const questionRows = [...found].flatMap(([key, row]) => (key.startsWith("question ") ? row : []));
    const columns = this.columns(questionRows);
    const minerals = this.mineralRows(found);
    this.noteRows(found, minerals);
    for (const key of assumed) {
      if ((key.startsWith("company ") ? fields : questions) > 0) this.noteAssumed(key, found.get(key) ?? 0);
    }
    for (const one of lost) this.noteLost(one);
    this.noteNewQuestion();
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
        const above = fieldsOf(this.layout).findLast((one) => one.row < row);
        const place = above && found.get(companyKey(above.field));
        if (above === undefined || place === undefined || answer === undefined) return undefined;
        const beside = column - columnNumber(this.layout.answerColumn);
        return `${columnLetters(answer + beside)}${place + row - above.row}`;
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
      hasOwnHead: (column) => column === this.column || isHeaded(this.sheet, questionRows, column),
      notes: this.notes,
    };
  }

  private text(row: number, column = this.column): string | undefined {
    return cellText(findCell(findRow(this.sheet, row), column));
  }

  /** The key that the label of a row names. */
  private keyOf(text: string): { key: RowKey | "other"; whole: boolean } | undefined {
    const field = this.readers.company.read(text);
    if (field) return { key: companyKey(field.key), whole: field.whole };
    const key = this.readers.question(text);
    return key && { key, whole: true };
  }

  /**
   * The column with the most labels; of two the one where the layout has them, which is also the one as long as no other
   * has half of them: answers begin like labels, too ("A. Company").
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
      // The templates write their labels by formulas; a label that somebody added is a plain text.
      labels.push({ key: read.key, at: row.row, weight: (read.whole ? 2 : 0) + (cell?.formula ? 1 : 0) });
    }
    return labels;
  }

  /** The row of the revision text: what lies below it moved with it, unless a label says otherwise. */
  private topRow(): number | undefined {
    const { revision } = this.template;
    if (revision === undefined) return undefined;
    const says = (row: Row) => row.cells.some((cell) => cleanText(cellText(cell) ?? "") === revision);
    return this.rows.find((row) => row.row <= TOP && says(row))?.row;
  }

  /** A label that cannot be read says nothing against its place, as long as the row is known to be there. */
  private fits(row: number, isLast: boolean): boolean {
    return this.text(row) === undefined && (!isLast || this.holdsLabel(row));
  }

  /** Whether there is a label that shows no text: a formula without a result or with an error. */
  private holdsLabel(number: number): boolean {
    const row = findRow(this.sheet, number);
    return findCell(row, this.column) !== undefined || row?.blankFormulas.includes(this.column) === true;
  }

  /** The columns that have a head beside the questions; one that has it beside few of them was not meant as such. */
  private heads(head: "answer" | "comment", questionRows: readonly number[]): Labelled<string>[] {
    const counts = new Map<number, number>();
    // As with other labels, those that somebody added are no formulas.
    const formulas = new Set<number>();
    for (const row of questionRows) {
      for (const cell of findRow(this.sheet, row)?.cells ?? []) {
        if (cell.column === this.column || this.readers.heads.key(cellText(cell)) !== head) continue;
        counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
        if (cell.formula) formulas.add(cell.column);
      }
    }
    const most = Math.max(...counts.values());
    return [...counts].flatMap(([at, count]) =>
      count * 2 > most ? [{ key: head, at, weight: formulas.has(at) ? 1 : 0 }] : [],
    );
  }

  /** The columns of answers and comments, by their heads beside the questions. */
  private columns(questionRows: readonly number[]): Map<string, number> {
    const heads = (["answer", "comment"] as const).flatMap((head) => this.heads(head, questionRows));
    const expected = [
      { key: "label", at: LABEL_COLUMN },
      { key: "answer", at: columnNumber(this.layout.answerColumn) },
      { key: "comment", at: columnNumber(this.layout.commentColumns[0] ?? "G") },
    ];
    const labels = [{ key: "label", at: this.column, weight: 0 }, ...heads];
    const { found, assumed, lost } = align(
      expected,
      labels,
      (_, column, isLast) =>
        heads.length === 0 || (!isLast && questionRows.every((row) => this.text(row, column) === undefined)),
    );
    const moved = movedRuns(expected, found).flatMap(({ keys, by }) =>
      keys.map((key) => {
        const at = found.get(key) ?? 0;
        return {
          at,
          text: `${COLUMN_NAMES[key]} in ${columnLetters(at)} instead of ${columnLetters(at - by)}`,
        };
      }),
    );
    const [first] = moved;
    if (first !== undefined) {
      this.note("shifted", `${columnLetters(first.at)}:${columnLetters(first.at)}`, [
        "Columns of the declaration are not where the template has them and are read where they are: ",
        `${moved.map(({ text }) => text).join("; ")}.`,
      ]);
    }
    for (const key of heads.length > 0 ? assumed : []) {
      const column = columnLetters(found.get(key) ?? 0);
      this.note("labels", `${column}:${column}`, [
        `No column has the head of ${COLUMN_NAMES[key]}: they were read from column ${column}, by the columns beside it.`,
      ]);
    }
    for (const { key, why } of lost) {
      const which = why === "twice" ? "Several columns have" : "No column has";
      this.note("labels", undefined, [
        `${which} the head of ${COLUMN_NAMES[key]}: `,
        key === "answer"
          ? "neither they and the comments on them were read, nor the company fields beside them."
          : "they were not read.",
      ]);
    }
    return found;
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
      this.note("labels", at, [
        `The label of question ${number} (${key}) stands among the rows of others: nothing was read for it.`,
      ]);
    }
    for (const { question, lost: minerals } of lost) {
      for (const { key, at } of minerals) this.noteLostRow(`question ${question.number}, ${key}`, at);
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
    this.note("labels", `${row}:${row}`, [
      "Day, month and year are not beside their heads: the date was not read.",
    ]);
    return undefined;
  }

  private noteRows(found: ReadonlyMap<RowKey | "top", number>, minerals: ReadonlyMap<string, number>): void {
    const items: Expected<string>[] = [];
    const names = new Map<string, string>();
    const positions = new Map<string, number>();
    const add = (key: string, at: number, name: string, position: number | undefined) => {
      items.push({ key, at });
      names.set(key, name);
      if (position !== undefined) positions.set(key, position);
    };
    for (const { field, row } of fieldsOf(this.layout)) {
      add(companyKey(field), row, FIELD_NAMES[field], found.get(companyKey(field)));
    }
    for (const question of this.layout.questions) {
      const { key, number, row } = question;
      add(questionKey(key), row, `question ${number}`, found.get(questionKey(key)));
      for (const mineral of mineralsOf(this.layout, question)) {
        const own = mineralKey(question, mineral);
        add(
          own,
          rowOf(this.layout, question, mineral),
          `${mineral} of question ${number}`,
          minerals.get(own),
        );
      }
    }
    for (const { key, letter, row } of this.layout.policies) {
      add(practiceKey(key), row, `question ${letter}`, found.get(practiceKey(key)));
    }
    const runs = movedRuns(items, positions).map(({ keys, by }) => {
      const ends = [...new Set([keys[0], keys.at(-1)])].flatMap((key) => key ?? []);
      const rows = (shift: number) => ends.map((key) => (positions.get(key) ?? 0) - shift).join(" to ");
      return {
        row: positions.get(keys[0] ?? "") ?? 0,
        text: `${ends.map((key) => names.get(key)).join(" to ")} in ${ends.length > 1 ? "rows" : "row"} ${rows(0)} instead of ${rows(by)}`,
      };
    });
    const [first] = runs;
    if (first === undefined) return;
    this.note("shifted", `${columnLetters(this.column)}${first.row}`, [
      "By their labels, rows of the declaration are not where the template has them and are read where they are: ",
      `${runs.map(({ text }) => text).join("; ")}.`,
    ]);
  }

  private noteLost({ key, at }: Lost<RowKey | "top">): void {
    const name = this.nameOf(key);
    if (name !== undefined) this.noteLostRow(name, at);
  }

  /** A row without a label is read by the rows beside it; a formula that shows nothing is a label. */
  private noteAssumed(key: RowKey | "top", row: number): void {
    const name = this.nameOf(key);
    if (name === undefined || this.text(row) !== undefined || this.holdsLabel(row)) return;
    this.note("labels", `${columnLetters(this.column)}${row}`, [
      `This row has no label: it was read as "${name}" by the rows beside it.`,
    ]);
  }

  private nameOf(key: RowKey | "top"): string | undefined {
    const { questions, policies } = this.layout;
    const question = questions.find((one) => questionKey(one.key) === key);
    const policy = policies.find((one) => practiceKey(one.key) === key);
    const field = COMPANY_FIELDS.find((one) => companyKey(one) === key);
    if (question) return `question ${question.number} (${question.key})`;
    return policy ? `question ${policy.letter} (${policy.key})` : field && FIELD_NAMES[field];
  }

  private noteLostRow(name: string, at: number | undefined): void {
    this.note("labels", at === undefined ? undefined : `${columnLetters(this.column)}${at}`, [
      at === undefined
        ? `No label tells where "${name}" is: nothing was read for it.`
        : `The label of this row is not the one that the template has for "${name}": nothing was read for it.`,
    ]);
  }

  /** A question that the layout does not know. */
  private noteNewQuestion(): void {
    const question = newQuestion(this.layout, this.rows, this.column);
    if (question === undefined) return;
    this.note("labels", `${columnLetters(this.column)}${question.row}`, [
      `The declaration asks a question ${question.mark} that generation ${this.layout.generation} does not have; it was not read.`,
    ]);
  }

  /** Without any label that can be read the layout's addresses are all there is, unless the heads stand elsewhere. */
  private unreadable(): Placement {
    const { generation, inferred, questions, answerColumn } = this.layout;
    const isHead = (text: string | undefined) => this.readers.heads.key(text) === "answer";
    const hasHeads = this.rows.some(({ cells }) => cells.some((cell) => isHead(cellText(cell))));
    const usual = columnNumber(answerColumn);
    if (hasHeads && !questions.every(({ row }) => isHead(this.text(row, usual)))) {
      this.note("labels", undefined, [
        "No label of the declaration can be read, and the heads of its columns are not where the template has them: ",
        "none of its company fields, answers and comments was read.",
      ]);
      return nowhere(this.notes);
    }
    const isBlank = this.expected.every(({ key, at }) => key === "top" || this.text(at) === undefined);
    if (inferred) {
      this.note("labels", undefined, [
        `The question labels cannot be read, so the addresses assumed for generation ${generation} could not be verified.`,
      ]);
    } else if (!isBlank) {
      this.note("labels", undefined, [
        "The labels of the declaration are none that cmrt knows: it was read where the template has its fields and questions.",
      ]);
    }
    return { ...asLaidOut(this.template), notes: this.notes };
  }

  private note(kind: "shifted" | "labels", at: string | undefined, texts: readonly string[]): void {
    const { name } = this.sheet;
    this.notes.push({ at: at === undefined ? name : `${name}!${at}`, kind, note: texts.join("") });
  }
}

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  label: "the labels",
  answer: "the answers",
  comment: "the comments",
};
