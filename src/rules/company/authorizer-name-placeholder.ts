import { isNoPerson } from "../../domain/sentinels.ts";
import { companyCell } from "../../forms/layouts.ts";
import { FIELD_NAMES } from "../../model/labels.ts";
import type { CompanyField } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";

export const authorizerNamePlaceholder = defineRule<{ field: string; text: string }>({
  id: "authorizer-name-placeholder",
  severity: "warning",
  needs: ["company"],
  about: { instruction: "persons" },
  title: "The contact or the authorizer is a placeholder instead of a person.",
  why: 'The template asks for a person\'s name in both fields and rules out "same".',
  ask: "What is the name of this person?",
  source: "The template's instructions and definition of the authorizer.",
  message: ({ field, text }) =>
    `The ${FIELD_NAMES[field as CompanyField]} is "${text}" instead of a person's name.`,
  *check({ response, layout }) {
    for (const field of ["contactName", "authorizerName"] as const) {
      const at = companyCell(layout, field);
      const text = response.company[field]?.raw ?? response.company[field]?.value ?? "";
      if (at !== undefined && text !== "" && isNoPerson(text)) yield { at, facts: { field, text } };
    }
  },
  example: {
    fires: { about: "same as above", company: { authorizerName: "Same as contact" } },
    silent: { about: "a person of that name", company: { authorizerName: "Sameera Example" } },
  },
});
