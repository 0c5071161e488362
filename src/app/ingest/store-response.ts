// Stores the response in a file, and its workbook's look-up list.
import type { ResponseLine } from "../../model/ingest.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import type { Unreadable } from "../../model/workbook.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { listKey } from "../campaign/campaign-lists.ts";
import type { Hashed } from "../reading/read-all.ts";
import type { ReadResult } from "../reading/read-response.ts";

/** The result for a file: its response was stored, or the reason why there is none. */
export type StoreResult = { ok: true; stored: ResponseLine } | { ok: false; unreadable: Unreadable };

/** Stores one file's result. */
export type StoreOne = (result: Hashed<ReadResult>) => Promise<Hashed<StoreResult>>;

/**
 * Returns a function that stores the results of files in a workspace, each list once. `tool` is the version of cmrt.
 * Rejects with a WorkspaceError if the workspace cannot be written.
 */
export function storeIn(workspace: Workspace, tool: string): StoreOne {
  // Files are processed concurrently: none may count as stored before its list is.
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

/** A list without the workbook that it was read from, which would depend on the order of reading. */
function withoutFile(list: ReferenceList): ReferenceList {
  return { ...list, source: { ...list.source, file: "", sha256: "" } };
}

/** The summary of a response that `cmrt ingest` lists. */
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
