import { defineRule } from "../rule.ts";
import { codeOf, findAsked, metalsNotOutOfScope } from "../support/subject.ts";

export const q4ContradictsQ3 = defineRule<{ metal: string; number: string; coveredNumber: string }>({
  id: "q4-contradicts-q3",
  severity: "error",
  needs: ["answers"],
  versions: { from: "6.00" },
  title: "Sourcing from covered countries is declared, but sourcing from high-risk areas is denied.",
  why: "The covered countries are among the conflict-affected and high-risk areas: both answers cannot be true.",
  ask: "Which of the two answers is right?",
  source: "The template's instructions to the question on conflict-affected and high-risk areas.",
  message: ({ metal, number, coveredNumber }) =>
    `Question ${coveredNumber} declares sourcing of ${metal} from the covered countries, but question ${number} denies sourcing from any conflict-affected or high-risk area.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const covered = findAsked(subject, "coveredCountries", metal);
      const cahra = findAsked(subject, "cahra", metal);
      if (!covered || !cahra) continue;
      if (codeOf(subject.response, metal, "coveredCountries") !== "yes") continue;
      if (codeOf(subject.response, metal, "cahra") !== "no") continue;
      yield {
        at: cahra.at,
        facts: { metal, number: cahra.question.number, coveredNumber: covered.question.number },
      };
    }
  },
  example: {
    fires: {
      about: "covered countries yes, high-risk areas no",
      answers: { tin: { coveredCountries: "yes", cahra: "no" } },
    },
    silent: { about: "both yes", answers: { tin: { coveredCountries: "yes", cahra: "yes" } } },
  },
});
