import { defineRule } from "../rule.ts";
import { checkerCount } from "../support/checker-count.ts";

export const checkerResultStale = defineRule<{ stored: string; now: string }>({
  id: "checker-result-stale",
  severity: "info",
  needs: ["company", "answers", "policies", "smelters", "products"],
  about: { where: ({ required }) => required.checkerCounts },
  title: "The Checker's stored result is not that of the answers.",
  why: "The workbook was changed by a program that does not calculate, so its Checker cannot be relied on.",
  ask: "Can you open the workbook in a spreadsheet program and save it before sending?",
  source: "The Checker's formulas, recalculated from the cells.",
  message: ({ stored, now }) =>
    `The Checker sheet stores ${stored} open items, but by its own formulas the answers leave ${now}.`,
  *check(subject) {
    const { checker } = subject.response;
    const now = checkerCount(subject);
    if (checker === undefined || now === undefined || checker.outstanding === String(now)) return;
    yield { at: checker.at, facts: { stored: checker.outstanding, now: String(now) } };
  },
  internal: true,
  example: {
    fires: {
      about: "the blank template's count in a complete response",
      checker: { outstanding: "52", at: "Checker!D2" },
    },
    silent: { about: "the right count", checker: { outstanding: "0", at: "Checker!D2" } },
  },
});
