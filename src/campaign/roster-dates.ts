// The days in a roster, which spreadsheets write as their country does.
import { UsageError } from "../lib/errors.ts";
import { readDate } from "../lib/read-date.ts";
import { type DayOrder, dayIn, orderOf } from "../lib/read-days.ts";

/** Dates can be read in two ways, and nothing tells which; the message says of which. */
export class UnclearDates extends UsageError {
  override name = "UnclearDates";
}

/** A text of the roster that is to be a day. */
export interface DateCell {
  text: string;
  line: number;
}

/** How the days of a roster are read. */
export interface RosterDates {
  /** The ISO day of a text; undefined where it names none. */
  dayOf(text: string): string | undefined;
  /** What is said of the reading where the file itself told it; undefined where there is nothing to say. */
  stated?: string;
  /** Why days with two readings cannot be read; undefined where none has two. */
  unclear?: string;
}

/**
 * How the days of all date columns of one file are read. A day with two readings ("05/06/2025") is read as the settings
 * say, else in the order of the days of the file that have one reading only ("06/15/2025").
 */
export function rosterDates(
  cells: readonly DateCell[],
  date1904: boolean,
  chosen: DayOrder | undefined,
): RosterDates {
  const plain = cells.map(({ text, line }) => ({ text: withoutTime(text), line }));
  const double = plain.find(({ text }) => isDouble(text, date1904));
  const proofs = new Map<DayOrder, DateCell>();
  for (const cell of plain) {
    const order = orderOf(cell.text);
    if (order !== undefined && !proofs.has(order)) proofs.set(order, cell);
  }
  const [told] = proofs.size === 1 ? [...proofs.keys()] : [];
  const order = chosen ?? told;
  const dayOf = (text: string): string | undefined =>
    readDate(withoutTime(text), date1904).date ??
    (order === undefined ? undefined : dayIn(withoutTime(text), order));
  if (double === undefined) return { dayOf };
  const [other] = proofs.values();
  if (chosen !== undefined && other !== undefined && !proofs.has(chosen)) {
    const unclear = `the settings say that dates are ${chosen}, but “${other.text}” (line ${other.line}) can only be ${told}.`;
    return { dayOf, unclear };
  }
  if (order === undefined) return { dayOf, unclear: unclearText(double, [...proofs.values()]) };
  const proof = proofs.get(order);
  if (chosen !== undefined || proof === undefined) return { dayOf };
  return {
    dayOf,
    stated: `dates such as “${double.text}” are read ${order}, since “${proof.text}” (line ${proof.line}) can only be read so`,
  };
}

function isDouble(text: string, date1904: boolean): boolean {
  const read = readDate(text, date1904);
  return read.date === null && read.reason === "dayAndMonthUnclear";
}

function unclearText(double: DateCell, proofs: readonly DateCell[]): string {
  const readings = (["day first", "month first"] as const).map((order) => dayIn(double.text, order));
  const why =
    proofs.length === 0
      ? "no other date in the file shows which"
      : `other dates are in both orders: ${proofs.map(({ text, line }) => `“${text}” (line ${line})`).join(", ")}`;
  return `“${double.text}” is ${readings.join(" or ")}, and ${why}.`;
}

/** Spreadsheets give days a time of midnight. */
function withoutTime(text: string): string {
  return text.trim().replace(/(?<=\d)[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?$/i, "");
}
