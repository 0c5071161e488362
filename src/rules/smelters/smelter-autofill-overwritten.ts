import { isListedChoice } from "../../domain/sentinels.ts";
import { smelterCell } from "../../model/response.ts";
import type { SmelterColumn } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

const COLUMNS: readonly SmelterColumn[] = ["name", "country", "id", "idSource"];
const COLUMN_NAMES: Readonly<Partial<Record<SmelterColumn, string>>> = {
  name: "name",
  country: "country",
  id: "ID",
  idSource: "source of the ID",
};

export const smelterAutofillOverwritten = defineRule<{
  row: number;
  smelter: string;
  column: string;
  typed: string;
  listed: string;
}>({
  id: "smelter-autofill-overwritten",
  severity: "warning",
  needs: ["smelters", "ownList"],
  about: { instruction: "smelterDetails" },
  title: "A cell that the template fills in was typed over with something else.",
  why: "The row then contradicts the list that it was chosen from.",
  ask: "Which is right: the smelter you chose, or what you typed?",
  source: "The head of the smelter list: filled cells are not to be altered.",
  message: ({ row, smelter, column, typed, listed }) =>
    `The ${COLUMN_NAMES[column as SmelterColumn] ?? column} of ${smelter} in row ${row} is "${typed}"; the template's list says "${listed}".`,
  *check({ response, layout, matches, says }) {
    for (const [index, row] of response.smelters.entries()) {
      if (row.ownListSays === undefined || !isListedChoice(row)) continue;
      for (const column of COLUMNS) {
        const listed = row.ownListSays[column];
        if (listed === undefined || !layout.smelters.formulas.includes(column)) continue;
        // An ID of a facility other than the named one is reported by another rule.
        const isOthers =
          column === "id" && matches[index]?.disagreements.some(({ kind }) => kind === "idAndName");
        if (isOthers && says("smelter-id-name-disagree")) continue;
        const typed = row.raw?.[column] ?? row[column as "name" | "country" | "id" | "idSource"] ?? "";
        yield {
          at: smelterCell(response, row, column),
          facts: { row: row.row, smelter: row.lookupName ?? rowName(row), column, typed, listed },
        };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "another country than the list's",
      smelters: [
        {
          ...second.row,
          country: "PE",
          raw: { country: "PERU" },
          inOwnList: true,
          ownListSays: { country: "BOLIVIA (PLURINATIONAL STATE OF)" },
        },
      ],
    },
    silent: {
      about: "the list's own country",
      smelters: [{ ...second.row, country: "BO", inOwnList: true }],
    },
  }),
});
