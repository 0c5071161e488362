import { codeOf } from "../../domain/answers.ts";
import type { Meaning } from "../../forms/form.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

const ORIGINS: readonly Meaning[] = ["coveredOrigin", "cahraOrigin"];

export const recycledContradictsOrigin = defineRule<{ metal: string; number: string; against: string[] }>({
  id: "recycled-contradicts-origin",
  severity: "warning",
  needs: ["answers"],
  about: { questions: ["recycledAll"] },
  title: "A metal is declared as entirely recycled or scrap, and also as sourced from an area of mining.",
  why: "Metal that is all recycled has no mine; one of the answers is likely wrong.",
  ask: "Is all of this metal recycled or scrap, or does some of it come from mines?",
  source: "Derived from the template's instructions to the three questions.",
  message: ({ metal, number, against }) =>
    `Question ${number} says that all ${metal} is recycled or scrap, but the answers on ${against
      .map((question) => `"${topicOf(question)}"`)
      .join(" and ")} name an origin.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "recycledAll", metal);
      if (!asked || codeOf(subject.response, metal, "recycledAll") !== "yes") continue;
      const against = ORIGINS.filter((meaning) => codeOf(subject.response, metal, meaning) === "yes").flatMap(
        (meaning) => findAsked(subject, meaning, metal)?.question.key ?? [],
      );
      if (against.length > 0)
        yield { at: asked.at, facts: { metal, number: asked.question.number, against } };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: `${third.id} all recycled, and from covered countries`,
      answers: { [third.id]: { recycledAll: "yes", coveredOrigin: "yes", cahraOrigin: "yes" } },
    },
    silent: { about: `${third.id} all recycled`, answers: { [third.id]: { recycledAll: "yes" } } },
  }),
});
