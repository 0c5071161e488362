import { asksFurther } from "../../domain/scope.ts";
import type { SmelterRow } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { nextFreeCell } from "../support/rows.ts";

export const smelterListMissingForMetal = defineRule<{ metal: string; answered: boolean }>({
  id: "smelter-list-missing-for-metal",
  severity: "error",
  needs: ["answers", "smelters"],
  about: { instruction: "smelterDetails" },
  title: "A metal is in scope, but the smelter list has no row for it.",
  why: "The inquiry asks for the smelters of every metal in scope; one that is not known yet has its own choice.",
  ask: "Which smelters process this metal for you, or is none known yet?",
  source: "The template's Checker of 6.x per metal; reviewers apply it to 3.x too.",
  message: ({ metal, answered }) =>
    answered
      ? `The declaration puts ${metal} in scope, but no row of the smelter list names a smelter of ${metal}.`
      : `The declaration leaves open whether ${metal} is used, so it counts as in scope, but no row of the smelter list names a smelter of ${metal}.`,
  *check(subject) {
    const { response, layout, requirements } = subject;
    // In a form without a look-up column, the name is typed.
    const typed = layout.smelters.columns.lookupName === undefined;
    const names = ({ lookupName, name, id }: SmelterRow): boolean =>
      lookupName !== undefined ||
      id !== undefined ||
      (typed && name !== undefined) ||
      requirements.mineralAloneCounts === true;
    const [first] = layout.questions;
    for (const metal of layout.minerals) {
      if (!asksFurther(response, metal)) continue;
      if (response.smelters.some((row) => row.metal === metal && names(row))) continue;
      const answer = first && response.answers[metal]?.[first.key];
      yield {
        at: nextFreeCell(response, layout, "metal"),
        facts: { metal, answered: answer !== undefined && answer.blank !== true },
      };
    }
  },
  example: {
    fires: { about: "four metals in scope, an empty list for all of them", smelters: [] },
    silent: { about: "one row for each metal" },
  },
});
