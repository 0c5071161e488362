import { codeOf } from "../../domain/answers.ts";
import type { Meaning } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { facilitiesNamed } from "../support/rows.ts";
import { findAsked, metalsNotOutOfScope, questionFacts } from "../support/subject.ts";

const ON_ORIGIN: readonly Meaning[] = ["coveredOrigin", "cahraOrigin"];

type FlipFacts = {
  metal: string;
  question: string;
  number: string;
  /** Whether all smelters named last time are named again. */
  same: boolean;
  /** Like `same`, but also distinguishes an empty list last time. */
  smelters: "same" | "others" | "none";
  /** Smelters named last time, and how many of them are named again. */
  named: number;
  again: number;
};

export const originNoWasYes = defineRule<FlipFacts>({
  id: "origin-no-was-yes",
  severity: "warning",
  needs: ["answers", "smelters", "previous"],
  about: { where: ({ layout }) => ON_ORIGIN.some((meaning) => findQuestion(layout, meaning)) },
  title: "An answer on origin changed from Yes to No.",
  why: "With the same smelters the origin has hardly changed: the No has to be explained before it is relied on.",
  ask: "The origin was Yes last time: what has changed?",
  source: "The response of the same supplier and scope that counted in the previous period.",
  message: ({ metal, question, same, named, again }) => {
    const smelters =
      named === 0
        ? "no smelter was named last time"
        : same
          ? `all smelters named last time (${named}) are named again`
          : `of the smelters named last time (${named}) ${again} ${again === 1 ? "is" : "are"} named again`;
    return `On "${topicOf(question)}" for ${metal} the answer is now No; last time it was Yes, and ${smelters}.`;
  },
  *check(subject) {
    const { response, previous } = subject;
    if (previous === undefined) return;
    for (const metal of metalsNotOutOfScope(subject)) {
      const [before, now] = [facilitiesNamed(previous, metal), facilitiesNamed(response, metal)];
      const again = [...before].filter((key) => now.has(key)).length;
      for (const meaning of ON_ORIGIN) {
        const asked = findAsked(subject, meaning, metal);
        if (!asked || codeOf(previous, metal, meaning) !== "yes" || codeOf(response, metal, meaning) !== "no")
          continue;
        const { question, number } = questionFacts(asked.question, metal);
        const same = again === before.size;
        const smelters =
          before.size === 0 ? ("none" as const) : same ? ("same" as const) : ("others" as const);
        yield {
          at: asked.at,
          facts: { metal, question, number, same, smelters, named: before.size, again },
        };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "Yes last year, No this year",
      previous: {
        file: "responses-2024/acme.xlsx",
        answers: { [second.id]: { coveredOrigin: "yes", cahraOrigin: "yes" } },
      },
    },
    silent: { about: "No in both years", previous: { file: "responses-2024/acme.xlsx" } },
  }),
});
