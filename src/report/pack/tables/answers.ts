import { topicOf } from "../../../forms/topics.ts";
import { WANTED } from "../../../forms/wanted.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { joinList } from "../../../lib/join-list.ts";
import type { AnswerTally, PolicyTally } from "../../../model/consolidation.ts";
import { ANSWER_NAMES, namedBy } from "../../../model/labels.ts";
import type { QuestionId } from "../../../model/vocabulary.ts";
import type { Column, TableDefinition } from "../../render/table.ts";

const tallyColumns: readonly Column<AnswerTally | PolicyTally>[] = [
  {
    name: "question",
    type: "text",
    about: "Key of the question.",
    value: (tally) => tally.question,
    words: (code) => capitalised(topicOf(code as QuestionId)),
  },
  {
    name: "answer",
    type: "text",
    about:
      "The answer's code; “not answered”, “not required” (blank, and the metal is out of scope), “not asked” (no such question in the template) or “not understood”.",
    value: (tally) => tally.answer,
    words: namedBy(ANSWER_NAMES),
  },
  {
    name: "suppliers",
    type: "number",
    about: "Suppliers that give this answer; one with several responses counts under each answer it gives.",
    value: (tally) => tally.suppliers.length,
  },
  {
    name: "supplier_names",
    type: "list",
    about: "Their names.",
    value: (tally) => joinList(tally.suppliers),
  },
];

export const answersTable: TableDefinition<AnswerTally> = {
  file: "answers.csv",
  title: "Answers by metal",
  onePer: "metal × question × answer",
  columns: [
    { name: "metal", type: "text", about: `${WANTED.oneMineral}.`, value: (tally) => tally.metal },
    ...tallyColumns,
  ],
};

export const policiesTable: TableDefinition<PolicyTally> = {
  file: "policies.csv",
  title: "Answers on policy",
  onePer: "question × answer",
  columns: tallyColumns,
};
