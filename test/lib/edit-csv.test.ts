import { expect, test } from "vitest";
import { editCsvCell } from "../../src/lib/edit-csv.ts";
import { delimiterOf } from "../../src/lib/read-csv.ts";

const edit = (text: string, line: number, column: number, value: string) =>
  editCsvCell(text, { line, column }, value, { file: "x.csv", delimiter: delimiterOf(text) });

test.each([
  ["plain", "a,b\n1,2\n3,4\n", 2, 1, "x", "a,b\n1,x\n3,4\n"],
  ["with CRLF, a mark and no end", "\uFEFFa,b\r\n1,2", 2, 0, "x", "\uFEFFa,b\r\nx,2"],
  ["the header of a text with a mark", "\uFEFFa,b\r\n1,2", 1, 0, "x", "\uFEFFx,b\r\n1,2"],
  ["with CR alone", "a;b\r1;2\r3;4", 3, 1, "x", "a;b\r1;2\r3;x"],
  ["quoted, with a line break", 'a,b\n"1\n1",2\n3,4\n', 3, 1, "x", 'a,b\n"1\n1",x\n3,4\n'],
  ["quoted, replaced whole", 'a,b\n"1,1" ,"say ""no"""\n', 2, 1, "x", 'a,b\n"1,1" ,x\n'],
  ["to be quoted", "a;b\n1;2\n", 2, 1, 'x; "y"', 'a;b\n1;"x; ""y"""\n'],
  ["in a short record", "a,b,c,d\n1\n", 2, 3, "x", "a,b,c,d\n1,,,x\n"],
  [
    "after blank lines and a line of the delimiter",
    "sep=;\na;b\n\n ; \n1;2\n",
    5,
    1,
    "x",
    "sep=;\na;b\n\n ; \n1;x\n",
  ],
  ["an empty cell", "a,b\n,2\n", 2, 0, "x", "a,b\nx,2\n"],
])("a cell is changed and nothing else: %s", (_, text, line, column, value, expected) => {
  expect(edit(text, line, column, value)).toBe(expected);
});

test("a line that is none of a record changes nothing", () => {
  expect(edit("a,b\n1,2\n", 3, 0, "x")).toBeUndefined();
  expect(edit('a,b\n"1\n1",2\n', 2, 0, "x")).toBeUndefined();
});
