import { isDeselected } from "../../domain/scope.ts";
import { defineRule } from "../rule.ts";

export const mineralsInScopeMissing = defineRule<Record<string, never>>({
  id: "minerals-in-scope-missing",
  severity: "error",
  needs: ["answers"],
  about: { selection: true },
  title: "No mineral is selected.",
  why: "The questions are asked about the selected minerals, so the declaration says nothing.",
  ask: "Which minerals is your declaration about?",
  source: "The template's Checker: at least one mineral.",
  message: () => "No mineral is selected, so that the declaration says nothing of any.",
  *check({ response, layout }) {
    const first = layout.selection?.cells[0];
    if (layout.minerals.some((metal) => !isDeselected(response, metal)) || first === undefined) return;
    yield { at: `${layout.declaration}!${first.at}`, facts: {} };
  },
  example: {
    fires: { about: "every selection cell is empty", minerals: [], smelters: [] },
    silent: { about: "minerals are selected" },
  },
});
