// Smelter rows by themselves, without reference lists.
import type { Topic } from "../rule.ts";
import { mineCountryCoveredButNo } from "./mine-country-covered-but-no.ts";
import { mineCountryOutsideAnswer } from "./mine-country-outside-answer.ts";
import { mineInCoveredCountry } from "./mine-in-covered-country.ts";
import { productScopeManySmelters } from "./product-scope-many-smelters.ts";
import { smelterAutofillOverwritten } from "./smelter-autofill-overwritten.ts";
import { smelterNotIdentifiedRule, smelterNotListed, smelterNotListedIsListed } from "./smelter-choices.ts";
import { smelterCountryInvalid } from "./smelter-country-invalid.ts";
import { smelterDuplicate } from "./smelter-duplicate.ts";
import { smelterIdFormat } from "./smelter-id-format.ts";
import { smelterIdInName } from "./smelter-id-in-name.ts";
import { smelterIdMismatch, smelterIdUnknown } from "./smelter-id-input.ts";
import { smelterLookupMissing } from "./smelter-lookup-missing.ts";
import { smelterMetalInvalid, smelterMetalMissing } from "./smelter-metal.ts";
import { smelterMetalOutOfScope } from "./smelter-metal-out-of-scope.ts";
import {
  smelterExclamation,
  smelterNameImplausible,
  smelterNameWithoutNotListed,
  smelterNotAName,
} from "./smelter-names.ts";
import { smelterNotInList } from "./smelter-not-in-list.ts";
import {
  recycledDeclaredButSmelterNot,
  smelterRecycledInconsistent,
  smelterRecycledInvalid,
} from "./smelter-recycled.ts";
import { smelterRowsDisagree } from "./smelter-rows-disagree.ts";

export const smelters: Topic = {
  title: "Smelter rows",
  rules: [
    smelterMetalMissing,
    smelterMetalInvalid,
    smelterLookupMissing,
    smelterNotInList,
    smelterIdUnknown,
    smelterIdMismatch,
    smelterIdFormat,
    smelterIdInName,
    smelterNotListed,
    smelterNotIdentifiedRule,
    smelterNotListedIsListed,
    smelterMetalOutOfScope,
    smelterDuplicate,
    smelterRowsDisagree,
    smelterAutofillOverwritten,
    smelterCountryInvalid,
    smelterNameImplausible,
    smelterNotAName,
    smelterExclamation,
    smelterNameWithoutNotListed,
    smelterRecycledInvalid,
    smelterRecycledInconsistent,
    recycledDeclaredButSmelterNot,
    mineCountryCoveredButNo,
    mineCountryOutsideAnswer,
    mineInCoveredCountry,
    productScopeManySmelters,
  ],
};
