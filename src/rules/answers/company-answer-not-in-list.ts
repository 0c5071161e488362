import { given } from "../../domain/answers.ts";
import { policyCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import type { PracticeId } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { isOffered } from "../support/offered.ts";

export const companyAnswerNotInList = defineRule<{
  policy: PracticeId;
  letter: string;
  text: string;
  choices: string[];
}>({
  id: "company-answer-not-in-list",
  severity: "error",
  needs: ["policies"],
  about: { instruction: "practices" },
  title: "An answer about the company's practices is not one of the template's choices.",
  why: "The template compares answers with its English choices in every language.",
  ask: "Which of the offered choices is your answer?",
  source: "The drop-down lists of the declaration, by question and version.",
  message: ({ policy, letter, text, choices }) =>
    `Company question ${letter} (${topicOf(policy)}) is answered "${text}"; the choices are ${choices.join(", ")}.`,
  *check({ response, layout }) {
    for (const policy of layout.policies) {
      const answer = response.policies[policy.key];
      if (!given(answer) || isOffered(answer, policy.choices, layout.inferred)) continue;
      yield {
        at: policyCell(layout, policy),
        facts: {
          policy: policy.key,
          letter: policy.letter,
          text: answer.raw ?? String(answer.value),
          choices: policy.choices.map((choice) => choice.text.trim()),
        },
      };
    }
  },
  example: {
    fires: {
      about: "a German word typed over the choice",
      policies: { hasPolicy: { value: "yes", raw: "Ja" } },
    },
    silent: { about: "the choice itself", policies: { hasPolicy: { value: "yes", raw: "Yes" } } },
  },
});
