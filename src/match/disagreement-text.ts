import type { Disagreement } from "../model/match.ts";

/** What contradicts a match, in words for a person. */
export function disagreementText(each: Disagreement): string {
  switch (each.kind) {
    case "idAndName":
      return `the ID belongs to ${each.idFacility}, the name to ${each.nameFacility}`;
    case "twoNames":
      return `the look-up name belongs to ${each.lookupFacility}, the typed name to ${each.nameFacility}`;
    case "otherMetal":
      return `${each.id} is a facility for ${each.metal}`;
    case "legacyId":
      return `${each.id} encodes a different ${each.metal === undefined ? "country" : "metal"} from that of its facility`;
    case "country":
      return `the country stated is ${each.stated}, the list has ${each.listed}`;
  }
}
