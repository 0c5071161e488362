import { findPolicy, layoutFor, policyCell } from "../../forms/layouts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { ANSWER_NAMES, POLICY_TOPICS } from "../../model/labels.ts";
import { type AnswerCode, METALS, POLICIES, type Policy } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { type CheckedResponse, defineCampaignRule } from "../rule.ts";
import { about, standing } from "../support/standing.ts";
import { findAsked, policyCodeOf, subjectOf } from "../support/subject.ts";

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
      ? `On "${POLICY_TOPICS[policy as Policy]}" this response says ${ANSWER_NAMES[here]}, but ${otherFile} says ${ANSWER_NAMES[there]}.`
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
        { file: "acme-screws.xlsx", supplier: "Acme", policies: { dueDiligenceImplemented: "no" } },
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
  const layout = layoutFor(response.template.version);
  for (const policy of POLICIES) {
    const asked = findPolicy(layout, policy);
    const here = policyCodeOf(response, policy);
    const there = policyCodeOf(otherResponse, policy);
    // Ways of saying yes differ between generations: only yes against no is a contradiction.
    if (!asked || !here || !there || (here === "no") === (there === "no")) continue;
    const facts = { policy, metal: null, here, there, otherFile };
    yield about<DisagreeFacts>(one, { at: policyCell(layout, asked), facts });
  }
  if (response.company.scope?.value !== "company") return;
  const [subject, otherSubject] = [subjectOf(one), subjectOf(other)];
  for (const metal of METALS) {
    const asked = findAsked(subject, layout.questions[0]?.key ?? "intentionallyAdded", metal);
    if (!asked || subject.scope[metal] !== "no" || otherSubject.scope[metal] !== "yes") continue;
    const facts = { policy: null, metal, here: "no" as const, there: "yes" as const, otherFile };
    yield about<DisagreeFacts>(one, { at: asked.at, facts });
  }
}
