import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

export const declarationScopeInvalid = defineRule<{ text: string; choices: string[] }>({
  id: "declaration-scope-invalid",
  severity: "error",
  needs: ["company"],
  about: { fields: ["scope"] },
  title: "The declaration scope is not one of the template's choices.",
  why: "The template then treats the scope as one of the supplier's own and asks for its description.",
  ask: "Which of the offered scopes does this declaration have?",
  source: "The drop-down list of the declaration's scope.",
  message: ({ text, choices }) =>
    `The declaration scope is "${text}"; the choices are ${choices.join(", ")}.`,
  *check({ response, layout }) {
    const { scope } = response.company;
    const at = companyCell(layout, "scope");
    if (scope === undefined || at === undefined) return;
    if (layout.inferred && scope.value !== null) return;
    const choices = layout.scopes.map((choice) => choice.text);
    const text = scope.raw ?? layout.scopes.find((choice) => choice.scope === scope.value)?.text;
    if (text !== undefined && choices.some((choice) => choice.toLowerCase() === text.toLowerCase())) return;
    yield { at, facts: { text: text ?? String(scope.value), choices } };
  },
  example: {
    fires: {
      about: "a word of the supplier's own",
      company: { scope: { value: null, raw: "All our screws" } },
    },
    silent: { about: "a choice in capitals", company: { scope: { value: "company", raw: "A. COMPANY" } } },
  },
});
