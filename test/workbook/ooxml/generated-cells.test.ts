// Generated workbooks: written from a model in every way that the format allows, read back, and compared with the model
// and, where SheetJS reads such a file correctly, with SheetJS.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { buildOoxml, MAIN, STRICT_MAIN } from "../../helpers/build-ooxml.ts";
import { differences, plainOwn, plainSheetJs } from "../other-readers.ts";

type Content =
  | { kind: "empty" }
  | { kind: "number"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "error"; text: string }
  | { kind: "shared" | "inline" | "cached"; runs: Run[] };
interface Run {
  text: string;
  /** How each character is written: literally, as a reference, in CDATA. */
  style: "plain" | "decimal" | "hexadecimal" | "cdata";
  phonetic: boolean;
}
interface CellModel {
  row: number;
  column: number;
  content: Content;
  formula: boolean;
  /** A formula's text, or a share of another one's. */
  sharedFormula: boolean;
}
interface Writing {
  prefix: string;
  quote: '"' | "'";
  strict: boolean;
  encoding: "utf8" | "utf16le" | "utf16be";
  references: boolean;
  shuffled: boolean;
  comments: boolean;
  whitespace: boolean;
  dimension: boolean;
  stored: boolean;
  descriptor: boolean;
  zip64: boolean;
}

const characters = fc.constantFrom(
  ..."aZ09 <>&\"'äß錫タ한\u200b\u00a0😀\t\n_x",
  "_x000D_",
  "\r",
  "\u0001",
  "]]>",
  "=SUM(A1)",
);
const text = fc.string({ unit: characters, minLength: 1, maxLength: 12 });
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom("1E3", "1.5e-7", "-0.5E+2", "45422", "0", "00012"),
);

/** Cells with writing styles drawn from `styles`. */
function cell(styles: readonly Run["style"][], phonetic: boolean): fc.Arbitrary<CellModel> {
  const run = fc.record({
    text,
    style: fc.constantFrom(...styles),
    phonetic: phonetic ? fc.boolean() : fc.constant(false),
  });
  const runs = fc.array(run, { minLength: 1, maxLength: 3 });
  const content: fc.Arbitrary<Content> = fc.oneof(
    fc.constant<Content>({ kind: "empty" }),
    number.map((digits): Content => ({ kind: "number", text: digits })),
    fc.boolean().map((value): Content => ({ kind: "boolean", value })),
    fc.constantFrom("#N/A", "#VALUE!", "#REF!").map((error): Content => ({ kind: "error", text: error })),
    fc.record({ kind: fc.constantFrom("shared" as const, "inline" as const, "cached" as const), runs }),
  );
  return fc.record({
    row: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 30 }),
    content,
    formula: fc.boolean(),
    sharedFormula: fc.boolean(),
  });
}

const sheetOf = (cells: fc.Arbitrary<CellModel>) =>
  fc.uniqueArray(cells, { selector: ({ row, column }) => `${row},${column}`, maxLength: 25 });

const anyWriting: fc.Arbitrary<Writing> = fc.record({
  prefix: fc.constantFrom("", "x:", "ss:"),
  quote: fc.constantFrom('"' as const, "'" as const),
  strict: fc.boolean(),
  encoding: fc.constantFrom("utf8" as const, "utf8" as const, "utf16le" as const, "utf16be" as const),
  references: fc.boolean(),
  shuffled: fc.boolean(),
  comments: fc.boolean(),
  whitespace: fc.boolean(),
  dimension: fc.boolean(),
  stored: fc.boolean(),
  descriptor: fc.boolean(),
  zip64: fc.boolean(),
});

test("any way of writing gives the cells of the model", async () => {
  const cells = sheetOf(cell(["plain", "decimal", "hexadecimal", "cdata"], true));
  await fc.assert(
    fc.asyncProperty(cells, anyWriting, async (model, writing) => {
      const opened = await openWorkbook(write(model, writing));
      if (!opened.ok) throw new Error(opened.unreadable.reason);
      expect(differences(plainOwn(opened.workbook), { S: expected(model) })).toEqual([]);
    }),
    { numRuns: 2500 },
  );
});

test("SheetJS reads the same where it knows the way of writing", async () => {
  // SheetJS reads neither UTF-16 parts nor CDATA, nor single quotes everywhere, nor references beyond U+FFFF; and it
  // decodes a text that looks like an escape twice.
  const own = cell(["plain"], true);
  // A shared formula needs the cell that shares it; otherwise SheetJS sees no formula.
  const cells = sheetOf(own.map((any) => ({ ...any, sharedFormula: false })));
  const writing = anyWriting.map(
    (any): Writing => ({
      ...any,
      prefix: "",
      quote: '"',
      encoding: "utf8",
      comments: false,
      shuffled: false,
      references: true,
      whitespace: false,
      zip64: false,
      descriptor: false,
      dimension: true,
    }),
  );
  await fc.assert(
    fc.asyncProperty(cells, writing, async (model, how) => {
      fc.pre(!JSON.stringify(model).includes("_x000D_"));
      const bytes = write(model, how);
      const opened = await openWorkbook(bytes);
      if (!opened.ok) throw new Error(opened.unreadable.reason);
      const found = differences(plainOwn(opened.workbook), plainSheetJs(bytes));
      expect(found.filter((line) => !/: = \| nothing$|: nothing \| =$/.test(line))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

/** What a reader must find. */
function expected(model: readonly CellModel[]): Map<string, string> {
  const rows = new Set(model.filter(hasValue).map(({ row }) => row));
  const cells = new Map<string, string>();
  for (const cell of model) {
    const value = valueText(cell.content);
    const formula = cell.formula && cell.content.kind !== "shared" && cell.content.kind !== "inline";
    if (value === undefined && !(formula && rows.has(cell.row))) continue;
    cells.set(`${cell.row},${cell.column}`, `${formula ? "=" : ""}${value ?? ""}`);
  }
  return cells;
}

function hasValue({ content }: CellModel): boolean {
  return content.kind !== "empty";
}

function valueText(content: Content): string | undefined {
  switch (content.kind) {
    case "empty":
      return undefined;
    case "number":
      return `n:${Number(content.text)}`;
    case "boolean":
      return `b:${content.value}`;
    case "error":
      return `e:${content.text}`;
    default:
      return `t:${content.runs.map((run) => run.text).join("")}`.replace(/\r+\n/g, "\n");
  }
}

/** The bytes of a workbook with this sheet, written in this way. */
function write(model: readonly CellModel[], how: Writing): Buffer {
  const p = how.prefix;
  const strings: string[] = [];
  const gap = (how.comments ? `<!-- <${p}c> --><?pi <${p}row> ?>` : "") + (how.whitespace ? "\n  " : "");
  const attribute = (name: string, value: string | number) => ` ${name}=${how.quote}${value}${how.quote}`;

  const item = (runs: readonly Run[]): string =>
    runs.length === 1 && !runs[0]?.phonetic
      ? `<${p}t>${encode(runs[0] as Run)}</${p}t>`
      : runs
          .map(
            (run) =>
              `${gap}<${p}r><${p}rPr><${p}b/></${p}rPr><${p}t${attribute("xml:space", "preserve")}>${encode(run)}</${p}t></${p}r>` +
              (run.phonetic
                ? `<${p}rPh${attribute("sb", 0)}${attribute("eb", 1)}><${p}t>カナ</${p}t></${p}rPh>`
                : ""),
          )
          .join("");

  const cellXml = (
    { row, column, content, formula, sharedFormula }: CellModel,
    reference: boolean,
  ): string => {
    const place = (reference ? attribute("r", `${letters(column)}${row}`) : "") + attribute("s", 3);
    const f = formula
      ? sharedFormula
        ? `<${p}f${attribute("t", "shared")}${attribute("si", 0)}/>`
        : `<${p}f>IF(A1&lt;2,&quot;&quot;,1)</${p}f>`
      : "";
    const v = (value: string) => `${gap}${f}${gap}<${p}v>${value}</${p}v>`;
    switch (content.kind) {
      case "empty":
        return formula ? `<${p}c${place}${attribute("t", "str")}>${v("")}</${p}c>` : `<${p}c${place}/>`;
      case "number":
        return `<${p}c${place}>${v(content.text)}</${p}c>`;
      case "boolean":
        return `<${p}c${place}${attribute("t", "b")}>${v(content.value ? "1" : "0")}</${p}c>`;
      case "error":
        return `<${p}c${place}${attribute("t", "e")}>${v(content.text)}</${p}c>`;
      case "cached":
        return `<${p}c${place}${attribute("t", "str")}>${v(content.runs.map(encode).join(""))}</${p}c>`;
      case "inline":
        return `<${p}c${place}${attribute("t", "inlineStr")}><${p}is>${item(content.runs)}</${p}is></${p}c>`;
      case "shared":
        strings.push(`<${p}si>${item(content.runs)}</${p}si>`);
        return `<${p}c${place}${attribute("t", "s")}><${p}v>${strings.length - 1}</${p}v></${p}c>`;
    }
  };

  const sorted = [...model].sort((a, b) => a.row - b.row || a.column - b.column);
  const order = how.shuffled ? sorted.reverse() : sorted;
  let rows = "";
  let lastRow = 0;
  for (const row of new Set(order.map((cell) => cell.row))) {
    const inRow = order.filter((cell) => cell.row === row);
    let lastColumn = 0;
    const needed = how.references || row !== lastRow + 1;
    rows += `${gap}<${p}row${needed ? attribute("r", row) : ""}${attribute("spans", "1:9>")}>`;
    for (const cell of inRow) {
      rows += gap + cellXml(cell, how.references || cell.column !== lastColumn + 1);
      lastColumn = cell.column;
    }
    rows += `${gap}</${p}row >`;
    lastRow = row;
  }

  const declare = `xmlns${p === "" ? "" : `:${p.slice(0, -1)}`}="${how.strict ? STRICT_MAIN : MAIN}"`;
  const dimension = how.dimension ? `<${p}dimension ref="A1:AD12"/>` : "";
  const head = `<?xml version="1.0" encoding="${how.encoding === "utf8" ? "UTF-8" : "UTF-16"}"?>\n`;
  const sheet = `${head}<${p}worksheet ${declare}>${dimension}<${p}sheetData>${rows}</${p}sheetData></${p}worksheet>`;
  const table = `${head}<${p}sst ${declare}>${gap}${strings.join(gap)}</${p}sst>`;
  return buildOoxml({
    sheets: { S: inEncoding(sheet, how.encoding) },
    sharedStrings: inEncoding(table, how.encoding),
    strict: how.strict,
    zip: { stored: how.stored, descriptor: how.descriptor, zip64: how.zip64 },
  });
}

/**
 * XML for a run's text. What XML or a spreadsheet cannot hold is written as _xHHHH_, and so is text that looks like it.
 */
function encode({ text: plain, style }: Run): string {
  const held = plain
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("\r", "_x000D_")
    .replaceAll("\u0001", "_x0001_");
  if (style === "cdata") return `<![CDATA[${held.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
  return [...held]
    .map((character) => {
      const code = character.codePointAt(0) as number;
      if (/[\w ]/.test(character)) return character;
      if (style === "decimal") return `&#${code};`;
      if (style === "hexadecimal") return `&#x${code.toString(16)};`;
      return { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" }[character] ?? character;
    })
    .join("");
}

function letters(column: number): string {
  return column > 26 ? `A${String.fromCharCode(64 + column - 26)}` : String.fromCharCode(64 + column);
}

function inEncoding(xml: string, encoding: Writing["encoding"]): Buffer {
  if (encoding === "utf8") return Buffer.from(xml);
  const little = Buffer.from(`\ufeff${xml}`, "utf16le");
  return encoding === "utf16le" ? little : little.swap16();
}
