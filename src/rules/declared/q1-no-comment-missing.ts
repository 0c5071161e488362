import { METALS } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { codeOf, findAsked, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const q1NoCommentMissing = defineRule<QuestionFacts>({
  id: "q1-no-comment-missing",
  severity: "info",
  needs: ["answers"],
  versions: { from: "3.00" },
  title: "A metal is declared as not used, without a comment.",
  why: "A word on why the metal is not used makes the answer easier to rely on.",
  ask: "How do you know that this metal is not used?",
  source: "The template's instructions to the first question.",
  message: ({ metal, number }) => `Question ${number} is answered No for ${metal} without a comment.`,
  *check(subject) {
    for (const metal of METALS) {
      const asked = findAsked(subject, "intentionallyAdded", metal);
      if (!asked || codeOf(subject.response, metal, "intentionallyAdded") !== "no") continue;
      if (subject.response.answers[metal]?.intentionallyAdded?.comment !== undefined) continue;
      yield { at: asked.commentAt, facts: questionFacts(asked.question, metal) };
    }
  },
  example: {
    fires: { about: "tin is not used, without a word on it", answers: { tin: { intentionallyAdded: "no" } } },
    silent: {
      about: "tin is not used, with a comment",
      answers: { tin: { intentionallyAdded: { value: "no", comment: "Plastic parts only." } } },
    },
  },
});
