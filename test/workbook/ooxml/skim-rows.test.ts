// The fast path through a sheet gives the same as reading cell by cell, or leaves the sheet to that.
import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import type { Row } from "../../../src/model/workbook.ts";
import type { SheetContext } from "../../../src/workbook/ooxml/cell-value.ts";
import { scanRows } from "../../../src/workbook/ooxml/scan-rows.ts";
import { skimRows } from "../../../src/workbook/ooxml/skim-rows.ts";
import { XmlScanner } from "../../../src/workbook/ooxml/xml-scanner.ts";

const context: SheetContext = {
  sheet: "S",
  strings: { text: (index) => ["Gold", "", "a < b"][index] },
  date1904: false,
  limits: LIMITS,
  note: () => {},
};

/** The sheet after the opening tag of its data. */
function openSheet(rows: string): XmlScanner {
  const xml = new XmlScanner(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), "sheet");
  xml.seek("sheetData");
  return xml;
}

const plain = (rows: readonly Row[] | undefined) =>
  rows?.map(({ row, cells, blankFormulas, uncalculated }) => ({ row, cells, blankFormulas, uncalculated }));
const skim = (rows: string) => plain(skimRows(openSheet(rows), context));
const scan = (rows: string) => plain(scanRows(openSheet(rows), "sheetData", context));

test.each([
  ["no rows", ""],
  [
    "values of every type",
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="d"><v>2024-05-10</v></c><c r="F1" t="inlineStr"><is><t>in</t></is></c><c r="G1" t="str"><v>a &lt; b</v></c></row>',
  ],
  [
    "attributes in another order",
    '<row r="1"><c t="s" s="4" r="B1"><v>0</v></c><c s="4" r="C1"><v>7</v></c></row>',
  ],
  [
    "formulas with and without result",
    '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c><c r="B1"><f ca="1">1+1</f><v>2</v></c><c r="C1" t="str"><f t="shared" si="3"/><v/></c><c r="D1"><f t="shared" si="3"/><v>5</v></c><c r="E1"><f>X</f></c></row>',
  ],
  [
    "rows of nothing but formulas without result",
    '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row><row r="5"><c r="A5"><v>5</v></c></row>',
  ],
  [
    "the empty text",
    '<row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>A</f></c><c r="C2"><v>1</v></c></row>',
  ],
  ["blanks between elements", '\n<row r="1">\n <c r="A1" t="str">\n  <f>B1</f>\n  <v>x</v>\n </c>\n</row>'],
  [
    "attributes of a value, and values without content",
    '<row r="1"><c r="A1" t="str"><v xml:space="preserve"> a </v></c><c r="B1"><f>A1</f><v /></c><c r="C1"><v></v></c></row>',
  ],
  [
    "values that repeat, with others of their length and type between",
    '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="e"><v>#REF</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"><v>0</v></c><c r="F1" t="b"><v>0</v></c><c r="G1" t="s"><v>0</v></c><c r="H1" t="s"><v>1</v></c><c r="I1" t="s"><v>1</v></c><c r="J1" t="s"><v>0</v></c><c r="K1"><v>0</v></c><c r="L1"><v>00</v></c></row>',
  ],
  ["a type nobody knows", '<row r="1"><c r="A1" t="x"><v>1</v></c></row>'],
  [
    "an element more in a cell",
    '<row r="1"><c r="A1"><f>B1</f><v>1</v><extLst><ext/></extLst></c><c r="B1"><v>2</v></c></row>',
  ],
])("%s", (_name, rows) => {
  expect(skim(rows)).toEqual(scan(rows));
});

test.each([
  ["a cell in a comment", '<row r="1"><!-- <c r="A1"><v>1</v></c> --></row>'],
  ["CDATA", '<row r="1"><c r="A1" t="str"><v><![CDATA[1]]></v></c></row>'],
  ["a processing instruction", '<row r="1"><?a <c r="A1"><v>1</v></c>?></row>'],
  ["a cell without reference", '<row r="1"><c><v>1</v></c></row>'],
  ["cells out of order", '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
  ["one cell twice", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
  ["rows out of order", '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
  ["a cell of another row in a row", '<row r="1"><c r="A1"><v>1</v></c><c r="A2"><v>2</v></c></row>'],
  [
    "a cell of another row in a row, after a formula",
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A1</f></c><c r="A3"><v>2</v></c></row>',
  ],
  ["a reference without row", '<row r="1"><c r="A"><v>1</v></c></row>'],
  ["a cell outside of any sheet", '<row r="9999999"><c r="A9999999"><v>1</v></c></row>'],
  ["a value outside a cell", '<row r="1"><c r="A1"/><v>1</v></row>'],
  [
    "a value in a cell of another namespace",
    '<row r="1"><c r="A1"><f>B1</f></c><y:c r="B1"><v>1</v></y:c></row>',
  ],
])("is left to the general way: %s", (_name, rows) => {
  expect(skim(rows)).toBeUndefined();
});

const content = fc.constantFrom(
  "/>",
  "></c>",
  ' t="str"><f>A1</f><v></v></c>',
  ' t="str"><f ca="1">IF(A1&lt;2,"",1)</f><v/></c>',
  "><f>A1</f></c>",
  "><v>12.5</v></c>",
  ' s="3" t="s"><v>0</v></c>',
  ' s="3" t="s"><v>1</v></c>',
  ' t="e"><f t="shared" si="1"/><v>#N/A</v></c>',
  ' t="str"><f>B2</f><v>a &amp; b</v></c>',
  ' t="inlineStr"><is><r><t>in</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
  "><v> 1 </v></c>",
  ' t="str"><v xml:space="preserve"> a </v></c>',
);

test("any sheet with its references in order", () => {
  const row = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 26 }), content), {
    selector: ([column]) => column,
    maxLength: 10,
  });
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), row), {
    selector: ([number]) => number,
    maxLength: 10,
  });
  fc.assert(
    fc.property(rows, (sheet) => {
      const xml = sheet
        .toSorted(([a], [b]) => a - b)
        .map(([number, cells]) => {
          const inOrder = cells.toSorted(([a], [b]) => a - b);
          const written = inOrder.map(
            ([column, rest]) => `<c r="${String.fromCharCode(64 + column)}${number}"${rest}`,
          );
          return `<row r="${number}" spans="1:9">${written.join("")}</row>`;
        })
        .join("");
      const skimmed = skim(xml);
      expect(skimmed).toBeDefined();
      expect(skimmed).toEqual(scan(xml));
    }),
    { numRuns: 1000 },
  );
});
