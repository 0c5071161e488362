// Reads a campaign directly from files, without a store.
import type { UnreadableFile } from "../../model/workbook.ts";
import type { OpenOptions } from "../../workbook/open-workbook.ts";
import type { Found } from "../../workbook/sources/find-files.ts";
import { foldFailures } from "../reading/fold-failures.ts";
import { openReader } from "../reading/open-reader.ts";
import { notAccessible, readAll, unreadableFile } from "../reading/read-all.ts";
import { gatherCampaign } from "./gather-campaign.ts";
import type { Campaign } from "./load-campaign.ts";

/** Reads the files found into a campaign. Files with the same bytes are one response, named after the first. */
export async function openFiles(found: Found, options: OpenOptions): Promise<Campaign> {
  const gathering = gatherCampaign();
  const unreadable: UnreadableFile[] = [];
  const reader = openReader(options);
  try {
    for await (const file of readAll(reader.unpack(found, new Set()), reader.read, reader)) {
      const { source } = file;
      if (file.is === "failure") {
        unreadable.push(unreadableFile(source, notAccessible(file.failure), file));
      } else if (file.is !== "read") gathering.addCopy(file.sha256, source);
      else if (!file.result.ok) {
        unreadable.push(unreadableFile(source, file.result.unreadable, file));
      } else gathering.addResponse(file.result.response, file.result.lookUpList);
    }
  } finally {
    await reader.close();
  }
  for (const file of foldFailures(unreadable)) gathering.addUnreadable(file);
  return gathering.campaign();
}
