// Templates that contain nothing about their supplier: blank ones, and our own declaration sent back.
import { isBlank } from "../../domain/blank.ts";
import { fieldCell } from "../../forms/placed-layout.ts";
import { WANTED } from "../../forms/wanted.ts";
import type { Subject } from "../rule.ts";
import { defineRule } from "../rule.ts";

/** If the supplier has a response that counts, a useless file concerns only the analyst. */
function severityBeside({ supplierAnswered }: Subject): { severity?: "info" } {
  return supplierAnswered ? { severity: "info" } : {};
}

export const blankTemplate = defineRule<Record<string, never>>({
  id: "blank-template",
  severity: "error",
  // It may also be dated in another period, or be listed with one.
  standings: ["blank", "stale", "late"],
  needs: [],
  title: "The template was sent back blank.",
  why: "A file was received, but nobody has responded with it.",
  ask: `Can you fill in the ${WANTED.title} and send it again?`,
  source: "No company name, no answer and no smelter.",
  message: () => "The template is blank: it has no company name, no answer and no smelter.",
  *check(subject) {
    if (subject.selected.standing !== "blank" && !isBlank(subject.response)) return;
    yield { at: null, facts: {}, ...severityBeside(subject) };
  },
  example: ({ first, second, third, fourth }) => ({
    fires: {
      about: "a template that nobody filled in",
      standing: "blank",
      company: { companyName: null, effectiveDate: null },
      smelters: [],
    },
    silent: { about: "a filled template", smelters: [first.row, second.row, third.row, fourth.row] },
  }),
});

export const ownDeclarationReturned = defineRule<{ company: string }>({
  id: "own-declaration-returned",
  severity: "error",
  standings: ["own"],
  needs: ["company"],
  title: "The supplier sent our own declaration back.",
  why: "It says what we declare to customers and nothing of the supplier.",
  ask: "Can you send the declaration of your own company?",
  source: "The issuer and company of the settings against the company name.",
  message: ({ company }) =>
    `The company name is "${company}", our own: this is our declaration, not the supplier's.`,
  *check(subject) {
    const { response } = subject;
    const company = response.company.companyName?.value ?? "";
    const at = fieldCell(response, "companyName");
    yield { at, facts: { company }, ...severityBeside(subject) };
  },
  example: {
    fires: { about: "a declaration of the issuer", standing: "own", supplier: "Bolt Works GmbH" },
    silent: { about: "a declaration of the supplier", supplier: "Acme Fixings Ltd" },
  },
});
