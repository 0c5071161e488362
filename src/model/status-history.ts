// What lists of statuses said about a facility on a day.
import type { Facility } from "./consolidation.ts";
import type { FacilityStatus } from "./match.ts";

/** A facility in the form in which lists of statuses identify it. */
export interface FacilityName {
  metal: string | null;
  id?: string;
  standardName?: string;
}

/** The next assessment of a facility, as far as a list says. */
export interface Assessment {
  /** The last one; ISO if the list's text is unambiguous. */
  date?: string;
  /** In the list's words. */
  cycle?: string;
  /** ISO day on which the next one is due; absent if the list does not say so clearly. */
  due?: string;
  /** The source of the due date. */
  dueBy?: "the list" | "date and cycle";
  /** The list says that a new assessment is under way. */
  reassessing?: true;
}

/** What one snapshot of a list says about a facility. */
export interface DatedStatus extends FacilityStatus {
  asOf: string;
  /** The place in the list. */
  at: string;
  assessment?: Assessment;
}

/** What the lists of a day say about a facility. */
export interface StatusOnDay {
  day: string;
  /**
   * From the newest list of that day or before that has the facility, with lists based on another programme's
   * assessment last; null if no list has it.
   */
  status: DatedStatus | null;
  /** From the other lists of that day. */
  also: readonly DatedStatus[];
  /** The lists that were consulted, newest first, one snapshot of each; empty if the status of that day is unknown. */
  lists: readonly { name: string; asOf: string }[];
}

/** The statuses of facilities over the snapshots of all lists. */
export interface StatusHistory {
  /** Days with a snapshot, ascending. */
  days: readonly string[];
  /** What was known on a day (ISO): later snapshots are ignored. */
  on(facility: FacilityName, day: string): StatusOnDay;
  /** What every snapshot with the facility says, oldest first. */
  all(facility: FacilityName): readonly DatedStatus[];
}

/**
 * How a status changed between two days. "lost" and "gained": another class, or the facility was removed from or added
 * to the lists; "changed": other words or another programme within the same class; "not known": there is no list for
 * one of the days.
 */
export type StatusChange = "same" | "lost" | "gained" | "changed" | "not known";

/** The responses of one day that report a facility. */
export interface AnswerStatus {
  /** Effective date of the responses. */
  day: string;
  suppliers: readonly string[];
  status: StatusOnDay;
  /** The change up to the day of the run. */
  change: StatusChange;
}

/** The status of a reported facility on the days that matter. */
export interface SmelterTimeline {
  facility: Facility;
  /** By day. Responses without a readable date are left out. */
  answers: readonly AnswerStatus[];
  /** Null without a period, and if the day is in the future. */
  periodEnd: StatusOnDay | null;
  cutoff: StatusOnDay | null;
  today: StatusOnDay;
}

/** A reported facility whose next assessment is due. */
export interface DueSmelter {
  facility: Facility;
  status: DatedStatus;
  due: string;
  /** Days from the day of the run; negative if overdue. */
  days: number;
}

/** The reported facilities by what is known about their next assessment. */
export interface DueSmelters {
  /** Last day (ISO) considered. */
  until: string;
  /** Earliest first. */
  due: readonly DueSmelter[];
  /** Due, but according to a list the new assessment is under way. */
  reassessing: readonly DueSmelter[];
  /** Conformant or active, but no list says when the next assessment is due. */
  notKnown: readonly Facility[];
}
