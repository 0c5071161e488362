import { answerTo, codeOf } from "../../domain/answers.ts";
import { defineRule } from "../rule.ts";
import { findAsked, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const notUsedCommentMissing = defineRule<QuestionFacts>({
  id: "not-used-comment-missing",
  severity: "info",
  optional: true,
  needs: ["answers"],
  about: { questions: ["used"] },
  title: "A metal is declared as not used, without a comment.",
  why: "A word on why the metal is not used makes the answer easier to rely on.",
  ask: "How do you know that this metal is not used?",
  source: "The template's instructions to the question whether the metal is intentionally added.",
  message: ({ metal, number }) => `Question ${number} is answered No for ${metal} without a comment.`,
  *check(subject) {
    for (const metal of subject.layout.minerals) {
      const asked = findAsked(subject, "used", metal);
      if (!asked || codeOf(subject.response, metal, "used") !== "no") continue;
      if (answerTo(subject.response, metal, "used")?.comment !== undefined) continue;
      yield { at: asked.commentAt, facts: questionFacts(asked.question, metal) };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `${second.id} is not used, without a word on it`,
      answers: { [second.id]: { used: "no" } },
    },
    silent: {
      about: `${second.id} is not used, with a comment`,
      answers: { [second.id]: { used: { value: "no", comment: "Plastic parts only." } } },
    },
  }),
});
