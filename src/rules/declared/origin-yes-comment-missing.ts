import { QUESTION_TOPICS } from "../../model/labels.ts";
import type { Question } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import {
  codeOf,
  findAsked,
  metalsNotOutOfScope,
  type QuestionFacts,
  questionFacts,
} from "../support/subject.ts";

const ORIGIN: readonly Question[] = ["coveredCountries", "cahra"];

export const originYesCommentMissing = defineRule<QuestionFacts>({
  id: "origin-yes-comment-missing",
  severity: "info",
  needs: ["answers"],
  versions: { from: "6.00" },
  title: "A Yes on origin has no comment.",
  why: "The template recommends to say what the answer rests on.",
  ask: "Which smelters and countries are behind this Yes?",
  source: "The template's instructions recommend a comment.",
  message: ({ metal, question, number }) =>
    `Question ${number} (${QUESTION_TOPICS[question]}) is answered Yes for ${metal} without a comment.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      for (const key of ORIGIN) {
        const asked = findAsked(subject, key, metal);
        if (!asked || codeOf(subject.response, metal, key) !== "yes") continue;
        if (subject.response.answers[metal]?.[key]?.comment !== undefined) continue;
        yield { at: asked.commentAt, facts: questionFacts(asked.question, metal) };
      }
    }
  },
  example: {
    fires: { about: "Yes without a comment", answers: { tin: { cahra: "yes" } } },
    silent: {
      about: "Yes with a comment",
      answers: { tin: { cahra: { value: "yes", comment: "Two smelters source in Rwanda." } } },
    },
  },
});
