// The look-up sheets of a campaign's workbooks as reference lists, one per template version.
import { compareTexts, sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { sha256Of } from "../../lib/sha256.ts";
import type { ReferenceList } from "../../model/reference.ts";

/** A look-up list found in workbooks of the campaign; its source is the first of them by name. */
export interface CampaignList {
  list: ReferenceList;
  /** The files that contain it, sorted. */
  files: readonly string[];
}

const hashes = new WeakMap<ReferenceList["entries"], string>();

/** The identity of a look-up list: version, entries and day, so that equal sheets of many workbooks are one list. */
export function listKey(list: ReferenceList): string {
  let hash = hashes.get(list.entries);
  if (hash === undefined) {
    hash = sha256Of(JSON.stringify(list.entries)).slice(0, 16);
    hashes.set(list.entries, hash);
  }
  const version = (list.source.templateVersion ?? "unknown").replace(/[^\w.]/g, "");
  return `${version}-${hash}${list.asOf === null ? "" : `-${list.asOf}`}`;
}

/** Which file has which list. */
export interface ListUse {
  key: string;
  file: string;
  sha256: string;
}

/**
 * Gathers the lists that files contain, independently of the order of `uses`. Lists that `listOf` does not return are
 * left out.
 */
export function gatherLists(
  uses: readonly ListUse[],
  listOf: (key: string) => ReferenceList | undefined,
): CampaignList[] {
  const byKey = groupBy(uses, ({ key }) => key);
  return [...byKey].flatMap(([key, same]) => {
    const list = listOf(key);
    const [first, ...others] = same.sort((a, b) => compareTexts(a.file, b.file));
    if (list === undefined || first === undefined) return [];
    return [
      {
        list: { ...list, source: { ...list.source, file: first.file, sha256: first.sha256 } },
        files: [first, ...others].map(({ file }) => file),
      },
    ];
  });
}

/** Two families may use the same version number, so the list's name, which includes the family, is used. */
const versionOf = ({ list }: CampaignList): string => list.name;

/** Orders the sheets of a version: the one in most workbooks first, then the longest. */
function mostTrusted(a: CampaignList, b: CampaignList): number {
  return (
    b.files.length - a.files.length ||
    b.list.entries.length - a.list.entries.length ||
    compareTexts(a.files[0] ?? "", b.files[0] ?? "")
  );
}

/** The list that represents a template version, and how many workbooks agree and disagree with it. */
export interface VersionList {
  list: ReferenceList;
  /** Further workbooks with the same sheet. */
  alsoIn: number;
  /** Workbooks of the version whose sheet differs: somebody changed it, there or here. */
  differsIn: number;
}

/**
 * Chooses one look-up list per template version. Sheets of one version are equal unless somebody changed one, so the
 * one in most workbooks is chosen.
 */
export function listPerVersion(lists: readonly CampaignList[]): VersionList[] {
  const byVersion = groupBy(lists, versionOf);
  return sortTexts(byVersion.keys()).map((version) => {
    const [first, ...others] = (byVersion.get(version) ?? []).sort(mostTrusted) as [
      CampaignList,
      ...CampaignList[],
    ];
    return {
      list: {
        ...first.list,
        source: { ...first.list.source, file: first.files[0] ?? first.list.source.file },
      },
      alsoIn: first.files.length - 1,
      differsIn: others.reduce((sum, { files }) => sum + files.length, 0),
    };
  });
}

/** What to add to the reason for choosing a list; empty if there is nothing to add. */
export function agreement({ alsoIn, differsIn }: VersionList): string {
  const same = alsoIn === 0 ? "" : `; the same sheet is in ${alsoIn} more workbook${alsoIn === 1 ? "" : "s"}`;
  const other =
    differsIn === 0
      ? ""
      : `; ${differsIn} workbook${differsIn === 1 ? "" : "s"} of this version with another sheet`;
  return same + other;
}
