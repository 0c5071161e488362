// Every reference list that a workspace has.
import type { ReferenceList } from "../../model/reference.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { loadCampaign } from "../campaign/load-campaign.ts";
import { listPerVersion } from "../campaign/own-lists.ts";
import { loadImportedLists } from "./imported-lists.ts";

/** The lists of a workspace: those of its responses' own workbooks, one per version, and the imported ones. */
export function listsAtHand(workspace: Workspace): { own: ReferenceList[]; imported: ReferenceList[] } {
  const own = workspace.exists
    ? listPerVersion(loadCampaign(workspace).ownLists).map(({ list }) => list)
    : [];
  return { own, imported: loadImportedLists(workspace) };
}
