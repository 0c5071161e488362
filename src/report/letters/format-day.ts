// Formats days in a language. The formats are part of the wording, so that the result does not depend on the machine's
// locale data.

/** How a language writes days. Formats contain {year}, {month}, {day} and, the second one, {weekday}. */
export interface DayWords {
  day: string;
  weekday: string;
  /** From January, in the form used in dates. */
  months: readonly string[];
  /** From Sunday. */
  weekdays: readonly string[];
  /** The first of a month, if it is not written as a number ("1er"). */
  first?: string | undefined;
}

/** An ISO day in words; any other text unchanged. */
export function formatDay(iso: string, form: "day" | "weekday", words: DayWords): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const parts: Record<string, string | undefined> = {
    year,
    month: words.months[Number(month) - 1],
    day: Number(day) === 1 && words.first !== undefined ? words.first : String(Number(day)),
    weekday: words.weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()],
  };
  return words[form].replace(/\{(\w+)\}/g, (_all, name: string) => parts[name] ?? "");
}
