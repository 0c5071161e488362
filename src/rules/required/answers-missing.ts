// The questions per metal that must be answered: three rules over the requirements of editions, because the template and
// reviewers speak of the first, the second and the later questions.

import { requiredAnswers } from "../../domain/scope.ts";
import type { Meaning } from "../../forms/form.ts";
import { answerCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule, type Rule } from "../rule.ts";
import { answerOf, type QuestionFacts, questionFacts } from "../support/subject.ts";

interface Group {
  id: string;
  /** Whether the group has the question with this index (from 0) in the layout's order. */
  has(index: number): boolean;
  title: string;
  why: string;
  ask: string;
  example: Meaning;
}

const GROUPS: readonly Group[] = [
  {
    id: "q1-answer-missing",
    has: (index) => index === 0,
    title: "The first question is not answered for a metal.",
    why: "Every later question about the metal hangs on this answer; the template's Checker counts them all as open.",
    ask: "Is this metal used in your products or their production?",
    example: "used",
  },
  {
    id: "q2-answer-missing",
    has: (index) => index === 1,
    title: "The second question is not answered for a metal that it is asked of.",
    why: "Whether the metal is in scope stays open, and with it every later answer.",
    ask: "What is your answer to the second question for this metal?",
    example: "necessary",
  },
  {
    id: "later-answer-missing",
    has: (index) => index > 1,
    title: "A question about a metal in scope is not answered.",
    why: "An open question cannot be counted as yes or no in the inquiry.",
    ask: "What is your answer to this question for this metal?",
    example: "coveredOrigin",
  },
];

export const answersMissingRules: readonly Rule[] = GROUPS.map((group) =>
  defineRule<QuestionFacts>({
    id: group.id,
    severity: "error",
    needs: ["answers"],
    title: group.title,
    why: group.why,
    ask: group.ask,
    source: "The template's Checker; the condition differs by generation.",
    message: ({ metal, question, number }) =>
      `Question ${number} (${topicOf(question)}) is not answered for ${metal}.`,
    *check({ response, layout }) {
      for (const metal of layout.minerals) {
        for (const question of requiredAnswers(response, metal)) {
          if (!group.has(layout.questions.indexOf(question))) continue;
          if (answerOf(response, metal, question.key) !== undefined) continue;
          yield { at: answerCell(layout, question, metal), facts: questionFacts(question, metal) };
        }
      }
    },
    example: ({ second }) => ({
      fires: {
        about: `the cell for ${second.id} is empty`,
        answers: { [second.id]: { [group.example]: null } },
      },
      silent: {
        about:
          group.example === "used"
            ? "the first question is answered No"
            : `the cell is empty, but ${second.id} is not used at all`,
        answers:
          group.example === "used"
            ? { [second.id]: { used: "no" } }
            : { [second.id]: { used: "no", [group.example]: null } },
      },
    }),
  }),
);
