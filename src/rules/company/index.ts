// The company block.
import type { Topic } from "../rule.ts";
import { authorizerNamePlaceholder } from "./authorizer-name-placeholder.ts";
import { declarationScopeInvalid } from "./declaration-scope-invalid.ts";
import { emailInvalidRules } from "./email-invalid.ts";
import { entryStartsWithFormulaChar } from "./entry-starts-with-formula-char.ts";
import { freeTextNotEnglish } from "./free-text-not-english.ts";
import { languageNotEnglish } from "./language-not-english.ts";

export const company: Topic = {
  title: "Company information",
  rules: [
    declarationScopeInvalid,
    ...emailInvalidRules,
    authorizerNamePlaceholder,
    languageNotEnglish,
    freeTextNotEnglish,
    entryStartsWithFormulaChar,
  ],
};
