// Calendar days as ISO texts ("2025-05-31"), without a time of day or a time zone.

import { sortTexts } from "./compare-texts.ts";

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** Whether a text is an ISO day that exists in the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day `days` later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day `months` later, or the last day of that month if it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** Days from one ISO day to another, negative if the second is earlier; NaN if either is not a day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * The ISO day for a year (two digits mean 20xx), month and day as typed; undefined if there is no such day.
 */
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
 * The ISO days that a text of three numbers ending in the year can mean, ascending: two if day and month
 * could be swapped ("05/06/2024"), one if only one order gives a valid day, none if neither does. Dots always
 * mean day first. Undefined for any other form of text.
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

/** The day itself, or the following Monday if it is a Saturday or Sunday. */
export function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
