import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

export const scopeDescriptionMissing = defineRule<{ scope: string }>({
  id: "scope-description-missing",
  severity: "error",
  needs: ["company"],
  about: { fields: ["scope", "scopeDescription"] },
  title: "The declaration's scope is defined by the supplier but not described.",
  why: "Nobody can tell which products the answers cover.",
  ask: "What exactly does this declaration cover?",
  source: "The template's Checker: every scope but company and product must be described.",
  message: ({ scope }) => `The scope "${scope}" needs a description, and the description of scope is empty.`,
  *check({ response, layout, requirements }) {
    const { scope, scopeDescription } = response.company;
    if (scope === undefined || scopeDescription !== undefined) return;
    if ((requirements.scopesWithoutDescription as readonly unknown[]).includes(scope.value)) return;
    const at = companyCell(layout, "scopeDescription");
    const choice = layout.scopes.find((entry) => entry.scope === scope.value)?.text;
    if (at !== undefined) yield { at, facts: { scope: scope.raw ?? choice ?? String(scope.value) } };
  },
  example: {
    fires: {
      about: "a scope of the supplier's own without a description",
      company: {
        scope: { value: "userDefined", raw: "C. User defined [Specify in 'Description of scope']" },
      },
    },
    silent: {
      about: "the same scope, described",
      company: {
        scope: { value: "userDefined", raw: "C. User defined [Specify in 'Description of scope']" },
        scopeDescription: "Brackets of series 7",
      },
    },
  },
});
