// When a response was completed, and how to assign a period to one that does not say.
import { numericDays } from "../lib/dates.ts";
import { normalForm } from "../lib/normal-form.ts";
import type { PeriodEvidence } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import type { SourceName } from "../model/workbook.ts";

/**
 * The days (ISO) on which a response may have been completed: the same day twice if its effective date is
 * unambiguous.
 */
export interface ResponseDates {
  earliest: string;
  latest: string;
}

/**
 * The effective date of a response, in both readings if day and month could be swapped; null if there is
 * none.
 */
export function datesOf({ company: { effectiveDate } }: Response): ResponseDates | null {
  if (effectiveDate === undefined) return null;
  const { value, raw } = effectiveDate;
  if (value !== null) return { earliest: value, latest: value };
  const [first, second] = numericDays(normalForm(raw ?? "", "NFKC").trim()) ?? [];
  return first !== undefined && second !== undefined ? { earliest: first, latest: second } : null;
}

/** A year within a text, not part of a longer number. The first CMRT dates from 2011. */
const YEAR = /(?<!\d)20[1-9]\d(?!\d)/g;

function yearsIn(text: string): number[] {
  return [...new Set([...text.matchAll(YEAR)].map(([year]) => Number(year)))].sort((a, b) => a - b);
}

/** Years in the names of the folders and containers that a file is in. */
export function folderYears({ path, container }: SourceName): number[] {
  const folders = path.split("/").slice(0, -1);
  return yearsIn([...folders, ...(container === null ? [] : [container])].join("/"));
}

/**
 * The periods that a day (ISO) may belong to: its own year and, up to the cut-off (month and day), the year
 * before.
 */
export function yearsOfDay(day: string | undefined, cutoffDay: string): number[] {
  if (day === undefined) return [];
  const year = Number(day.slice(0, 4));
  return day.slice(5) <= cutoffDay ? [year, year - 1] : [year];
}

/** What a campaign reveals about the periods that a file may belong to. */
export interface CampaignPeriods {
  /** Month and day of the year after a period until which its responses count. */
  cutoffDay: string;
  /** Periods for which the campaign was carried out, ascending. */
  surveyed: readonly number[];
  /** Those, and other years that have dated responses which can belong to no other, ascending. */
  known: readonly number[];
  /**
   * Years in folder names whose dated responses mostly belong to another period, for example the year of the
   * filing.
   */
  otherwiseNamed: readonly number[];
  /**
   * Years in folder names whose dated responses mostly belong to that year, whether or not it is a known
   * period.
   */
  rightlyNamed: readonly number[];
  /** The period asked for. */
  asked?: number;
}

/**
 * A period with fewer responses than this share of the largest period's has only strays: late, old or
 * misdated answers.
 */
const STRAYS = 0.5;

/**
 * The periods of a campaign by the dates of its responses, up to the day of the run: the years with more than
 * strays among the responses dated after the previous year's cut-off, as those can belong to no other. If
 * there is no such year, the year with the most responses.
 */
export function campaignPeriods(
  responses: readonly Response[],
  { cutoffDay, today, asked }: { cutoffDay: string; today: string; asked?: number | undefined },
): CampaignPeriods {
  const [only, all] = [new Map<number, number>(), new Map<number, number>()];
  const add = (counts: Map<number, number>, year: number) => counts.set(year, (counts.get(year) ?? 0) + 1);
  for (const response of responses) {
    const day = datesOf(response)?.earliest;
    if (day === undefined || day > today) continue;
    const [year = 0, other] = yearsOfDay(day, cutoffDay);
    add(all, year);
    if (other === undefined) add(only, year);
  }
  const fullest = Math.max(0, ...all.values());
  const years = [...all.keys()].sort((a, b) => a - b);
  const surveyed = years.filter((year) => (only.get(year) ?? 0) > STRAYS * fullest);
  const most = years.filter((year) => all.get(year) === fullest).slice(-1);
  const counted = surveyed.length > 0 ? surveyed : most;
  return {
    cutoffDay,
    surveyed: counted,
    known: years.filter((year) => only.has(year) || counted.includes(year)),
    ...namedYears(responses, cutoffDay),
    ...(asked === undefined ? {} : { asked }),
  };
}

/**
 * Years in folder names, split by whether most dated responses in those folders belong to them, ascending.
 */
function namedYears(
  responses: readonly Response[],
  cutoffDay: string,
): Pick<CampaignPeriods, "otherwiseNamed" | "rightlyNamed"> {
  const fits = new Map<number, { inside: number; outside: number }>();
  for (const response of responses) {
    const years = yearsOfDay(datesOf(response)?.earliest, cutoffDay);
    if (years.length === 0) continue;
    for (const year of folderYears(response.source)) {
      const tally = fits.get(year) ?? { inside: 0, outside: 0 };
      fits.set(year, tally);
      if (years.includes(year)) tally.inside += 1;
      else tally.outside += 1;
    }
  }
  const where = (holds: (inside: number, outside: number) => boolean) =>
    [...fits]
      .flatMap(([year, { inside, outside }]) => (holds(inside, outside) ? year : []))
      .sort((a, b) => a - b);
  return {
    otherwiseNamed: where((inside, outside) => outside > inside),
    rightlyNamed: where((inside, outside) => inside > outside),
  };
}

/**
 * The period of a file without a readable date. Evidence, in this order: a year in the text of its effective
 * date, the day on which its workbook was last saved, a year in the name of its folder, the day on which its
 * supplier was asked. A day up to the cut-off fits two periods: then later evidence decides between them,
 * else which of them was surveyed, else its own year. A day is ignored if the campaign knows only other,
 * newer years (programs may write any day); a folder's year is ignored if the campaign does not know it or if
 * the responses in the folder belong to another. Undefined if the evidence does not single out one year.
 */
export function periodEvidence(
  file: { source: SourceName & { modified?: string }; dateText?: string; askedOn?: string },
  { cutoffDay, surveyed, known, otherwiseNamed, rightlyNamed, asked }: CampaignPeriods,
): PeriodEvidence | undefined {
  const { source, dateText, askedOn } = file;
  const saved = source.modified?.slice(0, 10);
  const newest = surveyed.at(-1) ?? 0;
  const ofCampaign = (year: number) => known.length === 0 || known.includes(year);
  const told = (day: string | undefined) =>
    yearsOfDay(day, cutoffDay).filter((year) => ofCampaign(year) || year > newest);
  const ofFolder = folderYears(source).filter(
    (year) => (ofCampaign(year) || rightlyNamed.includes(year)) && !otherwiseNamed.includes(year),
  );
  const steps: { years: readonly number[]; by: string; ofDay?: true }[] = [
    { years: yearsIn(dateText ?? ""), by: `its effective date reads “${dateText}”` },
    { years: told(saved), by: `its workbook was last saved on ${saved}`, ofDay: true },
    { years: ofFolder, by: "its folder has the year in its name" },
    { years: told(askedOn), by: `its supplier was asked on ${askedOn}`, ofDay: true },
  ];
  let possible: readonly number[] = [];
  const said: string[] = [];
  for (const { years, by, ofDay } of steps) {
    const first = possible.length === 0;
    const agreed = first ? years : possible.filter((year) => years.includes(year));
    // Several years in one text identify none of them.
    const tells = first ? years.length === 1 || ofDay === true : agreed.length < possible.length;
    if (!tells || agreed.length === 0) continue;
    possible = agreed;
    said.push(by);
  }
  const period =
    possible.find((year) => surveyed.includes(year)) ??
    possible.find((year) => year === asked) ??
    possible[0];
  return period === undefined ? undefined : { period, by: said.join(" and ") };
}

/**
 * Whether a file is included in the run for a period: always in a run over all periods; in the run of its own
 * period; and, without evidence for any, in that of the newest surveyed period only.
 */
export function isLookedAt(
  evidence: PeriodEvidence | undefined,
  { asked, surveyed }: CampaignPeriods,
): boolean {
  if (asked === undefined) return true;
  return (evidence?.period ?? surveyed.at(-1) ?? asked) === asked;
}
