// From what a file holds to the store: the response, and its workbook's look-up list.
import type { ResponseLine } from "../../model/ingest.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import type { Unreadable } from "../../model/workbook.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { listKey } from "../campaign/campaign-lists.ts";
import type { Hashed } from "../reading/read-all.ts";
import type { ReadResult } from "../reading/read-response.ts";

/** What became of a file: its response is stored, or there is none for a reason. */
export type StoreResult = { ok: true; stored: ResponseLine } | { ok: false; unreadable: Unreadable };

/** Stores one file's result. */
export type StoreOne = (result: Hashed<ReadResult>) => Promise<Hashed<StoreResult>>;

/**
 * Stores what files hold in a workspace, each list once. `tool` is the version of cmrt. Rejects with a WorkspaceError
 * where the workspace cannot be written.
 */
export function storeIn(workspace: Workspace, tool: string): StoreOne {
  // Files are under way side by side: none counts as stored before the list that it needs is.
  const lists = new Map<string, Promise<void>>();
  async function storeList(list: ReferenceList): Promise<string> {
    const key = listKey(list);
    const writing = lists.get(key) ?? workspace.writeList(key, withoutFile(list));
    lists.set(key, writing);
    await writing;
    return key;
  }
  return async (result) => {
    if (!result.ok) return result;
    const { response, lookUpList } = result;
    const list = lookUpList ? await storeList(lookUpList) : null;
    await workspace.writeResponse(response, tool, list);
    return { ok: true, stored: toSummary(response), sha256: response.id };
  };
}

/** A list as many workbooks have it; which of them does not depend on which was read first. */
function withoutFile(list: ReferenceList): ReferenceList {
  return { ...list, source: { ...list.source, file: "", sha256: "" } };
}

/** A response as `cmrt ingest` lists it. */
export function toSummary({ id, company, template, notes }: Response): ResponseLine {
  return {
    id,
    supplier: company.companyName?.value ?? null,
    version: template.version,
    effectiveDate: company.effectiveDate?.value ?? null,
    family: template.family,
    notes: notes.length,
  };
}
