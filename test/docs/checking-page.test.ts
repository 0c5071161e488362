// The tables of docs/checking.md that are generated from the catalogue; `npm run docs` updates them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RULES, TOPICS } from "../../src/rules/index.ts";
import { greenTable } from "../rules/green-by-checker.ts";
import { between } from "./between.ts";

const PAGE = readFileSync(new URL("../../docs/checking.md", import.meta.url), "utf8");

function topicTable(): string {
  const count = (rules: readonly { severity: string }[], severity: string) =>
    rules.filter((rule) => rule.severity === severity).length || "";
  const rows = TOPICS.map(
    ({ title, rules }) =>
      `| ${title} | ${count(rules, "error")} | ${count(rules, "warning")} | ${count(rules, "info")} |`,
  );
  return ["| rules about | errors | warnings | infos |", "|---|---|---|---|", ...rows].join("\n");
}

test("the tables and the number of rules are those of the catalogue (else: npm run docs)", async () => {
  const counted = PAGE.replace(/^\d+ rules, each/m, `${RULES.length} rules, each`);
  expect(counted).toContain(`\n${RULES.length} rules, each`);
  const tables = between(between(counted, "rules", topicTable()), "green", greenTable());
  await expect(tables).toMatchFileSnapshot("../../docs/checking.md");
});
