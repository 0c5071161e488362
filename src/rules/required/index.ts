// Cells that the template itself requires.
import type { Topic } from "../rule.ts";
import { answersMissingRules } from "./answers-missing.ts";
import { companyAnswerMissing } from "./company-answer-missing.ts";
import { companyFieldRules } from "./company-fields.ts";
import { mineralsInScopeMissing } from "./minerals-in-scope-missing.ts";
import { optionalAnswerMissing } from "./optional-answer-missing.ts";
import { otherMineralNotNamed } from "./other-mineral-not-named.ts";
import { policyUrlMalformed } from "./policy-url-malformed.ts";
import { policyUrlMissing } from "./policy-url-missing.ts";
import { productListEmpty } from "./product-list-empty.ts";
import { productNumberMissing } from "./product-number-missing.ts";
import { scopeDescriptionMissing } from "./scope-description-missing.ts";
import { smelterCountryMissing } from "./smelter-country-missing.ts";
import { smelterListEmpty } from "./smelter-list-empty.ts";
import { smelterListMissingForMetal } from "./smelter-list-missing-for-metal.ts";
import { smelterNotListedIncomplete } from "./smelter-not-listed-incomplete.ts";

export const required: Topic = {
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
    mineralsInScopeMissing,
    otherMineralNotNamed,
    optionalAnswerMissing,
    smelterCountryMissing,
  ],
};
