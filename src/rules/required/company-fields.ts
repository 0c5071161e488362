// The company fields that the template requires: one rule each, made from this table and the editions'
// requirements.

import { companyCell } from "../../forms/layouts.ts";
import { FIELD_NAMES } from "../../model/labels.ts";
import type { CompanyField } from "../../model/vocabulary.ts";
import { defineRule, type Rule } from "../rule.ts";

interface RequiredField {
  id: string;
  field: CompanyField;
  /** Version used in the example if the newest template does not require the field. */
  example?: string;
  title: string;
  why: string;
  ask: string;
}

const FIELDS: readonly RequiredField[] = [
  {
    id: "company-name-missing",
    field: "companyName",
    title: "The company name is empty.",
    why: "Without it nobody can say whose declaration this is.",
    ask: "Which company makes this declaration?",
  },
  {
    id: "declaration-scope-missing",
    field: "scope",
    title: "No declaration scope is chosen.",
    why: "Whether the answers cover the whole company or some products decides what they can be used for.",
    ask: "Does this declaration cover the whole company, a list of products, or something you define?",
  },
  {
    id: "contact-name-missing",
    field: "contactName",
    title: "The contact name is empty.",
    why: "There is nobody to ask about the answers.",
    ask: "Who can be asked about this declaration?",
  },
  {
    id: "contact-email-missing",
    field: "contactEmail",
    title: "The contact e-mail is empty.",
    why: "Questions about the answers cannot be sent to anyone.",
    ask: "What is your contact's e-mail address?",
  },
  {
    id: "contact-phone-missing",
    field: "contactPhone",
    title: "The contact phone is empty.",
    why: "The template requires a phone number of the contact.",
    ask: "What is your contact's phone number?",
  },
  {
    id: "authorizer-name-missing",
    field: "authorizerName",
    title: "The authorizer is not named.",
    why: "Nobody vouches for the answers.",
    ask: "Who in your company authorizes this declaration?",
  },
  {
    id: "authorizer-email-missing",
    field: "authorizerEmail",
    title: "The authorizer's e-mail is empty.",
    why: "The person who vouches for the answers cannot be reached.",
    ask: "What is the authorizer's e-mail address?",
  },
  {
    id: "authorizer-phone-missing",
    field: "authorizerPhone",
    example: "3.01",
    title: "The authorizer's phone is empty.",
    why: "Templates of the 3.x generation require it; later ones leave it optional.",
    ask: "What is the authorizer's phone number?",
  },
  {
    id: "effective-date-missing",
    field: "effectiveDate",
    title: "The effective date is empty.",
    why: "Without a date the declaration belongs to no reporting period.",
    ask: "On which day was this declaration completed?",
  },
];

export const companyFieldRules: readonly Rule[] = FIELDS.map((entry) =>
  defineRule<{ field: string }>({
    id: entry.id,
    severity: "error",
    needs: ["company"],
    about: { where: ({ required }) => required.company.includes(entry.field) },
    title: entry.title,
    why: entry.why,
    ask: entry.ask,
    source: "The template's Checker; in 1.00 the starred labels.",
    message: ({ field }) => `The ${FIELD_NAMES[field as CompanyField]} is empty.`,
    *check({ response, layout, requirements }) {
      const at = companyCell(layout, entry.field);
      if (at === undefined || !requirements.company.includes(entry.field)) return;
      if (response.company[entry.field] === undefined) yield { at, facts: { field: entry.field } };
    },
    example: {
      fires: {
        about: "the field is left empty",
        ...(entry.example ? { version: entry.example } : {}),
        company: { [entry.field]: null },
      },
      silent: { about: "the field is filled", ...(entry.example ? { version: entry.example } : {}) },
    },
  }),
);
