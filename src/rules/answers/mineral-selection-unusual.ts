// Mineral selection cells that were not used as the form intends.
import { editionFor } from "../../forms/editions.ts";
import { defineRule } from "../rule.ts";

type Facts = { text: string; kind: "otherCell" | "notOffered" | "duplicate" | "nameUnread" };

export const mineralSelectionUnusual = defineRule<Facts>({
  id: "mineral-selection-unusual",
  severity: "info",
  needs: ["answers"],
  about: { selection: true },
  title: "A cell that selects a mineral holds something else than the form offers there.",
  why: "The answers belong to the minerals in the order of their names; a pasted selection may not be what was meant.",
  ask: "Which minerals is your declaration about?",
  source: "The drop-down lists of the selection cells, each of one mineral, and the formulas that sort them.",
  message: ({ text, kind }) => {
    if (kind === "otherCell") return `"${text}" is selected in the cell of another mineral.`;
    if (kind === "notOffered") return `"${text}" is selected, which the template does not offer.`;
    if (kind === "duplicate") return `"${text}" is selected a second time.`;
    return `"${text}" is named in a cell that the template does not look at: nothing was read for it.`;
  },
  *check({ response, family, layout }) {
    const own = editionFor(family, response.template.version).layout.minerals;
    const cells = layout.selection?.cells ?? [];
    for (const { id, raw, at } of response.minerals ?? []) {
      const index = cells.findIndex((cell) => at === `${layout.declaration}!${cell.at}`);
      const text = raw ?? id;
      if (!family.namesOthers && !family.minerals.some((mineral) => mineral.id === id)) {
        yield { at, facts: { text, kind: "notOffered" }, severity: "warning" };
      } else if (own[index] !== undefined && own[index] !== id) {
        yield { at, facts: { text, kind: "otherCell" } };
      }
    }
    for (const { kind, at, text = "" } of response.selectionFaults ?? []) {
      if (kind === "duplicate") yield { at, facts: { text, kind } };
      if (kind === "nameUnread") yield { at, facts: { text, kind }, severity: "warning" };
    }
  },
  internal: true,
  example: {
    fires: {
      about: "a mineral that is selected twice",
      selectionFaults: [{ kind: "duplicate", at: "Declaration!E12", text: "Mica" }],
    },
    silent: { about: "each mineral once, in a cell that offers it" },
  },
});
