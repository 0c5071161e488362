import { expect, test } from "vitest";
import { check } from "../../src/rules/run.ts";
import { checkerCount } from "../../src/rules/support/checker-count.ts";
import { exampleInput } from "../../src/rules/support/example.ts";
import { subjectOf } from "../../src/rules/support/subject.ts";
import { GREEN } from "./green-by-checker.ts";

test.each(GREEN.map((green) => [green.situation, green] as const))(
  "green by the template's Checker, faulted by cmrt: %s",
  (about, { run, rule, at }) => {
    const input = exampleInput({ about, ...run });
    const [checked] = input.responses;
    if (checked === undefined) throw new Error("no response");
    expect(checkerCount(subjectOf(checked))).toBe(0);
    const found = check(input).findings.filter((finding) => finding.rule === rule);
    expect(found.map((finding) => finding.at)).toContain(at);
    for (const finding of found) expect(["error", "warning"]).toContain(finding.severity);
  },
);
