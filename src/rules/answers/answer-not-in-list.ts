import { answerCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import type { QuestionId } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { isOffered } from "../support/offered.ts";
import { answerOf } from "../support/subject.ts";

export const answerNotInList = defineRule<{
  metal: string;
  question: QuestionId;
  number: string;
  text: string;
  choices: string[];
}>({
  id: "answer-not-in-list",
  severity: "error",
  needs: ["answers"],
  title: "An answer is not one of the template's choices.",
  why: "The template compares answers with its English choices in every language; another word leaves later questions open.",
  ask: "Which of the offered choices is your answer?",
  source: "The drop-down lists of the declaration, by question and version.",
  message: ({ metal, question, number, text, choices }) =>
    `Question ${number} (${topicOf(question)}) for ${metal} is answered "${text}"; the choices are ${choices.join(", ")}.`,
  *check({ response, layout }) {
    for (const metal of layout.minerals) {
      for (const question of layout.questions) {
        const answer = answerOf(response, metal, question.key);
        if (answer === undefined || isOffered(answer, question.choices, layout.inferred)) continue;
        yield {
          at: answerCell(layout, question, metal),
          facts: {
            metal,
            question: question.key,
            number: question.number,
            text: answer.raw ?? String(answer.value),
            choices: question.choices.map((choice) => choice.text.trim()),
          },
        };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a German word typed over the choice",
      answers: { [second.id]: { used: { value: "yes", raw: "Ja" } } },
    },
    silent: {
      about: "the choice itself",
      answers: { [second.id]: { used: { value: "yes", raw: "Yes" } } },
    },
  }),
});
