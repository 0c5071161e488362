// The reference list that matching rests on when nobody names one: the newest look-up sheet among the responses.
import type { ChosenList } from "../model/evaluation.ts";
import type { ReferenceList } from "../model/reference.ts";
import { compareVersions } from "../template/versions.ts";
import type { OwnList } from "./load-campaign.ts";

const versionOf = (own: OwnList): string => own.list.source.templateVersion ?? "0";

/**
 * Puts the best list first: the newest template version; of several variants of one version (sheets that somebody
 * changed) the one that most workbooks have, then the longest, then the one whose first file comes first.
 */
function inOrder(lists: readonly OwnList[]): OwnList[] {
  return [...lists].sort(
    (a, b) =>
      compareVersions(versionOf(b), versionOf(a)) ||
      b.files.length - a.files.length ||
      b.list.entries.length - a.list.entries.length ||
      ((a.files[0] ?? "") < (b.files[0] ?? "") ? -1 : 1),
  );
}

/** A list under its first file's name, whichever workbook it was read from. */
function named(own: OwnList): ReferenceList {
  const file = own.files[0] ?? own.list.source.file;
  return { ...own.list, name: `CMRT ${versionOf(own)} look-up`, source: { ...own.list.source, file } };
}

/**
 * The list to match with and the older ones that know facilities under earlier IDs and names, one per version, newest
 * first. `chosen` is null where no response brought a list.
 */
export function chooseOwnList(lists: readonly OwnList[]): {
  chosen: ChosenList | null;
  earlier: ReferenceList[];
} {
  const [first, ...others] = inOrder(lists);
  if (first === undefined) return { chosen: null, earlier: [] };
  const versions = new Set([versionOf(first)]);
  const earlier = others.filter((own) => {
    const isNew = !versions.has(versionOf(own));
    versions.add(versionOf(own));
    return isNew;
  });
  const more = first.files.length - 1;
  const variants = others.filter((own) => versionOf(own) === versionOf(first)).length;
  const why = [
    `the newest look-up sheet among the responses: CMRT ${versionOf(first)} in ${first.files[0]}`,
    more === 0 ? "" : `, the same in ${more} more`,
    variants === 0 ? "" : `; other sheets of this version set aside: ${variants}`,
  ].join("");
  return { chosen: { list: named(first), why }, earlier: earlier.map(named) };
}
