import { codeOf, practiceCodeOf } from "../../domain/answers.ts";
import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice, metalsNotOutOfScope } from "../support/subject.ts";

export const answersWithoutSurvey = defineRule<{ letter: string; metals: string[] }>({
  id: "answers-without-survey",
  severity: "warning",
  needs: ["answers", "policies"],
  about: { practices: ["surveysSuppliers"], questions: ["responseRate"] },
  title:
    "No survey of suppliers, but all of them are said to have answered or all smelters to be identified.",
  why: "Without a survey nobody knows what the answers on smelters are based on.",
  ask: "How did you collect the information on smelters if you did not survey your suppliers?",
  source:
    "The question on the survey of suppliers beside those on the response rate and on identified smelters.",
  message: ({ letter, metals }) =>
    `Company question ${letter} says that suppliers are not surveyed, but for ${joinWords(metals, "and")} all suppliers are said to have answered, or all smelters to be identified.`,
  *check(subject) {
    const { response } = subject;
    const asked = findAskedPractice(subject, "surveysSuppliers");
    if (!asked || practiceCodeOf(response, "surveysSuppliers") !== "no") return;
    const metals = metalsNotOutOfScope(subject).filter(
      (metal) =>
        codeOf(response, metal, "responseRate") === "pct100" ||
        codeOf(response, metal, "smeltersIdentified") === "yes",
    );
    if (metals.length > 0) yield { at: asked.at, facts: { letter: asked.policy.letter, metals } };
  },
  example: ({ first, second, third, fourth }) => ({
    fires: { about: "no survey, and every supplier answered", policies: { surveysSuppliers: "no" } },
    silent: {
      about: "no survey, and nothing that rests on one",
      policies: { surveysSuppliers: "no" },
      answers: Object.fromEntries(
        [first, second, third, fourth].map(({ id }) => [
          id,
          { responseRate: "none" as const, smeltersIdentified: "no" as const },
        ]),
      ),
    },
  }),
});
