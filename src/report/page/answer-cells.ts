// Every answer of every response with its cell: the evidence behind figures about answers.
import { familyNamed } from "../../forms/families.ts";
import { topicOf } from "../../forms/topics.ts";
import { capitalised } from "../../lib/capitalised.ts";
import type { EvaluatedResponse } from "../../model/evaluation.ts";
import { ANSWER_NAMES, FIELD_NAMES } from "../../model/labels.ts";
import type { Answer } from "../../model/response.ts";
import { COMPANY_FIELDS, CONTACT_FIELDS } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import type { ColumnInfo, TableDefinition } from "../render/table.ts";
import type { Withholding } from "../render/withhold.ts";

/** An answer, or a field of the company block. */
export interface AnswerCell {
  from: EvaluatedResponse;
  file: string;
  metal: string | null;
  question: string;
  answer: string | null;
  typed: string | null;
  at: string;
  comment: string | null;
  commentAt: string | null;
}

const column = (name: string, about: string, value: (one: AnswerCell) => string | null) => ({
  name,
  type: "text" as ColumnInfo["type"],
  about,
  value,
});

export const answerCellsTable: TableDefinition<AnswerCell> = {
  file: "answer-cells",
  title: "Answers with their cells",
  onePer: "response × question",
  columns: [
    column("supplier", "Name of the supplier.", ({ from }) => from.supplier.name),
    column("supplier_id", "Key of the supplier.", ({ from }) => from.supplier.key),
    column("file", "The workbook.", ({ file }) => file),
    column("state", "State of the response.", ({ from }) => from.state),
    column("metal", "The metal asked about; empty for questions on the company.", ({ metal }) => metal),
    column("question", "What is asked.", ({ question }) => question),
    column("answer", "The answer; empty where there is none that is understood.", ({ answer }) => answer),
    column("typed", "What was typed, where it reads otherwise.", ({ typed }) => typed),
    column("cell", "Sheet and cell of the answer.", ({ at }) => at),
    column("comment", "The comment on it.", ({ comment }) => comment),
    column("comment_cell", "Sheet and cell of the comment.", ({ commentAt }) => commentAt),
  ],
};

/** The answers of all responses, counted or not, in order. People's names are left out unless requested. */
export function* answerCells(
  responses: readonly EvaluatedResponse[],
  withContacts: boolean,
  withholding: Withholding,
): Iterable<AnswerCell> {
  for (const from of responses) {
    const { response } = from;
    const family = familyNamed(response.template.family);
    const withhold = withholding.of(response.id);
    const file = sourceText(response.source);
    const cell = (metal: string | null, question: string, given: Answer): AnswerCell => ({
      from,
      file,
      metal,
      question: capitalised(topicOf(question)),
      answer: given.value === null ? null : ANSWER_NAMES[given.value],
      typed: given.raw === undefined ? null : withhold(given.raw),
      at: given.at,
      comment: given.comment === undefined ? null : withhold(given.comment.raw ?? given.comment.value),
      commentAt: given.comment?.at ?? null,
    });
    for (const { key } of family.questions) {
      for (const { id: metal } of family.minerals) {
        const given = response.answers[metal]?.[key];
        if (given !== undefined) yield cell(metal, key, given);
      }
    }
    for (const { key } of family.practices) {
      const given = response.policies[key];
      if (given !== undefined) yield cell(null, key, given);
    }
    for (const field of COMPANY_FIELDS) {
      const given = response.company[field];
      if (given === undefined || (!withContacts && CONTACT_FIELDS.some((contact) => contact === field)))
        continue;
      yield {
        from,
        file,
        metal: null,
        question: capitalised(FIELD_NAMES[field]),
        answer: given.value === null ? null : withhold(given.value),
        typed: given.raw === undefined ? null : withhold(given.raw),
        at: given.at,
        comment: null,
        commentAt: null,
      };
    }
  }
}
