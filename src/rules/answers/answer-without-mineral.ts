import { defineRule } from "../rule.ts";

export const answerWithoutMineral = defineRule<Record<string, never>>({
  id: "answer-without-mineral",
  severity: "info",
  needs: ["answers"],
  about: { selection: true },
  title: "An answer is in a row that belongs to no selected mineral.",
  why: "A selection that was shortened leaves answers behind, and the others may have moved to other minerals' rows.",
  ask: "Which mineral is this answer about?",
  source: "The rows below each question are those of the minerals selected, in the order of their names.",
  message: () => "The cell holds an answer in a row that belongs to no mineral selected; it was not read.",
  *check({ response }) {
    for (const { kind, at } of response.selectionFaults ?? [])
      if (kind === "leftOver") yield { at, facts: {} };
  },
  example: {
    fires: { about: "a row too many", selectionFaults: [{ kind: "leftOver", at: "Declaration!D36" }] },
    silent: { about: "as many rows as minerals" },
  },
});
