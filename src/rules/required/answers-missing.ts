// Required questions per metal. There are three rules over the editions' requirements, because everything
// else depends on whether a metal is used and necessary.

import { requiredAnswers } from "../../domain/scope.ts";
import type { Layout, Meaning, QuestionLayout } from "../../forms/form.ts";
import { answerCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule, type Rule } from "../rule.ts";
import { answerOf, type QuestionFacts, questionFacts } from "../support/subject.ts";

interface Group {
  id: string;
  /** Whether a question of a layout belongs to the group. */
  has(question: QuestionLayout, layout: Layout): boolean;
  title: string;
  why: string;
  ask: string;
  example: Meaning;
}

/**
 * The first question of each edition: whether a metal is used, or in early editions whether it is necessary.
 */
const asksUse: Group["has"] = (question, layout) => question === layout.questions[0];
const asksNecessity: Group["has"] = (question, layout) =>
  question.meaning === "necessary" && !asksUse(question, layout);

const GROUPS: readonly Group[] = [
  {
    id: "use-answer-missing",
    has: asksUse,
    title: "Whether a metal is used is not answered.",
    why: "Every later question about the metal depends on this answer; the template's Checker counts them all as open.",
    ask: "Is this metal used in your products or their production?",
    example: "used",
  },
  {
    id: "necessity-answer-missing",
    has: asksNecessity,
    title: "Whether a metal is necessary to the product is not answered.",
    why: "Whether the metal is in scope stays open, and with it every later answer.",
    ask: "Is this metal necessary to the functionality or production of your products?",
    example: "necessary",
  },
  {
    id: "later-answer-missing",
    has: (question, layout) => !asksUse(question, layout) && !asksNecessity(question, layout),
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
          if (!group.has(question, layout)) continue;
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
            ? `${second.id} is declared as not used`
            : `the cell is empty, but ${second.id} is not used at all`,
        answers:
          group.example === "used"
            ? { [second.id]: { used: "no" } }
            : { [second.id]: { used: "no", [group.example]: null } },
      },
    }),
  }),
);
