import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "../../../src/report/render/csv.ts";

const lines = (rows: (string | number | null)[][]) => toCsv(["a", "b"], rows);

test("a header, a byte order mark, CRLF after each record", () => {
  expect(lines([["Žalec", 1]])).toBe("\uFEFFa,b\r\nŽalec,1\r\n");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x"])(
  "text that starts like a formula is inert: %j",
  (text) => {
    const [, row] = parse(lines([[text, null]]), { bom: true });
    // A tab or line end before the sign is a separator to some readers.
    expect(row).toEqual([`'${text.replace(/[\t\r](?==)/, "$&'")}`, ""]);
  },
);

test.each([";", "\t", "|", "\n", "\r\n"])(
  "a cell is inert whichever separator splits it: %j",
  (separator) => {
    for (const sign of ["=", "+", "-", "@", "＝", "＠"]) {
      const text = `Acme${separator} "${sign}1+41${separator}z`;
      for (const row of [
        [text, null],
        ["first", text],
      ] as const) {
        const csv = lines([[...row]]);
        // However a reader splits it, quoted or not.
        const pieces = csv.split(/[;|,\t\r\n]/).map((piece) => piece.replace(/^["\s]*/, ""));
        expect(pieces.filter((piece) => /^[=+\-@＝＋－＠]/.test(piece))).toEqual([]);
        expect(csv).toContain('"Acme');
      }
    }
    expect(lines([["a;b", "c|d"]])).toBe('\uFEFFa,b\r\n"a;b","c|d"\r\n');
  },
);

test("numbers stay numbers, also negative ones", () => {
  expect(lines([[-5, 0.25]])).toBe("\uFEFFa,b\r\n-5,0.25\r\n");
});

test("control characters do not reach the file", () => {
  expect(lines([["a\u0000b\u001bc", null]])).toBe("\uFEFFa,b\r\na\uFFFDb\uFFFDc,\r\n");
});

test("whatever the texts, a reader gets back as many rows, and each text but for what was made inert", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("\r", "\n", '"', ",", "=", "a", "\t") }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
      const read: string[][] = parse(lines(rows), { bom: true });
      expect(read.length).toBe(rows.length + 1);
      rows.forEach((row, index) => {
        row.forEach((value, column) => {
          const got = read[index + 1]?.[column] ?? "";
          expect(got.replaceAll("'", "")).toBe(value.replaceAll("'", ""));
        });
      });
    }),
  );
});
