// The two e-mail fields, with one rule each.

import { isNotAvailable } from "../../domain/sentinels.ts";
import { companyCell } from "../../forms/layouts.ts";
import { FIELD_NAMES } from "../../model/labels.ts";
import type { CompanyField } from "../../model/vocabulary.ts";
import { defineRule, type Rule } from "../rule.ts";

export const emailInvalidRules: readonly Rule[] = (["contactEmail", "authorizerEmail"] as const).map(
  (field) =>
    defineRule<{ field: string }>({
      id: field === "contactEmail" ? "contact-email-invalid" : "authorizer-email-invalid",
      severity: "error",
      needs: ["company"],
      about: { fields: [field], instruction: "persons" },
      title: `The ${FIELD_NAMES[field]} is not an e-mail address.`,
      why: "The person cannot be reached; the Checker of 6.x counts a text without an at sign as missing.",
      ask: "What is the e-mail address of this person?",
      source:
        "The Checker of 6.x (an error there, a warning before); the words that the instructions allow instead are left alone.",
      // Findings are passed on, so the typed text, which may be a name or a phone number, is left out.
      message: ({ field: key }) =>
        `The ${FIELD_NAMES[key as CompanyField]} has no "@", so it is not an e-mail address.`,
      *check({ response, layout, requirements }) {
        const at = companyCell(layout, field);
        const { raw, value, link = "" } = response.company[field] ?? {};
        const text = raw ?? value ?? "";
        if (at === undefined || text === "" || text.includes("@") || isNotAvailable(text)) return;
        // The person can be reached through the link; but the Checker of 6.x tests the text only.
        if (link.includes("@") && !requirements.emailNeedsAt) return;
        yield { at, facts: { field }, severity: requirements.emailNeedsAt ? "error" : "warning" };
      },
      example: {
        fires: { about: "a name instead of an address", company: { [field]: "Ada Example" } },
        silent: { about: "not available, as the instructions allow", company: { [field]: "n/a" } },
      },
    }),
);
