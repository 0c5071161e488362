// Reads dates as people write them: serial numbers of both date systems, and the forms of ten languages.

import { numericDays, toDay } from "./dates.ts";
import { normalForm } from "./normal-form.ts";
import { serialToDay } from "./serial-date.ts";

/** The date, or why it could not be read. */
export type DateReading = { date: string } | { date: null; reason: "notADate" | "dayAndMonthUnclear" };

/** The ISO date of a serial number; undefined outside 1990 to 2099, where no declaration is dated. */
export function serialToDate(serial: number, date1904: boolean): string | undefined {
  const day = serialToDay(serial, date1904);
  return day !== undefined && day >= "1990-01-01" && day <= "2099-12-31" ? day : undefined;
}

/**
 * Month names in those of the template's languages that spell them with letters; an abbreviation matches as a
 * prefix.
 */
const MONTHS: readonly (readonly string[])[] = [
  ["january", "janvier", "janeiro", "januar", "enero", "gennaio", "ocak", "jänner"],
  ["february", "février", "fevereiro", "februar", "febrero", "febbraio", "şubat"],
  ["march", "mars", "março", "märz", "marzo", "mart", "mrz"],
  ["april", "avril", "abril", "aprile", "nisan"],
  ["may", "mai", "maio", "mayo", "maggio", "mayıs"],
  ["june", "juin", "junho", "juni", "junio", "giugno", "haziran"],
  ["july", "juillet", "julho", "juli", "julio", "luglio", "temmuz"],
  ["august", "août", "agosto", "ağustos"],
  ["september", "septembre", "setembro", "septiembre", "setiembre", "settembre", "eylül", "sept"],
  ["october", "octobre", "outubro", "oktober", "octubre", "ottobre", "ekim"],
  ["november", "novembre", "novembro", "noviembre", "kasım"],
  ["december", "décembre", "dezembro", "dezember", "diciembre", "dicembre", "aralık"],
].map((names) => names.map(foldMonth));

function foldMonth(text: string): string {
  return normalForm(text, "NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[^a-z]/g, "");
}

/** The month that a word or number means, 1 to 12; undefined for any other text. */
export function readMonth(text: string): number | undefined {
  const number = /^\s*(\d{1,2})\s*(?:[月월]\s*)?$/.exec(normalForm(text, "NFKC"));
  if (number) return Number(number[1]) >= 1 && Number(number[1]) <= 12 ? Number(number[1]) : undefined;
  const word = foldMonth(text);
  if (word.length < 3) return undefined;
  const months = MONTHS.flatMap((names, index) =>
    names.some((name) => name.startsWith(word)) ? [index + 1] : [],
  );
  return months.length === 1 ? months[0] : undefined;
}

/**
 * Reads the date in a text: ISO and other year-first forms, a month name in any of the ten languages,
 * Chinese, Japanese and Korean forms (years of the Reiwa era and of the Republic of China too), day.month.year, and numbers with slashes or hyphens if only one order
 * of day and month is possible. A serial number typed as text is read in the workbook's date system.
 */
export function readDate(text: string, date1904: boolean): DateReading {
  const notADate: DateReading = { date: null, reason: "notADate" };
  const done = (date: string | undefined): DateReading => (date === undefined ? notADate : { date });
  const plain = normalForm(text, "NFKC")
    .trim()
    .replace(/(?<![T\s])[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z|utc|gmt)?$/i, "")
    .trim();

  const compact = /^(20\d\d)(\d\d)(\d\d)$/.exec(plain);
  if (compact) return done(toDay(compact[1] as string, compact[2], compact[3] as string));
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return done(serialToDate(Number(plain), date1904));

  const yearFirst = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일.]?$/.exec(plain);
  if (yearFirst) return done(toDay(yearFirst[1] as string, yearFirst[2], yearFirst[3] as string));

  const era = /^(令和|民[国國])\s*(\d{1,3}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(plain);
  if (era) {
    const year = (era[1] === "令和" ? 2018 : 1911) + (era[2] === "元" ? 1 : Number(era[2]));
    return done(toDay(String(year), era[3], era[4] as string));
  }

  // "31-May-2025", "31. Mai 2025", "31 de mayo de 2025", "May 31st, 2025", "Saturday, May 31, 2025".
  const words = plain
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "" && !/^(?:de|of|the)$/i.test(word));
  // At most a weekday, a month and two numbers.
  if (words.length > 4) return notADate;
  const numbers = words.map((word) => /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/i.exec(word)?.[1]);
  const months = words.flatMap((word, index) => (numbers[index] === undefined ? [readMonth(word)] : []));
  const named = months.find((month) => month !== undefined);
  const digits = numbers.filter((number) => number !== undefined);
  if (named !== undefined && digits.length === 2 && months.length <= 2) {
    const [first, second] = digits as [string, string];
    return done(first.length === 4 ? toDay(first, named, second) : toDay(second, named, first));
  }

  const days = numericDays(plain);
  if (days === undefined) return notADate;
  return days.length > 1 ? { date: null, reason: "dayAndMonthUnclear" } : done(days[0]);
}
