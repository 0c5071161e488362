import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { likelyCandidates } from "../support/matched-rows.ts";
import { choosesUnlisted, idTypedIn } from "../support/typed-names.ts";

export const smelterNotInList = defineRule<{
  row: number;
  metal: string;
  smelter: string;
  /** Reference list facilities that may be meant, if the row is not matched. */
  candidates: string[];
}>({
  id: "smelter-not-in-list",
  severity: "error",
  needs: ["smelters", "ownList"],
  about: { instruction: "smelterDetails" },
  title: "The chosen smelter is not in the template's list for its metal.",
  why: "The template then fills in neither country nor ID, and its Checker does not notice.",
  ask: "Is this smelter in the list under another name, or is it not listed?",
  source: "The template means to colour such rows, but its formula is broken in every 6.x.",
  message: ({ row, metal, smelter, candidates }) =>
    `Row ${row} names "${smelter}" for ${metal}, which the template's own list does not have for that metal${candidates.length === 0 ? "" : `; it may be ${candidates.join(" or ")}`}.`,
  *check({ response, matches, says }) {
    for (const [index, row] of response.smelters.entries()) {
      if (!choosesUnlisted(row) || row.metal === undefined) continue;
      // An ID typed as a choice is reported by another rule.
      if (idTypedIn(row, "lookupName") !== undefined && says("smelter-id-in-name")) continue;
      yield {
        at: smelterCell(response, row, "lookupName"),
        facts: {
          row: row.row,
          metal: row.metal,
          smelter: row.raw?.lookupName ?? row.lookupName ?? "",
          candidates: likelyCandidates(matches[index]),
        },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a name that the list does not have",
      smelters: [{ metal: second.id, lookupName: "Exampleton Tin Works", inOwnList: false }],
    },
    silent: {
      about: "a name of the list",
      smelters: [{ ...second.row, inOwnList: true }],
    },
  }),
});
