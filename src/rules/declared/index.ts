// What the answers declare.
import type { Topic } from "../rule.ts";
import { companyAnswerNo } from "./company-answer-no.ts";
import { correctiveActionCommentMissing } from "./corrective-action-comment-missing.ts";
import { declaredOriginRules } from "./declared-origins.ts";
import { no3tgDeclared } from "./no-3tg-declared.ts";
import { noMineralDeclared } from "./no-mineral-declared.ts";
import { notUsedCommentMissing } from "./not-used-comment-missing.ts";
import { originYesCommentMissing } from "./origin-yes-comment-missing.ts";
import { otherFormatCommentMissing } from "./other-format-comment-missing.ts";
import { scopeUnknown } from "./scope-unknown.ts";
import { smelterInfoNotAllReported } from "./smelter-info-not-all-reported.ts";
import { smeltersNotAllIdentified } from "./smelters-not-all-identified.ts";
import { supplierResponseLow } from "./supplier-response-low.ts";
import { weakProgramme } from "./weak-programme.ts";

export const declared: Topic = {
  title: "What the answers declare",
  rules: [
    ...declaredOriginRules,
    supplierResponseLow,
    smeltersNotAllIdentified,
    smelterInfoNotAllReported,
    originYesCommentMissing,
    notUsedCommentMissing,
    no3tgDeclared,
    companyAnswerNo,
    otherFormatCommentMissing,
    correctiveActionCommentMissing,
    weakProgramme,
    scopeUnknown,
    noMineralDeclared,
  ],
};
