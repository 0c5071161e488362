import { expect, test } from "vitest";
import { printable } from "../../src/lib/printable.ts";

test("what could steer a terminal or turn text round is written out", () => {
  expect(printable("a\u001b[2Jb")).toBe("a\\u{1b}[2Jb");
  expect(printable("gnp.\u202excod")).toBe("gnp.\\u{202e}xcod");
  expect(printable("zero\u200bwidth \u{e0041}")).toBe("zero\\u{200b}width \\u{e0041}");
});

test("line breaks and tabs become one space", () => {
  expect(printable("one\r\ntwo\tthree")).toBe("one two three");
});

test("letters of every script stay", () => {
  expect(printable("製錬所 Mineração Şti. µ № 1–2")).toBe("製錬所 Mineração Şti. µ № 1–2");
});
