import { expect, test } from "vitest";
import { printable, terminalText } from "../../src/lib/printable.ts";

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

test("an answer for programs is shown on a terminal with what could steer it written out, and stays JSON", () => {
  const texts = ["gnp.\u202excod", "a\u009b2Jb", "\u{e0041}", "\u001b[2J", "\u2028"];
  const json = JSON.stringify(texts, null, 2);
  const shown = terminalText(json);
  expect(shown).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u);
  expect(JSON.parse(shown)).toEqual(texts);
  expect(terminalText("\uFEFFa,b\r\n1\t2\r\n")).toBe("a,b\r\n1\t2\r\n");
  expect(terminalText("\u001b[31mred\u001b[39m \u001b]0;x\u0007")).toBe(
    "\u001b[31mred\u001b[39m \\u001b]0;x\\u0007",
  );
});
