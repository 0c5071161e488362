import { filesInWords } from "../../domain/files-in-words.ts";
import { sourceNamed, sourceText } from "../../model/workbook.ts";
import { defineCampaignRule } from "../rule.ts";

export const fileDuplicate = defineCampaignRule<{ files: string[] }>({
  id: "file-duplicate",
  severity: "info",
  needs: ["copies"],
  title: "The same file was received under two names.",
  why: "It is one response, filed twice. Where the places are those of two suppliers, file-copied says so.",
  ask: "Is one of the files a copy of our own?",
  source: "The files' SHA-256.",
  message: ({ files }) => `The same bytes are in ${filesInWords(files.map(sourceNamed)).join(" and ")}.`,
  *check({ responses, copies, unreadable }, _named, says) {
    // A copy under another supplier's name has a finding by itself.
    const copied = new Set(
      unreadable
        .filter((file) => file.unreadable.kind === "copied" && says("file-copied"))
        .map((file) => sourceText(file)),
    );
    for (const copy of copies ?? []) {
      const { id } = copy;
      const files = copy.files.filter((file) => !copied.has(file));
      const [first, ...others] = files;
      if (first === undefined || others.length === 0) continue;
      const one = responses.find(({ selected }) => selected.response.id === id)?.selected;
      yield {
        supplier: one?.supplier.name ?? "",
        file: first,
        response: one ? id : null,
        at: null,
        facts: { files },
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
