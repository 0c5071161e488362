import { describesTheSame } from "../../domain/scope-descriptions.ts";
import { fieldCell } from "../../forms/placed-layout.ts";
import { groupBy } from "../../lib/group-by.ts";
import { sourceText } from "../../model/workbook.ts";
import { type CheckedResponse, defineCampaignRule } from "../rule.ts";
import { about, standing } from "../support/standing.ts";

export const scopesAlike = defineCampaignRule<{ here: string; there: string; otherFile: string }>({
  id: "scopes-alike",
  severity: "warning",
  needs: [],
  title: "Two responses of one supplier that both count describe the same scope in other words.",
  why: "The newer one is probably meant to replace the older, but both are counted.",
  ask: "Does the newer declaration replace the older one?",
  source: "The descriptions of scope in the supplier's responses that count.",
  message: ({ here, there, otherFile }) =>
    `The scope "${here}" is that of ${otherFile} ("${there}") in other words; both responses are counted.`,
  *check(input) {
    const described = standing(input).filter(({ selected }) => descriptionOf(selected) !== "");
    const bySupplier = groupBy(
      described,
      ({ selected: { period, supplier, response } }) =>
        `${period} ${response.company.scope?.value ?? ""} ${supplier.key}`,
    );
    for (const its of bySupplier.values()) {
      for (const [index, older] of its.entries()) {
        for (const newer of its.slice(index + 1)) {
          const [here, there] = [descriptionOf(newer.selected), descriptionOf(older.selected)];
          if (!describesTheSame(here, there)) continue;
          const at = fieldCell(newer.selected.response, "scopeDescription");
          const otherFile = sourceText(older.selected.response.source);
          yield about(newer, { at, facts: { here, there, otherFile } });
        }
      }
    }
  },
  example: () => {
    const scoped = (scopeDescription: string) => ({
      supplier: "Acme",
      company: { scope: { value: "userDefined", raw: "C. User defined" }, scopeDescription },
    });
    const pair = (one: string, other: string) => [
      { file: "acme-1.xlsx", ...scoped(one) },
      { file: "acme-2.xlsx", ...scoped(other) },
    ];
    return {
      fires: {
        about: "one scope, worded twice",
        responses: pair("All brass connectors", "Connectors of brass"),
      },
      silent: {
        about: "two plants",
        responses: pair("Connectors of plant 1", "Connectors of plant 2"),
      },
    };
  },
});

function descriptionOf({ response }: CheckedResponse["selected"]): string {
  return response.company.scopeDescription?.value ?? "";
}
