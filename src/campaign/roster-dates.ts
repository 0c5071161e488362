// The days in a roster, which spreadsheets write in their own locale.
import { UsageError } from "../lib/errors.ts";
import { readDate } from "../lib/read-date.ts";
import { type DayOrder, dayIn, orderOf } from "../lib/read-days.ts";

/** Thrown if dates can be read in two ways and nothing decides; the message names them. */
export class UnclearDates extends UsageError {
  override name = "UnclearDates";
}

/** A roster cell that should be a day. */
export interface DateCell {
  text: string;
  line: number;
}

/** How the days of a roster are read. */
export interface RosterDates {
  /** The ISO day of a text; undefined if it is not one. */
  dayOf(text: string): string | undefined;
  /** A notice on the order used, if it was inferred from the file. */
  stated?: string;
  /** Why ambiguous days cannot be read; undefined if there are none. */
  unclear?: string;
}

/**
 * Determines how the days in all date columns of a file are read. An ambiguous day ("05/06/2025") is read in the order
 * given by the settings, or else in the order of the file's unambiguous days ("06/15/2025").
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
      ? "no other date of this form shows which"
      : `other dates are in both orders: ${proofs.map(({ text, line }) => `“${text}” (line ${line})`).join(", ")}`;
  return `“${double.text}” is ${readings.join(" or ")}, and ${why}.`;
}

/** Spreadsheets add a midnight time to days. */
function withoutTime(text: string): string {
  return text.trim().replace(/(?<=\d)[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?$/i, "");
}
