// What people and their programs do to a workbook that still opens: rows inserted, sheets renamed, formulas without
// results. Most cases yield a response, so that rules and reports get unusual ones, too.
import { columnLetters, parseAddress } from "../../src/model/cells.ts";
import { buildZip, type ZipFile } from "../helpers/build-zip.ts";
import { type Edit, type Line, movedTo } from "../helpers/edit-workbook.ts";
import { mutate, replace, type Seed, toSeed, unpacked } from "./mutate.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";
import type { Random } from "./random.ts";

interface Cell {
  column: number;
  /** Without the reference, which follows from the place. */
  attributes: string;
  content: string;
}

interface Row {
  row: number;
  attributes: string;
  cells: Cell[];
}

/** A sheet of a workbook, in pieces that can be moved. */
interface Sheet {
  file: ZipFile;
  head: string;
  rows: Row[];
  tail: string;
  /** Whether rows and cells lack references, as some programs omit them. */
  unplaced?: boolean;
  prefixed?: boolean;
}

interface Book {
  files: ZipFile[];
  sheets: Sheet[];
  /** The texts that cells refer to by number. */
  shared: readonly string[];
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** Whether these edits can be applied to a seed: its sheets are XML. */
export function isEditable({ parts }: Seed): boolean {
  return parts?.some(({ name }) => SHEET.test(name)) ?? false;
}

/** The bytes of a workbook after one to eight edits, and occasionally damage. */
export function editWorkbook(seed: Seed, random: Random): Buffer {
  const book = copyOf(parsed(seed));
  for (let times = 1 + random.below(8); times > 0; times--) {
    const sheet = pickSheet(book, random);
    if (sheet !== undefined) random.pick(EDITS)(sheet, random, book);
    if (random.chance(0.15)) random.pick(BOOK_EDITS)(book, random);
  }
  for (const sheet of book.sheets) replace(sheet.file, xmlOf(sheet), random);
  const bytes = buildZip(book.files);
  return random.chance(0.1) ? mutate(toSeed("edited", bytes), random) : bytes;
}

const books = new WeakMap<Seed, Book>();

/** The parsed workbook, cached because most cases start from the same few. Must not be changed. */
function parsed(seed: Seed): Book {
  let book = books.get(seed);
  if (book === undefined) {
    const files: ZipFile[] = (seed.parts ?? []).map((part) => ({ ...part }));
    book = { files, sheets: sheetsOf(files), shared: sharedTexts(files) };
    books.set(seed, book);
  }
  return book;
}

function copyOf({ files, sheets, shared }: Book): Book {
  const copies = new Map(files.map((file) => [file, { ...file }]));
  return {
    files: [...copies.values()],
    sheets: sheets.map((sheet) => ({
      ...sheet,
      file: copies.get(sheet.file) as ZipFile,
      rows: copyRows(sheet),
    })),
    shared,
  };
}

function copyRows({ rows }: Sheet): Row[] {
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) }));
}

/** A sheet, preferring the larger ones, which people fill in. */
function pickSheet({ sheets }: Book, random: Random): Sheet | undefined {
  const [one, other] = [random.pick(sheets), random.pick(sheets)];
  return one && other && one.rows.length < other.rows.length ? other : one;
}

const EDITS: readonly ((sheet: Sheet, random: Random, book: Book) => void)[] = [
  ...(["row", "row", "column"] as const).flatMap((line) => [
    (sheet: Sheet, random: Random) =>
      move(sheet, { kind: "insert", line, before: lineOf(sheet, line, random) }),
    (sheet: Sheet, random: Random) => move(sheet, { kind: "delete", line, at: lineOf(sheet, line, random) }),
    (sheet: Sheet, random: Random) => swap(sheet, line, random),
  ]),
  pasteRow,
  pasteRow,
  sortRows,
  loseResult,
  loseResult,
  (sheet) => {
    sheet.tail = sheet.tail.replace(/<mergeCells.*?<\/mergeCells>/s, "");
  },
  mergeSome,
  pasteBeside,
  pasteBeside,
  addHyperlink,
  inlineTexts,
  retype,
  retype,
  (sheet) => {
    sheet.prefixed = true;
  },
  (sheet) => {
    sheet.unplaced = true;
  },
  formatFarAway,
];

const BOOK_EDITS: readonly ((book: Book, random: Random) => void)[] = [
  renameSheet,
  renameSheet,
  copySheet,
  copySheet,
  (book, random) => {
    changeText(book, "xl/workbook.xml", (xml) =>
      xml.replace(/(?:<sheet\b[^>]*\/>)+/, (sheets) => {
        const each = sheets.match(/<[^>]*>/g) ?? [];
        const [taken] = each.splice(random.below(each.length), 1);
        if (taken !== undefined && random.chance(0.7)) each.splice(random.below(each.length + 1), 0, taken);
        return each.join("");
      }),
    );
  },
  (book, random) => {
    const state = random.pick(["hidden", "veryHidden"]);
    changeText(book, "xl/workbook.xml", (xml) =>
      xml.replace(/<sheet\b[^>]*?\/>/g, (sheet) =>
        random.chance(0.4) ? sheet.replace(/ state="\w*"|(?=\/>)/, ` state="${state}"`) : sheet,
      ),
    );
  },
  (book, random) => {
    changeText(book, "xl/workbook.xml", (xml) =>
      xml.replace(/<workbookPr\b/, `<workbookPr date1904="${random.pick(["1", "true", "0"])}"`),
    );
  },
];

function lineOf(sheet: Sheet, line: Line, random: Random): number {
  const row = random.pick(sheet.rows);
  if (row === undefined) return 1 + random.below(20);
  return line === "row" ? row.row : (random.pick(row.cells)?.column ?? 1 + random.below(8));
}

/** Moves rows or columns with their content, and the references of merged cells and links. */
function move(sheet: Sheet, change: Edit): void {
  sheet.rows = sheet.rows.flatMap((row) => {
    const number = movedTo(change, "row", row.row);
    if (number === undefined) return [];
    const cells = row.cells.flatMap((cell) => {
      const column = movedTo(change, "column", cell.column);
      return column === undefined ? [] : [{ ...cell, column }];
    });
    return [{ ...row, row: number, cells: cells.sort((a, b) => a.column - b.column) }];
  });
  sheet.rows.sort((a, b) => a.row - b.row);
  sheet.tail = sheet.tail.replace(/\bref="([A-Z:0-9]+)"/g, (whole, range: string) => {
    const moved = range.split(":").map((reference) => {
      const at = placeOf(reference);
      const [row, column] = at ? [movedTo(change, "row", at.row), movedTo(change, "column", at.column)] : [];
      return row === undefined || column === undefined ? reference : `${columnLetters(column)}${row}`;
    });
    return moved.length === 0 ? whole : `ref="${moved.join(":")}"`;
  });
}

function swap(sheet: Sheet, line: Line, random: Random): void {
  const [one, other] = [lineOf(sheet, line, random), lineOf(sheet, line, random)];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  move(sheet, { kind: "move", line, from: high, before: low });
  if (random.chance(0.7)) move(sheet, { kind: "move", line, from: low + 1, before: high + 1 });
}

/** Pastes another row of this sheet or another one among the rows: a header, a smelter twice. */
function pasteRow(sheet: Sheet, random: Random, book: Book): void {
  const from = random.chance(0.7) ? sheet : random.pick(book.sheets);
  const copied = random.pick(random.chance(0.5) ? (from?.rows.slice(0, 8) ?? []) : (from?.rows ?? []));
  if (copied === undefined) return;
  const row = lineOf(sheet, "row", random);
  if (random.chance(0.7)) move(sheet, { kind: "insert", line: "row", before: row });
  else sheet.rows = sheet.rows.filter((each) => each.row !== row);
  sheet.rows.push({ ...copied, row, cells: copied.cells.map((cell) => ({ ...cell })) });
  sheet.rows.sort((a, b) => a.row - b.row);
}

/** Reorders the rows from one on, as sorting does. */
function sortRows(sheet: Sheet, random: Random): void {
  const from = lineOf(sheet, "row", random);
  const sorted = sheet.rows.filter(({ row }) => row >= from);
  const numbers = sorted.map(({ row }) => row);
  for (const [index, row] of sorted.reverse().entries()) row.row = numbers[index] as number;
  sheet.rows.sort((a, b) => a.row - b.row);
}

/** Gives cells formulas whose result is an error, a text, empty or missing, as if the workbook was never calculated. */
function loseResult(sheet: Sheet, random: Random): void {
  for (const cell of someCells(sheet, random)) {
    const formula = random.pick([
      "<f>VLOOKUP(A1,$B$1:$C$9,2,FALSE)</f>",
      '<f>IF(B2="","",[1]Sheet1!$A$1)</f>',
      '<f t="shared" si="0"/>',
      '<f t="array" ref="A1:B9">SUM(A1)</f>',
      "<f/>",
    ]);
    const [type, value] = random.pick([
      ["e", "<v>#REF!</v>"],
      ["e", "<v>#N/A</v>"],
      ["str", "<v></v>"],
      ["str", "<v>Yes</v>"],
      ["str", ""],
      ["n", ""],
      ["b", "<v>1</v>"],
      ["n", "<v>1E+300</v>"],
    ] as const);
    cell.attributes = typed(cell, type);
    cell.content = formula + value;
  }
}

function mergeSome(sheet: Sheet, random: Random): void {
  const [row, column] = [lineOf(sheet, "row", random), lineOf(sheet, "column", random)];
  const range = `${columnLetters(column)}${row}:${columnLetters(column + random.below(4))}${row + random.below(30)}`;
  addBlock(sheet, "mergeCells", `<mergeCell ref="${range}"/>`);
}

/** Puts values in the cells beside or below theirs. */
function pasteBeside(sheet: Sheet, random: Random): void {
  const down = random.chance(0.3);
  const [columns, rows] = [random.pick([1, 1, -1, 2]), random.pick([1, -1, 2])];
  for (const row of [...sheet.rows]) {
    if (!random.chance(0.2)) continue;
    const taken = row.cells.filter(() => random.chance(0.5));
    const target = down ? sheet.rows.find((each) => each.row === row.row + rows) : row;
    if (target === undefined) continue;
    row.cells = row.cells.filter((cell) => !taken.includes(cell));
    for (const cell of taken) {
      const column = down ? cell.column : Math.max(1, cell.column + columns);
      target.cells = [...target.cells.filter((each) => each.column !== column), { ...cell, column }];
    }
    target.cells.sort((a, b) => a.column - b.column);
  }
}

function addHyperlink(sheet: Sheet, random: Random): void {
  for (const cell of someCells(sheet, random)) {
    if (!random.chance(0.5)) continue;
    cell.attributes = typed(cell, "str");
    const address = random.pick(["mailto:a@example.org", "http://example.invalid/policy", "file:///C:/x"]);
    cell.content = `<f>HYPERLINK("${address}")</f><v>${random.pick([address, "", "0"])}</v>`;
  }
  const reference = `${columnLetters(lineOf(sheet, "column", random))}${lineOf(sheet, "row", random)}`;
  const target = random.pick(['location="Declaration!A1"', 'r:id="rId99"', 'display="x" tooltip="y"', ""]);
  addBlock(sheet, "hyperlinks", `<hyperlink ref="${reference}" ${target}/>`);
}

/** Replaces shared strings by inline texts, plain or formatted. */
function inlineTexts(sheet: Sheet, random: Random, { shared }: Book): void {
  for (const cell of random.chance(0.5)
    ? sheet.rows.flatMap(({ cells }) => cells)
    : someCells(sheet, random)) {
    if (!/\bt="s"/.test(cell.attributes)) continue;
    const text = shared[Number(/<v>(\d+)<\/v>/.exec(cell.content)?.[1])] ?? "";
    const half = random.below(text.length);
    cell.attributes = typed(cell, "inlineStr");
    // Texts are already escaped: a cut may split an entity, as a careless program does.
    cell.content = random.pick([
      `<is><t>${text}</t></is>`,
      `<is><t xml:space="preserve"> ${text} </t></is>`,
      `<is><r><t>${text.slice(0, half)}</t></r><r><rPr><b/></rPr><t>${text.slice(half)}</t></r></is>`,
      `<is><t>${text}</t><rPh sb="0" eb="1"><t>x</t></rPh></is>`,
    ]);
  }
}

/** What people type over answers, names and dates. */
const TYPED = [
  ...NASTY_TEXTS.filter((text) => !/[<&]/.test(text)),
  "yes",
  "YES ",
  "Yes, see attached",
  "No ",
  "n/a",
  "TBD",
  "100%",
  "greater than 90%",
  "15.03.2024",
  "2024-02-30",
  "45000",
  "CID002 763",
  "cid000015",
  "Gold; Tin",
  "Tungsten*",
  "是",
  "Ja",
  "Not declaring",
  "Smelter Look-up (*)",
];

function retype(sheet: Sheet, random: Random): void {
  for (const cell of someCells(sheet, random)) {
    const text = random.pick(TYPED);
    const number = /^-?\d+(\.\d+)?$/.test(text) && random.chance(0.5);
    cell.attributes = typed(cell, number ? "n" : "str");
    cell.content = `<v>${text}</v>`;
  }
}

/** Adds a format or a text at the end of the sheet, as formatting a whole column does. */
function formatFarAway(sheet: Sheet, random: Random): void {
  const row = random.pick([5_000, 65_536, 1_048_576]);
  const content = random.pick(["", "<v>0</v>"]);
  if (sheet.rows.some((each) => each.row >= row)) return;
  sheet.rows.push({
    row,
    attributes: "",
    cells: [{ column: random.pick([1, 256, 16_384]), attributes: "", content }],
  });
}

function renameSheet(book: Book, random: Random): void {
  changeText(book, "xl/workbook.xml", (xml) => {
    const name = random.pick([...xml.matchAll(/<sheet\b[^>]*?\bname="([^"]*)"/g)])?.[1];
    if (name === undefined) return xml;
    const renamed = random.pick([
      `${name} (2)`,
      `${name} `,
      name.toUpperCase(),
      name.replace(" ", ""),
      "Sheet1",
      "Declaration",
      "Smelter List",
      "Erklärung",
      "a".repeat(40),
      "",
      "'",
    ]);
    return xml.replace(`name="${name}"`, () => `name="${renamed}"`);
  });
}

/** Adds a copy of a sheet, as "move or copy" does. */
function copySheet(book: Book, random: Random): void {
  const sheet = pickSheet(book, random);
  if (sheet === undefined) return;
  const number = 100 + book.sheets.length;
  const part = `worksheets/copy${number}.xml`;
  const copy: Sheet = {
    ...sheet,
    file: { ...sheet.file, name: `xl/${part}` },
    rows: copyRows(sheet),
  };
  book.files.push(copy.file);
  book.sheets.push(copy);
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  changeText(book, "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      `<Relationship Id="rIdC${number}" Type="${relation}" Target="${part}"/></Relationships>`,
    ),
  );
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  changeText(book, "[Content_Types].xml", (xml) =>
    xml.replace("</Types>", `<Override PartName="/xl/${part}" ContentType="${type}"/></Types>`),
  );
  const name = random.pick(["Declaration (2)", "Smelter List (2)", "Copy", "Declaration"]);
  const entry = `<sheet name="${name}" sheetId="${number}" r:id="rIdC${number}"/>`;
  const before = random.chance(0.4);
  changeText(book, "xl/workbook.xml", (xml) =>
    before ? xml.replace("<sheets>", `<sheets>${entry}`) : xml.replace("</sheets>", `${entry}</sheets>`),
  );
}

function changeText({ files }: Book, name: string, change: (xml: string) => string): void {
  const file = files.find((each) => each.name === name);
  if (file === undefined) return;
  file.bytes = change(unpacked(file).toString("utf8"));
  delete file.packed;
}

/** One to six cells of a sheet, mostly adjacent in a row. */
function someCells(sheet: Sheet, random: Random): Cell[] {
  const cells = random.chance(0.6)
    ? (random.pick(sheet.rows)?.cells ?? [])
    : sheet.rows.flatMap((row) => row.cells);
  const from = random.below(cells.length);
  return cells.slice(from, from + 1 + random.below(6));
}

/** The attributes of a cell with another type of value. */
function typed({ attributes }: Cell, type: string): string {
  return `${attributes.replace(/\s+t="[^"]*"/, "")} t="${type}"`;
}

/** Adds an element to a block after the rows, which is created if missing. */
function addBlock(sheet: Sheet, block: string, element: string): void {
  const end = `</${block}>`;
  sheet.tail = sheet.tail.includes(end)
    ? sheet.tail.replace(end, element + end)
    : sheet.tail.replace("</sheetData>", `</sheetData><${block}>${element}${end}`);
}

function sheetsOf(files: readonly ZipFile[]): Sheet[] {
  return files
    .filter(({ name }) => SHEET.test(String(name)))
    .flatMap((file) => {
      const xml = unpacked(file).toString("utf8");
      const [, head, data, tail] = /^(.*?<sheetData>)(.*)(<\/sheetData>.*)$/s.exec(xml) ?? [];
      if (head === undefined || data === undefined || tail === undefined) return [];
      return [{ file, head, rows: rowsOf(data), tail }];
    });
}

function rowsOf(data: string): Row[] {
  let last = 0;
  return [...data.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)].map(
    ([, attributes = "", content = ""]) => {
      last = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? last + 1);
      const cells = [...content.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, of = "", inner = ""], index) => ({
          column: placeOf(/\br="([A-Z]+\d+)"/.exec(of)?.[1] ?? "")?.column ?? index + 1,
          attributes: of.replace(/\s+r="[^"]*"/, ""),
          content: inner,
        }),
      );
      return { row: last, attributes: attributes.replace(/\s+(r|spans)="[^"]*"/g, ""), cells };
    },
  );
}

function xmlOf({ head, rows, tail, unplaced, prefixed }: Sheet): string {
  const data = rows.map(({ row, attributes, cells }) => {
    const inner = cells.map(({ column, attributes: of, content }) => {
      const place = unplaced ? "" : ` r="${columnLetters(column)}${row}"`;
      return content === "" ? `<c${place}${of}/>` : `<c${place}${of}>${content}</c>`;
    });
    return `<row${unplaced ? "" : ` r="${row}"`}${attributes}>${inner.join("")}</row>`;
  });
  const xml = head + data.join("") + tail;
  return prefixed ? xml.replace(/<(\/?)(?=\w+[\s/>])/g, "<$1x:").replace(/\bxmlns=/, "xmlns:x=") : xml;
}

/** The texts of the workbook, still escaped. */
function sharedTexts(files: readonly ZipFile[]): string[] {
  const file = files.find(({ name }) => name === "xl/sharedStrings.xml");
  const xml = file ? unpacked(file).toString("utf8") : "";
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = ""]) =>
    [...item.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join(""),
  );
}

function placeOf(reference: string): { row: number; column: number } | undefined {
  return /^[A-Z]{1,3}\d+$/.test(reference) ? parseAddress(reference) : undefined;
}
