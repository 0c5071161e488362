// Invalid or contradictory answers.
import type { Topic } from "../rule.ts";
import { answerNotInList } from "./answer-not-in-list.ts";
import { answerOutsideScope } from "./answer-outside-scope.ts";
import { answerWithoutMineral } from "./answer-without-mineral.ts";
import { answeredMineralNotSelected } from "./answered-mineral-not-selected.ts";
import { answersWithoutSurvey } from "./answers-without-survey.ts";
import { cahraNoButCoveredYes } from "./cahra-no-but-covered-yes.ts";
import { companyAnswerNotInList } from "./company-answer-not-in-list.ts";
import { identifiedButUnidentifiedRow } from "./identified-but-unidentified-row.ts";
import { identifiedWithoutFullResponse } from "./identified-without-full-response.ts";
import { mineralSelectionUnusual } from "./mineral-selection-unusual.ts";
import { originNoWithoutFullCoverage } from "./origin-no-without-full-coverage.ts";
import { originNoWithoutInquiry } from "./origin-no-without-inquiry.ts";
import { policyMissingButPublic } from "./policy-missing-but-public.ts";
import { practicesContradict } from "./practices-contradict.ts";
import { productDuplicate } from "./product-duplicate.ts";
import { productListNotNeeded } from "./product-list-not-needed.ts";
import { recycledContradictsOrigin } from "./recycled-contradicts-origin.ts";
import { requesterNumberDuplicate, requesterNumberMissing } from "./requester-numbers.ts";

export const answers: Topic = {
  title: "Invalid or contradictory answers",
  rules: [
    answerNotInList,
    companyAnswerNotInList,
    answerOutsideScope,
    originNoWithoutFullCoverage,
    originNoWithoutInquiry,
    cahraNoButCoveredYes,
    recycledContradictsOrigin,
    identifiedWithoutFullResponse,
    identifiedButUnidentifiedRow,
    policyMissingButPublic,
    practicesContradict,
    answersWithoutSurvey,
    productDuplicate,
    productListNotNeeded,
    requesterNumberMissing,
    requesterNumberDuplicate,
    mineralSelectionUnusual,
    answerWithoutMineral,
    answeredMineralNotSelected,
  ],
};
