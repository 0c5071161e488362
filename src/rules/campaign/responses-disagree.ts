import { editionOf } from "../../forms/editions.ts";
import { answerCell, policyCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import { groupBy } from "../../lib/group-by.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { type CheckedResponse, defineCampaignRule } from "../rule.ts";
import { about, standing } from "../support/standing.ts";
import { policyCodeOf, subjectOf } from "../support/subject.ts";

type DisagreeFacts = {
  /** What they disagree on: a policy question or the scope of a metal. */
  policy: string | null;
  metal: string | null;
  here: AnswerCode;
  there: AnswerCode;
  otherFile: string;
};

export const responsesDisagree = defineCampaignRule<DisagreeFacts>({
  id: "responses-disagree",
  severity: "warning",
  needs: [],
  title: "Two standing responses of one supplier contradict each other.",
  why: "What is true of the company cannot differ between its declarations.",
  ask: "Which of your declarations is right?",
  source: "Questions about the company, and metals that a declaration for the whole company rules out.",
  message: ({ policy, metal, here, there, otherFile }) =>
    policy !== null
      ? `On "${topicOf(policy)}" this response says ${ANSWER_NAMES[here]}, but ${otherFile} says ${ANSWER_NAMES[there]}.`
      : `This response covers the whole company and rules ${metal} out, but ${otherFile} has ${metal} in scope.`,
  *check(input) {
    const bySupplier = groupBy(
      standing(input),
      ({ selected }) => `${selected.period} ${selected.supplier.key}`,
    );
    for (const its of bySupplier.values()) {
      for (const one of its) {
        for (const other of its) if (other !== one) yield* compare(one, other);
      }
    }
  },
  example: {
    fires: {
      about: "two declarations for two products, one with a policy and one without",
      responses: [
        { file: "acme-hinges.xlsx", supplier: "Acme" },
        { file: "acme-screws.xlsx", supplier: "Acme", policies: { carriesOutDueDiligence: "no" } },
      ],
    },
    silent: {
      about: "two declarations that agree",
      responses: [
        { file: "acme-hinges.xlsx", supplier: "Acme" },
        { file: "acme-screws.xlsx", supplier: "Acme" },
      ],
    },
  },
});

function* compare(one: CheckedResponse, other: CheckedResponse) {
  const { response } = one.selected;
  const otherResponse = other.selected.response;
  const otherFile = sourceText(otherResponse.source);
  const { layout } = editionOf(response);
  for (const asked of layout.policies) {
    const policy = asked.key;
    const here = policyCodeOf(response, policy);
    const there = policyCodeOf(otherResponse, policy);
    // Ways of saying yes differ between generations: only yes against no is a contradiction.
    if (!here || !there || (here === "no") === (there === "no")) continue;
    const facts = { policy, metal: null, here, there, otherFile };
    yield about<DisagreeFacts>(one, { at: policyCell(layout, asked), facts });
  }
  if (response.company.scope?.value !== "company") return;
  const [subject, otherSubject] = [subjectOf(one), subjectOf(other)];
  const [first] = layout.questions;
  for (const metal of layout.minerals) {
    if (!first || subject.scope[metal] !== "no" || otherSubject.scope[metal] !== "yes") continue;
    const facts = { policy: null, metal, here: "no" as const, there: "yes" as const, otherFile };
    yield about<DisagreeFacts>(one, { at: answerCell(layout, first, metal), facts });
  }
}
