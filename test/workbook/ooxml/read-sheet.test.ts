// The forms that a sheet part may have, one feature at a time.
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import type { Sheet, Workbook } from "../../../src/model/workbook.ts";
import { UnreadableError } from "../../../src/model/workbook.ts";
import { WINDOW } from "../../../src/workbook/ooxml/find-value.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { buildOoxml, MAIN, type OoxmlOptions } from "../../helpers/build-ooxml.ts";

async function open(options: OoxmlOptions, limits = LIMITS): Promise<Workbook> {
  const opened = await openWorkbook(buildOoxml(options), { limits });
  if (!opened.ok) throw new Error(opened.unreadable.reason);
  return opened.workbook;
}

/** The sheet whose sheetData contains `rows`. */
async function sheet(rows: string, options: Partial<OoxmlOptions> = {}): Promise<Sheet> {
  const workbook = await open({ sheets: { S: worksheet(rows) }, ...options });
  return workbook.sheet("S") as Sheet;
}

function worksheet(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

function strings(...items: string[]): string {
  return `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join("")}</sst>`;
}

/** Cells by address: the text, number, boolean or error; formulas start with "=". */
function cells(read: Sheet): Record<string, unknown> {
  const entries = read.rows.flatMap(({ cells }) =>
    cells.map(({ row, column, value, formula }) => {
      const plain =
        value.type === "number" ? value.number : value.type === "boolean" ? value.boolean : value.text;
      return [`${String.fromCharCode(64 + column)}${row}`, formula ? `=${plain}` : plain];
    }),
  );
  return Object.fromEntries(entries);
}

describe("values", () => {
  test.each([
    ["a number", '<c r="A1"><v>12.5</v></c>', { type: "number", number: 12.5, text: "12.5" }],
    [
      "a number in exponent form",
      '<c r="A1" t="n"><v>1E3</v></c>',
      { type: "number", number: 1000, text: "1E3" },
    ],
    ["a number with blanks around", '<c r="A1"><v> 7 </v></c>', { type: "number", number: 7, text: "7" }],
    ["a number that is none", '<c r="A1"><v>seven</v></c>', { type: "text", text: "seven" }],
    ["a boolean", '<c r="A1" t="b"><v>1</v></c>', { type: "boolean", boolean: true }],
    ["false", '<c r="A1" t="b"><v>0</v></c>', { type: "boolean", boolean: false }],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', { type: "error", text: "#N/A" }],
    [
      "an ISO date",
      '<c r="A1" t="d"><v>2024-05-10</v></c>',
      { type: "number", number: 45422, text: "2024-05-10" },
    ],
    [
      "an ISO date with a time",
      '<c r="A1" t="d"><v>2024-05-10T12:00:00Z</v></c>',
      { type: "number", number: 45422.5, text: "2024-05-10T12:00:00Z" },
    ],
    ["a formula's text", '<c r="A1" t="str"><v>Tin</v></c>', { type: "text", text: "Tin" }],
    ["an inline string", '<c r="A1" t="inlineStr"><is><t>Tin</t></is></c>', { type: "text", text: "Tin" }],
    [
      "an inline string in runs",
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Ti</t></r><r><t xml:space="preserve">n </t></r></is></c>',
      { type: "text", text: "Tin " },
    ],
    ["CDATA", '<c r="A1" t="str"><v>a<![CDATA[<b> & ]]>c</v></c>', { type: "text", text: "a<b> & c" }],
    [
      "references to characters",
      '<c r="A1" t="str"><v>&lt;&#252;&#xFC;&amp;lt;&quot;&apos;&gt;&#x1F600;</v></c>',
      { type: "text", text: "<üü&lt;\"'>😀" },
    ],
    [
      "escaped characters",
      '<c r="A1" t="str"><v>a_x000D_b_x000a_c_x005F_x0041_</v></c>',
      { type: "text", text: "a\rb\nc_x0041_" },
    ],
    ["line ends", '<c r="A1" t="str"><v>a\r\nb\rc&#13;d</v></c>', { type: "text", text: "a\nb\nc\rd" }],
    [
      "a comment inside",
      '<c r="A1"><v>1<!-- <v>9</v> -->2</v></c>',
      { type: "number", number: 12, text: "12" },
    ],
    [
      "attributes in single quotes with a bracket",
      "<c r='A1' x='a>b' t='str'><v>Tin</v></c>",
      { type: "text", text: "Tin" },
    ],
    ["text outside ASCII", '<c r="A1" t="str"><v>錫 Étain</v></c>', { type: "text", text: "錫 Étain" }],
  ])("%s", async (_name, xml, value) => {
    const read = await sheet(`<row r="1">${xml}</row>`);
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]?.cells).toEqual([{ row: 1, column: 1, value, formula: false }]);
    expect(read.rows[0]?.blankFormulas).toEqual([]);
  });

  test.each([
    ["no content", '<c r="A1" s="3"/>'],
    ["an empty value", '<c r="A1" t="s"><v></v></c>'],
    ["an empty string", '<c r="A1" t="s"><v>0</v></c>'],
    ["an empty inline string", '<c r="A1" t="inlineStr"><is><t/></is></c>'],
  ])("%s gives no cell", async (_name, xml) => {
    const read = await sheet(`<row r="1">${xml}</row>`, { sharedStrings: strings("<t></t>") });
    expect(read.rows).toEqual([]);
  });

  test("shared strings: plain, rich, phonetic, blanks kept", async () => {
    const read = await sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>',
      {
        sharedStrings: strings(
          "<t>Gold</t>",
          "<r><t>Go</t></r><r><rPr><i/></rPr><t>ld</t></r>",
          '<t>会社</t><rPh sb="0" eb="2"><t>カイシャ</t></rPh><phoneticPr fontId="1"/>',
          '<t xml:space="preserve"> Gold </t>',
        ),
      },
    );
    expect(cells(read)).toEqual({ A1: "Gold", B1: "Gold", C1: "会社", D1: " Gold " });
  });

  test("shared strings, wherever the text that is searched for them ends", async () => {
    const around = strings("<t></t>").length - "</sst>".length;
    for (let shift = -40; shift < 20; shift++) {
      const items = ["x".repeat(WINDOW - around + shift), "b", "c", "d"];
      const read = await sheet('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>3</v></c></row>', {
        sharedStrings: strings(...items.map((text) => `<t>${text}</t>`)),
      });
      expect(cells(read)).toEqual({ A1: "b", B1: "d" });
    }
  });

  test("a shared string that does not exist gives no cell and a note", async () => {
    const workbook = await open({
      sheets: { S: worksheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>') },
      sharedStrings: strings("<t>Gold</t>"),
    });
    expect(workbook.sheet("S")?.rows).toEqual([]);
    expect(workbook.notes).toEqual([
      'A cell of the sheet "S" refers to a shared string that does not exist.',
    ]);
  });

  test("an ISO date counts in the workbook's own date system", async () => {
    const read = await sheet('<row r="1"><c r="A1" t="d"><v>2014-05-31</v></c></row>', { date1904: true });
    expect(cells(read)).toEqual({ A1: 40328 });
  });
});

describe("formulas", () => {
  test("a cached result is the value", async () => {
    const read = await sheet(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1"><f t="shared" si="0"/><v>3</v></c><c r="D1" t="e"><f>NA()</f><v>#N/A</v></c></row>',
    );
    expect(cells(read)).toEqual({ A1: "=2", B1: "=a", C1: "=3", D1: "=#N/A" });
  });

  test("an empty cached text is blank, and calculated", async () => {
    const read = await sheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1" t="str"><f>B1</f><v></v></c><c r="D1" t="str"><f>B1</f></c></row>',
    );
    expect(read.rows[0]?.blankFormulas).toEqual([3, 4]);
    expect(read.rows[0]?.uncalculated).toEqual([]);
  });

  test.each([
    ["", "</row>"],
    ["written with comments", "<!-- --></row>"],
  ])("no cached value at all is blank, and uncalculated%s", async (_, end) => {
    const read = await sheet(
      `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v/></c><c r="C1" t="str"><f>A1</f><v></v></c><c r="D1"><f>A1</f></c>${end}`,
    );
    expect(read.rows[0]?.blankFormulas).toEqual([2, 3, 4]);
    expect(read.rows[0]?.uncalculated).toEqual([2, 4]);
  });
});

describe("places", () => {
  test("missing references follow from the cell before", async () => {
    const read = await sheet(
      "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>" +
        '<row r="7"><c r="C7"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
    );
    expect(cells(read)).toEqual({ A1: 1, C1: 2, A2: 3, C7: 4, D7: 5, A8: 6 });
  });

  test("empty cells count, in their row and the next", async () => {
    const read = await sheet(
      '<row><c r="C5"/></row><row><c><v>1</v></c><c r="D6" s="1"/><c><v>2</v></c></row><row r="9"><c><v>3</v></c></row>',
    );
    expect(cells(read)).toEqual({ A6: 1, E6: 2, A9: 3 });
  });

  test("rows and cells out of order are put in order; of two cells at one place the later counts", async () => {
    const read = await sheet(
      '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>' +
        '<row r="3"><c r="B3"><v>4</v></c></row>',
    );
    expect(read.rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(read.rows[1]?.cells.map(({ column }) => column)).toEqual([1, 2]);
    expect(cells(read)).toEqual({ A1: 3, A3: 2, B3: 4 });
  });

  test("columns beyond Z", async () => {
    const read = await sheet('<row r="1"><c r="AB1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>');
    expect(read.rows[0]?.cells.map(({ column }) => column)).toEqual([28, 16384]);
  });
});

describe("parts", () => {
  test("a namespace prefix, and elements of another namespace beside", async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}" xmlns:y="urn:other"><x:sheetData><x:row r="1"><x:c r="A1"><y:v>9</y:v><x:v>1</x:v></x:c><y:c r="B1"><x:v>8</x:v></y:c></x:row></x:sheetData></x:worksheet>`;
    expect(cells((await open({ sheets: { S: xml } })).sheet("S") as Sheet)).toEqual({ A1: 1 });
  });

  test.each(["utf16le", "utf16be"])("%s", async (encoding) => {
    const xml = Buffer.from(
      `\ufeff${worksheet('<row r="1"><c r="A1" t="str"><v>錫</v></c></row>')}`,
      "utf16le",
    );
    const part = encoding === "utf16le" ? xml : xml.swap16();
    expect(cells((await open({ sheets: { S: part } })).sheet("S") as Sheet)).toEqual({ A1: "錫" });
  });

  test("a declared encoding", async () => {
    const xml = worksheet('<row r="1"><c r="A1" t="str"><v>Étain</v></c></row>').replace(
      "UTF-8",
      "ISO-8859-1",
    );
    const part = Buffer.from(xml, "latin1");
    expect(cells((await open({ sheets: { S: part } })).sheet("S") as Sheet)).toEqual({ A1: "Étain" });
  });

  test("comments and processing instructions between anything", async () => {
    const rows = '<!-- <row r="9"> --><row r="1"><?pi <c r="B1"> ?><c r="A1"><!-- > --><v>1</v></c></row>';
    expect(cells(await sheet(rows))).toEqual({ A1: 1 });
  });

  test.each([
    ["stored", { zip: { stored: true } }],
    ["data descriptors", { zip: { descriptor: true } }],
    ["zip64", { zip: { zip64: true } }],
    ["strict", { strict: true }],
    ["absolute targets", { absolute: true }],
  ])("%s", async (_name, options) => {
    expect(cells(await sheet('<row r="1"><c r="A1"><v>1</v></c></row>', options))).toEqual({ A1: 1 });
  });

  test("sheets: names in any case, states, none for an unknown name", async () => {
    const workbook = await open({
      sheets: { Declaration: worksheet(""), L: worksheet("") },
      states: { L: "veryHidden" },
    });
    expect(workbook.sheets).toEqual([
      { name: "Declaration", state: "visible" },
      { name: "L", state: "veryHidden" },
    ]);
    expect(workbook.sheet("declaration")?.name).toBe("Declaration");
    expect(workbook.sheet("M")).toBeUndefined();
  });

  test("a part that nobody asks for is not read", async () => {
    const workbook = await open({ sheets: { S: worksheet(""), Broken: "<worksheet><sheetData><row" } });
    expect(workbook.sheet("S")?.rows).toEqual([]);
    expect(() => workbook.sheet("Broken")).toThrow(UnreadableError);
  });
});

describe("hostile parts", () => {
  test.each([
    ["cut off in a row", '<row r="1"><c r="A1"><v>1</v></c>', "cut off"],
    ["an unquoted attribute", '<row r="1"><c r=A1><v>1</v></c></row>', "not well-formed"],
    ["a tag that never ends", '<row r="1"><c r="A1', "cut off"],
  ])("%s", async (_name, rows, reason) => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData>${rows}`;
    const workbook = await open({ sheets: { S: xml } });
    expect(() => workbook.sheet("S")).toThrow(reason);
  });

  test("a document type is refused", async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>${worksheet("").replace(/<\?.*?\?>/, "")}`;
    await expect(open({ sheets: { S: xml } }).then((workbook) => workbook.sheet("S"))).rejects.toThrow(
      "document type",
    );
  });

  test("more cells than the limit", async () => {
    const rows = `<row>${"<c><v>1</v></c>".repeat(11)}</row>`;
    const workbook = await open({ sheets: { S: worksheet(rows) } }, { ...LIMITS, sheetCells: 10 });
    expect(() => workbook.sheet("S")).toThrow("more cells");
  });

  test("very many rows in one row element", { timeout: 120_000 }, async () => {
    const row = (number: number) => `<c r="A${number}"><v>1</v></c><c r="B${number}"><f>A1</f></c>`;
    const one = `<row r="1">${Array.from({ length: 50_000 }, (_, index) => row(index + 1)).join("")}</row>`;
    const { rows } = await sheet(one);
    expect(rows.map(({ blankFormulas }) => blankFormulas.length)).toEqual(Array(50_000).fill(1));
  });

  test("very many rows that nothing closes", { timeout: 120_000 }, async () => {
    const row = (number: number) =>
      `<row r="${number}"><c r="A${number}"><v>1</v></c><c r="B${number}"><f>A1</f></c>`;
    const open = Array.from({ length: 50_000 }, (_, index) => row(index + 1)).join("");
    const { rows } = await sheet(`${open}${"</row>".repeat(50_000)}`);
    expect(rows.map(({ blankFormulas }) => blankFormulas.length)).toEqual(Array(50_000).fill(1));
  });

  test.each(["", "<rPh>"])("very many shared strings within each other: %s", async (between) => {
    const nested = `${`<si><t>a</t>${between}`.repeat(50_000)}${`${between.replace("<", "</")}</si>`.repeat(50_000)}`;
    const rows = Array.from({ length: 50_000 }, (_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join(
      "",
    );
    const sharedStrings = `<sst xmlns="${MAIN}">${nested}</sst>`;
    const workbook = await open({ sheets: { S: worksheet(rows) }, sharedStrings });
    expect(() => workbook.sheet("S")).toThrow("lies within another");
  });

  const long = "long".repeat(10);
  const longCell = (type: string, content: string) => `<row r="5"><c r="C5" t="${type}">${content}</c></row>`;
  test.each([
    ["an inline text", longCell("inlineStr", `<is><t>${long}</t></is>`)],
    [
      "an inline text of several runs",
      longCell("inlineStr", `<is><r><t>long</t></r><r><t>${long.slice(4)}</t></r></is>`),
    ],
    ["the result of a formula", longCell("str", `<f>A1</f><v>${long}</v>`)],
    ["a shared text", longCell("s", "<v>1</v>")],
    ["a shared text of several runs", longCell("s", "<v>2</v>")],
    ["a number", longCell("n", `<v>${"1".repeat(40)}</v>`)],
    ["an error", longCell("e", `<v>${long}</v>`)],
    ["a cell that is found the slow way", `<!-- -->${longCell("s", "<v>1</v>")}`],
  ])("a longer text than the limit: %s", async (_name, row) => {
    const options = {
      sheets: { "Smelter List": worksheet(row), L: worksheet(longCell("s", "<v>0</v>")) },
      sharedStrings: strings(
        "<t>short</t>",
        `<t>${long}</t>`,
        `<r><t>${long.slice(4)}</t></r><r><t>long</t></r>`,
      ),
    };
    expect((await open(options, { ...LIMITS, cellCharacters: 40 })).sheet("Smelter List")?.rows).toHaveLength(
      1,
    );
    const workbook = await open(options, { ...LIMITS, cellCharacters: 39 });
    expect(() => workbook.sheet("Smelter List")).toThrow(
      'The cell C5 of the sheet "Smelter List" holds a text of 40 characters; the limit is 39.',
    );
    // There is no note about texts that no cell shows.
    expect(cells(workbook.sheet("L") as Sheet)).toEqual({ C5: "short" });
  });

  test.each(["", "<!-- -->"])("one text in more cells than the limit of text allows%s", async (before) => {
    const row = (number: number) => `<row r="${number}"><c r="A${number}" t="s"><v>0</v></c></row>`;
    const options = {
      sheets: { S: worksheet(`${before}${row(1)}${row(2)}${row(3)}`) },
      sharedStrings: strings("<t>four</t>"),
    };
    expect((await open(options, { ...LIMITS, sheetCharacters: 12 })).sheet("S")?.rows).toHaveLength(3);
    const workbook = await open(options, { ...LIMITS, sheetCharacters: 11 });
    expect(() => workbook.sheet("S")).toThrow(
      'The cells of the sheet "S" hold more text than the limit allows.',
    );
  });

  test("names of object properties are names like others", async () => {
    const workbook = await open({
      sheets: { constructor: worksheet('<row r="1"><c r="A1" t="str"><v>__proto__</v></c></row>') },
    });
    expect(workbook.sheet("__proto__")).toBeUndefined();
    expect(cells(workbook.sheet("constructor") as Sheet)).toEqual({ A1: "__proto__" });
  });
});

test.each([
  '<row r="1"><c r="XFE1"><v>1</v></c></row>',
  '<row r="1048577"><c><v>1</v></c></row>',
  '<row r="-3"><c><v>1</v></c></row>',
  '<row r="1.5"><c><v>1</v></c></row>',
  '<row r="9e99"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row>',
])("a cell where no sheet has any is damage: %s", async (rows) => {
  const workbook = await open({ sheets: { S: worksheet(rows) } });
  expect(() => workbook.sheet("S")).toThrow("where no sheet has any");
});
