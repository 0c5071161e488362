import { defineCampaignRule } from "../rule.ts";

export const fileDuplicate = defineCampaignRule<{ files: string[] }>({
  id: "file-duplicate",
  severity: "warning",
  needs: ["copies"],
  title: "The same file lies there under two names.",
  why: "One response was filed twice, or one supplier's file was filed as another's.",
  ask: "Which supplier does this file belong to?",
  source: "The files' SHA-256.",
  message: ({ files }) => `The same bytes are in ${files.join(" and ")}.`,
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
