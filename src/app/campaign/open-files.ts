// A campaign straight from files, without a store.
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import { sourceText, type UnreadableFile } from "../../model/workbook.ts";
import { createRowPacker } from "../../store/pack-rows.ts";
import type { OpenOptions } from "../../workbook/open-workbook.ts";
import type { Found } from "../../workbook/sources/find-files.ts";
import { openReader } from "../reading/open-reader.ts";
import { notAccessible, readAll, unreadableFile } from "../reading/read-all.ts";
import { gatherLists, type ListUse, listKey } from "./campaign-lists.ts";
import type { Campaign } from "./load-campaign.ts";

/** Reads what was found into a campaign. Files with the same bytes are one response, named by the first. */
export async function openFiles(found: Found, options: OpenOptions): Promise<Campaign> {
  const responses: Response[] = [];
  const unreadable: UnreadableFile[] = [];
  const twins = new Map<string, string[]>();
  const byKey = new Map<string, ReferenceList>();
  const uses: ListUse[] = [];

  const packer = createRowPacker();
  const reader = openReader(options, { expected: found.files.length });
  try {
    for await (const file of readAll(reader.unpack(found, new Set()), reader.read, reader)) {
      const { source } = file;
      if (file.is === "failure") {
        unreadable.push(unreadableFile(source, notAccessible(file.failure)));
      } else if (file.is !== "read") {
        const names = twins.get(file.sha256) ?? [];
        names.push(sourceText(source));
        twins.set(file.sha256, names);
      } else if (!file.result.ok) {
        unreadable.push(unreadableFile(source, file.result.unreadable, file));
      } else {
        const { response, lookUpList } = file.result;
        responses.push(packer.pack(response));
        if (lookUpList === undefined) continue;
        const key = listKey(lookUpList);
        byKey.set(key, lookUpList);
        uses.push({ key, file: sourceText(source), sha256: response.id });
      }
    }
  } finally {
    await reader.close();
  }
  const lists = gatherLists(uses, (key) => byKey.get(key));
  const copies = responses.flatMap(({ id, source }) => {
    const names = twins.get(id);
    return names ? [{ id, files: [sourceText(source), ...names] }] : [];
  });
  return { responses, withdrawn: new Set(), unreadable, lists, copies };
}
