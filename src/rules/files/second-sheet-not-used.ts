import type { UnusedSheet } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

type Reason = UnusedSheet["why"];

/**
 * Reasons why a sheet is likely to be part of the answer. Hidden sheets, and those with another purpose by
 * their name, seldom are.
 */
const LIKELY_MEANT: ReadonlySet<Reason> = new Set<Reason>(["otherAnswers", "otherHeaders", "sharedRows"]);

const WHY: Readonly<Record<Reason, string>> = {
  otherAnswers: "its answers are others",
  hidden: "it is hidden",
  otherName: "its name says that it is something else",
  otherHeaders: "its headers are not those of the list",
  sharedRows: "some of its rows, but not all, are on the list already",
};

export const secondSheetNotUsed = defineRule<{
  sheet: string;
  instead: string;
  why: Reason;
  rows: number | null;
  /**
   * What the other sheet holds; `insteadOfBlank`: a declaration, whereas the sheet that was read is blank.
   */
  what: "declaration" | "rows" | "insteadOfBlank";
}>({
  id: "second-sheet-not-used",
  severity: "warning",
  needs: [],
  title: "The workbook has a second declaration, smelter list or product list with data, which was not used.",
  why: "Only one of them can be the answer; what the other one says counts nowhere.",
  ask: "Which of the two sheets is your answer?",
  source: "The reader's own verdict.",
  message: ({ sheet, instead, why, rows, what }) => {
    const holds = rows === null ? "a declaration" : rows === 1 ? "one row" : `${rows} rows`;
    if (what === "insteadOfBlank")
      return `"${instead}", which was read, is blank; the sheet "${sheet}" holds ${holds} and was not used: ${WHY[why]}.`;
    const other =
      rows === null ? `another declaration than "${instead}"` : `${holds} beside the list of "${instead}"`;
    return `The sheet "${sheet}" holds ${other} and was not used: ${WHY[why]}.`;
  },
  *check({ response }) {
    for (const { sheet, instead, why, rows, insteadOfBlank = false } of response.unusedSheets ?? []) {
      const holds = rows === undefined ? "declaration" : "rows";
      const what = insteadOfBlank ? "insteadOfBlank" : holds;
      yield {
        at: `${sheet}!A1`,
        facts: { sheet, instead, why, rows: rows ?? null, what },
        // The unread sheet may hold everything that the supplier answered.
        severity: LIKELY_MEANT.has(why) || insteadOfBlank ? "warning" : "info",
      };
    }
  },
  example: {
    fires: {
      about: "a copy of the smelter list with rows of its own",
      unusedSheets: [
        { kind: "smelters", sheet: "Smelter List (2)", instead: "Smelter List", why: "sharedRows", rows: 7 },
      ],
    },
    silent: { about: "one sheet of each kind" },
  },
});
