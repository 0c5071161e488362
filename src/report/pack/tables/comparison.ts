import { topicOf } from "../../../forms/topics.ts";
import type { Change } from "../../../model/comparison.ts";
import { CHANGE_NAMES, namedBy } from "../../../model/labels.ts";
import type { QuestionId } from "../../../model/vocabulary.ts";
import type { TableDefinition } from "../../render/table.ts";

export const comparisonTable: TableDefinition<Change> = {
  file: "comparison.csv",
  title: "Changes between periods",
  onePer: "figure of both periods, or change",
  columns: [
    {
      name: "kind",
      type: "text",
      about:
        "figure (of both periods), answer (became weaker), answerStronger, answerNowNo (on origin, was Yes), scope (of a metal), declarationNew, declarationGone, declarationSame (for both periods), smelterCount (fewer rows), smelterNew, smelterGone, smelterIdentified, smelterRenamed, smelterStatus, findingNew, findingResolved.",
      value: (change) => change.kind,
      words: namedBy(CHANGE_NAMES),
    },
    {
      name: "metal",
      type: "text",
      about: "The metal concerned; empty where none is.",
      value: (change) => change.metal,
    },
    {
      name: "supplier",
      type: "text",
      about: "The supplier concerned; empty where no single one is.",
      value: (change) => change.supplier,
    },
    {
      name: "subject",
      type: "text",
      about: "The figure, the question, the scope of the declaration, the smelter or the rule.",
      value: (change) => change.subject,
      words: (subject) => topicOf(subject as QuestionId),
    },
    { name: "smelter_id", type: "text", about: "ID of the smelter.", value: (change) => change.smelterId },
    {
      name: "before",
      type: "text",
      about:
        "The earlier period: the count, the answer, the status; for smelters the suppliers that name it.",
      value: (change) => change.before,
    },
    { name: "after", type: "text", about: "The same in the later period.", value: (change) => change.after },
    {
      name: "cause",
      type: "text",
      about: "Of smelters that came, went or were identified: why.",
      value: (change) => change.cause,
    },
  ],
};
