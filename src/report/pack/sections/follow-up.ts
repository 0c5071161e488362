// What suppliers were asked, the result, and what is still open.
import type { Owed } from "../../../model/follow-up.ts";
import { REQUESTS_FILE, ROSTER_FILE } from "../../../model/workspace-files.ts";
import type { Block } from "../../render/document.ts";
import { type ReportContext, singleFigure } from "../report-input.ts";

const OWED: Readonly<Record<Owed, string>> = {
  declaration: "Owe a declaration",
  correction: "Owe a correction",
  answer: "Owe an answer to questions",
};

/** Suppliers by what was sent to them and how they reacted, and the points that letters asked about. */
export function followUpBlocks({ distinct, sum, consolidation, followUps }: ReportContext): Block[] {
  if (followUps.length === 0) return [];
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  const suppliers = (label: string, where: Record<string, string>) =>
    singleFigure(
      label,
      distinct("supplier_id", "follow-up.csv", { ...where, ...(roster ? { on_roster: "yes" } : {}) }),
    );
  const points = (label: string, column: string) =>
    singleFigure(label, sum(column, "follow-up.csv", roster ? { on_roster: "yes" } : {}));
  return [
    { kind: "heading", level: 3, text: "Requests, letters and corrections" },
    {
      kind: "figures",
      caption: roster ? "Suppliers of the roster" : "Suppliers from whom something was received",
      columns: ["Suppliers"],
      rows: [
        suppliers("Asked on a day that is known", { asked: "yes" }),
        suppliers("Reminded", { reminded: "yes" }),
        suppliers("With a response that counts", { answered: "yes" }),
        suppliers("Letter written about it", { letter_written: "yes" }),
        suppliers("Answered again after a letter", { answered_again: "yes" }),
        suppliers("of these, nothing left open", { follow_up: "corrected" }),
        suppliers("Points open now", { open: "yes" }),
        ...Object.entries(OWED).map(([owes, label]) => suppliers(label, { owes })),
      ],
    },
    {
      kind: "figures",
      caption: "Points that letters ask about",
      columns: ["Points"],
      rows: [
        points("Settled by a newer response", "points_settled"),
        points("To correct", "corrections_open"),
        points("To explain", "questions_open"),
        points("Accepted by a person", "points_accepted"),
      ],
    },
    {
      kind: "paragraph",
      text: [
        "Requests and reminders are those of the roster (",
        { code: ROSTER_FILE },
        ") and of the log (",
        { code: REQUESTS_FILE },
        "), letters those of the log. Whether a letter was sent only the log can say. By supplier: ",
        { code: "follow-up.csv" },
        ".",
      ],
    },
  ];
}
