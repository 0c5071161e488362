import { answerTo, codeOf } from "../../domain/answers.ts";
import type { Meaning } from "../../forms/form.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { findAsked, metalsNotOutOfScope, type QuestionFacts, questionFacts } from "../support/subject.ts";

const ORIGIN: readonly Meaning[] = ["coveredOrigin", "cahraOrigin"];

export const originYesCommentMissing = defineRule<QuestionFacts>({
  id: "origin-yes-comment-missing",
  severity: "info",
  needs: ["answers"],
  about: { questions: ["cahraOrigin"] },
  title: "A Yes on origin has no comment.",
  why: "The template recommends saying what the answer is based on.",
  ask: "Which smelters and countries are behind this Yes?",
  source: "The template's instructions recommend a comment.",
  message: ({ metal, question, number }) =>
    `Question ${number} (${topicOf(question)}) is answered Yes for ${metal} without a comment.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      for (const meaning of ORIGIN) {
        const asked = findAsked(subject, meaning, metal);
        if (!asked || codeOf(subject.response, metal, meaning) !== "yes") continue;
        if (answerTo(subject.response, metal, meaning)?.comment !== undefined) continue;
        yield { at: asked.commentAt, facts: questionFacts(asked.question, metal) };
      }
    }
  },
  example: ({ second }) => ({
    fires: { about: "Yes without a comment", answers: { [second.id]: { cahraOrigin: "yes" } } },
    silent: {
      about: "Yes with a comment",
      answers: { [second.id]: { cahraOrigin: { value: "yes", comment: "Two smelters source in Rwanda." } } },
    },
  }),
});
