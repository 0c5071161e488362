// The reasonable country of origin inquiry of Form SD, for which CMRTs are collected.
import type { Inquiry } from "../form.ts";

export const INQUIRY: Inquiry = {
  title: "reasonable country of origin inquiry",
  // The Democratic Republic of the Congo and the countries adjoining it (section 1502 of the Dodd-Frank Act).
  countries: ["AO", "BI", "CD", "CF", "CG", "RW", "SS", "TZ", "UG", "ZM"],
  mainCountry: "CD",
  area: "covered countries",
  country: "covered country",
  minerals: "3TG",
  mineralsDefined:
    "columbite-tantalite (coltan), cassiterite, gold and wolframite, and their derivatives, which are limited to tantalum, tin and tungsten",
  outcomes: {
    notInScope: "not in scope",
    recycled: "recycled or scrap",
    originated: "originated, or may have originated, in covered countries",
    undetermined: "undetermined",
    noReason: "no reason to believe",
  },
  sections: [
    "inputs",
    "scope",
    "design",
    "results",
    "smelters",
    "origins",
    "outcome",
    "dueDiligence",
    "efforts",
    "annexes",
  ],
  draft: "form-sd",
};
