// Identifies the columns of a smelter list by their content, if its headers cannot be read.
import { isPlaceholder, isPrompt, readSentinel } from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { readAnswer } from "../forms/answers.ts";
import { readCountry } from "../forms/countries.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import type { SmelterLayout } from "../forms/form.ts";
import { readAnyMineral, readMineralOf } from "../forms/minerals.ts";
import { joinWords } from "../lib/join-words.ts";
import { cellText, cleanText, columnLetters, columnNumber } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { endsForm, isFooter } from "./footer.ts";
import { errorIn } from "./missing-results.ts";

type Columns = SmelterLayout["columns"];

/** Kinds of texts that can be recognised by themselves. */
type Kind = "metal" | "id" | "country" | "email" | "yesNo";

/** The kind of content of columns that can be recognised by it; "name" is recognised only by exclusion. */
const KINDS: Partial<Record<SmelterColumn, Kind | "name">> = {
  idInput: "id",
  id: "id",
  metal: "metal",
  lookupName: "name",
  name: "name",
  standardName: "name",
  country: "country",
  countryCode: "country",
  location: "country",
  mineCountries: "country",
  contactEmail: "email",
  recycled: "yesNo",
  onCompliantList: "yesNo",
};

/** Columns in which people write more than what is asked, so that other texts there contradict nothing. */
const LOOSE: ReadonlySet<SmelterColumn> = new Set(["location", "mineCountries", "onCompliantList"]);

const IN_WORDS: Record<Kind, string> = {
  metal: "metals",
  id: "smelter IDs",
  country: "countries",
  email: "e-mail addresses",
  yesNo: "Yes or No answers",
};

/** Kinds that people do not type in a column of another kind. */
const DISTINCT: readonly Kind[] = ["metal", "id", "email"];
/** Kinds that every row must have, so that other texts alone contradict them. */
const PLAIN: readonly Kind[] = ["metal", "country"];

/** Columns that name a row's smelter. */
const NAMED_BY: readonly SmelterColumn[] = ["metal", "lookupName", "name"];

/** Number of cells that decide, together with another column or alone. */
const ENOUGH = 2;
const ENOUGH_ALONE = 3;
/** Most rows checked. */
const MOST_ROWS = 500;

/** The content of a column. */
interface Content {
  filled: number;
  first: number;
  last: number;
  kinds: Map<Kind, number>;
}

interface Contradicted {
  key: SmelterColumn;
  kind: Kind | "name";
  at: number;
  content: Content | undefined;
  /** Another column with the content that this one should have. */
  elsewhere: number | undefined;
}

/**
 * The columns of a list without headers, except those that their content contradicts. If the cells of a column are
 * clearly of another kind, the adjacent columns are rejected too, up to the next ones confirmed by their own content: a
 * column was inserted, moved or deleted somewhere between them, and it is unknown where.
 */
export function columnsByContent(
  sheet: Sheet,
  firstRow: number,
  columns: Columns,
  template: DetectedTemplate,
  nameOf: (key: SmelterColumn) => string,
): { columns: Columns; notes: Note[] } {
  const contents = contentsOf(sheet, firstRow, template);
  const keys = (Object.entries(columns) as [SmelterColumn, string][])
    .map(([key, letters]) => ({ key, at: columnNumber(letters) }))
    .sort((a, b) => a.at - b.at);
  const contradicted = keys.flatMap(({ key, at }) => contradiction(key, at, keys, contents) ?? []);
  if (contradicted.length === 0) return { columns, notes: [] };

  const isSure = keys.map(({ key, at }) => isConfirmed(key, at, keys, contents));
  const dropped = new Set<SmelterColumn>();
  for (const { key } of contradicted) {
    const index = keys.findIndex((one) => one.key === key);
    for (const step of [-1, 1]) {
      for (let next = index; next in keys && (next === index || !isSure[next]); next += step)
        dropped.add((keys[next] as { key: SmelterColumn }).key);
    }
  }
  const kept = Object.fromEntries(
    Object.entries(columns).filter(([key]) => !dropped.has(key as SmelterColumn)),
  );
  const first = contradicted[0] as Contradicted;
  const names = keys.filter(({ key }) => dropped.has(key)).map(({ key }) => `"${nameOf(key)}"`);
  return {
    columns: kept,
    notes: [
      {
        at: `${sheet.name}!${columnLetters(first.at)}${first.content?.first ?? firstRow}`,
        kind: "labels",
        note: `Columns of the smelter list seem to have been inserted, moved or deleted, and no header says where they are now: ${joinWords(contradicted.map(inWords), "and")}. Nothing was read for ${joinWords(names, "and")}${NAMED_BY.some((key) => dropped.has(key)) ? ", nor from rows that name no smelter in the columns that remain" : ""}; restore the header row and the columns of the template.`,
      },
    ],
  };
}

function inWords({ kind, at, content, elsewhere }: Contradicted): string {
  const letters = columnLetters(at);
  const cells =
    content === undefined
      ? `column ${letters} is blank`
      : `${letters}${content.first}${content.last === content.first ? "" : `:${letters}${content.last}`} ${
          kind === "name" ? "holds metals, not names" : `does not hold ${IN_WORDS[kind]}`
        }`;
  return elsewhere === undefined || kind === "name"
    ? cells
    : `${cells} (column ${columnLetters(elsewhere)} holds ${IN_WORDS[kind]})`;
}

type Place = { key: SmelterColumn; at: number };
type Contents = ReadonlyMap<number, Content>;

const share = (content: Content | undefined, kind: Kind) =>
  content === undefined || content.filled === 0 ? 0 : (content.kinds.get(kind) ?? 0) / content.filled;

/** Whether most cells of a column have its kind of content, and no other column fits better. */
function isConfirmed(key: SmelterColumn, at: number, keys: readonly Place[], contents: Contents): boolean {
  const kind = KINDS[key];
  if (kind === undefined || kind === "name" || LOOSE.has(key)) return false;
  if (share(contents.get(at), kind) <= 1 / 2) return false;
  return kind !== "metal" || elsewhereOf("metal", keys, contents) === undefined;
}

/** How a column's content contradicts its purpose; undefined if it does not, or there are too few cells. */
function contradiction(
  key: SmelterColumn,
  at: number,
  keys: readonly Place[],
  contents: Contents,
): Contradicted | undefined {
  const kind = KINDS[key];
  if (kind === undefined || LOOSE.has(key)) return undefined;
  const content = contents.get(at);
  const filled = content?.filled ?? 0;
  if (kind === "name") {
    const isMetals = filled >= ENOUGH_ALONE && share(content, "metal") >= 3 / 4;
    return isMetals ? { key, kind, at, content, elsewhere: undefined } : undefined;
  }
  const elsewhere = elsewhereOf(kind, keys, contents);
  const found = { key, kind, at, content, elsewhere };
  if (filled === 0) {
    // Blank cells are evidence only if IDs are found in other columns instead.
    const isNearest =
      elsewhere !== undefined &&
      keys.every(
        (one) => KINDS[one.key] !== kind || Math.abs(one.at - elsewhere) >= Math.abs(at - elsewhere),
      );
    return kind === "id" && isNearest && (contents.get(elsewhere)?.filled ?? 0) >= ENOUGH_ALONE
      ? { ...found, content: undefined }
      : undefined;
  }
  const own = share(content, kind);
  const few = kind === "yesNo" ? ENOUGH_ALONE : ENOUGH;
  const isForeign = DISTINCT.some((other) => other !== kind && share(content, other) === 1);
  if (filled >= few && own === 0 && (elsewhere !== undefined || isForeign)) return found;
  if (filled < ENOUGH_ALONE || own > 1 / 4) return undefined;
  return elsewhere !== undefined || PLAIN.includes(kind) ? found : undefined;
}

/** A column of another purpose whose cells have this kind, except that people also type IDs as names. */
function elsewhereOf(kind: Kind, keys: readonly Place[], contents: Contents): number | undefined {
  const own = new Set(
    keys.flatMap(({ key, at }) =>
      KINDS[key] === kind || (kind === "id" && KINDS[key] === "name") ? at : [],
    ),
  );
  for (const [at, content] of contents) {
    if (!own.has(at) && content.filled >= ENOUGH && share(content, kind) > 1 / 2) return at;
  }
  return undefined;
}

function contentsOf(sheet: Sheet, firstRow: number, template: DetectedTemplate): Contents {
  const contents = new Map<number, Content>();
  let rows = 0;
  for (const row of sheet.rows) {
    if (row.row < firstRow) continue;
    if (rows === MOST_ROWS || endsForm(row) || isFooter(row)) break;
    if (addRow(row, contents, template)) rows++;
  }
  return contents;
}

function addRow(row: Row, contents: Map<number, Content>, template: DetectedTemplate): boolean {
  let isFilled = false;
  for (const cell of row.cells) {
    const text = cleanText(cellText(cell) ?? "");
    const isZero = cell.value.type === "number" && cell.value.number === 0;
    if (text === "" || isZero || errorIn(cell) !== undefined) continue;
    if (isPlaceholder(text) || isPrompt(text) || readSentinel(text) !== undefined) continue;
    const content = contents.get(cell.column) ?? {
      filled: 0,
      first: row.row,
      last: row.row,
      kinds: new Map(),
    };
    content.filled++;
    content.last = row.row;
    for (const kind of kindsOf(text, template)) content.kinds.set(kind, (content.kinds.get(kind) ?? 0) + 1);
    contents.set(cell.column, content);
    isFilled = true;
  }
  return isFilled;
}

const YES_NO = [
  { text: "Yes", code: "yes" },
  { text: "No", code: "no" },
] as const;

function kindsOf(text: string, template: DetectedTemplate): Kind[] {
  const country = readCountry(text);
  const is: Record<Kind, boolean> = {
    metal: (readMineralOf(text, template) ?? readAnyMineral(text)) !== undefined,
    id: readSmelterId(text) !== undefined,
    // "Korea" is a country too, although ambiguous.
    country: country.code !== undefined || country.reason !== "unknown",
    email: /^\S+@\S+$/.test(text),
    yesNo: text.includes("%") || readAnswer(text, YES_NO, template.family) !== undefined,
  };
  return (Object.keys(is) as Kind[]).filter((kind) => is[kind]);
}
