// The look-up sheets of a campaign's own workbooks as reference lists, one per template version.
import type { ReferenceList } from "../model/reference.ts";
import type { OwnList } from "./load-campaign.ts";

const versionOf = (own: OwnList): string => own.list.source.templateVersion ?? "";

/** Puts the sheet that stands for its version first: the one that most workbooks have, then the longest. */
function mostTrusted(a: OwnList, b: OwnList): number {
  return (
    b.files.length - a.files.length ||
    b.list.entries.length - a.list.entries.length ||
    ((a.files[0] ?? "") < (b.files[0] ?? "") ? -1 : 1)
  );
}

/** A list that stands for a template version, and how many workbooks speak for and against it. */
export interface VersionList {
  list: ReferenceList;
  /** Further workbooks with the same sheet. */
  alsoIn: number;
  /** Workbooks of the version whose sheet differs: somebody changed it, there or here. */
  differsIn: number;
}

/**
 * Chooses one look-up list per template version. Sheets of one version are alike unless somebody changed one, so the
 * one that most workbooks have stands for it. Its source is the first of these files by name, whichever was read first.
 */
export function listPerVersion(lists: readonly OwnList[]): VersionList[] {
  const byVersion = new Map<string, OwnList[]>();
  for (const own of lists) byVersion.set(versionOf(own), [...(byVersion.get(versionOf(own)) ?? []), own]);
  return [...byVersion.keys()].sort().map((version) => {
    const [first, ...others] = (byVersion.get(version) ?? []).sort(mostTrusted) as [OwnList, ...OwnList[]];
    return {
      list: {
        ...first.list,
        source: { ...first.list.source, file: first.files[0] ?? first.list.source.file },
      },
      alsoIn: first.files.length - 1,
      differsIn: others.reduce((sum, own) => sum + own.files.length, 0),
    };
  });
}

/** What to add to the reason why a list was chosen; empty where there is nothing to say. */
export function agreement({ alsoIn, differsIn }: VersionList): string {
  const same = alsoIn === 0 ? "" : `; the same sheet is in ${alsoIn} more workbook${alsoIn === 1 ? "" : "s"}`;
  const other =
    differsIn === 0
      ? ""
      : `; ${differsIn} workbook${differsIn === 1 ? "" : "s"} of this version with another sheet`;
  return same + other;
}
