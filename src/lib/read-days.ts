// Reads days from a column of a table saved by a spreadsheet, which writes them in its own locale's order.

import { numericDays } from "./dates.ts";
import { readDate } from "./read-date.ts";

/**
 * The ISO day of each text of a column, or undefined. A day that is ambiguous by itself is read in the order
 * that the rest of the column uses ("05/06/2017" beside "25/06/2017"); undefined if the rest shows no order,
 * or both.
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

/** The ISO day of a numeric date read in this order; undefined if it is not one. */
export function dayIn(text: string, order: DayOrder): string | undefined {
  return numericDays(text.trim())?.find((day) => isInOrder(text, day, order));
}

/**
 * The order of day and month in a numeric date with slashes or hyphens that can be read in one way only, and
 * in which the two differ.
 */
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

/** Whether the text begins with the day of `day`, or with its month. */
function isInOrder(text: string, day: string, order: DayOrder): boolean {
  const [, month, date] = day.split("-").map(Number);
  return Number(/\d+/.exec(text)?.[0]) === (order === "day first" ? date : month);
}
