// What was done to get answers, by the roster, the letters written and the responses that were replaced.
import { sortTexts } from "../../../lib/compare-texts.ts";
import { writtenDate } from "../../../lib/written-date.ts";
import { ROSTER_FILE } from "../../../model/workspace-files.ts";
import { countOf, type Filing } from "./filing.ts";
import { begun, ofData, type Sentence } from "./sentence.ts";

/** Requests, reminders, letters and corrected responses, with counts and days. */
export function followUps({ context }: Filing): Sentence[] {
  const { consolidation, evaluation, letters, distinct } = context;
  const roster = consolidation.suppliers.flatMap((supplier) => supplier.roster ?? []);
  const asked = sortTexts(roster.flatMap(({ askedOn }) => askedOn ?? []));
  const reminded = sortTexts(roster.flatMap(({ remindedOn }) => remindedOn ?? []));
  const corrected = distinct("supplier_id", "responses.csv", { state: "superseded" }).value;
  return [
    asked.length > 0
      ? ofData("1.01.requests", `Requests went to ${countOf(asked.length, "supplier")} ${between(asked)}.`)
      : begun(
          "1.01.requests",
          "Requests went out ",
          {
            place: `on which days (column “asked on” of ${ROSTER_FILE})`,
          },
          ".",
        ),
    reminded.length > 0
      ? ofData(
          "1.01.reminders",
          `${reminded.length === 1 ? "1 supplier was" : `${reminded.length} suppliers were`} reminded, last ${between(reminded)}.`,
        )
      : begun(
          "1.01.reminders",
          "Suppliers that had not answered were reminded ",
          {
            place: `on which days (column “reminded on” of ${ROSTER_FILE})`,
          },
          ".",
        ),
    letters === undefined
      ? begun(
          "1.01.letters",
          "Suppliers whose responses were incomplete or contradictory were asked to correct them ",
          {
            place: "how many, and when; no letters of this period are in the workspace",
          },
        )
      : ofData(
          "1.01.letters",
          `Letters on open points were written to ${countOf(letters.suppliers, "supplier")}${letters.written === undefined ? "" : ` on ${writtenDate(letters.written)}`}.`,
        ),
    ofData(
      "1.01.corrected",
      corrected === 0
        ? `Up to ${writtenDate(evaluation.today)} no supplier had replaced its response by a newer one.`
        : `Up to ${writtenDate(evaluation.today)} ${corrected === 1 ? "1 supplier" : `${corrected} suppliers`} had replaced a response by a newer one.`,
    ),
  ];
}

/** "on May 2, 2016" or "from May 2, 2016 to June 3, 2016". */
function between(days: readonly string[]): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return first === last ? `on ${writtenDate(first)}` : `from ${writtenDate(first)} to ${writtenDate(last)}`;
}
