import { asksFurther } from "../../domain/scope.ts";
import { answerCell, questionsFor } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { answerOf, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const optionalAnswerMissing = defineRule<QuestionFacts>({
  id: "optional-answer-missing",
  severity: "info",
  needs: ["answers"],
  about: { where: ({ layout }) => layout.questions.some(({ optional }) => optional) },
  title: "A question that may be left open is not answered for a mineral in scope.",
  why: "The template marks the cell, but its Checker does not count it.",
  ask: "What is your answer to this question for this mineral?",
  source: "The template's Checker shows the line and leaves it out of its total.",
  message: ({ metal, question, number }) =>
    `Question ${number} (${topicOf(question)}) is not answered for ${metal}; the template marks it and does not count it.`,
  *check({ response, layout }) {
    for (const metal of layout.minerals) {
      if (!asksFurther(response, metal)) continue;
      for (const question of questionsFor(layout, metal)) {
        if (!question.optional || answerOf(response, metal, question.key) !== undefined) continue;
        yield { at: answerCell(layout, question, metal), facts: questionFacts(question, metal) };
      }
    }
  },
  example: ({ first }) => ({
    fires: { about: "the response rate is left open", answers: { [first.id]: { responseRate: null } } },
    silent: { about: "every question is answered" },
  }),
});
