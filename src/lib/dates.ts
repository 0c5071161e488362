// Calendar days as ISO texts ("2025-05-31"), without clock and time zone.

import { sortTexts } from "./compare-texts.ts";

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The day some months later; the last day of a month that has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** Days from one day to another, negative where the second is the earlier; NaN where one of them is not a day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The ISO day of a year (of two digits: since 2000), month and day as typed; undefined where there is no such day. */
export function toDay(year: string, month: number | string | undefined, day: string): string | undefined {
  const y = year.length === 2 ? 2000 + Number(year) : Number(year);
  const m = Number(month);
  const d = Number(day);
  const date = new Date(Date.UTC(y, m - 1, d));
  if (Number.isNaN(date.getTime()) || y < 1990 || y > 2099) return undefined;
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d
    ? date.toISOString().slice(0, 10)
    : undefined;
}

/**
 * The ISO days that a text of three numbers with the year last may mean, ascending: two where day and month may stand
 * in either order ("05/06/2024"), one where only one order gives a day, none where neither does. Points are written day
 * first everywhere. Undefined for a text of another form.
 */
export function numericDays(text: string): string[] | undefined {
  const numeric = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?$/.exec(text);
  if (!numeric) return undefined;
  const [, first, separator, second, year] = numeric as unknown as [string, string, string, string, string];
  const dayFirst = toDay(year, second, first);
  const monthFirst = separator === "." ? undefined : toDay(year, first, second);
  const days = new Set([dayFirst, monthFirst].filter((day) => day !== undefined));
  return sortTexts(days);
}

/** The day itself, or the Monday after it where it is a Saturday or Sunday. */
export function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
