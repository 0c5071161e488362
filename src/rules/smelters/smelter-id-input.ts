// The ID typed in the input column: not on the template's list, or that of another facility than the row's.
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

export const smelterIdUnknown = defineRule<{ row: number; id: string }>({
  id: "smelter-id-unknown",
  severity: "error",
  needs: ["smelters", "ownList"],
  about: { columns: ["idInput"] },
  title: "An ID typed into the input column is not on the template's list.",
  why: "The template finds no metal and no name for it, and its Checker breaks with #N/A.",
  ask: "What is the right ID of this smelter, or is the smelter not listed?",
  source: "The formulas of the smelter list.",
  message: ({ row, id }) =>
    `The ID "${id}" typed into row ${row} is not on the template's own list, so the row names no smelter.`,
  *check({ response }) {
    for (const row of response.smelters) {
      if (row.idInput === undefined || row.inOwnList !== false || row.lookupName !== undefined) continue;
      yield {
        at: smelterCell(response, row, "idInput"),
        facts: { row: row.row, id: row.raw?.idInput ?? row.idInput },
      };
    }
  },
  example: ({ third }) => ({
    fires: { about: "an ID that does not exist", smelters: [{ idInput: "CID999999", inOwnList: false }] },
    silent: {
      about: "an ID of the list",
      smelters: [{ idInput: third.listed.id, id: third.listed.id, ...third.row, inOwnList: true }],
    },
  }),
});

export const smelterIdMismatch = defineRule<{ row: number; smelter: string; typed: string; id: string }>({
  id: "smelter-id-mismatch",
  severity: "error",
  needs: ["smelters"],
  about: { columns: ["idInput"] },
  title: "The ID typed into the input column is another one than the row's ID.",
  why: "The row means two facilities at once.",
  ask: "Which of the two IDs is right?",
  source: "The template colours the ID cell.",
  message: ({ row, smelter, typed, id }) =>
    `Row ${row} (${smelter}) has the ID ${typed} typed in, but its ID is ${id}.`,
  *check({ response }) {
    for (const row of response.smelters) {
      const { idInput, id } = row;
      if (idInput === undefined || id === undefined || idInput === id) continue;
      yield {
        at: smelterCell(response, row, "idInput"),
        facts: { row: row.row, smelter: rowName(row), typed: idInput, id },
      };
    }
  },
  example: ({ second, third }) => ({
    fires: {
      about: "two IDs in one row",
      smelters: [{ ...third.row, idInput: second.listed.id, id: third.listed.id }],
    },
    silent: {
      about: "the same ID twice",
      smelters: [{ ...third.row, idInput: third.listed.id, id: third.listed.id }],
    },
  }),
});
