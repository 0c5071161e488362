// What a response declares about the origin of its metals: risk flags and open questions, with one rule each
// over the same loop.

import { codeOf } from "../../domain/answers.ts";
import type { Meaning } from "../../forms/form.ts";
import { placeOf } from "../../forms/topics.ts";
import type { Severity } from "../../model/finding.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { About } from "../support/about.ts";
import { findAsked, metalsNotOutOfScope, type QuestionFacts, questionFacts } from "../support/subject.ts";

interface Declared {
  id: string;
  severity: Severity;
  risk?: true;
  about: About;
  questions: readonly Meaning[];
  answer: AnswerCode;
  /** A question whose answer, if the same, already says this and more. */
  unless?: { question: Meaning; rule: string };
  title: string;
  why: string;
  ask: string;
  source: string;
  message(facts: QuestionFacts): string;
}

const DECLARED: readonly Declared[] = [
  {
    id: "covered-country-sourcing",
    severity: "warning",
    risk: true,
    about: { questions: ["coveredOrigin"] },
    questions: ["coveredOrigin"],
    answer: "yes",
    title: "Sourcing from the covered countries is declared.",
    why: "Not an error, but it determines the outcome of the inquiry for the metal.",
    ask: "From which mines and countries does the metal come, and through which smelters?",
    source: "The question on covered countries.",
    message: ({ metal, question, number }) =>
      `Question ${number} declares that ${metal} comes from ${placeOf(question)}.`,
  },
  {
    id: "cahra-sourcing",
    severity: "warning",
    risk: true,
    about: { questions: ["cahraOrigin"] },
    questions: ["cahraOrigin"],
    answer: "yes",
    unless: { question: "coveredOrigin", rule: "covered-country-sourcing" },
    title: "Sourcing from a conflict-affected or high-risk area is declared.",
    why: "Not an error, but it calls for due diligence.",
    ask: "From which areas does the metal come, and through which smelters?",
    source: "The question on conflict-affected and high-risk areas.",
    message: ({ metal, question, number }) =>
      `Question ${number} declares that ${metal} comes from ${placeOf(question)}.`,
  },
  {
    id: "origin-unknown",
    severity: "info",
    about: { instruction: "originRestsOnAnswers" },
    questions: ["coveredOrigin", "cahraOrigin"],
    answer: "unknown",
    title: "The origin of a metal is declared as unknown.",
    why: "An honest answer; the metal cannot be counted as coming from elsewhere.",
    ask: "What is being done to learn the origin of this metal?",
    source: "The questions on origin.",
    message: ({ metal, question, number }) =>
      `Question ${number} says that it is unknown whether ${metal} comes from ${placeOf(question)}.`,
  },
];

export const declaredOriginRules: readonly Rule[] = DECLARED.map((declared) =>
  defineRule<QuestionFacts>({
    id: declared.id,
    severity: declared.severity,
    ...(declared.risk ? { risk: true as const } : {}),
    needs: ["answers"],
    about: declared.about,
    title: declared.title,
    why: declared.why,
    ask: declared.ask,
    source: declared.source,
    message: declared.message,
    *check(subject) {
      const unless =
        declared.unless && subject.says(declared.unless.rule) ? declared.unless.question : undefined;
      for (const metal of metalsNotOutOfScope(subject)) {
        for (const key of declared.questions) {
          const asked = findAsked(subject, key, metal);
          if (!asked || codeOf(subject.response, metal, key) !== declared.answer) continue;
          if (unless && codeOf(subject.response, metal, unless) === declared.answer) continue;
          yield { at: asked.at, facts: questionFacts(asked.question, metal) };
        }
      }
    },
    example: ({ second }) => ({
      fires: {
        about: `the answer for ${second.id} is ${declared.answer}`,
        answers: { [second.id]: { [declared.questions[0] as Meaning]: declared.answer } },
      },
      silent: {
        about: "the answer is No",
        answers: { [second.id]: { [declared.questions[0] as Meaning]: "no" } },
      },
    }),
  }),
);
