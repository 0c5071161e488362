// The tables of README that are made from the catalogue.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RULES, TOPICS } from "../../src/rules/index.ts";
import { greenTable } from "../rules/green-by-checker.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** What stands between two marks of README. */
function between(mark: string): string | undefined {
  return new RegExp(`<!-- ${mark}:start -->\\n([\\s\\S]*?)\\n<!-- ${mark}:end -->`).exec(README)?.[1];
}

function topicTable(): string {
  const count = (rules: readonly { severity: string }[], severity: string) =>
    rules.filter((rule) => rule.severity === severity).length || "";
  const rows = TOPICS.map(
    ({ title, rules }) =>
      `| ${title} | ${count(rules, "error")} | ${count(rules, "warning")} | ${count(rules, "info")} |`,
  );
  return ["| rules about | errors | warnings | infos |", "|---|---|---|---|", ...rows].join("\n");
}

test("the table of topics is that of the catalogue", () => {
  expect(between("rules")).toBe(topicTable());
  expect(README).toContain(`${RULES.length} rules`);
});

test("the table of what the Checker passes is that of the test", () => {
  expect(between("green")).toBe(greenTable());
});
