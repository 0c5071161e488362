import type { Disagreement } from "../model/match.ts";

/** What contradicts a match, in words for a person. */
export function disagreementText(each: Disagreement): string {
  switch (each.kind) {
    case "idAndName":
      return `the ID means ${each.idFacility}, the name ${each.nameFacility}`;
    case "twoNames":
      return `the look-up name means ${each.lookupFacility}, the typed name ${each.nameFacility}`;
    case "otherMetal":
      return `${each.id} is a facility for ${each.metal}`;
    case "legacyId":
      return `${each.id} spells another ${each.metal === undefined ? "country" : "metal"} than its facility has`;
    case "country":
      return `the country stated is ${each.stated}, the list has ${each.listed}`;
  }
}
