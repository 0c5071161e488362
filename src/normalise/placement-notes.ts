// Notes about rows and columns of a declaration that are not where its layout has them.
import type { Layout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import { joinWords } from "../lib/join-words.ts";
import { columnLetters } from "../model/cells.ts";
import { FIELD_NAMES } from "../model/labels.ts";
import type { Note } from "../model/response.ts";
import { COMPANY_FIELDS } from "../model/vocabulary.ts";
import type { Sheet } from "../model/workbook.ts";
import { type Expected, type Lost, movedRuns } from "./align.ts";
import type { Displaced } from "./computed-labels.ts";
import { companyKey, practiceKey, questionKey, type RowKey } from "./declaration-labels.ts";
import { fieldsOf } from "./form-labels.ts";
import { mineralKey } from "./mineral-rows.ts";
import { listed } from "./missing-results.ts";

/** Collects the notes on a declaration's rows and columns. */
export class PlacementNotes {
  readonly notes: Note[] = [];
  private readonly sheet: Sheet;
  private readonly layout: Layout;
  private readonly column: number;

  /** @param column of the labels */
  constructor(sheet: Sheet, layout: Layout, column: number) {
    this.sheet = sheet;
    this.layout = layout;
    this.column = column;
  }

  /** Adds rows that moved. */
  addRows(found: ReadonlyMap<RowKey | "top", number>, minerals: ReadonlyMap<string, number>): void {
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
    this.add("shifted", `${columnLetters(this.column)}${first.row}`, [
      "By their labels, rows of the declaration are not where the template has them and are read where they are: ",
      `${runs.map(({ text }) => text).join("; ")}.`,
    ]);
  }

  /** Adds a row whose place is unknown. */
  addLost({ key, at }: Lost<RowKey | "top">): void {
    const name = this.nameOf(key);
    if (name !== undefined) this.addLostRow(name, at);
  }

  /** The name of a row; undefined if it has no value. */
  nameOf(key: RowKey | "top"): string | undefined {
    const { questions, policies } = this.layout;
    const question = questions.find((one) => questionKey(one.key) === key);
    const policy = policies.find((one) => practiceKey(one.key) === key);
    const field = COMPANY_FIELDS.find((one) => companyKey(one) === key);
    if (question) return `question ${question.number} (${question.key})`;
    return policy ? `question ${policy.letter} (${policy.key})` : field && FIELD_NAMES[field];
  }

  /** Adds labels that no longer describe what is beside them, using the layout's rows for what they name. */
  addDisplaced({ row, errors }: Displaced, places: ReadonlyMap<string, number>): void {
    const names = [...places].flatMap(([key, at]) => (at < row ? [] : (this.nameOf(key as RowKey) ?? [])));
    this.add("labels", errors[0], [
      `${listed(errors)} ${errors.length === 1 ? "shows an error where the template has no label" : "show errors where the template has no labels"}: rows were inserted or deleted, and the labels, which formulas make from the number of their row, no longer say what is beside them. `,
      `From row ${row} on nothing was read: ${joinWords(names, "and")}.`,
    ]);
  }

  /** Adds a row whose place is unknown, by name. */
  addLostRow(name: string, at: number | undefined): void {
    this.add("labels", at === undefined ? undefined : `${columnLetters(this.column)}${at}`, [
      at === undefined
        ? `No label shows where "${name}" is: nothing was read for it.`
        : `The label of this row is not the one that the template has for "${name}": nothing was read for it.`,
    ]);
  }

  /** Adds a note at an address of the declaration, or about all of it. */
  add(kind: "shifted" | "labels", at: string | undefined, texts: readonly string[]): void {
    const { name } = this.sheet;
    this.notes.push({ at: at === undefined ? name : `${name}!${at}`, kind, note: texts.join("") });
  }
}
