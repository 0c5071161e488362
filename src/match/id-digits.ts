// IDs typed with an error, or in place of a name: reasons for a candidate, never for a match.
import { idDigits } from "../domain/smelter-id.ts";
import type { ReportedSmelter } from "../model/reported-smelter.ts";

/** Digits typed as those of an ID. */
export interface TypedDigits {
  /** Three to seven digits as typed. */
  digits: string;
  /** The text that contains them. */
  text: string;
  /** Whether they were typed in place of a name rather than in an ID column. */
  asName: boolean;
}

/** How typed digits differ from those of a facility's ID. */
export type DigitSlip = "none" | "swapped" | "oneWrong" | "oneMissing" | "oneMore";

/** Longer texts are not names. */
const LONGEST = 1000;

/** The distinct digits of IDs in the row's ID and name columns. */
export function typedDigits(row: ReportedSmelter): TypedDigits[] {
  const found: TypedDigits[] = [];
  for (const [text, asName] of [
    [row.id, false],
    [row.idInput, false],
    [row.name, true],
    [row.lookupName, true],
  ] as const) {
    const digits = text === undefined || text.length > LONGEST ? undefined : idDigits(text, asName);
    if (text !== undefined && digits !== undefined && !found.some((known) => known.digits === digits))
      found.push({ digits, text: text.trim(), asName });
  }
  return found;
}

/** Compares typed digits with those of a facility's ID ("CID001875"); undefined if they differ too much. */
export function digitSlip(typed: string, id: string): DigitSlip | undefined {
  const own = id.slice(-6);
  const padded = typed.padStart(6, "0");
  if (padded === own) return "none";
  if (padded.length === 6) {
    const wrong = [...padded].flatMap((digit, at) => (digit === own[at] ? [] : [at]));
    const [first = 0, second = 0] = wrong;
    if (wrong.length === 1) return "oneWrong";
    const swapped = padded[first] === own[second] && padded[second] === own[first];
    if (wrong.length === 2 && second === first + 1 && swapped) return "swapped";
  }
  if (typed.length === 5 && isOneLess(typed, own)) return "oneMissing";
  if (typed.length === 7 && isOneLess(own, typed)) return "oneMore";
  return undefined;
}

/** Whether the shorter text is the longer one with one digit missing. */
function isOneLess(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return shorter.slice(at) === longer.slice(at + 1);
}
