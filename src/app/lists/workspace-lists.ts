// All reference lists of a workspace.
import type { ReferenceList } from "../../model/reference.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { listPerVersion } from "../campaign/campaign-lists.ts";
import { loadCampaign } from "../campaign/load-campaign.ts";
import { loadImportedLists } from "./imported-lists.ts";

/** The lists of a workspace: those in its responses' workbooks, one per version, and imported ones. */
export function availableLists(workspace: Workspace): {
  fromWorkbooks: ReferenceList[];
  imported: ReferenceList[];
} {
  const fromWorkbooks = workspace.exists
    ? listPerVersion(loadCampaign(workspace).lists).map(({ list }) => list)
    : [];
  return { fromWorkbooks, imported: loadImportedLists(workspace) };
}
