// Whose assessment a status is based on, and when the next one is due.
import { addMonths, isDay } from "../lib/dates.ts";
import { words } from "../lib/text.ts";
import type { FacilityStatus } from "../model/match.ts";
import type { ReferenceEntry } from "../model/reference.ts";
import type { Assessment } from "../model/status-history.ts";
import { readScheme, readStatus } from "./status-words.ts";

/** An assessment due within this many days is reported as due soon. */
export const DUE_SOON = 90;

type Programme = Pick<FacilityStatus, "recognition" | "scheme">;

/**
 * The programme whose assessment an entry's status is based on: taken from the words of the status, else the
 * scheme column, else the column of recognised programmes. A facility assessed under RMAP counts as RMAP's,
 * whoever else assessed it. Empty if the list does not say.
 */
export function programmeOf({ status, scheme, crossRecognition }: ReferenceEntry): Programme {
  const said = readStatus(status ?? "");
  const named = schemesIn(scheme);
  if (said.crossRecognised) {
    const whose = said.scheme ?? named.find((one) => one !== "RMAP") ?? crossRecognition;
    return { recognition: "cross-recognised", ...(whose === undefined ? {} : { scheme: whose }) };
  }
  if (said.scheme === "RMAP" || named.includes("RMAP")) return { recognition: "RMAP", scheme: "RMAP" };
  const [other] = named;
  if (other !== undefined) return { recognition: "cross-recognised", scheme: other };
  if (scheme !== undefined) return { scheme };
  return crossRecognition === undefined ? {} : { recognition: "cross-recognised", scheme: crossRecognition };
}

/** The programmes that a text names, matched exactly. */
function schemesIn(text: string | undefined): string[] {
  const parts = text?.split(/[,;/|&+()\n]|\band\b/i) ?? [];
  return [text ?? "", ...parts].flatMap((part) => readScheme(part) ?? []);
}

/** Assessment cycles that have a word, in months. */
const CYCLES: Readonly<Record<string, number>> = {
  annual: 12,
  annually: 12,
  yearly: 12,
  biennial: 24,
  biennially: 24,
  triennial: 36,
  triennially: 36,
};
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

/**
 * The length of a cycle in months: "3 years", "36 months", "annual", or a bare number from one to five, in
 * years; undefined for other texts.
 */
export function cycleMonths(text: string): number | undefined {
  const [first = "", unit, more] = words(text).filter(
    (word) => !["every", "cycle", "once", "each"].includes(word),
  );
  if (more !== undefined) return undefined;
  if (unit === undefined && CYCLES[first] !== undefined) return CYCLES[first];
  const number = NUMBERS[first] ?? (/^\d{1,2}$/.test(first) ? Number(first) : undefined);
  if (number === undefined || number === 0) return undefined;
  if (unit === undefined) return number <= 5 ? number * 12 : undefined;
  if (/^(?:years?|yrs?)$/.test(unit)) return number * 12;
  return /^(?:months?|mths?)$/.test(unit) ? number : undefined;
}

/** What an entry says about its facility's last and next assessment; undefined if nothing. */
export function assessmentOf(entry: ReferenceEntry): Assessment | undefined {
  const { auditDate, auditCycle, auditDue, status } = entry;
  const reassessing = entry.reassessing === true || readStatus(status ?? "").reassessing === true;
  const months = auditCycle === undefined ? undefined : cycleMonths(auditCycle);
  const computed =
    auditDate !== undefined && isDay(auditDate) && months !== undefined
      ? addMonths(auditDate, months)
      : undefined;
  const listed = auditDue !== undefined && isDay(auditDue) ? auditDue : undefined;
  const due = listed ?? computed;
  if (auditDate === undefined && auditCycle === undefined && due === undefined && !reassessing)
    return undefined;
  return {
    ...(auditDate === undefined ? {} : { date: auditDate }),
    ...(auditCycle === undefined ? {} : { cycle: auditCycle }),
    ...(due === undefined ? {} : { due, dueBy: listed === undefined ? "date and cycle" : "the list" }),
    ...(reassessing ? { reassessing: true } : {}),
  };
}
