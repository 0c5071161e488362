// Whose assessment a status rests on, and when the next one is due.
import { addMonths, isDay } from "../lib/dates.ts";
import { words } from "../lib/text.ts";
import type { FacilityStatus } from "../model/match.ts";
import type { ReferenceEntry } from "../model/reference.ts";
import type { Assessment } from "../model/status-history.ts";
import { readScheme, readStatus } from "./status-words.ts";

/** An assessment that is due within so many days is worth a word. */
export const DUE_SOON = 90;

type Programme = Pick<FacilityStatus, "recognition" | "scheme">;

/**
 * Whose assessment the status of an entry rests on: the words of the status tell first, then the column of the scheme,
 * then that of recognised programmes. A facility that RMAP assessed counts as RMAP's, whoever else did too. Empty where
 * the list does not say.
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

/** The programmes that a text names, each by its exact words. */
function schemesIn(text: string | undefined): string[] {
  const parts = text?.split(/[,;/|&+()\n]|\band\b/i) ?? [];
  return [text ?? "", ...parts].flatMap((part) => readScheme(part) ?? []);
}

/** Cycles that have a word of their own, in months. */
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

/** The months of a cycle: "3 years", "36 months", "annual", a bare number of one to five years; undefined for other words. */
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

/** What an entry says of its facility's last and next assessment; undefined where it says nothing. */
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
