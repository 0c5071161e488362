// Finds the header row of a list, and which column each of its headers names.
import type { LabelReader } from "../forms/read-labels.ts";
import { joinWords } from "../lib/join-words.ts";
import { cellText, columnLetters, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { type Alignment, align, type Expected, type Labelled, type Lost, movedRuns } from "./align.ts";
import { errorIn } from "./missing-results.ts";

/** Column letters by key. */
type Letters<Key extends string> = Partial<Record<Key, string>>;

export interface HeaderSearch<Key extends string> {
  sheet: Sheet;
  /** The header row and columns in the layout. */
  headerRow: number;
  columns: Letters<Key>;
  /** A column without a header. */
  headless?: Key;
  reader: LabelReader<Key>;
  /**
   * Returns a reader that also uses the workbook's own translations; called only if `reader` does not recognise a
   * header.
   */
  translated(): LabelReader<Key>;
  /** The name of a column in notes. */
  nameOf(key: Key): string;
  /** Plain texts in the header row to the right of the list, by their column in the template. */
  landmarks?: ReadonlyMap<string, string>;
  /** Whether the content of a column can only be that of a key. */
  isConfirmed?(key: Key, letters: string, sheet: Sheet): boolean;
}

export interface Headers<Key extends string> {
  columns: Letters<Key>;
  /** Undefined if no row has the headers. */
  headerRow: number | undefined;
  notes: Note[];
}

/** How far below its usual row to look for the header row. */
const REACH = 20;
/** How many headers make a header row. */
const ENOUGH = 2;

/**
 * Finds the columns of a list by its headers: those of the layout if every header agrees, otherwise the column of each
 * header, with a note. A column whose header is missing, or names something else, is left out.
 */
export function findHeaders<Key extends string>(search: HeaderSearch<Key>): Headers<Key> {
  const { sheet, headerRow, columns, headless, reader } = search;
  const keys = Object.entries(columns) as [Key, string][];
  const usual = findRow(sheet, headerRow);
  const asUsual = (read: LabelReader<Key>) =>
    !showsErrors(usual) &&
    keys.every(([key, letters]) => {
      const column = columnNumber(letters);
      // The template's header is a formula, which shows nothing if a program did not calculate it.
      if (key === headless || usual?.blankFormulas.includes(column)) return true;
      const header = findCell(usual, column);
      // An untranslated header shows 0.
      if (header?.formula && header.value.type === "number" && header.value.number === 0) return true;
      const text = cellText(header);
      return text !== undefined && (read.key(text) === key || read.couldName(text, key));
    });
  if (asUsual(reader)) return { columns, headerRow, notes: [] };
  const translated = search.translated();
  if (asUsual(translated)) return { columns, headerRow, notes: [] };

  const row = headerRowOf(sheet, headerRow + REACH, translated);
  if (row !== undefined) return alignHeaders(search, row, translated);
  // If the content of a column is evidence, that is checked next instead.
  if (usual !== undefined && search.isConfirmed === undefined && standElsewhere(usual, columns)) {
    return {
      columns: {},
      headerRow,
      notes: [
        displacedNote(
          search,
          usual,
          keys.map(([key]) => key),
        ),
      ],
    };
  }
  return { columns, headerRow: undefined, notes: [] };
}

/** Whether there are failed look-ups beside the columns of a list, one of which has no header at all. */
function standElsewhere(row: Row, columns: Letters<string>): boolean {
  const own = Object.values(columns).map((letters) => columnNumber(letters ?? ""));
  const isBeside = row.cells.some(
    (cell) => cell.formula && errorIn(cell) !== undefined && !own.includes(cell.column),
  );
  return isBeside && own.some((at) => !findCell(row, at)?.formula && !row.blankFormulas.includes(at));
}

/** Whether a header is a failed look-up, as happens when it has moved. */
function showsErrors(row: Row | undefined): boolean {
  return row?.cells.some((cell) => cell.formula && errorIn(cell) !== undefined) === true;
}

/**
 * The row whose headers show errors, as the templates' do after rows were inserted: most of a list's columns show one.
 * Undefined if there is no such row near the layout's.
 */
export function headerOfErrors(
  sheet: Sheet,
  columns: Letters<string>,
  headerRow: number,
): number | undefined {
  const own = new Set(Object.values(columns).map((letters) => columnNumber(letters ?? "")));
  for (const row of sheet.rows) {
    if (row.row > headerRow + REACH) break;
    const errors = row.cells.filter(
      (cell) => cell.formula && own.has(cell.column) && errorIn(cell) !== undefined,
    );
    if (errors.length * 2 > own.size) return row.row;
  }
  return undefined;
}

/**
 * The first row with the most headers. If most of its texts are unknown, they are in a language that cmrt cannot read,
 * and the few that seem to match prove nothing.
 */
function headerRowOf<Key extends string>(
  sheet: Sheet,
  last: number,
  reader: LabelReader<Key>,
): Row | undefined {
  let best: { row: Row; count: number } | undefined;
  for (const row of sheet.rows) {
    if (row.row > last) break;
    const texts = row.cells.flatMap((cell) => cellText(cell) ?? []);
    const keys = texts.flatMap((text) => reader.key(text) ?? []);
    const count = new Set(keys).size;
    if (count < ENOUGH || keys.length * 2 < texts.length) continue;
    if (count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row;
}

function alignHeaders<Key extends string>(
  search: HeaderSearch<Key>,
  row: Row,
  reader: LabelReader<Key>,
): Headers<Key> {
  const { sheet, columns, headless, nameOf } = search;
  const expected = (Object.entries(columns) as [Key, string][])
    .filter(([key]) => key !== headless)
    .map(([key, letters]): Expected<Key> => ({ key, at: columnNumber(letters) }))
    .sort((a, b) => a.at - b.at);
  const labels = row.cells.flatMap((cell): Labelled<Key>[] => {
    const read = reader.read(cellText(cell));
    // The templates' headers are formulas; a header that somebody added is plain text.
    const weight = (read?.whole ? 2 : 0) + (cell.formula ? 1 : 0);
    return read ? [{ key: read.key, at: cell.column, weight }] : [];
  });
  const displaced = displacedColumns(search, row, expected, labels);
  const sure = labels.filter(({ key }) => !displaced.includes(key));
  const alignment = align(expected, displaced.length > 0 ? sure : labels, (key, at, isLast) => {
    if (displaced.includes(key)) return false;
    const cell = findCell(row, at);
    const text = cellText(cell);
    if (text !== undefined) return reader.couldName(text, key);
    return !isLast || cell !== undefined || row.blankFormulas.includes(at);
  });
  if (displaced.length > 0) {
    alignment.lost = alignment.lost.filter(({ key }) => !displaced.includes(key));
  }
  // Columns of newer editions, which this layout has no place for.
  const asked = new Set(expected.map(({ key }) => key));
  const more = labels.filter(({ key }) => !asked.has(key) && key !== headless);
  const added = more.filter(({ key }) => more.filter((label) => label.key === key).length === 1);
  for (const { key, at } of added) alignment.found.set(key, at);
  const found = Object.fromEntries(
    [...alignment.found].map(([key, at]) => [key, columnLetters(at)]),
  ) as Letters<Key>;
  return {
    columns: found,
    headerRow: row.row,
    notes: [
      ...movedNote(
        search,
        row.row,
        expected,
        alignment.found,
        added.map(({ key }) => key),
      ),
      ...(displaced.length > 0 ? [displacedNote(search, row, displaced)] : []),
      ...assumedNotes(search, row, alignment),
      ...alignment.lost.map((lost) => lostNote(sheet, row, lost, nameOf)),
    ],
  };
}

/**
 * Columns whose headers do not describe what is below them: the templates look most headers up by the cell's own
 * address, so that after a column was inserted or deleted they are in their layout columns, over other data. Evidence
 * is a failed look-up, a missing last header, and headers that are plain text, which moved. Columns up to one confirmed
 * by its content are in place.
 */
function displacedColumns<Key extends string>(
  { sheet, columns, isConfirmed, landmarks }: HeaderSearch<Key>,
  row: Row,
  expected: readonly Expected<Key>[],
  labels: readonly Labelled<Key>[],
): Key[] {
  const isFormula = (at: number) => findCell(row, at)?.formula === true;
  const looked = labels.filter(({ at }) => isFormula(at));
  const isHome = ({ key, at }: Labelled<Key>) => columnNumber(columns[key] ?? "") === at;
  if (looked.length === 0 || !looked.every(isHome)) return [];
  const read = new Set(looked.filter(isHome).map(({ key }) => key));
  const showsError = showsErrors(row);
  // A text typed in the original place of the moved header belongs to the inserted column.
  const texts = new Set(
    labels
      .filter((label) => !isFormula(label.at) && !read.has(label.key) && !(showsError && isHome(label)))
      .map(({ key }) => key),
  );
  const first = expected.find(({ key }) => !read.has(key) && !texts.has(key));
  if (first === undefined) return [];
  const last = expected.findLast(({ key }) => !texts.has(key));
  // Whichever column was deleted, the last header is missing, and plain texts moved left.
  const isDeleted =
    isLeftOfItsPlace(row, landmarks) ||
    labels.some((label) => !isFormula(label.at) && label.at < columnNumber(columns[label.key] ?? "")) ||
    (last === first && findCell(row, last.at) === undefined && !row.blankFormulas.includes(last.at));
  if (!showsError && !isDeleted) return [];
  const confirmed = expected.filter(({ key, at }) => isConfirmed?.(key, columnLetters(at), sheet));
  const sureUpTo = Math.max(0, ...confirmed.map(({ at }) => at));
  return expected.flatMap(({ key, at }) =>
    !texts.has(key) && at > sureUpTo && (isDeleted || at >= first.at) ? [key] : [],
  );
}

/** Whether a text to the right of the list is further left than in the template. */
function isLeftOfItsPlace(row: Row, landmarks: ReadonlyMap<string, string> = new Map()): boolean {
  return row.cells.some((cell) => {
    const usual = cell.formula ? undefined : landmarks.get(cellText(cell) ?? "");
    return usual !== undefined && cell.column < columnNumber(usual);
  });
}

function displacedNote<Key extends string>(
  { sheet, nameOf }: HeaderSearch<Key>,
  row: Row,
  keys: readonly Key[],
): Note {
  return {
    at: `${sheet.name}!${row.row}:${row.row}`,
    kind: "labels",
    note: `Columns were inserted or deleted, and headers in row ${row.row}, which formulas make from the letter of their column, no longer say what is below them: nothing was read for ${joinWords(
      keys.map((key) => `"${nameOf(key)}"`),
      "and",
    )}.`,
  };
}

/** One note about columns that moved, at the first of them. */
function movedNote<Key extends string>(
  { sheet, headerRow, nameOf }: HeaderSearch<Key>,
  row: number,
  expected: readonly Expected<Key>[],
  found: ReadonlyMap<Key, number>,
  added: readonly Key[],
): Note[] {
  const at = (key: Key) => columnLetters(found.get(key) ?? 0);
  const runs = movedRuns(expected, found).map(({ keys, by }) => {
    const ends = [...new Set([keys[0], keys.at(-1)])].flatMap((key) => key ?? []);
    const usual = ends.map((key) => columnLetters((found.get(key) ?? 0) - by)).join(" to ");
    return {
      first: keys[0] as Key,
      text: `${ends.map((key) => `"${nameOf(key)}"`).join(" to ")} in ${ends.map(at).join(" to ")} instead of ${usual}`,
    };
  });
  runs.push(...added.map((key) => ({ first: key, text: `"${nameOf(key)}" in ${at(key)}` })));
  const [first] = runs;
  if (first !== undefined) {
    return [
      {
        at: `${sheet.name}!${at(first.first)}${row}`,
        kind: "shifted",
        note: `By their headers in row ${row}, columns are not where the template has them and are read where they are: ${runs.map(({ text }) => text).join("; ")}.`,
      },
    ];
  }
  if (row === headerRow) return [];
  return [
    {
      at: `${sheet.name}!${row}:${row}`,
      kind: "shifted",
      note: `The headers of the list are in row ${row} instead of ${headerRow}: the list is read below them.`,
    },
  ];
}

/** Notes about columns read by position because they have no header, or a formula that shows nothing. */
function assumedNotes<Key extends string>(
  { sheet, nameOf }: HeaderSearch<Key>,
  row: Row,
  { found, assumed }: Alignment<Key>,
): Note[] {
  return assumed.flatMap((key): Note[] => {
    const at = found.get(key) ?? 0;
    if (row.blankFormulas.includes(at) || findCell(row, at) !== undefined) return [];
    return [
      {
        at: `${sheet.name}!${columnLetters(at)}${row.row}`,
        kind: "labels",
        note: `This column has no header: it was read as "${nameOf(key)}" by the columns beside it.`,
      },
    ];
  });
}

/** The note about a column whose position is unknown. */
function lostNote<Key extends string>(
  sheet: Sheet,
  row: Row,
  { key, why, at }: Lost<Key>,
  nameOf: (key: Key) => string,
): Note {
  const name = nameOf(key);
  if (at === undefined) {
    return {
      at: `${sheet.name}!${row.row}:${row.row}`,
      kind: "labels",
      note: `No header in row ${row.row} says "${name}": nothing was read for this column.`,
    };
  }
  const address = `${sheet.name}!${columnLetters(at)}${row.row}`;
  return {
    at: address,
    kind: "labels",
    note:
      why === "twice"
        ? `Several headers in row ${row.row} say "${name}": nothing was read for this column.`
        : `The header of this column does not say "${name}", as in the template: nothing was read for "${name}".`,
  };
}
