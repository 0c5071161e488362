import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import { metalsWithoutSurvey } from "../support/denied-practices.ts";
import { findAskedPractice } from "../support/subject.ts";

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
    const asked = findAskedPractice(subject, "surveysSuppliers");
    const metals = metalsWithoutSurvey(subject);
    if (asked && metals.length > 0) yield { at: asked.at, facts: { letter: asked.policy.letter, metals } };
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
