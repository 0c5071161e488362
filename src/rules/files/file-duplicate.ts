import { filesInWords } from "../../domain/files-in-words.ts";
import { sourceNamed } from "../../model/workbook.ts";
import { defineCampaignRule } from "../rule.ts";

export const fileDuplicate = defineCampaignRule<{ files: string[] }>({
  id: "file-duplicate",
  severity: "info",
  needs: ["copies"],
  title: "The same file was received under two names.",
  why: "It is one response, filed twice; where the places are those of two suppliers, one of them sent the other's.",
  ask: "Is one of the files a copy of our own?",
  source: "The files' SHA-256.",
  message: ({ files }) => `The same bytes are in ${filesInWords(files.map(sourceNamed)).join(" and ")}.`,
  *check({ responses, copies }) {
    for (const { id, files } of copies ?? []) {
      const [first, ...others] = files;
      if (first === undefined || others.length === 0) continue;
      const one = responses.find(({ selected }) => selected.response.id === id)?.selected;
      yield {
        supplier: one?.supplier.name ?? "",
        file: first,
        response: one ? id : null,
        at: null,
        facts: { files: [...files] },
      };
    }
  },
  internal: true,
  example: {
    fires: {
      about: "one file in two folders",
      copies: [{ id: "1".repeat(64), files: ["acme/cmrt.xlsx", "bolt/cmrt.xlsx"] }],
    },
    silent: { about: "every file once", copies: [] },
  },
});
