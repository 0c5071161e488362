// Dates as spreadsheets store them: as days since the start of one of two date systems.
import { DAY } from "./dates.ts";

/** Day 0 of the date systems of 1900 and 1904, as UTC milliseconds. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/**
 * The 1900 system counts a 29 February 1900 that did not exist, as day 60: earlier serial numbers are off by
 * one.
 */
const FIRST_OF_MARCH_1900 = 61;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
/** The latest JavaScript date, in milliseconds. */
const FARTHEST = 8.64e15;

/**
 * The serial number of an ISO 8601 date, with or without a time of day. A time zone is ignored, as cells have
 * none. Undefined for any other text.
 */
export function dateToSerial(iso: string, date1904: boolean): number | undefined {
  const parts = ISO.exec(iso);
  if (parts === null) return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = parts;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  const days = (midnight - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY;
  const leapDayError = !date1904 && days < FIRST_OF_MARCH_1900 ? 1 : 0;
  return days - leapDayError + time;
}

/** Whether a text is a serial number as spreadsheets store dates. */
export function isSerial(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text);
}

/** The ISO day of a serial number, without its time of day; undefined outside the years 0 to 9999. */
export function serialToDay(serial: number, date1904: boolean): string | undefined {
  const number = Math.floor(serial);
  const days = !date1904 && number < FIRST_OF_MARCH_1900 - 1 ? number + 1 : number;
  const time = (date1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY;
  if (!Number.isFinite(time) || Math.abs(time) > FARTHEST) return undefined;
  const day = new Date(time).toISOString().slice(0, 10);
  return /^\d{4}-/.test(day) ? day : undefined;
}
