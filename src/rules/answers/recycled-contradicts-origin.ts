import { QUESTION_TOPICS } from "../../model/labels.ts";
import type { Question } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { codeOf, findAsked, metalsNotOutOfScope } from "../support/subject.ts";

export const recycledContradictsOrigin = defineRule<{ metal: string; number: string; against: string[] }>({
  id: "recycled-contradicts-origin",
  severity: "warning",
  needs: ["answers"],
  versions: { from: "3.00" },
  title: "A metal is declared as entirely recycled or scrap, and also as sourced from an area of mining.",
  why: "Metal that is all recycled has no mine; one of the answers is likely wrong.",
  ask: "Is all of this metal recycled or scrap, or does some of it come from mines?",
  source: "Derived from the template's instructions to the three questions.",
  message: ({ metal, number, against }) =>
    `Question ${number} says that all ${metal} is recycled or scrap, but the answers on ${against
      .map((question) => `"${QUESTION_TOPICS[question as Question]}"`)
      .join(" and ")} name an origin.`,
  *check(subject) {
    const origins: readonly Question[] = ["coveredCountries", "cahra"];
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "recycledOrScrap", metal);
      if (!asked || codeOf(subject.response, metal, "recycledOrScrap") !== "yes") continue;
      const against = origins.filter((key) => codeOf(subject.response, metal, key) === "yes");
      if (against.length > 0)
        yield { at: asked.at, facts: { metal, number: asked.question.number, against } };
    }
  },
  example: {
    fires: {
      about: "gold all recycled, and from covered countries",
      answers: { gold: { recycledOrScrap: "yes", coveredCountries: "yes", cahra: "yes" } },
    },
    silent: { about: "gold all recycled", answers: { gold: { recycledOrScrap: "yes" } } },
  },
});
