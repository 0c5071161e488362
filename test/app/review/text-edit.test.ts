import { expect, test } from "vitest";
import { addOutcome } from "../../../src/app/review/outcome-text.ts";
import { editBetween, withoutEdit } from "../../../src/app/review/text-edit.ts";

test.each([
  ["", "a"],
  ["a\nb\n", "a\nb\nb\n"],
  ["one two", "one three two"],
  ["same", "same"],
  ["a,b", "a,x"],
])("an edit is taken back: %j to %j", (before, after) => {
  const edit = editBetween(before, after);
  expect(withoutEdit(after, edit)).toBe(before);
  expect(withoutEdit(`${after} and more`, edit)).toBe(`${before} and more`);
});

test("an edit whose place holds something else is not taken back", () => {
  const edit = editBetween("a\n", "a\nb\n");
  expect(withoutEdit("x\na\nb\n", edit)).toBeUndefined();
});

const tin = { period: 2016, metal: "tin", decision: { determination: "undetermined", reason: "why" } };

test.each([
  [
    "no file",
    undefined,
    '{\n  "decisions": {\n    "2016": {\n      "tin": {\n        "determination": "undetermined",\n        "reason": "why"\n      }\n    }\n  }\n}\n',
  ],
  [
    "tabs, CRLF and a mark",
    '\uFEFF{\r\n\t"issuer": "L"\r\n}\r\n',
    '\uFEFF{\r\n\t"issuer": "L",\r\n\t"decisions": {\r\n\t\t"2016": {\r\n\t\t\t"tin": {\r\n\t\t\t\t"determination": "undetermined",\r\n\t\t\t\t"reason": "why"\r\n\t\t\t}\r\n\t\t}\r\n\t}\r\n}\r\n',
  ],
])("an outcome in the settings' own style: %s", (_, before, after) => {
  expect(addOutcome(before, tin)).toBe(after);
});
