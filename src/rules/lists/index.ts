// Smelter rows against the reference lists.
import type { Topic } from "../rule.ts";
import { mineInListedArea, smelterInListedArea, smelterOnSanctionsList } from "./area-rules.ts";
import {
  smelterInCoveredCountry,
  smelterNotConformant,
  smelterOriginCovered,
  smelterWatchList,
} from "./exposure-rules.ts";
import { coveredYesWithoutSource, recycledButMined } from "./origin-answers.ts";
import {
  smelterCountryDisagree,
  smelterIdNameDisagree,
  smelterIdNotInReference,
  smelterIdOtherMetal,
  smelterLegacyId,
  smelterRemoved,
  smelterUnmatched,
} from "./reference-rules.ts";
import { smelterAssessmentDue, smelterStatusLost } from "./status-rules.ts";

export const lists: Topic = {
  title: "Smelter rows against the lists",
  rules: [
    smelterIdNotInReference,
    smelterIdOtherMetal,
    smelterIdNameDisagree,
    smelterCountryDisagree,
    smelterLegacyId,
    smelterUnmatched,
    smelterRemoved,
    smelterNotConformant,
    smelterInCoveredCountry,
    smelterStatusLost,
    smelterAssessmentDue,
    smelterOriginCovered,
    coveredYesWithoutSource,
    recycledButMined,
    smelterInListedArea,
    mineInListedArea,
    smelterOnSanctionsList,
    smelterWatchList,
  ],
};
