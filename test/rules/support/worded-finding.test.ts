import { expect, test } from "vitest";
import { WordedFinding } from "../../../src/rules/support/worded-finding.ts";

const FOUND = {
  rule: "some-rule",
  severity: "warning",
  risk: true,
  supplier: "Acme",
  file: "acme.xlsx",
  response: null,
  at: "Declaration!D9",
  facts: { metal: "tin" },
} as const;

test("a finding is worded when it is read and printed with its message in its place", () => {
  const finding = new WordedFinding(FOUND, ({ metal }) => `No ${metal}.`);
  expect(finding.message).toBe("No tin.");
  finding.accepted = { reason: "known" };
  const { facts, ...before } = FOUND;
  expect(JSON.stringify(finding)).toBe(
    JSON.stringify({ ...before, facts, message: "No tin.", accepted: { reason: "known" } }),
  );
});

test("a message that ends with a company's name has one full stop", () => {
  const finding = new WordedFinding(FOUND, ({ by }) => `Nothing was received from ${by ?? "Acme Inc."}.`);
  expect(finding.message).toBe("Nothing was received from Acme Inc.");
});

test("wording that throws names the rule and the file", () => {
  const finding = new WordedFinding(FOUND, () => {
    throw new Error("no words");
  });
  expect(() => finding.message).toThrow("The rule some-rule failed on acme.xlsx: no words");
});
