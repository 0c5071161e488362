import { answerCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";
import { metalsNotOutOfScope } from "../support/subject.ts";

export const no3tgDeclared = defineRule<Record<string, never>>({
  id: "no-3tg-declared",
  severity: "info",
  needs: ["answers"],
  about: { questions: ["used", "coveredOrigin"] },
  title: "All four metals are declared out of scope.",
  why: "Nothing further is required then; the declaration rests on these answers alone.",
  ask: "Is it certain that none of your products contains any of the four metals?",
  source: "The template's Checker requires nothing further then.",
  message: () => "All four metals are declared out of scope, so nothing further is asked.",
  *check(subject) {
    const [first] = subject.layout.questions;
    if (first === undefined || metalsNotOutOfScope(subject).length > 0) return;
    yield { at: answerCell(subject.layout, first, subject.layout.minerals[0] ?? ""), facts: {} };
  },
  example: ({ first, second, third, fourth }) => ({
    fires: {
      about: "No for all four metals",
      answers: {
        [first.id]: { used: "no" },
        [second.id]: { used: "no" },
        [third.id]: { used: "no" },
        [fourth.id]: { used: "no" },
      },
    },
    silent: {
      about: "No for three of them",
      answers: {
        [first.id]: { used: "no" },
        [third.id]: { used: "no" },
        [fourth.id]: { used: "no" },
      },
    },
  }),
});
