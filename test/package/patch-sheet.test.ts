import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellEdit, patchSheet } from "../../src/package/patch-sheet.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { buildOoxml, MAIN } from "../helpers/build-ooxml.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const sheet = (rows: string) =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData><pageMargins left="1"/></worksheet>`;
const patch = (rows: string, edits: Record<string, CellEdit>) =>
  patchSheet(sheet(rows), new Map(Object.entries(edits)));

describe("a cell that is typed into", () => {
  test("keeps its style and nothing else", () => {
    const { xml } = patch('<row r="1"><c r="A1" s="7"/><c r="B1" s="8" t="s"><v>3</v></c><c r="C1"/></row>', {
      A1: { text: "a < b & c" },
      B1: { number: 45820 },
    });
    expect(xml).toBe(
      sheet(
        '<row r="1"><c r="A1" s="7" t="inlineStr"><is><t xml:space="preserve">a &lt; b &amp; c</t></is></c><c r="B1" s="8"><v>45820</v></c><c r="C1"/></row>',
      ),
    );
  });

  test("loses its formula, which is reported", () => {
    const { xml, formulasGone } = patch(
      '<row r="5"><c r="B5" t="str" cm="1"><f ca="1">A5&amp;""</f><v></v></c></row>',
      {
        B5: { text: "Gold" },
      },
    );
    expect(xml).toContain('<c r="B5" t="inlineStr"><is><t xml:space="preserve">Gold</t></is></c>');
    expect(formulasGone).toEqual(["B5"]);
  });

  test("is refused where its formula is that of other cells too", () => {
    const rows = '<row r="5"><c r="B5"><f t="shared" ref="B5:B9" si="0">A5</f><v>1</v></c></row>';
    expect(() => patch(rows, { B5: { text: "x" } })).toThrow("B5");
  });

  test("comes into being in its place", () => {
    const { xml } = patch('<row r="2"><c r="B2"/></row><row r="4"/>', {
      A2: { text: "a" },
      C2: { number: 1 },
      B3: { number: 2 },
      A4: { number: 3 },
      A9: { number: 4 },
    });
    expect(xml).toBe(
      sheet(
        '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">a</t></is></c><c r="B2"/><c r="C2"><v>1</v></c></row>' +
          '<row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row><row r="9"><c r="A9"><v>4</v></c></row>',
      ),
    );
  });
});

test("an emptied cell keeps its style; a formula is not emptied", () => {
  const rows = '<row r="1"><c r="A1" s="2" t="s"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>';
  expect(patch(rows, { A1: { empty: true }, B1: { empty: true }, C1: { empty: true } }).xml).toBe(
    sheet('<row r="1"><c r="A1" s="2"/><c r="B1"><f>A1</f><v>1</v></c></row>'),
  );
});

test("a formula shows what it is told, or nothing", () => {
  const rows =
    '<row r="1"><c r="A1" t="str"><f>X</f><v>old</v></c><c r="B1" t="e"><f t="shared" si="3"/><v>#N/A</v></c><c r="C1"><f>Y</f></c></row>';
  expect(patch(rows, { A1: { shows: null }, B1: { shows: 0 }, C1: { shows: "a&b" } }).xml).toBe(
    sheet(
      '<row r="1"><c r="A1"><f>X</f></c><c r="B1"><f t="shared" si="3"/><v>0</v></c><c r="C1" t="str"><f>Y</f><v>a&amp;b</v></c></row>',
    ),
  );
});

test("a cell that takes another style keeps all else; one that is not there comes into being with it", () => {
  const rows =
    '<row r="1" spans="1:2"><c r="A1" s="2" t="s"><v>1</v></c><c r="B1" t="str"><f>A1</f><v>x</v></c></row>';
  expect(patch(rows, { A1: { style: 9 }, B1: { style: 8 }, D1: { style: 7 }, A2: { style: 6 } }).xml).toBe(
    sheet(
      '<row r="1"><c r="A1" s="9" t="s"><v>1</v></c><c r="B1" t="str" s="8"><f>A1</f><v>x</v></c><c r="D1" s="7"/></row><row r="2"><c r="A2" s="6"/></row>',
    ),
  );
});

test("sheets of any writer: prefixes, single quotes, no addresses, comments, an empty element", () => {
  const ns = `xmlns:x="${MAIN}"`;
  const edits = new Map<string, CellEdit>([
    ["A1", { text: "a" }],
    ["B1", { style: 3 }],
    ["B2", { number: 2 }],
  ]);
  expect(patchSheet(`<x:worksheet ${ns}><x:sheetData/></x:worksheet>`, edits).xml).toBe(
    `<x:worksheet ${ns}><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c><x:c r="B1" s="3"/></x:row><x:row r="2"><x:c r="B2"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  );
  expect(
    patch("<!-- <row> --><row><c s='1'><v>7</v></c><c t='b'><v>1</v></c></row>", { B1: { style: 3 } }).xml,
  ).toBe(sheet("<!-- <row> --><row><c s='1'><v>7</v></c><c t='b' s=\"3\"><v>1</v></c></row>"));
});

test("rows and cells in disorder are found where they are; a second one of the same place is refused", () => {
  const rows = '<row r="3"><c r="C3"/><c r="A3"/></row><row r="1"/>';
  expect(patch(rows, { A3: { number: 1 }, B3: { number: 2 }, A1: { number: 3 } }).xml).toBe(
    sheet(
      '<row r="3"><c r="B3"><v>2</v></c><c r="C3"/><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>',
    ),
  );
  expect(() => patch('<row r="1"/><row r="1"/>', { A1: { number: 1 } })).toThrow("row 1");
  expect(() => patch('<row r="1"><c r="A1"/><c r="A1"/></row>', { A1: { number: 1 } })).toThrow("A1");
});

test("without edits nothing changes", () => {
  expect(patch('<row r="1"><c r="A1"/></row>', {}).xml).toBe(sheet('<row r="1"><c r="A1"/></row>'));
});

test("any text that is typed in is read back as it was, but for characters that no XML can hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
      const { xml } = patch('<row r="1"><c r="A1" s="0"/></row>', { A1: { text } });
      const opened = await openWorkbook(buildOoxml({ sheets: { S: xml } }));
      if (!opened.ok) throw new Error(opened.unreadable.reason);
      const read = opened.workbook.sheet("S")?.rows[0]?.cells[0]?.value;
      const kept = Buffer.from(text).toString().replace(NOT_XML, "");
      expect(read?.type === "text" ? read.text : "").toBe(kept);
    }),
    { numRuns: 60 },
  );
});
