// What a missing supplier may nevertheless have sent: under another company's name, or in a file that cannot
// be attributed to anybody.
import { countOf } from "../lib/count-of.ts";
import type { UnattributedFile } from "../model/campaign.ts";
import type { SupplierLine, Unattributed } from "../model/consolidation.ts";

/** The rule that suggests that a missing supplier and an unknown company are the same. */
export const PAIR_RULE = "missing-supplier-alike";

/** Most names given before "and 1 more". */
const NAMED = 2;

/** The first few names, joined for a sentence. */
export function someNames(names: readonly string[], word: "and" | "or"): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(", ")} and ${more} more` : names.join(` ${word} `);
}

/**
 * The files that cannot be attributed to a supplier, as shown for a missing one; undefined if there are none.
 */
export function unattributedOf(key: string, files: readonly UnattributedFile[]): Unattributed | undefined {
  if (files.length === 0) return undefined;
  const likely = files.filter(({ mayBe }) => mayBe.some((supplier) => supplier.key === key));
  return { likely: likely.map(({ file }) => file), files: files.map(({ file }) => file) };
}

/**
 * Where to look for what a missing supplier may have sent: a phrase with a leading blank to follow "nothing
 * received". Empty if there is nowhere to look.
 */
export function whereElse({ alike, unattributed }: Pick<SupplierLine, "alike" | "unattributed">): string {
  if (alike) return ` under this name, but from ${someNames(alike, "and")}: see ${PAIR_RULE}`;
  if (unattributed === undefined) return "";
  const { likely, files } = unattributed;
  if (likely.length > 0) return ` under this name, but ${someNames(likely, "or")} may be its own`;
  return ` under this name; ${countOf(files.length, "file")} received could not be attributed to a supplier`;
}
