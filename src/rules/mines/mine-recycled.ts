// Mines in rows whose material is declared to be entirely recycled or scrap.
import { codeOf } from "../../domain/answers.ts";
import { smeltersOfMine } from "../../domain/mine-smelters.ts";
import { mineCell } from "../../model/response.ts";
import { defineRule, type Subject } from "../rule.ts";
import { mineName, namesMine } from "../support/mine-rows.ts";
import { rowName } from "../support/rows.ts";
import { findAsked } from "../support/subject.ts";

/** Whether the declaration says that a mineral in scope is entirely recycled or scrap. */
function isAllRecycled({ response, scope }: Subject, metal: string): boolean {
  return scope[metal] !== "no" && codeOf(response, metal, "recycledAll") === "yes";
}

const MINE = { row: 5, name: "Exampleton Mine", country: "GB" };

export const mineOfRecycledMineral = defineRule<{ row: number; mine: string; metal: string; number: string }>(
  {
    id: "mine-of-recycled-mineral",
    severity: "warning",
    needs: ["answers", "mines"],
    about: { mines: true, questions: ["recycledAll"] },
    title: "A mineral is declared as all recycled, but a mine of it is listed.",
    why: "What comes from a mine is not recycled, so the origin of the mineral is open.",
    ask: "Does all of this mineral come from recycled or scrap sources?",
    source: "Derived from the template's instructions.",
    message: ({ row, mine, metal, number }) =>
      `Question ${number} says that all ${metal} is recycled or scrap, but row ${row} of the mine list names a mine of it (${mine}).`,
    *check(subject) {
      const { response } = subject;
      for (const row of response.mines ?? []) {
        const { metal } = row;
        if (metal === undefined || !namesMine(row) || !isAllRecycled(subject, metal)) continue;
        const asked = findAsked(subject, "recycledAll", metal);
        if (!asked) continue;
        yield {
          at: mineCell(response, row, "name"),
          facts: { row: row.row, mine: mineName(row), metal, number: asked.question.number },
        };
      }
    },
    example: ({ first }) => {
      const mines = [{ ...MINE, metal: first.id, smelter: first.listed.name }];
      return {
        fires: {
          about: `${first.id} all recycled, and a mine of it`,
          answers: { [first.id]: { recycledAll: "yes" } },
          mines,
        },
        silent: { about: `not all ${first.id} recycled`, mines },
      };
    },
  },
);

export const mineSmelterRecycled = defineRule<{
  row: number;
  mine: string;
  smelter: string;
  smelterRow: number;
}>({
  id: "mine-smelter-recycled",
  severity: "info",
  needs: ["answers", "smelters", "mines"],
  about: { mines: true, columns: ["recycled"] },
  title: "A mine is tied to a smelter whose feedstock is said to be all recycled or scrap.",
  why: "Both cannot be true of one smelter or processor: the mine list or the smelter list is wrong.",
  ask: "Which is right: the mine, or the answer on the smelter's recycled feedstock?",
  source: "The template's instructions to the columns of both lists.",
  message: ({ row, mine, smelter, smelterRow }) =>
    `Row ${row} of the mine list ties the mine "${mine}" to ${smelter}, but row ${smelterRow} of the smelter list says that all of its feedstock is recycled or scrap.`,
  *check(subject) {
    const { response } = subject;
    for (const row of response.mines ?? []) {
      // If the declaration calls all of the mineral recycled, this is reported for the mineral as a whole.
      if (!namesMine(row)) continue;
      const isSaid = row.metal !== undefined && isAllRecycled(subject, row.metal);
      if (isSaid && subject.says("mine-of-recycled-mineral")) continue;
      const tied = smeltersOfMine(response, row).flatMap((index) => response.smelters[index] ?? []);
      const [first] = tied;
      // Of two smelters with this name, the one that is not recycled may be meant.
      if (first === undefined || !tied.every(({ recycled }) => recycled === "yes")) continue;
      yield {
        at: mineCell(response, row, "smelter"),
        facts: { row: row.row, mine: mineName(row), smelter: rowName(first), smelterRow: first.row },
      };
    }
  },
  example: ({ first }) => {
    const run = (recycled: string) => ({
      smelters: [{ ...first.row, recycled }],
      mines: [{ ...MINE, metal: first.id, smelter: first.listed.name }],
    });
    return {
      fires: { about: "all recycled, and a mine", ...run("yes") },
      silent: { about: "not all recycled", ...run("no") },
    };
  },
});
