// Days in a column of a table that spreadsheets saved: each writes them as its country does.

import { numericDays } from "./dates.ts";
import { readDate } from "./read-date.ts";

/**
 * The ISO day of each text of a column, undefined where it names none. Days whose order of day and month only the rest of
 * the column tells ("05/06/2017" beside "25/06/2017") are read as the rest is; undefined where it tells nothing, or both.
 */
export function readDays(texts: readonly string[]): (string | undefined)[] {
  const orders = new Set(texts.flatMap((text) => orderOf(text) ?? []));
  const [order] = orders;
  return texts.map((text) => {
    const read = readDate(text, false).date;
    if (read !== null || order === undefined || orders.size > 1) return read ?? undefined;
    return dayIn(text, order);
  });
}

export const DAY_ORDERS = ["day first", "month first"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** The ISO day of a text of numbers that is read in this order; undefined where it names none. */
export function dayIn(text: string, order: DayOrder): string | undefined {
  return numericDays(text.trim())?.find((day) => isInOrder(text, day, order));
}

/** The order of a text of numbers with slashes or hyphens that can be read in one way only, by which both differ. */
export function orderOf(text: string): DayOrder | undefined {
  const days = numericDays(text.trim());
  const [day] = days ?? [];
  if (days?.length !== 1 || day === undefined || text.includes(".")) return undefined;
  const isDayFirst = isInOrder(text, day, "day first");
  return isDayFirst === isInOrder(text, day, "month first")
    ? undefined
    : isDayFirst
      ? "day first"
      : "month first";
}

/** Whether the text has the day of `day` in its first place, or its month. */
function isInOrder(text: string, day: string, order: DayOrder): boolean {
  const [, month, date] = day.split("-").map(Number);
  return Number(/\d+/.exec(text)?.[0]) === (order === "day first" ? date : month);
}
