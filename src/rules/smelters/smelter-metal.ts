// The metal of a smelter row: missing, or not one that the declaration asks about.
import { editionOf } from "../../forms/editions.ts";
import { joinWords } from "../../lib/join-words.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

export const smelterMetalMissing = defineRule<{ row: number; smelter: string }>({
  id: "smelter-metal-missing",
  severity: "error",
  needs: ["smelters"],
  title: "A smelter row has no metal.",
  why: "A smelter is only known together with its metal.",
  ask: "Which metal comes from this smelter?",
  source: "The template marks such cells.",
  message: ({ row, smelter }) => `Row ${row} of the smelter list (${smelter}) has no metal.`,
  *check({ response, says }) {
    for (const row of response.smelters) {
      if (row.metal !== undefined || row.raw?.metal !== undefined) continue;
      // An ID that is not on the template's list leaves the metal unknown, which another rule reports.
      const isUnknown = row.idInput !== undefined && row.lookupName === undefined && row.inOwnList === false;
      if (isUnknown && says("smelter-id-unknown")) continue;
      yield { at: smelterCell(response, row, "metal"), facts: { row: row.row, smelter: rowName(row) } };
    }
  },
  example: ({ second }) => ({
    fires: { about: "a name without a metal", smelters: [{ lookupName: second.listed.name }] },
    silent: { about: "a name with its metal", smelters: [{ ...second.row }] },
  }),
});

export const smelterMetalInvalid = defineRule<{ row: number; text: string; metals: string[] }>({
  id: "smelter-metal-invalid",
  severity: "error",
  needs: ["smelters"],
  title: "A smelter row names a metal that the declaration is not about.",
  why: "A declaration asks about certain metals; another one belongs to another form.",
  ask: "Which of the declaration's metals comes from this smelter?",
  source: "The column's drop-down list.",
  message: ({ row, text, metals }) =>
    `The metal in row ${row} of the smelter list is "${text}", which is none of ${joinWords(metals, "and")}.`,
  *check({ response }) {
    const metals = [...editionOf(response).layout.minerals];
    for (const row of response.smelters) {
      const text = row.raw?.metal ?? row.metal;
      if (text === undefined || (row.metal !== undefined && metals.includes(row.metal))) continue;
      yield { at: smelterCell(response, row, "metal"), facts: { row: row.row, text, metals } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a metal of another template",
      smelters: [{ lookupName: "Exampleton Cobalt", raw: { metal: "Cobalt" } }],
    },
    silent: {
      about: "a metal in another language is understood",
      smelters: [{ ...second.row, raw: { metal: "Zinn" } }],
    },
  }),
});
