import { codeOf } from "../../domain/answers.ts";
import { defineRule } from "../rule.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

export const cahraNoButCoveredYes = defineRule<{ metal: string; number: string; coveredNumber: string }>({
  id: "cahra-no-but-covered-yes",
  severity: "error",
  needs: ["answers"],
  about: { questions: ["coveredOrigin", "cahraOrigin"] },
  title: "Sourcing from covered countries is declared, but sourcing from high-risk areas is denied.",
  why: "The covered countries are among the conflict-affected and high-risk areas: both answers cannot be true.",
  ask: "Which of the two answers is right?",
  source: "The template's instructions to the question on conflict-affected and high-risk areas.",
  message: ({ metal, number, coveredNumber }) =>
    `Question ${coveredNumber} declares sourcing of ${metal} from the covered countries, but question ${number} denies sourcing from any conflict-affected or high-risk area.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const covered = findAsked(subject, "coveredOrigin", metal);
      const highRisk = findAsked(subject, "cahraOrigin", metal);
      if (!covered || !highRisk) continue;
      if (codeOf(subject.response, metal, "coveredOrigin") !== "yes") continue;
      if (codeOf(subject.response, metal, "cahraOrigin") !== "no") continue;
      yield {
        at: highRisk.at,
        facts: { metal, number: highRisk.question.number, coveredNumber: covered.question.number },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "covered countries yes, high-risk areas no",
      answers: { [second.id]: { coveredOrigin: "yes", cahraOrigin: "no" } },
    },
    silent: { about: "both yes", answers: { [second.id]: { coveredOrigin: "yes", cahraOrigin: "yes" } } },
  }),
});
