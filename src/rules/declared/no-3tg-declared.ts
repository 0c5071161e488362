import { answerCell } from "../../forms/layouts.ts";
import { METALS } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { metalsNotOutOfScope } from "../support/subject.ts";

export const no3tgDeclared = defineRule<Record<string, never>>({
  id: "no-3tg-declared",
  severity: "info",
  needs: ["answers"],
  versions: { from: "3.00" },
  title: "All four metals are declared out of scope.",
  why: "Nothing further is required then; the declaration rests on these answers alone.",
  ask: "Is it certain that none of your products contains any of the four metals?",
  source: "The template's Checker requires nothing further then.",
  message: () => "All four metals are declared out of scope, so nothing further is asked.",
  *check(subject) {
    const [first] = subject.layout.questions;
    if (first === undefined || metalsNotOutOfScope(subject).length > 0) return;
    yield { at: answerCell(subject.layout, first, METALS[0]), facts: {} };
  },
  example: {
    fires: {
      about: "No for all four metals",
      answers: {
        tantalum: { intentionallyAdded: "no" },
        tin: { intentionallyAdded: "no" },
        gold: { intentionallyAdded: "no" },
        tungsten: { intentionallyAdded: "no" },
      },
    },
    silent: {
      about: "No for three of them",
      answers: {
        tantalum: { intentionallyAdded: "no" },
        gold: { intentionallyAdded: "no" },
        tungsten: { intentionallyAdded: "no" },
      },
    },
  },
});
