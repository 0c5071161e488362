import { isDeselected } from "../../domain/scope.ts";
import { capitalised } from "../../lib/capitalised.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";

export const answeredMineralNotSelected = defineRule<{ metal: MineralId }>({
  id: "answered-mineral-not-selected",
  severity: "warning",
  needs: ["answers"],
  about: { selection: true },
  title: "Answers are given about a mineral that is not selected.",
  why: "The rows of the questions are still labelled with the mineral, because the workbook was not calculated after the selection had changed: whether the declaration is about it is not clear, and once it is calculated the answers may be beside other minerals.",
  ask: "Is your declaration about this mineral?",
  source: "The cells that select the minerals, and the labels beside the answers.",
  message: ({ metal }) =>
    `${capitalised(metal)} is not selected, but the rows labelled with it hold answers: they were read as answers about it.`,
  *check({ response, layout }) {
    const deselected = layout.minerals.filter((metal) => isDeselected(response, metal));
    // If nothing is selected, that is a single finding of another rule.
    if (deselected.length === layout.minerals.length) return;
    for (const metal of deselected) {
      const [first] = Object.values(response.answers[metal] ?? {});
      if (first !== undefined) yield { at: first.at, facts: { metal } };
    }
  },
  example: ({ first, second }) => ({
    fires: {
      about: "a mineral that is answered and not selected",
      minerals: [
        { id: first.id, at: "Declaration!D12" },
        { id: second.id, at: "Declaration!B31", deselected: true },
      ],
      smelters: [{ ...first.row }],
    },
    silent: { about: "every mineral that is answered is selected" },
  }),
});
