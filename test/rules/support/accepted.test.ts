import { expect, test } from "vitest";
import { UsageError } from "../../../src/lib/errors.ts";
import { FORMER_RULE_IDS } from "../../../src/model/former-rule-ids.ts";
import { RULES } from "../../../src/rules/index.ts";
import { check } from "../../../src/rules/run.ts";
import { parseAccepted } from "../../../src/rules/support/accepted.ts";
import { exampleInput, examplesOf } from "../../../src/rules/support/example.ts";
import { findRule } from "../../../src/rules/support/find-rule.ts";
import { responseState } from "../../../src/rules/support/state.ts";

test("the columns may stand in any order, by and date may be missing", () => {
  const text =
    "\uFEFFreason,cell,rule,supplier\r\nchecked by phone,Declaration!D15,contact-name-missing,Acme\r\n";
  expect(parseAccepted(text)).toEqual([
    { rule: "contact-name-missing", supplier: "Acme", cell: "Declaration!D15", reason: "checked by phone" },
  ]);
  const full = "rule,supplier,cell,reason,by,date\nx,y,,because,Ada,2025-01-02\n";
  expect(parseAccepted(full)).toEqual([
    { rule: "x", supplier: "y", cell: "", reason: "because", by: "Ada", date: "2025-01-02" },
  ]);
  expect(parseAccepted("")).toEqual([]);
  // Saved by a German spreadsheet, with a line added in an editor.
  expect(parseAccepted("Rule;Supplier;Cell;Reason\r\nx;y;;one\r\nx;z;;two\n")).toMatchObject([
    { supplier: "y", reason: "one" },
    { supplier: "z", reason: "two" },
  ]);
});

test.each([
  ["rule,supplier,cell\nx,y,z\n", "the header has no column reason"],
  ["rule,supplier,cell,reason\nx,y,z,because\nx,y,z,\n", "line 3: the reason is empty"],
  ["rule,supplier,cell,reason\nx,y\n", "accepted-findings.csv"],
  ['rule,supplier,cell,reason\n"x,y,z,w\n', "accepted-findings.csv"],
])("a file with a fault names it: %j", (text, message) => {
  expect(() => parseAccepted(text)).toThrow(UsageError);
  expect(() => parseAccepted(text)).toThrow(message);
});

test("an accepted finding stays in the list, is marked, and no longer makes the response invalid", () => {
  const input = exampleInput({ about: "", company: { contactName: null } });
  const accepted = [
    {
      rule: "contact-name-missing",
      supplier: "ACME fixings ltd",
      cell: "Declaration!D15",
      reason: "by phone",
      by: "Ada",
    },
  ];
  const open = check(input).findings;
  expect(responseState("standing", open)).toBe("invalid");
  const { findings, gone } = check({ ...input, accepted });
  expect(findings).toHaveLength(open.length);
  expect(findings.find(({ rule }) => rule === "contact-name-missing")?.accepted).toEqual({
    reason: "by phone",
    by: "Ada",
  });
  expect(responseState("standing", findings)).toBe("valid");
  expect(gone).toEqual([]);
});

test("one that no longer occurs is said, unless its supplier was not looked at", () => {
  const one = {
    rule: "contact-name-missing",
    supplier: "Acme Fixings Ltd",
    cell: "Declaration!D15",
    reason: "x",
  };
  const other = { ...one, supplier: "Bolt Works" };
  const { gone } = check({ ...exampleInput({ about: "" }), accepted: [one, other] });
  expect(gone).toEqual([one]);
});

test("another cell is another finding", () => {
  const input = exampleInput({
    about: "",
    answers: { tin: { cahraOrigin: null }, gold: { cahraOrigin: null } },
  });
  const accepted = [
    { rule: "later-answer-missing", supplier: "Acme Fixings Ltd", cell: "Declaration!D45", reason: "x" },
  ];
  const marks = check({ ...input, accepted }).findings.map(({ at, accepted: mark }) => [
    at,
    mark !== undefined,
  ]);
  expect(marks).toEqual([
    ["Declaration!D45", true],
    ["Declaration!D46", false],
  ]);
});

test.each(Object.entries(FORMER_RULE_IDS))("%s is accepted for %s", (former, current) => {
  const rule = findRule(former);
  if (rule === undefined) throw new Error(`no rule ${current}`);
  expect(rule.id).toBe(current);
  const input = exampleInput(examplesOf(rule).fires);
  const [open] = check(input, [rule]).findings;
  if (open === undefined) throw new Error(`the example of ${current} finds nothing`);
  const accepted = [{ rule: former, supplier: open.supplier, cell: open.at ?? "", reason: "by phone" }];
  const { findings, gone } = check({ ...input, accepted }, [rule]);
  expect(findings.find(({ at }) => at === open.at)?.accepted).toEqual({ reason: "by phone" });
  expect(gone).toEqual([]);
});

test("a former id is no rule of today, and its successor is one", () => {
  const ids = new Set(RULES.map(({ id }) => id));
  for (const [former, current] of Object.entries(FORMER_RULE_IDS)) {
    expect(ids.has(former), former).toBe(false);
    expect(ids.has(current), current).toBe(true);
  }
});
