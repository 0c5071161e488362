import { expect, test } from "vitest";
import { ValueFinder, WINDOW } from "../../../src/workbook/ooxml/find-value.ts";

/** What precedes each place that is found. */
function found(text: string): { before: string[]; foundComment: boolean } {
  const finder = new ValueFinder(Buffer.from(text), Buffer.byteLength(text));
  const before: string[] = [];
  for (let at = finder.next(0); at >= 0; at = finder.next(at)) before.push(text.slice(0, at));
  return { before, foundComment: finder.foundComment };
}

test.each([
  ["a value", "<c><v>1</v></c>", ["<c><v>1</v"]],
  ["an empty value", "<c><v></v></c><c><v/></c>", []],
  ["a value that ends with what a tag ends with", "<c><v>a ></v></c>", ["<c><v>a ></v"]],
  ["blanks in the tags", '<c><v xml:space="preserve">1</v\n></c>', ['<c><v xml:space="preserve">1</v']],
  ["a text in the cell", "<c><is><t>a</t></is></c>", ["<c><is><t>a</t></is"]],
  ["tags that begin alike", "<a><va>1</va><isx>1</isx></a>", []],
])("%s", (_name, text, before) => {
  expect(found(text)).toEqual({ before, foundComment: false });
});

test("a comment ends the search", () => {
  const text = "<c><v>1</v></c><!-- x --><c><v>2</v></c>";
  const finder = new ValueFinder(Buffer.from(text), text.length);
  expect(finder.next(0)).toBe("<c><v>1</v".length);
  expect([finder.next(10), finder.foundComment]).toEqual([-1, true]);
});

test("nothing is found behind the end", () => {
  expect(new ValueFinder(Buffer.from("<c/><c><v>1</v></c>"), 6).next(0)).toBe(-1);
});

test("the ends of rows on the way", () => {
  const text = "<row><c><v>1</v></c></row><row/><row></row\n><rows></rows><row><c><v>2</v></c></row>";
  const finder = new ValueFinder(Buffer.from(text), text.length);
  expect([finder.next(0), finder.rowEnd]).toEqual(["<row><c><v>1</v".length, -1]);
  expect(finder.next(20)).toBe(text.lastIndexOf("</v>") + "</v".length);
  expect(finder.rowEnd).toBe(text.indexOf("</row\n") + "</row".length);
  expect([finder.next(text.length - 9), finder.rowEnd]).toEqual([-1, text.length - 1]);
});

test.each([
  ["a cell", "<c><v>1", 0, 0],
  ["a cell with attributes", '<row><c r="A1"><v>1', 0, 5],
  ["the last one", '<c r="A1"/><c r="B1"><v>1', 0, 11],
  ["no other element", "<c><cell><cols><v>1", 0, 0],
  ["none", "<x><v>1", 0, -1],
  ["none with such a name", "<cell><v>1", 0, -1],
  ["none from there on", "<c><v>1", 1, -1],
])("where a cell starts: %s", (_name, text, after, start) => {
  const finder = new ValueFinder(Buffer.from(`${text}</v>`), text.length + 4);
  expect(finder.startOfCell(finder.next(0), after)).toBe(start);
});

test("where a cell starts, wherever the text that is searched ends", () => {
  for (let shift = -30; shift <= 30; shift++) {
    const start = 2 * WINDOW + shift;
    const text = `${"x".repeat(start)}<c r="A1"><f>${"f".repeat(shift + 30)}</f><v>1</v></c>`;
    const finder = new ValueFinder(Buffer.from(text), text.length);
    expect(finder.startOfCell(finder.next(0), 0)).toBe(start);
  }
});

test("values and empty ones are told apart wherever the text that is searched ends", () => {
  for (const tail of ["<v>1</v>", "<v></v>", "<is>a</is>", "<row></row>", "<!-- a -->"]) {
    for (let shift = -20; shift <= 20; shift++) {
      const start = 2 * WINDOW + shift;
      const text = `${"x".repeat(start)}${tail}${"x".repeat(99)}<v>2</v>`;
      const { before, foundComment } = found(text);
      const ends = [...text.matchAll(/(?<!<v>)<\/(v|is)/g)].map((match) => match.index + match[0].length);
      const isComment = tail.startsWith("<!");
      expect([before.map(({ length }) => length), foundComment]).toEqual(
        isComment ? [[], true] : [ends, false],
      );
    }
  }
});
