// What lists of statuses said of a facility on a day.
import type { Facility } from "./consolidation.ts";
import type { FacilityStatus } from "./match.ts";

/** A facility as far as lists of statuses know one. */
export interface FacilityName {
  metal: string | null;
  id?: string;
  standardName?: string;
}

/** The next assessment of a facility, as far as a list tells. */
export interface Assessment {
  /** The last one, ISO where the list's text has one reading. */
  date?: string;
  /** In the list's words. */
  cycle?: string;
  /** ISO day on which the next one is due; absent where the list does not tell, or not clearly. */
  due?: string;
  /** What the due day rests on. */
  dueBy?: "the list" | "date and cycle";
  /** The list says that a new assessment is under way. */
  reassessing?: true;
}

/** What one snapshot of a list says of a facility. */
export interface DatedStatus extends FacilityStatus {
  asOf: string;
  /** Where the list has it. */
  at: string;
  assessment?: Assessment;
}

/** What the lists of a day say of a facility. */
export interface StatusOnDay {
  day: string;
  /**
   * What the newest list of that day or before says that has the facility, those that rest on another programme's
   * assessment last; null where none has it.
   */
  status: DatedStatus | null;
  /** What the other lists of that day say. */
  also: readonly DatedStatus[];
  /** The lists that were asked, newest first, one snapshot of each; none: the status of that day is not known. */
  lists: readonly { name: string; asOf: string }[];
}

/** The statuses of facilities over the snapshots of all lists. */
export interface StatusHistory {
  /** Days for which there is a snapshot, ascending. */
  days: readonly string[];
  /** What was known on a day (ISO): snapshots of later days do not count. */
  on(facility: FacilityName, day: string): StatusOnDay;
  /** What every snapshot says that has the facility, oldest first. */
  all(facility: FacilityName): readonly DatedStatus[];
}

/**
 * What became of a status from one day to another. "lost" and "gained": the class is another one, or the facility has
 * left or entered the lists; "changed": the words or the programme are others, not the class; "not known": no list speaks
 * for one of the days.
 */
export type StatusChange = "same" | "lost" | "gained" | "changed" | "not known";

/** The responses of one day that report a facility. */
export interface AnswerStatus {
  /** Effective date of the responses. */
  day: string;
  suppliers: readonly string[];
  status: StatusOnDay;
  /** What became of the status up to the day of the run. */
  change: StatusChange;
}

/** The status of a reported facility on the days that matter. */
export interface SmelterTimeline {
  facility: Facility;
  /** By day. Responses without a readable date tell no day. */
  answers: readonly AnswerStatus[];
  /** Null without a period, and where the day is still to come. */
  periodEnd: StatusOnDay | null;
  cutoff: StatusOnDay | null;
  today: StatusOnDay;
}

/** A reported facility whose next assessment is due. */
export interface DueSmelter {
  facility: Facility;
  status: DatedStatus;
  due: string;
  /** Days from the day of the run; negative where it is overdue. */
  days: number;
}

/** The reported facilities by what is known of their next assessment. */
export interface DueSmelters {
  /** Last day (ISO) that was looked at. */
  until: string;
  /** The earliest first. */
  due: readonly DueSmelter[];
  /** Due, but a list says that the new assessment is under way. */
  reassessing: readonly DueSmelter[];
  /** Conformant or active, and no list says when the next assessment is due. */
  notKnown: readonly Facility[];
}
