// What a response declares of the origin of its metals: marks of exposure and open questions, one rule each over the
// same loop.
import type { Severity } from "../../model/finding.ts";
import type { AnswerCode, Question } from "../../model/vocabulary.ts";
import { defineRule, type Rule } from "../rule.ts";
import {
  codeOf,
  findAsked,
  metalsNotOutOfScope,
  type QuestionFacts,
  questionFacts,
} from "../support/subject.ts";

interface Declared {
  id: string;
  severity: Severity;
  risk?: true;
  from: string;
  questions: readonly Question[];
  answer: AnswerCode;
  title: string;
  why: string;
  ask: string;
  source: string;
  message(facts: QuestionFacts): string;
}

const ORIGINS: Readonly<Partial<Record<Question, string>>> = {
  coveredCountries: "the Democratic Republic of the Congo or an adjoining country",
  cahra: "a conflict-affected or high-risk area",
};

const DECLARED: readonly Declared[] = [
  {
    id: "covered-country-sourcing",
    severity: "warning",
    risk: true,
    from: "1.00",
    questions: ["coveredCountries"],
    answer: "yes",
    title: "Sourcing from the covered countries is declared.",
    why: "It is no fault, but it decides the outcome of the inquiry for the metal.",
    ask: "From which mines and countries does the metal come, and through which smelters?",
    source: "The question on covered countries.",
    message: ({ metal, number }) =>
      `Question ${number} declares that ${metal} comes from ${ORIGINS.coveredCountries}.`,
  },
  {
    id: "cahra-sourcing",
    severity: "warning",
    risk: true,
    from: "6.00",
    questions: ["cahra"],
    answer: "yes",
    title: "Sourcing from a conflict-affected or high-risk area is declared.",
    why: "It is no fault, but it calls for due diligence.",
    ask: "From which areas does the metal come, and through which smelters?",
    source: "The question on conflict-affected and high-risk areas.",
    message: ({ metal, number }) => `Question ${number} declares that ${metal} comes from ${ORIGINS.cahra}.`,
  },
  {
    id: "origin-unknown",
    severity: "info",
    from: "3.00",
    questions: ["coveredCountries", "cahra"],
    answer: "unknown",
    title: "The origin of a metal is declared as unknown.",
    why: "An honest answer; the metal cannot be counted as coming from elsewhere.",
    ask: "What is being done to learn the origin of this metal?",
    source: "The questions on origin.",
    message: ({ metal, question, number }) =>
      `Question ${number} says that it is unknown whether ${metal} comes from ${ORIGINS[question]}.`,
  },
];

export const declaredOriginRules: readonly Rule[] = DECLARED.map((declared) =>
  defineRule<QuestionFacts>({
    id: declared.id,
    severity: declared.severity,
    ...(declared.risk ? { risk: true as const } : {}),
    needs: ["answers"],
    versions: { from: declared.from },
    title: declared.title,
    why: declared.why,
    ask: declared.ask,
    source: declared.source,
    message: declared.message,
    *check(subject) {
      for (const metal of metalsNotOutOfScope(subject)) {
        for (const key of declared.questions) {
          const asked = findAsked(subject, key, metal);
          if (!asked || codeOf(subject.response, metal, key) !== declared.answer) continue;
          yield { at: asked.at, facts: questionFacts(asked.question, metal) };
        }
      }
    },
    example: {
      fires: {
        about: `the answer for tin is ${declared.answer}`,
        answers: { tin: { [declared.questions[0] as Question]: declared.answer } },
      },
      silent: {
        about: "the answer is No",
        answers: { tin: { [declared.questions[0] as Question]: "no" } },
      },
    },
  }),
);
