// Days as a language writes them. The forms are part of the wording, so that no locale data of the machine decides.

/** How a language writes days. Forms have {year}, {month}, {day}, and {weekday} in the second. */
export interface DayWords {
  day: string;
  weekday: string;
  /** From January on, as they stand in the forms. */
  months: readonly string[];
  /** From Sunday on. */
  weekdays: readonly string[];
  /** The first of a month, where it is not written as a number ("1er"). */
  first?: string | undefined;
}

/** An ISO day in words; any other text as it is. */
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
