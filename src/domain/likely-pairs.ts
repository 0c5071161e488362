// A missing supplier, and a company that the roster does not know with nearly its name.

/** The rule that offers a missing supplier and an unknown company as one. */
export const PAIR_RULE = "missing-supplier-alike";

/** Companies that are named before "and 1 more". */
const NAMED = 2;

/** Where to look for what a missing supplier may have sent, in a phrase after "nothing was received"; `alike` is not empty. */
export function underAnotherName(alike: readonly string[]): string {
  const more = alike.length - NAMED;
  const names = [...alike.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(" and ");
  return `under this name, but from ${names}: see ${PAIR_RULE}`;
}
