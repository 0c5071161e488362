// Files that yielded no response, with one rule per kind of problem.
import { nameOf, WANTED } from "../../forms/wanted.ts";
import { sourceText, type Unreadable, type UnreadableFile } from "../../model/workbook.ts";
import { defineCampaignRule, type Rule } from "../rule.ts";
import { hasAnswered } from "../support/standing.ts";

interface FileFault {
  id: string;
  kinds: readonly Unreadable["kind"][];
  title: string;
  why: string;
  ask: string;
  example: UnreadableFile["unreadable"];
}

const FAULTS: readonly FileFault[] = [
  {
    id: "file-unreadable",
    kinds: [
      "empty",
      "not-a-workbook",
      "damaged",
      "encrypted",
      "unsupported",
      "too-large",
      "not-accessible",
      "failed",
      "roster",
    ],
    title: "A file cannot be read as a workbook.",
    why: "What the supplier wanted to say is not known: a file was received, and is not usable.",
    ask: "Can you send the declaration again as an Excel workbook without a password?",
    example: {
      kind: "encrypted",
      reason: "It is encrypted with a password.",
      ask: "Ask for the file without a password.",
    },
  },
  {
    id: "file-other-template",
    kinds: ["other-template"],
    title: "A file is a different template from the one that was asked for.",
    why: "Other templates cover other minerals: they say nothing of those that were asked about.",
    ask: `Can you send the ${WANTED.title}?`,
    example: {
      kind: "other-template",
      reason: "It is an Extended Mineral Reporting Template (EMRT 2.1).",
      ask: `Ask for the ${WANTED.id}.`,
      template: "Extended Mineral Reporting Template (EMRT 2.1)",
    },
  },
  {
    id: "not-a-cmrt",
    kinds: ["not-a-cmrt", "missing-sheet"],
    title: `A workbook is not a ${WANTED.id}, or lacks its sheets.`,
    why: "Own forms, price lists and letters cannot be compared with the template.",
    ask: `Can you send the ${WANTED.title}, filled in?`,
    example: {
      kind: "not-a-cmrt",
      reason: `It is a workbook without the sheets of a ${WANTED.id}.`,
      ask: `Ask for the ${WANTED.id}.`,
    },
  },
  {
    id: "file-copied",
    kinds: ["copied"],
    title: "A file is the same as that of another supplier.",
    why: "It says nothing of the supplier whose place it was filed in.",
    ask: "Can you send the declaration of your own company?",
    example: {
      kind: "copied",
      reason: "It has the same bytes as the file of Acme Fixings Ltd (acme/cmrt.xlsx).",
      ask: "Ask Bolt Works GmbH for its own declaration.",
    },
  },
];

export const unreadableFileRules: readonly Rule[] = FAULTS.map((fault) =>
  defineCampaignRule<{ kind: string; reason: string; ask: string; template?: string; wanted?: string }>({
    id: fault.id,
    severity: "error",
    needs: [],
    title: fault.title,
    why: fault.why,
    ask: fault.ask,
    source: "The reader's own verdict.",
    message: ({ reason }) => reason,
    *check(input) {
      for (const file of input.unreadable) {
        if (!fault.kinds.includes(file.unreadable.kind)) continue;
        const { supplier } = file;
        const { kind } = file.unreadable;
        yield {
          // Without any indication of whose the file is, no supplier is written to.
          supplier: supplier?.name ?? "",
          file: sourceText(file),
          response: null,
          at: null,
          facts: { ...(kind === "other-template" ? { wanted: nameOf(WANTED) } : {}), ...file.unreadable },
          ...(supplier && hasAnswered(input, supplier.key) ? { severity: "info" as const } : {}),
        };
      }
    },
    example: {
      fires: {
        about: "a file of this kind",
        unreadable: [
          {
            path: "responses/answer.xlsx",
            container: null,
            sha256: null,
            bytes: 1000,
            unreadable: fault.example,
          },
        ],
      },
      silent: { about: "a file that was read" },
    },
  }),
);
