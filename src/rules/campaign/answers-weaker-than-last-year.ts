import { codeOf } from "../../domain/answers.ts";
import type { Meaning } from "../../forms/form.ts";
import { policyCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import { type AnswerCode, meansYes, RESPONSE_RATES } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { facilitiesNamed, nextFreeCell } from "../support/rows.ts";
import { findAsked, metalsNotOutOfScope, policyCodeOf } from "../support/subject.ts";

/** Questions for which a change from Yes to No is a step back. */
const GETTING_BETTER: readonly Meaning[] = ["smeltersIdentified", "smelterInfoReported", "smeltersValidated"];

type WeakerFacts = {
  what: "answer" | "rate" | "policy" | "smelters";
  metal: string | null;
  question: string | null;
  policy: string | null;
  before: string;
  now: string;
};

export const answersWeakerThanLastYear = defineRule<WeakerFacts>({
  id: "answers-weaker-than-last-year",
  severity: "warning",
  needs: ["answers", "policies", "smelters", "previous"],
  title: "An answer is weaker than in the previous period.",
  why: "An inquiry usually learns more from year to year; a step back has a reason worth knowing.",
  ask: "What has changed since the last declaration?",
  source: "The response of the same supplier and scope that counted in the previous period.",
  message: ({ what, metal, question, policy, before, now }) => {
    if (what === "smelters")
      return `The list names ${now} smelters of ${metal}; last time it named ${before}.`;
    const topic = topicOf((what === "policy" ? policy : question) ?? "");
    return `On "${topic}"${metal === null ? "" : ` for ${metal}`} the answer is now ${ANSWER_NAMES[now as AnswerCode]}; last time it was ${ANSWER_NAMES[before as AnswerCode]}.`;
  },
  *check(subject) {
    const { response, previous, layout } = subject;
    if (previous === undefined) return;
    const nothing = { metal: null, question: null, policy: null };
    for (const metal of metalsNotOutOfScope(subject)) {
      for (const meaning of GETTING_BETTER) {
        const asked = findAsked(subject, meaning, metal);
        const [before, now] = [codeOf(previous, metal, meaning), codeOf(response, metal, meaning)];
        if (!asked || before !== "yes" || now !== "no") continue;
        const question = asked.question.key;
        yield {
          at: asked.at,
          facts: { ...nothing, what: "answer" as const, metal, question, before: "yes", now: "no" },
        };
      }
      const asked = findAsked(subject, "responseRate", metal);
      const [before, now] = [
        codeOf(previous, metal, "responseRate"),
        codeOf(response, metal, "responseRate"),
      ];
      if (asked && before && now && RESPONSE_RATES.indexOf(now) < RESPONSE_RATES.indexOf(before)) {
        const facts = { ...nothing, what: "rate" as const, metal, question: asked.question.key };
        yield { at: asked.at, facts: { ...facts, before, now } };
      }
      const [had, has] = [facilitiesNamed(previous, metal).size, facilitiesNamed(response, metal).size];
      if (has < had) {
        const facts = { ...nothing, what: "smelters" as const, metal, before: String(had), now: String(has) };
        yield { at: nextFreeCell(response, layout, "metal"), facts };
      }
    }
    for (const asked of layout.policies) {
      if (asked.meaning === "mustDisclose") continue;
      const policy = asked.key;
      const [before, now] = [policyCodeOf(previous, policy), policyCodeOf(response, policy)];
      if (!before || !meansYes(before) || now !== "no") continue;
      const facts = { ...nothing, what: "policy" as const, policy, before, now: "no" };
      yield { at: policyCell(layout, asked), facts };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "all smelters identified last year, not this year",
      answers: { [second.id]: { smeltersIdentified: "no" } },
      previous: { file: "responses-2024/acme.xlsx" },
    },
    silent: { about: "the same answers", previous: { file: "responses-2024/acme.xlsx" } },
  }),
});
