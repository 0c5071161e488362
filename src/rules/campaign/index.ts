// Across responses and periods.
import type { Topic } from "../rule.ts";
import { answersWeakerThanLastYear } from "./answers-weaker-than-last-year.ts";
import { declarantNotSupplier, missingSupplierAlike } from "./declarant-rules.ts";
import { originNoWasYes } from "./origin-no-was-yes.ts";
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

export const campaign: Topic = {
  title: "Across responses and periods",
  rules: [
    supplierMissing,
    supplierNotOnRoster,
    missingSupplierAlike,
    declarantNotSupplier,
    productsNotCovered,
    expectedMetalDenied,
    responseSuperseded,
    responsesDisagree,
    scopesAlike,
    smelterListIsWholeReference,
    smelterListCopied,
    smelterCountOutlier,
    smelterCountLow,
    answersWeakerThanLastYear,
    originNoWasYes,
  ],
};
