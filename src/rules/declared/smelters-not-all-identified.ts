import { defineRule } from "../rule.ts";
import {
  codeOf,
  findAsked,
  metalsNotOutOfScope,
  type QuestionFacts,
  questionFacts,
} from "../support/subject.ts";

export const smeltersNotAllIdentified = defineRule<QuestionFacts>({
  id: "smelters-not-all-identified",
  severity: "warning",
  needs: ["answers"],
  versions: { from: "2.00" },
  title: "Not all smelters of a metal in scope are identified.",
  why: "The inquiry stays open for the smelters that are missing.",
  ask: "When will the missing smelters be identified?",
  source: "The question on identified smelters.",
  message: ({ metal, number }) => `Question ${number} says that not all smelters of ${metal} are identified.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "allSmeltersIdentified", metal);
      if (!asked || codeOf(subject.response, metal, "allSmeltersIdentified") !== "no") continue;
      yield { at: asked.at, facts: questionFacts(asked.question, metal) };
    }
  },
  example: {
    fires: { about: "the answer for tin is No", answers: { tin: { allSmeltersIdentified: "no" } } },
    silent: {
      about: "the answer is No, but tin is not used",
      answers: { tin: { intentionallyAdded: "no", allSmeltersIdentified: "no" } },
    },
  },
});
