import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { isUntied, likelyCandidates } from "../support/matched-rows.ts";
import { choosesUnlisted, idTypedIn, NAME_COLUMNS } from "../support/typed-names.ts";

export const smelterIdInName = defineRule<{
  row: number;
  text: string;
  id: string;
  /** The row is not matched to a facility on the reference list. */
  untied: boolean;
  /** Facilities that may be meant if the row is not matched. */
  candidates: string[];
}>({
  id: "smelter-id-in-name",
  severity: "error",
  needs: ["smelters"],
  title: "An ID of a smelter is typed into a column for names.",
  why: "The template looks nothing up there, so the row stays without name, country and ID (error where the smelter chosen is not on the template's list, else a warning where no facility is found by it, else info).",
  ask: "Can you enter the ID in the column for IDs, or choose the smelter from the list?",
  source: "The columns of the smelter list; reviewers' practice.",
  message: ({ row, text, id, untied, candidates }) => {
    const which = !untied
      ? ""
      : candidates.length === 0
        ? "; the row matches no facility"
        : `; the row matches no facility for certain, and it may be ${candidates.join(" or ")}`;
    return `"${text}" in row ${row} of the smelter list has an ID (${id}) in the column for names${which}.`;
  },
  *check({ response, matches, requirements }) {
    for (const [index, row] of response.smelters.entries()) {
      const match = matches[index];
      for (const column of NAME_COLUMNS) {
        const id = idTypedIn(row, column);
        if (id === undefined) continue;
        const isChoice =
          column === "lookupName" &&
          choosesUnlisted(row) &&
          requirements.instructions.includes("smelterDetails");
        const untied = match !== undefined && isUntied(match);
        yield {
          at: smelterCell(response, row, column),
          facts: { row: row.row, text: row[column] ?? "", id, untied, candidates: likelyCandidates(match) },
          severity: isChoice ? "error" : untied ? "warning" : "info",
        };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "an ID where a choice should be",
      smelters: [{ metal: second.id, lookupName: second.listed.id, inOwnList: false }],
    },
    silent: {
      about: "the ID in its own column",
      smelters: [{ ...second.row, id: second.listed.id }],
    },
  }),
});
