import { requiredAnswers } from "../../domain/scope.ts";
import { answerCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { answerOf, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const answerOutsideScope = defineRule<QuestionFacts>({
  id: "answer-outside-scope",
  severity: "info",
  needs: ["answers"],
  about: { instruction: "blankOutOfScope" },
  title: "A question is answered for a metal that is out of scope.",
  why: "Left-over answers are ignored, but they may mean that the first answer is the wrong one.",
  ask: "Is the metal really out of scope, or is the first answer a mistake?",
  source: "The declaration greys these cells out.",
  message: ({ metal, question, number }) =>
    `Question ${number} (${topicOf(question)}) is answered for ${metal} although ${metal} is declared out of scope.`,
  *check({ response, layout, requirements, scope }) {
    const second = layout.questions[1];
    for (const metal of layout.minerals) {
      if (scope[metal] !== "no") continue;
      const required = requiredAnswers(response, metal);
      for (const question of layout.questions) {
        if (required.includes(question) || answerOf(response, metal, question.key) === undefined) continue;
        // 3.x requires the second question for every metal; whether 4.x and 5.x still do could not be
        // determined.
        if (question === second && requirements.source === "neighbours") continue;
        yield { at: answerCell(layout, question, metal), facts: questionFacts(question, metal) };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `${second.id} is not used, yet every question is answered`,
      answers: { [second.id]: { used: "no" } },
    },
    silent: { about: "every metal in scope" },
  }),
});
