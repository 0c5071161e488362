// What a supplier of which nothing is there may have sent all the same: in another company's name, or in a file that
// nothing ties to anybody.
import { countOf } from "../lib/count-of.ts";
import type { UnattributedFile } from "../model/campaign.ts";
import type { SupplierLine, Unattributed } from "../model/consolidation.ts";

/** The rule that offers a missing supplier and an unknown company as one. */
export const PAIR_RULE = "missing-supplier-alike";

/** Names that are said before "and 1 more". */
const NAMED = 2;

/** Names in a sentence, the first few of them. */
export function someNames(names: readonly string[], word: "and" | "or"): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(", ")} and ${more} more` : names.join(` ${word} `);
}

/** The files that nothing ties to a supplier, as one that is missing sees them; undefined where there are none. */
export function unattributedOf(key: string, files: readonly UnattributedFile[]): Unattributed | undefined {
  if (files.length === 0) return undefined;
  const likely = files.filter(({ mayBe }) => mayBe.some((supplier) => supplier.key === key));
  return { likely: likely.map(({ file }) => file), files: files.map(({ file }) => file) };
}

/**
 * Where to look for what a missing supplier may have sent, in a phrase after "nothing received", with the blank before
 * it; empty where there is nothing to look at.
 */
export function whereElse({ alike, unattributed }: Pick<SupplierLine, "alike" | "unattributed">): string {
  if (alike) return ` under this name, but from ${someNames(alike, "and")}: see ${PAIR_RULE}`;
  if (unattributed === undefined) return "";
  const { likely, files } = unattributed;
  if (likely.length > 0) return ` under this name, but ${someNames(likely, "or")} may be its own`;
  return ` under this name; ${countOf(files.length, "file")} received could not be attributed to a supplier`;
}
