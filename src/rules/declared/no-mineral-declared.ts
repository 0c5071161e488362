import { asksFurther } from "../../domain/scope.ts";
import { answerCell, findQuestion } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";
import { answerOf } from "../support/subject.ts";

export const noMineralDeclared = defineRule<Record<string, never>>({
  id: "no-mineral-declared",
  severity: "info",
  needs: ["answers"],
  // For the four metals of the inquiry, another rule reports this.
  about: { questions: ["used"], where: ({ layout }) => findQuestion(layout, "coveredOrigin") === undefined },
  title: "No mineral is declared in scope.",
  why: "Nothing further is required then; the declaration rests on these answers alone.",
  ask: "Is it certain that your products contain none of these minerals?",
  source: "The template's Checker requires nothing further then.",
  message: () => "No mineral is declared in scope, so nothing further is asked.",
  *check({ response, layout }) {
    const [first] = layout.questions;
    const [metal] = layout.minerals;
    if (first === undefined || metal === undefined) return;
    const open = layout.minerals.some(
      (one) => asksFurther(response, one) || answerOf(response, one, first.key) === undefined,
    );
    if (!open) yield { at: answerCell(layout, first, metal), facts: {} };
  },
  example: (minerals) => ({
    fires: {
      about: "No for every mineral",
      minerals: [{ id: minerals.first.id, at: "Declaration!D12" }],
      answers: { [minerals.first.id]: { used: "no" } },
      smelters: [],
    },
    silent: { about: "a mineral in scope" },
  }),
});
