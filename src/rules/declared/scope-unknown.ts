import { codeOf } from "../../domain/answers.ts";
import { answerCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { type QuestionFacts, questionFacts } from "../support/subject.ts";

export const scopeUnknown = defineRule<QuestionFacts>({
  id: "scope-unknown",
  severity: "warning",
  needs: ["answers"],
  about: {
    where: ({ required }) => required.exempt === "firstOrUnknown" || required.exempt === "eitherOrUnknown",
  },
  title: "Whether a mineral is in scope is answered Unknown.",
  why: "The template then asks nothing further, but Unknown is not No: whether the mineral is used stays open.",
  ask: "When will you know whether your products contain this mineral?",
  source: "The template's Checker requires no further answer after Unknown.",
  message: ({ metal, question, number }) =>
    `Question ${number} (${topicOf(question)}) is answered Unknown for ${metal}: nothing further is asked, but the mineral is not ruled out.`,
  *check({ response, layout, requirements, scope }) {
    const count = requirements.exempt === "firstOrUnknown" ? 1 : 2;
    for (const metal of layout.minerals) {
      // A No to the other question settles the scope.
      if (scope[metal] === "no") continue;
      for (const question of layout.questions.slice(0, count)) {
        if (codeOf(response, metal, question.meaning) !== "unknown") continue;
        yield { at: answerCell(layout, question, metal), facts: questionFacts(question, metal) };
      }
    }
  },
  example: ({ first }) => ({
    fires: { about: `${first.id} may be used or not`, answers: { [first.id]: { used: "unknown" } } },
    silent: { about: `${first.id} is not used`, answers: { [first.id]: { used: "no" } } },
  }),
});
