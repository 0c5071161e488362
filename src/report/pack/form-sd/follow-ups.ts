// What was done to obtain responses, according to the roster, the request log and the replaced responses.
import { sortTexts } from "../../../lib/compare-texts.ts";
import { countOf } from "../../../lib/count-of.ts";
import { writtenDate } from "../../../lib/written-date.ts";
import type { FollowUp } from "../../../model/follow-up.ts";
import { REQUESTS_FILE, ROSTER_FILE } from "../../../model/workspace-files.ts";
import type { Filing } from "./filing.ts";
import { begun, ofData, type Sentence } from "./sentence.ts";

/** Requests, reminders, letters and corrected responses, with counts and days. */
export function followUpSentences({ context }: Filing): Sentence[] {
  const { consolidation, evaluation, distinct } = context;
  // Only contacts of suppliers on the roster belong to the inquiry.
  const strangers = new Set(
    consolidation.suppliers.flatMap(({ key, onRoster }) => (onRoster === false ? key : [])),
  );
  const followUps = context.followUps.filter(({ key }) => !strangers.has(key));
  const daysOf = (day: (one: FollowUp) => string | null) =>
    sortTexts(followUps.flatMap((one) => day(one) ?? []));
  const asked = daysOf(({ askedOn }) => askedOn);
  const reminded = daysOf(({ remindedOn }) => remindedOn);
  const letters = daysOf(({ letterOn }) => letterOn);
  const again = followUps.filter(({ answeredAgain }) => answeredAgain);
  const corrected = distinct("supplier_id", "responses.csv", { state: "superseded" }).value;
  return [
    asked.length > 0
      ? ofData(
          "1.01.requests",
          `Requests were sent to ${countOf(asked.length, "supplier")} ${between(asked)}.`,
        )
      : begun(
          "1.01.requests",
          "Requests went out ",
          {
            place: `on which days (column “asked on” of ${ROSTER_FILE}, or ${REQUESTS_FILE})`,
          },
          ".",
        ),
    reminded.length > 0
      ? ofData(
          "1.01.reminders",
          `${reminded.length === 1 ? "1 supplier was" : `${reminded.length} suppliers were`} reminded${reminded.length === 1 ? "" : "; the last reminders were sent"} ${between(reminded)}.`,
        )
      : begun(
          "1.01.reminders",
          "Suppliers that had not answered were reminded ",
          {
            place: `on which days (column “reminded on” of ${ROSTER_FILE}, or ${REQUESTS_FILE})`,
          },
          ".",
        ),
    letters.length === 0
      ? begun(
          "1.01.letters",
          "Suppliers whose responses were incomplete or contradictory were asked to correct them ",
          {
            place: `how many, and when; ${REQUESTS_FILE} has no letters of this period`,
          },
          ".",
        )
      : ofData(
          "1.01.letters",
          `Letters on open points were written to ${countOf(letters.length, "supplier")}, the last on ${writtenDate(letters.at(-1) ?? "")}; ${again.length === 0 ? "none" : again.length} of them had answered again by ${writtenDate(evaluation.today)}${settledBy(again)}.`,
        ),
    ofData(
      "1.01.corrected",
      corrected === 0
        ? `By ${writtenDate(evaluation.today)}, no supplier had replaced its response with a newer one.`
        : `By ${writtenDate(evaluation.today)}, ${countOf(corrected, "supplier")} had replaced a response with a newer one.`,
    ),
  ];
}

/** What the newer responses left open. */
function settledBy(again: readonly FollowUp[]): string {
  const left = again.filter((one) => one.openCorrections + one.openQuestions > 0).length;
  if (again.length === 0) return "";
  return left === 0 ? ", with nothing left open" : `, ${left} of these with points still open`;
}

/** "on May 2, 2016" or "from May 2, 2016 to June 3, 2016". */
function between(days: readonly string[]): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return first === last ? `on ${writtenDate(first)}` : `from ${writtenDate(first)} to ${writtenDate(last)}`;
}
