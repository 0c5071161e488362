import { asksCompanyQuestions } from "../../domain/scope.ts";
import { defineRule } from "../rule.ts";
import { nextFreeCell } from "../support/rows.ts";

export const smelterListEmpty = defineRule<{ firstRow: number; lastRow: number; rows: number }>({
  id: "smelter-list-empty",
  severity: "error",
  needs: ["answers", "smelters"],
  about: { where: ({ required }) => required.smelterRows !== "perMetal" },
  title: "The smelter list is empty, or it starts below the rows that the template looks at.",
  why: "A metal is in scope, so smelters must be named; the Checker of 2.x and 3.x looks at the first ten rows only.",
  ask: "Which smelters process the metals in scope, from the first row of the list on?",
  source: "The template's Checker of 2.x and 3.x.",
  message: ({ firstRow, lastRow, rows }) =>
    rows === 0
      ? "A metal is in scope, but the smelter list is empty."
      : `The smelter list has ${rows} ${rows === 1 ? "row" : "rows"}, but none in rows ${firstRow} to ${lastRow}, where the template's Checker looks.`,
  *check(subject) {
    const { response, layout, requirements } = subject;
    if (requirements.smelterRows === "perMetal") return;
    if (!asksCompanyQuestions(response)) return;
    const { firstRow, lastRow } = requirements.smelterRows;
    const named = response.smelters.filter((row) => row.lookupName !== undefined || row.name !== undefined);
    if (named.some((row) => row.row <= lastRow)) return;
    yield {
      at: nextFreeCell(response, layout, "lookupName", firstRow),
      facts: { firstRow, lastRow, rows: named.length },
    };
  },
  example: {
    fires: { about: "no row at all in a 2.x template", version: "2.03", smelters: [] },
    silent: { about: "one row per metal", version: "2.03" },
  },
});
