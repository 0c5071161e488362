import { expect, test } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { runCli } from "../helpers/run-cli.ts";

test("the list has every rule once, and says how many", async () => {
  const { code, out } = await runCli(["rules"], ".");
  expect(code).toBe(0);
  for (const { id } of RULES)
    expect(out.split("\n").filter((line) => line.includes(` ${id} `))).toHaveLength(1);
  expect(out).toContain(`${RULES.length} rules.`);
});

test("one rule is explained by running it", async () => {
  const { out } = await runCli(["rules", "cahra-no-but-covered-yes"], ".");
  expect(out).toContain("Ask the supplier:  Which of the two answers is right?");
  expect(out).toContain("Template versions: 6.00 and later");
  expect(out).toContain(
    "Declaration!D45 error: Question 3 declares sourcing of tin from the covered countries, but question 4 denies",
  );
  expect(out).toContain("Valid:     both yes");
});

test("the JSON has the whole catalogue with the examples' findings", async () => {
  const { rules } = JSON.parse((await runCli(["rules", "--json"], ".")).out);
  expect(rules).toHaveLength(RULES.length);
  for (const rule of rules) expect(rule.fires.findings.length, rule.id).toBeGreaterThan(0);
});

test("a former id leads to the rule of today", async () => {
  const { code, out } = await runCli(["rules", "q4-contradicts-q3"], ".");
  expect(code).toBe(0);
  expect(out).toMatch(/^cahra-no-but-covered-yes {2}\(error\)\n/);
  expect(out).toContain("Former id:         q4-contradicts-q3");
});

test("an id that is none is wrong usage, with the likely ones", async () => {
  const { code, err } = await runCli(["rules", "cahra-no-but-covered"], ".");
  expect(code).toBe(2);
  expect(err).toContain("Did you mean cahra-no-but-covered-yes");
});
