import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../../src/lib/errors.ts";
import { type Source, sourceOf } from "../../../src/report/render/figure.ts";
import { readSource } from "../../../src/report/render/read-source.ts";

const name = fc
  .stringMatching(/^[a-z][a-z_]{0,10}$/)
  .filter((word) => !["where", "and", "in", "distinct", "sum"].includes(word));
const source: fc.Arbitrary<Source> = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z-]{0,8}\.csv$/),
    fc.array(
      fc.record({
        column: name,
        values: fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    fc.oneof(
      fc.constant({}),
      fc.record({ distinct: name }),
      fc.record({ sum: name }),
      fc.record({ sum: name, once: name }),
    ),
  )
  .map(([file, where, measure]) => ({ file, where, ...measure }));

test("a source is read as the report prints it", () => {
  fc.assert(
    fc.property(source, (one) => {
      expect(readSource([sourceOf(one)])).toEqual(one);
    }),
  );
});

test.each([
  [["smelters.csv"], { file: "smelters.csv", where: [] }],
  [["smelters", "metal=gold"], { file: "smelters", where: [{ column: "metal", values: ["gold"] }] }],
  [
    ["smelters.csv", "status_class=not known", "metal=gold"],
    {
      file: "smelters.csv",
      where: [
        { column: "status_class", values: ["not known"] },
        { column: "metal", values: ["gold"] },
      ],
    },
  ],
  [
    "responses.csv where state=valid and on_roster=yes, distinct supplier_id".split(" "),
    {
      file: "responses.csv",
      where: [
        { column: "state", values: ["valid"] },
        { column: "on_roster", values: ["yes"] },
      ],
      distinct: "supplier_id",
    },
  ],
  [
    ["findings.csv", "superseded="],
    { file: "findings.csv", where: [{ column: "superseded", values: [""] }] },
  ],
])("words of a shell: %j", (words, wanted) => {
  expect(readSource(words)).toEqual(wanted);
});

test.each([
  [["smelters.csv", "gold"]],
  [["smelters.csv where metal"]],
  [["a b c"]],
  [["x.csv where a in (b"]],
])("what is no source is refused with an example: %j", (words) => {
  expect(() => readSource(words)).toThrow(UsageError);
});
