import { defineRule } from "../rule.ts";

export const otherMineralNotNamed = defineRule<Record<string, never>>({
  id: "other-mineral-not-named",
  severity: "error",
  needs: ["answers"],
  about: { where: ({ layout }) => layout.selection?.other !== undefined },
  title: "Another mineral is selected, but its name is not given.",
  why: "Without its name nobody knows which mineral it is, and no question is asked about it.",
  ask: "Which other mineral do you mean?",
  source: "The template's Checker: as many names as there are other minerals.",
  message: () => "Another mineral is selected in this cell, but its name is not given.",
  *check({ response }) {
    for (const { kind, at } of response.selectionFaults ?? [])
      if (kind === "otherUnnamed") yield { at, facts: {} };
  },
  example: {
    fires: {
      about: "another mineral without its name",
      selectionFaults: [{ kind: "otherUnnamed", at: "Declaration!D12" }],
    },
    silent: { about: "minerals of the template's list" },
  },
});
