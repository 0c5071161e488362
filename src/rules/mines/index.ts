// The mine list, in templates that have one.
import type { Topic } from "../rule.ts";
import { mineGapRules } from "./gaps.ts";
import { mineCountryInvalid } from "./mine-country-invalid.ts";
import { mineMetalOutOfScope } from "./mine-metal-out-of-scope.ts";
import { mineOfRecycledMineral, mineSmelterRecycled } from "./mine-recycled.ts";
import { mineSmelterNotOnList } from "./mine-smelter-not-on-list.ts";
import { mineCountriesDisagree, mineDuplicate } from "./mines-twice.ts";

export const mines: Topic = {
  title: "Mine list",
  rules: [
    ...mineGapRules,
    mineCountryInvalid,
    mineMetalOutOfScope,
    mineSmelterNotOnList,
    mineOfRecycledMineral,
    mineSmelterRecycled,
    mineCountriesDisagree,
    mineDuplicate,
  ],
};
