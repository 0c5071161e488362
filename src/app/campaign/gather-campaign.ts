// Builds a campaign while its files are read.
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import { type SourceName, sourceText, type UnreadableFile } from "../../model/workbook.ts";
import { createRowPacker } from "../../store/pack-rows.ts";
import { gatherLists, type ListUse, listKey } from "./campaign-lists.ts";
import type { Campaign } from "./load-campaign.ts";

export interface CampaignGathering {
  /**
   * Adds a response with the look-up list of its workbook. One that was added before is a copy and keeps its first
   * name.
   */
  addResponse(response: Response, lookUpList?: ReferenceList): void;
  /** Adds a file with the same bytes as a response added before or later. */
  addCopy(sha256: string, source: SourceName): void;
  addUnreadable(file: UnreadableFile): void;
  /** The campaign so far. */
  campaign(): Campaign;
}

/** Starts an empty campaign. Files with the same bytes are one response. */
export function gatherCampaign(): CampaignGathering {
  const responses = new Map<string, Response>();
  const unreadable: UnreadableFile[] = [];
  const copies = new Map<string, string[]>();
  const byKey = new Map<string, ReferenceList>();
  const uses: ListUse[] = [];
  const packer = createRowPacker();

  function addCopy(sha256: string, source: SourceName): void {
    const names = copies.get(sha256) ?? [];
    names.push(sourceText(source));
    copies.set(sha256, names);
  }

  return {
    addResponse(response, lookUpList) {
      const { id, source } = response;
      if (responses.has(id)) {
        addCopy(id, source);
        return;
      }
      responses.set(id, packer.pack(response));
      if (lookUpList === undefined) return;
      const key = listKey(lookUpList);
      byKey.set(key, lookUpList);
      uses.push({ key, file: sourceText(source), sha256: id });
    },
    addCopy,
    addUnreadable: (file) => void unreadable.push(file),
    campaign: () => ({
      responses: [...responses.values()],
      withdrawn: new Set(),
      unreadable,
      lists: gatherLists(uses, (key) => byKey.get(key)),
      copies: [...responses.values()].flatMap(({ id, source }) => {
        const names = copies.get(id);
        return names ? [{ id, files: [sourceText(source), ...names] }] : [];
      }),
    }),
  };
}
