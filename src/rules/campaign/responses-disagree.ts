import { codeOf } from "../../domain/answers.ts";
import { describesTheSame } from "../../domain/scope-descriptions.ts";
import type { Meaning } from "../../forms/form.ts";
import { answerCell, findQuestion, policyCell } from "../../forms/layouts.ts";
import { placedLayout } from "../../forms/placed-layout.ts";
import { topicOf } from "../../forms/topics.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { Response } from "../../model/response.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { type CheckedResponse, defineCampaignRule } from "../rule.ts";
import { about as aboutResponse, standing } from "../support/standing.ts";
import { policyCodeOf, subjectOf } from "../support/subject.ts";

/**
 * How two declarations overlap: one covers the whole company, they share products, or they describe the same
 * scope.
 */
type Overlap = "whole" | "products" | "description";

type DisagreeFacts = {
  /**
   * The policy question on which they disagree, otherwise null: then it is a question about a metal, or a
   * metal's scope.
   */
  policy: string | null;
  question: string | null;
  metal: string | null;
  here: AnswerCode;
  there: AnswerCode;
  otherFile: string;
  /** A question about the company, the scope of a metal, or a question about what both declarations cover. */
  about: "policy" | "scope" | Overlap;
  /** The first few product numbers that both have. */
  products: string[] | null;
};

/** What a declaration denies for the whole company cannot be true of any part of it. */
const DENIED_FOR_ALL: readonly Meaning[] = ["coveredOrigin", "cahraOrigin"];
/** What a declaration affirms for the whole company cannot be false for any part of it. */
const AFFIRMED_FOR_ALL: readonly Meaning[] = ["recycledAll"];
/** Questions with a single answer per product. */
const OF_PRODUCTS: readonly Meaning[] = ["used", "necessary", "coveredOrigin", "cahraOrigin", "recycledAll"];

const SHOWN_PRODUCTS = 3;

export const responsesDisagree = defineCampaignRule<DisagreeFacts>({
  id: "responses-disagree",
  severity: "warning",
  needs: [],
  title: "Two responses of one supplier that both count contradict each other.",
  why: "What is true of the company or of a product cannot differ between its declarations.",
  ask: "Which of your declarations is right?",
  source:
    "Questions about the company; a declaration for the whole company beside one for a part of it; product lists that share a number; descriptions of scope that differ only in wording.",
  message: ({ policy, question, metal, here, there, otherFile, about, products }) => {
    if (about === "policy") {
      return `On "${topicOf(policy ?? "")}" this response says ${ANSWER_NAMES[here]}, but ${otherFile} says ${ANSWER_NAMES[there]}.`;
    }
    if (about === "scope") {
      return `This response covers the whole company and rules ${metal} out, but ${otherFile} has ${metal} in scope.`;
    }
    const reason = {
      whole: "covers the whole company and",
      products: `shares ${(products ?? []).join(", ")} with ${otherFile} and`,
      description: `has the scope of ${otherFile} in other words and`,
    }[about];
    return `This response ${reason} says ${ANSWER_NAMES[here]} on "${topicOf(question ?? "")}" for ${metal}, but ${otherFile} says ${ANSWER_NAMES[there]}.`;
  },
  *check(input) {
    const bySupplier = groupBy(
      standing(input),
      ({ selected }) => `${selected.period} ${selected.supplier.key}`,
    );
    for (const its of bySupplier.values()) {
      // By date, newest last.
      for (const [index, one] of its.entries()) {
        for (const [at, other] of its.entries()) if (at !== index) yield* compare(one, other, at < index);
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

/**
 * The contradictions between two responses that belong at the first. A disagreement about the same thing is
 * reported once, at the newer response; one with a statement about the whole company, at that statement.
 */
function* compare(one: CheckedResponse, other: CheckedResponse, isNewer: boolean) {
  const { response } = one.selected;
  const otherResponse = other.selected.response;
  const otherFile = sourceText(otherResponse.source);
  const layout = placedLayout(response);
  const nothing = { policy: null, question: null, metal: null, otherFile, products: null };
  for (const asked of isNewer ? layout.policies : []) {
    const policy = asked.key;
    const here = policyCodeOf(response, policy);
    const there = policyCodeOf(otherResponse, policy);
    // Editions have different ways of saying yes, so only yes against no is a contradiction.
    if (!here || !there || (here === "no") === (there === "no")) continue;
    const facts = { ...nothing, policy, here, there, about: "policy" as const };
    yield aboutResponse<DisagreeFacts>(one, { at: policyCell(layout, asked), facts });
  }

  const found = overlapOf(response, otherResponse);
  if (found === undefined) return;
  const { overlap, products } = found;
  if (overlap !== "whole" && !isNewer) return;
  const [subject, otherSubject] = [subjectOf(one), subjectOf(other)];
  const [first] = layout.questions;
  for (const metal of layout.minerals) {
    if (
      overlap === "whole" &&
      first &&
      subject.scope[metal] === "no" &&
      otherSubject.scope[metal] === "yes"
    ) {
      const facts = {
        ...nothing,
        metal,
        here: "no" as const,
        there: "yes" as const,
        about: "scope" as const,
      };
      yield aboutResponse<DisagreeFacts>(one, { at: answerCell(layout, first, metal), facts });
      continue;
    }
    for (const meaning of OF_PRODUCTS) {
      const asked = findQuestion(layout, meaning);
      const here = codeOf(response, metal, meaning);
      const there = codeOf(otherResponse, metal, meaning);
      if (!asked || !here || !there || !contradict(meaning, here, there, overlap)) continue;
      const facts = { ...nothing, question: asked.key, metal, here, there, about: overlap, products };
      yield aboutResponse<DisagreeFacts>(one, { at: answerCell(layout, asked, metal), facts });
    }
  }
}

/**
 * Whether two answers cannot both be true: different answers about the same products (for origin, Unknown
 * against any other answer too), or an answer for all against one for a part.
 */
function contradict(meaning: Meaning, here: AnswerCode, there: AnswerCode, overlap: Overlap): boolean {
  const [denied, affirmed] = [here === "no" && there === "yes", here === "yes" && there === "no"];
  if (overlap !== "whole") {
    const doubted = DENIED_FOR_ALL.includes(meaning) && (here === "unknown") !== (there === "unknown");
    return denied || affirmed || doubted;
  }
  return (denied && DENIED_FOR_ALL.includes(meaning)) || (affirmed && AFFIRMED_FOR_ALL.includes(meaning));
}

/** How two declarations of a supplier overlap; undefined if they cover different things. */
function overlapOf(
  one: Response,
  other: Response,
): { overlap: Overlap; products: string[] | null } | undefined {
  const [scope, otherScope] = [one.company.scope?.value, other.company.scope?.value];
  if (scope === "company") {
    return otherScope === "company" ? undefined : { overlap: "whole", products: null };
  }
  if (scope === "product" && otherScope === "product") {
    const theirs = productNumbers(other);
    const shared = sortTexts([...productNumbers(one)].filter((number) => theirs.has(number)));
    return shared.length === 0
      ? undefined
      : { overlap: "products", products: shared.slice(0, SHOWN_PRODUCTS) };
  }
  const [text, otherText] = [descriptionOf(one), descriptionOf(other)];
  return scope === otherScope && describesTheSame(text, otherText)
    ? { overlap: "description", products: null }
    : undefined;
}

function productNumbers({ products }: Response): Set<string> {
  return new Set(products.flatMap(({ number }) => number?.trim().toLowerCase() || []));
}

function descriptionOf({ company }: Response): string {
  return company.scopeDescription?.value ?? "";
}
