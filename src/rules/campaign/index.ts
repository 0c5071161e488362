// Across responses and periods.
import type { Topic } from "../rule.ts";
import { answersWeakerThanLastYear } from "./answers-weaker-than-last-year.ts";
import { askedMineralNotDeclared } from "./asked-minerals.ts";
import { declarantNameToConfirm, declarantNotSupplier, missingSupplierAlike } from "./declarant-rules.ts";
import { originNoWasYes } from "./origin-no-was-yes.ts";
import { requesterNumberUnknown } from "./requester-numbers.ts";
import { responseSuperseded } from "./response-superseded.ts";
import { responsesDisagree } from "./responses-disagree.ts";
import {
  expectedMetalDenied,
  productsNotCovered,
  supplierMissing,
  supplierNotOnRoster,
} from "./roster-rules.ts";
import { scopesAlike } from "./scopes-alike.ts";
import {
  smelterCountLow,
  smelterCountOutlier,
  smelterListCopied,
  smelterListIsWholeReference,
} from "./smelter-list-rules.ts";
import { templatesDisagreeOnSmelter } from "./templates-disagree.ts";

export const campaign: Topic = {
  title: "Across responses and periods",
  rules: [
    supplierMissing,
    supplierNotOnRoster,
    missingSupplierAlike,
    declarantNotSupplier,
    declarantNameToConfirm,
    productsNotCovered,
    requesterNumberUnknown,
    expectedMetalDenied,
    askedMineralNotDeclared,
    responseSuperseded,
    responsesDisagree,
    scopesAlike,
    templatesDisagreeOnSmelter,
    smelterListIsWholeReference,
    smelterListCopied,
    smelterCountOutlier,
    smelterCountLow,
    answersWeakerThanLastYear,
    originNoWasYes,
  ],
};
