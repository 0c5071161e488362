// The catalogue: every published rule, in the order in which `cmrt rules` lists them.
import { answersWeakerThanLastYear } from "./campaign/answers-weaker-than-last-year.ts";
import { responseSuperseded } from "./campaign/response-superseded.ts";
import { responsesDisagree } from "./campaign/responses-disagree.ts";
import { productsNotCovered, supplierMissing, supplierNotOnRoster } from "./campaign/roster-rules.ts";
import {
  smelterCountOutlier,
  smelterListCopied,
  smelterListIsWholeReference,
} from "./campaign/smelter-list-rules.ts";
import { weakProgramme } from "./campaign/weak-programme.ts";
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
import { dateBeforeTemplate } from "./dates/date-before-template.ts";
import { dateOnlyRefreshed } from "./dates/date-only-refreshed.ts";
import { effectiveDateInFuture } from "./dates/effective-date-in-future.ts";
import { effectiveDateNotADate } from "./dates/effective-date-not-a-date.ts";
import { effectiveDateOutOfRange } from "./dates/effective-date-out-of-range.ts";
import { effectiveDateStale } from "./dates/effective-date-stale.ts";
import { periodDateRules } from "./dates/period-dates.ts";
import { checkerResultStale } from "./file/checker-result-stale.ts";
import { fileDuplicate } from "./file/file-duplicate.ts";
import {
  templateVersionSuperseded,
  templateVersionTooOld,
  templateVersionUnknown,
} from "./file/template-version.ts";
import { unreadableFileRules } from "./file/unreadable-files.ts";
import { formulasNotCalculated, smelterListFull, templateShifted } from "./file/workbook-state.ts";
import { answerNotInList } from "./logic/answer-not-in-list.ts";
import { answerOutsideScope } from "./logic/answer-outside-scope.ts";
import { authorizerNamePlaceholder } from "./logic/authorizer-name-placeholder.ts";
import { companyAnswerNo } from "./logic/company-answer-no.ts";
import { companyAnswerNotInList } from "./logic/company-answer-not-in-list.ts";
import { correctiveActionCommentMissing } from "./logic/corrective-action-comment-missing.ts";
import { declarationScopeInvalid } from "./logic/declaration-scope-invalid.ts";
import { declaredOriginRules } from "./logic/declared-origins.ts";
import { emailInvalidRules } from "./logic/email-invalid.ts";
import { entryStartsWithFormulaChar } from "./logic/entry-starts-with-formula-char.ts";
import { freeTextNotEnglish } from "./logic/free-text-not-english.ts";
import { identifiedButUnidentifiedRow } from "./logic/identified-but-unidentified-row.ts";
import { identifiedWithoutFullResponse } from "./logic/identified-without-full-response.ts";
import { languageNotEnglish } from "./logic/language-not-english.ts";
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
import {
  smelterInCoveredCountry,
  smelterNotConformant,
  smelterOriginCovered,
  smelterWatchList,
} from "./smelters/exposure-rules.ts";
import { mineCountryCoveredButNo } from "./smelters/mine-country-covered-but-no.ts";
import {
  smelterCountryDisagree,
  smelterIdNameDisagree,
  smelterIdNotInReference,
  smelterIdOtherMetal,
  smelterLegacyId,
  smelterRemoved,
  smelterUnmatched,
} from "./smelters/reference-rules.ts";
import { smelterAutofillOverwritten } from "./smelters/smelter-autofill-overwritten.ts";
import {
  smelterNotIdentifiedRule,
  smelterNotListed,
  smelterNotListedIsListed,
} from "./smelters/smelter-choices.ts";
import { smelterCountryInvalid } from "./smelters/smelter-country-invalid.ts";
import { smelterDuplicate } from "./smelters/smelter-duplicate.ts";
import { smelterIdFormat } from "./smelters/smelter-id-format.ts";
import { smelterIdMismatch, smelterIdUnknown } from "./smelters/smelter-id-input.ts";
import { smelterLookupMissing } from "./smelters/smelter-lookup-missing.ts";
import { smelterMetalInvalid, smelterMetalMissing } from "./smelters/smelter-metal.ts";
import { smelterMetalOutOfScope } from "./smelters/smelter-metal-out-of-scope.ts";
import {
  smelterExclamation,
  smelterNameImplausible,
  smelterNameWithoutNotListed,
  smelterNotAName,
} from "./smelters/smelter-names.ts";
import { smelterNotInList } from "./smelters/smelter-not-in-list.ts";
import { smelterNotListedIncomplete } from "./smelters/smelter-not-listed-incomplete.ts";
import {
  recycledDeclaredButSmelterNot,
  smelterRecycledInconsistent,
  smelterRecycledInvalid,
} from "./smelters/smelter-recycled.ts";

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
    title: "What stands in the company's block",
    rules: [
      declarationScopeInvalid,
      ...emailInvalidRules,
      authorizerNamePlaceholder,
      languageNotEnglish,
      freeTextNotEnglish,
      entryStartsWithFormulaChar,
    ],
  },
  {
    title: "Dates",
    rules: [
      effectiveDateNotADate,
      effectiveDateOutOfRange,
      effectiveDateInFuture,
      effectiveDateStale,
      ...periodDateRules,
      dateBeforeTemplate,
      dateOnlyRefreshed,
    ],
  },
  {
    title: "Answers that are not the template's, or contradict each other",
    rules: [
      answerNotInList,
      companyAnswerNotInList,
      answerOutsideScope,
      originNoWithoutFullCoverage,
      q4ContradictsQ3,
      recycledContradictsOrigin,
      identifiedWithoutFullResponse,
      identifiedButUnidentifiedRow,
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
      weakProgramme,
    ],
  },
  {
    title: "Smelter rows",
    rules: [
      smelterMetalMissing,
      smelterMetalInvalid,
      smelterLookupMissing,
      smelterNotInList,
      smelterIdUnknown,
      smelterIdMismatch,
      smelterIdFormat,
      smelterNotListed,
      smelterNotIdentifiedRule,
      smelterNotListedIsListed,
      smelterMetalOutOfScope,
      smelterDuplicate,
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
    ],
  },
  {
    title: "Smelter rows against the lists",
    rules: [
      smelterIdNotInReference,
      smelterIdOtherMetal,
      smelterIdNameDisagree,
      smelterCountryDisagree,
      smelterLegacyId,
      smelterUnmatched,
      smelterRemoved,
      smelterNotConformant,
      smelterInCoveredCountry,
      smelterOriginCovered,
      smelterWatchList,
    ],
  },
  {
    title: "Files and template versions",
    rules: [
      ...unreadableFileRules,
      fileDuplicate,
      templateVersionUnknown,
      templateVersionSuperseded,
      templateVersionTooOld,
      templateShifted,
      formulasNotCalculated,
      smelterListFull,
      checkerResultStale,
    ],
  },
  {
    title: "Across responses and periods",
    rules: [
      supplierMissing,
      supplierNotOnRoster,
      productsNotCovered,
      responseSuperseded,
      responsesDisagree,
      smelterListIsWholeReference,
      smelterListCopied,
      smelterCountOutlier,
      answersWeakerThanLastYear,
    ],
  },
];

export const RULES: readonly Rule[] = TOPICS.flatMap((topic) => topic.rules);
