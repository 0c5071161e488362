// A response laid out like its workbook: the text read from each cell, and the cells in question.
import { countryName } from "../../forms/countries.ts";
import { familyNamed } from "../../forms/families.ts";
import { placedLayout } from "../../forms/placed-layout.ts";
import { topicOf } from "../../forms/topics.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { EvaluatedResponse } from "../../model/evaluation.ts";
import { ANSWER_NAMES, FIELD_NAMES } from "../../model/labels.ts";
import type { Answer, Response } from "../../model/response.ts";
import type { Sheet, SheetRow } from "../../model/review.ts";
import { COMPANY_FIELDS, CONTACT_FIELDS, MINE_COLUMNS, SMELTER_COLUMNS } from "../../model/vocabulary.ts";
import { splitCell } from "../../report/render/split-cell.ts";

/** A cell that was read, or that a finding is about. */
interface ReadCell {
  sheet: string;
  column: string;
  row: number;
  /** Null if nothing was read from it. */
  text: string | null;
  /** What its row asks for. */
  label?: string;
  /** What its column holds. */
  title?: string;
}

/** Most rows shown per sheet, besides those that findings are about. */
const MOST_ROWS = 500;

/** Shown in place of a person's name, address or number. */
const CONTACT = "(contact, not shown)";

const CONTACT_COLUMNS: readonly string[] = ["contactName", "contactEmail"];

/**
 * The sheets of a response with the cells that were read. `clean` removes contacts from texts; cells for contacts say
 * only that they are filled in. `findings` are those of the response, and are referred to by their cells.
 */
export function sheetsOf(
  { response }: Pick<EvaluatedResponse, "response">,
  findings: readonly { at: string | null }[],
  clean: (text: string) => string,
): Sheet[] {
  const marks = new Map<string, number[]>();
  for (const [place, { at }] of findings.entries())
    if (at !== null) marks.set(at, [...(marks.get(at) ?? []), place]);
  const cells = [...declarationCells(response), ...listCells(response)];
  const known = new Set(cells.map(({ sheet, column, row }) => `${sheet}!${column}${row}`));
  const unread = [...marks.keys()].flatMap((at) => (known.has(at) ? [] : unreadCell(at)));
  const sheets = groupBy([...cells, ...unread], ({ sheet }) => sheet);
  return [...sheets].map(([name, its]) => toSheet(name, its, marks, clean));
}

function toSheet(
  name: string,
  cells: readonly ReadCell[],
  marks: ReadonlyMap<string, number[]>,
  clean: (text: string) => string,
): Sheet {
  const titles = new Map<string, string>();
  const rows = new Map<number, SheetRow & { cells: SheetRow["cells"][number][] }>();
  for (const { column, row, text, label, title } of cells) {
    titles.set(column, titles.get(column) || (title ?? ""));
    const known = rows.get(row) ?? { row, label: "", cells: [] };
    rows.set(row, {
      ...known,
      label: known.label || (label ?? ""),
      cells: [
        ...known.cells,
        {
          column,
          text: text === null ? null : clean(text),
          findings: marks.get(`${name}!${column}${row}`) ?? [],
        },
      ],
    });
  }
  const sorted = [...rows.values()].sort((a, b) => a.row - b.row);
  const shown = sorted.filter(
    (row, index) => index < MOST_ROWS || row.cells.some(({ findings }) => findings.length > 0),
  );
  const columns = [...titles].map(([letter, title]) => ({ letter, title }));
  columns.sort((a, b) => columnNumber(a.letter) - columnNumber(b.letter));
  return { name, columns, rows: shown, more: sorted.length - shown.length };
}

/** Converts column letters to a number: "AB" to 28. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The parts of a place such as "Declaration!D9"; undefined if it is not a single cell. */
function placeOf(at: string): Pick<ReadCell, "sheet" | "column" | "row"> | undefined {
  const [sheet, cell] = splitCell(at);
  const [, column, row] = /^([A-Z]{1,3})(\d+)$/.exec(cell ?? "") ?? [];
  if (sheet === null || column === undefined) return undefined;
  return { sheet, column, row: Number(row) };
}

function unreadCell(at: string): ReadCell[] {
  const place = placeOf(at);
  return place === undefined ? [] : [{ ...place, text: null }];
}

function* declarationCells(response: Response): Generator<ReadCell> {
  const family = familyNamed(response.template.family);
  const cell = (at: string, text: string, label: string): ReadCell[] => {
    const place = placeOf(at);
    return place === undefined ? [] : [{ ...place, text, label }];
  };
  for (const field of COMPANY_FIELDS) {
    const given = response.company[field];
    if (given === undefined) continue;
    const isContact = CONTACT_FIELDS.some((contact) => contact === field);
    const text = isContact ? CONTACT : (given.raw ?? given.value ?? "");
    yield* cell(given.at, text, capitalised(FIELD_NAMES[field]));
  }
  const answered = function* (given: Answer, label: string): Generator<ReadCell> {
    const value = given.value === null ? "" : ANSWER_NAMES[given.value];
    yield* cell(given.at, given.raw ?? value, label);
    const { comment } = given;
    if (comment !== undefined) yield* cell(comment.at, comment.raw ?? comment.value, label);
  };
  for (const { key } of family.questions) {
    for (const [metal, given] of Object.entries(response.answers)) {
      const answer = given[key];
      if (answer !== undefined) yield* answered(answer, `${capitalised(topicOf(key))}: ${metal}`);
    }
  }
  for (const { key } of family.practices) {
    const answer = response.policies[key];
    if (answer !== undefined) yield* answered(answer, capitalised(topicOf(key)));
  }
}

/** Rows of the lists: smelters, mines, products. */
function* listCells(response: Response): Generator<ReadCell> {
  for (const row of response.smelters) {
    for (const column of SMELTER_COLUMNS) {
      const letter = row.columns?.[column] ?? response.smelterColumns[column];
      const value = row[column];
      if (letter === undefined || typeof value !== "string") continue;
      yield {
        sheet: row.sheet ?? response.smelterSheet,
        column: letter,
        row: row.row,
        text: textOf(column, row.raw?.[column] ?? value, row.raw?.[column] === undefined),
        title: titleOf(column),
      };
    }
  }
  for (const row of response.mines ?? []) {
    for (const column of MINE_COLUMNS) {
      const letter = response.mineColumns?.[column];
      const value = row[column];
      if (letter === undefined || typeof value !== "string") continue;
      yield {
        sheet: row.sheet ?? response.mineSheet ?? "",
        column: letter,
        row: row.row,
        text: textOf(column, row.raw?.[column] ?? value, row.raw?.[column] === undefined),
        title: titleOf(column),
      };
    }
  }
  const { products: layout } = placedLayout(response);
  if (layout === undefined) return;
  for (const row of response.products) {
    for (const [column, letter] of Object.entries(layout.columns)) {
      const value = row[column as keyof typeof row];
      if (typeof value !== "string" || letter === undefined) continue;
      const sheet = row.sheet ?? layout.sheet;
      yield { sheet, column: letter, row: row.row, text: value, title: titleOf(column) };
    }
  }
}

/** Converts a column key to a title: "mineCountries" to "Mine countries". */
function titleOf(column: string): string {
  if (column === "id" || column === "idInput") return column === "id" ? "ID" : "ID input";
  return capitalised(column.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function textOf(column: string, text: string, isValue: boolean): string {
  if (CONTACT_COLUMNS.includes(column)) return CONTACT;
  return column === "country" && isValue ? countryName(text) : text;
}
