// Look-up entries and typed texts that name no facility.
import { fold } from "../lib/text.ts";

const NOT_LISTED = new Set(["smelter not listed", "not listed"]);
const NOT_IDENTIFIED = new Set([
  "smelter not yet identified",
  "not yet identified",
  "smelter not identified",
]);
/** Texts that stand where a name should be. */
const NO_NAME = new Set([
  ..."unknown|na|none|nil|tbd|tba|not known|not applicable|not available|not disclosed|various|see attached".split(
    "|",
  ),
  ..."see attachment|see comments|various suppliers|multiple|undisclosed|confidential|to be determined|pending".split(
    "|",
  ),
  ..."不明|未知|なし|无|無|smelter|refiner|refinery|supplier|trader|distributor|enter smelter details|0|test".split(
    "|",
  ),
]);

/** The look-up entry for a facility that the template's list does not have. */
export function isNotListed(name: string): boolean {
  return NOT_LISTED.has(fold(name));
}

/** The look-up entry for a facility that the supplier could not name. */
export function isNotIdentified(name: string): boolean {
  return NOT_IDENTIFIED.has(fold(name));
}

/** Whether a text in a name's place names nothing: empty, "N/A", "various", a sentinel. */
export function isNoName(name: string): boolean {
  const folded = fold(name);
  return folded === "" || NO_NAME.has(folded) || NOT_LISTED.has(folded) || NOT_IDENTIFIED.has(folded);
}
