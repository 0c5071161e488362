// The catalogue: every published rule, in the order in which `cmrt rules` lists them.
import { answersMissingRules } from "./completeness/answers-missing.ts";
import { companyAnswerMissing } from "./completeness/company-answer-missing.ts";
import { companyFieldRules } from "./completeness/company-fields.ts";
import { policyUrlMalformed } from "./completeness/policy-url-malformed.ts";
import { policyUrlMissing } from "./completeness/policy-url-missing.ts";
import { productListEmpty } from "./completeness/product-list-empty.ts";
import { productNumberMissing } from "./completeness/product-number-missing.ts";
import { scopeDescriptionMissing } from "./completeness/scope-description-missing.ts";
import { smelterListEmpty } from "./completeness/smelter-list-empty.ts";
import { smelterListMissingForMetal } from "./completeness/smelter-list-missing-for-metal.ts";
import { answerNotInList } from "./logic/answer-not-in-list.ts";
import { answerOutsideScope } from "./logic/answer-outside-scope.ts";
import { companyAnswerNo } from "./logic/company-answer-no.ts";
import { companyAnswerNotInList } from "./logic/company-answer-not-in-list.ts";
import { correctiveActionCommentMissing } from "./logic/corrective-action-comment-missing.ts";
import { declarationScopeInvalid } from "./logic/declaration-scope-invalid.ts";
import { declaredOriginRules } from "./logic/declared-origins.ts";
import { identifiedButUnidentifiedRow } from "./logic/identified-but-unidentified-row.ts";
import { identifiedWithoutFullResponse } from "./logic/identified-without-full-response.ts";
import { no3tgDeclared } from "./logic/no-3tg-declared.ts";
import { originNoWithoutFullCoverage } from "./logic/origin-no-without-full-coverage.ts";
import { originYesCommentMissing } from "./logic/origin-yes-comment-missing.ts";
import { otherFormatCommentMissing } from "./logic/other-format-comment-missing.ts";
import { policyMissingButPublic } from "./logic/policy-missing-but-public.ts";
import { productDuplicate } from "./logic/product-duplicate.ts";
import { productListNotNeeded } from "./logic/product-list-not-needed.ts";
import { q1NoCommentMissing } from "./logic/q1-no-comment-missing.ts";
import { q4ContradictsQ3 } from "./logic/q4-contradicts-q3.ts";
import { recycledContradictsOrigin } from "./logic/recycled-contradicts-origin.ts";
import { smelterInfoNotAllReported } from "./logic/smelter-info-not-all-reported.ts";
import { smeltersNotAllIdentified } from "./logic/smelters-not-all-identified.ts";
import { supplierResponseLow } from "./logic/supplier-response-low.ts";
import type { Rule } from "./rule.ts";
import { smelterMetalOutOfScope } from "./smelters/smelter-metal-out-of-scope.ts";
import { smelterNotListedIncomplete } from "./smelters/smelter-not-listed-incomplete.ts";

export interface Topic {
  title: string;
  rules: readonly Rule[];
}

/** The rules by topic. */
export const TOPICS: readonly Topic[] = [
  {
    title: "What the template requires",
    rules: [
      ...companyFieldRules,
      scopeDescriptionMissing,
      ...answersMissingRules,
      companyAnswerMissing,
      policyUrlMissing,
      policyUrlMalformed,
      smelterListMissingForMetal,
      smelterListEmpty,
      smelterNotListedIncomplete,
      productListEmpty,
      productNumberMissing,
    ],
  },
  {
    title: "Answers that are not the template's",
    rules: [declarationScopeInvalid, answerNotInList, companyAnswerNotInList],
  },
  {
    title: "Answers that contradict each other or the lists",
    rules: [
      answerOutsideScope,
      originNoWithoutFullCoverage,
      q4ContradictsQ3,
      recycledContradictsOrigin,
      identifiedWithoutFullResponse,
      identifiedButUnidentifiedRow,
      smelterMetalOutOfScope,
      policyMissingButPublic,
      productDuplicate,
      productListNotNeeded,
    ],
  },
  {
    title: "What the answers declare",
    rules: [
      ...declaredOriginRules,
      supplierResponseLow,
      smeltersNotAllIdentified,
      smelterInfoNotAllReported,
      originYesCommentMissing,
      q1NoCommentMissing,
      no3tgDeclared,
      companyAnswerNo,
      otherFormatCommentMissing,
      correctiveActionCommentMissing,
    ],
  },
];

export const RULES: readonly Rule[] = TOPICS.flatMap((topic) => topic.rules);

/** A rule by its id. */
export function findRule(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
