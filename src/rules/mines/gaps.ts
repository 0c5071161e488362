// Columns of the mine list that a row leaves blank.
import { type MineRow, mineCell } from "../../model/response.ts";
import type { MineColumn } from "../../model/vocabulary.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { Example } from "../support/example.ts";
import { mineName, namesMine } from "../support/mine-rows.ts";

interface Gap {
  id: string;
  column: MineColumn;
  /** What is missing, in the words of a message. */
  what: string;
  title: string;
  why: string;
  ask: string;
  isMissing(row: MineRow): boolean;
}

const GAPS: readonly Gap[] = [
  {
    id: "mine-metal-missing",
    column: "metal",
    what: "no mineral",
    title: "A row of the mine list has no mineral.",
    why: "A mine is of use only together with what comes from it.",
    ask: "Which mineral comes from this mine?",
    isMissing: (row) => row.metal === undefined && row.raw?.metal === undefined,
  },
  {
    id: "mine-name-missing",
    column: "name",
    what: "no name of a mine",
    title: "A row of the mine list names no mine.",
    why: "Without a name or an ID nobody can identify this mine.",
    ask: "What is the name of the mine?",
    isMissing: (row) => !namesMine(row),
  },
  {
    id: "mine-smelter-missing",
    column: "smelter",
    what: "no smelter",
    title: "A mine is tied to no smelter.",
    why: "A mine matters through the smelter that sources from it.",
    ask: "Which smelter sources from this mine?",
    isMissing: (row) => row.smelter === undefined,
  },
  {
    id: "mine-country-missing",
    column: "country",
    what: "no country",
    title: "A mine has no country.",
    why: "Whether a mine is in a conflict-affected or high-risk area depends on where it is.",
    ask: "In which country is this mine?",
    isMissing: (row) => row.country === undefined && row.raw?.country === undefined,
  },
];

const FULL = { smelter: "Exampleton Works", name: "Exampleton Mine", country: "GB" };

function example(mineral: string, column: MineColumn): { fires: Example; silent: Example } {
  const full = { row: 5, metal: mineral, ...FULL };
  const { [column]: _, ...open } = full as typeof full & Partial<Record<MineColumn, string>>;
  return {
    fires: { about: "a row that leaves it empty", mines: [open as MineRow] },
    silent: { about: "a whole row", mines: [full] },
  };
}

export const mineGapRules: readonly Rule[] = GAPS.map(({ column, what, isMissing, ...texts }) =>
  defineRule<{ row: number; mine: string }>({
    ...texts,
    severity: "warning",
    needs: ["mines"],
    about: { mines: true },
    source: "The columns of the mine list; the template's Checker does not look at it.",
    message: ({ row, mine }) => `Row ${row} of the mine list (${mine}) has ${what}.`,
    *check({ response }) {
      for (const row of response.mines ?? []) {
        if (!isMissing(row)) continue;
        yield { at: mineCell(response, row, column), facts: { row: row.row, mine: mineName(row) } };
      }
    },
    example: ({ first }) => example(first.id, column),
  }),
);
