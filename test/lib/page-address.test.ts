import fc from "fast-check";
import { expect, test } from "vitest";
import { type PageAddress, pageHref, readPageAddress, THING_VIEWS } from "../../src/lib/page-address.ts";

const text = fc.string({ minLength: 1, unit: "grapheme" });
const column = fc.stringMatching(/^[a-z_]{1,12}$/);
const address: fc.Arbitrary<PageAddress> = fc.oneof(
  fc.record({ view: fc.constantFrom(...THING_VIEWS), key: text }),
  fc
    .record(
      {
        file: text,
        where: fc.uniqueArray(
          fc.record({ column, values: fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }) }),
          { selector: (one) => one.column },
        ),
        distinct: column,
        sum: column,
        once: column,
        search: text,
        sort: fc.record({ column, descending: fc.boolean() }),
        hidden: fc.array(column),
      },
      { requiredKeys: ["file", "where"] },
    )
    .map((table) => ({ view: "table" as const, table })),
);

test("an address is read as it was written", () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(readPageAddress(pageHref(one))).toEqual(one);
    }),
  );
});

test("what nobody wrote for the page is a part of it, or nothing", () => {
  expect(readPageAddress("")).toEqual({ view: "part", id: "" });
  expect(readPageAddress("#results")).toEqual({ view: "part", id: "results" });
  expect(readPageAddress("#nosuch/a")).toEqual({ view: "part", id: "nosuch/a" });
  expect(readPageAddress("#supplier/100%")).toEqual({ view: "supplier", key: "100%" });
});
