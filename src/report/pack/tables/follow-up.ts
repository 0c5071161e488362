import type { FollowUp } from "../../../model/follow-up.ts";
import { type Column, flag, type TableDefinition } from "../../render/table.ts";

/** What a supplier was asked, the result and what is open, as columns for any table with a row per supplier. */
export function followUpColumns<Row>(of: (row: Row) => FollowUp): Column<Row>[] {
  const column = (
    name: string,
    type: Column<Row>["type"],
    about: string,
    value: (one: FollowUp) => string | number | null,
  ): Column<Row> => ({ name, type, about, value: (row) => value(of(row)) });
  return [
    column(
      "follow_up",
      "text",
      "Status of the exchange with the supplier: not asked, asked, reminded, answered, letter written, still open (a newer response after a letter, with open points), corrected (the same without) or accepted (a person accepted what is left).",
      ({ state }) => state,
    ),
    column(
      "owes",
      "text",
      "What it still owes: a declaration, a correction or an answer; empty where the next step is ours, or nothing is open.",
      ({ owes }) => owes,
    ),
    column("reminders", "number", "Reminders to it, by roster and log.", ({ reminders }) => reminders),
    column("letters", "number", "Letters written about what it sent, by the log.", ({ letters }) => letters),
    column("letter_on", "date", "Day of the last one.", ({ letterOn }) => letterOn),
    column(
      "explained_on",
      "date",
      "When it last explained something by mail, by the log.",
      ({ explainedOn }) => explainedOn,
    ),
    column(
      "points_settled",
      "number",
      "Points of letters that are gone in a newer response; empty where none came after a letter, or this cannot be told.",
      ({ corrected }) => corrected,
    ),
    column(
      "corrections_open",
      "number",
      "Errors that a letter would ask to correct now.",
      ({ openCorrections }) => openCorrections,
    ),
    column(
      "questions_open",
      "number",
      "Warnings that a letter would ask about now.",
      ({ openQuestions }) => openQuestions,
    ),
    column(
      "points_accepted",
      "number",
      "Errors and warnings that a person accepted.",
      ({ accepted }) => accepted,
    ),
  ];
}

/** The correspondence with a supplier, with the supplier's key as in other tables. */
export interface FollowUpRow {
  supplierId: string;
  onRoster: boolean | null;
  followUp: FollowUp;
}

const yes = (name: string, about: string, is: (one: FollowUp) => boolean): Column<FollowUpRow> => ({
  name,
  type: "text",
  about,
  value: ({ followUp }) => flag(is(followUp)),
});

export const followUpTable: TableDefinition<FollowUpRow> = {
  file: "follow-up.csv",
  title: "Follow-up",
  onePer: "supplier of the campaign",
  columns: [
    {
      name: "supplier_id",
      type: "text",
      about: "The roster's id, else the normalised company name.",
      value: (row) => row.supplierId,
    },
    { name: "supplier", type: "text", about: "Its name.", value: ({ followUp }) => followUp.supplier },
    {
      name: "on_roster",
      type: "text",
      about: "Whether the roster has it for the period; empty without a roster.",
      value: (row) => flag(row.onRoster),
    },
    yes("asked", "Whether roster or log say when it was asked.", ({ askedOn }) => askedOn !== null),
    {
      name: "asked_on",
      type: "date",
      about: "When it was first asked.",
      value: ({ followUp }) => followUp.askedOn,
    },
    yes("reminded", "Whether it was reminded.", ({ reminders }) => reminders > 0),
    {
      name: "reminded_on",
      type: "date",
      about: "When it was reminded last.",
      value: ({ followUp }) => followUp.remindedOn,
    },
    yes("answered", "Whether a response of it counts.", ({ answered }) => answered),
    yes("letter_written", "Whether the log has a letter about what it sent.", ({ letters }) => letters > 0),
    yes(
      "answered_again",
      "Whether a newer response came after a letter.",
      ({ answeredAgain }) => answeredAgain,
    ),
    yes(
      "open",
      "Whether a letter would ask about something now.",
      (one) => one.openCorrections + one.openQuestions > 0,
    ),
    ...followUpColumns<FollowUpRow>(({ followUp }) => followUp),
  ],
};
