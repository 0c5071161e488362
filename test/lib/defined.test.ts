import { expect, expectTypeOf, test } from "vitest";
import { type Defined, defined } from "../../src/lib/defined.ts";

test("keys without a value are left out, the others keep their order; null, zero and blank are values", () => {
  const object: { a: string | undefined; b: number; c?: string; d: null; e: string } = {
    a: undefined,
    b: 0,
    c: "c",
    d: null,
    e: "",
  };
  expect(Object.entries(defined(object))).toEqual([
    ["b", 0],
    ["c", "c"],
    ["d", null],
    ["e", ""],
  ]);
});

test("its type tells which keys may be missing", () => {
  expectTypeOf<Defined<{ a: string | undefined; b: number }>>().toExtend<{ a?: string; b: number }>();
  expectTypeOf<Defined<{ a: string | undefined }>>().not.toExtend<{ a: string }>();
});
