// What lists of statuses said of a facility on a day.
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
  /** What was known on a day (ISO): snapshots of later days do not speak for it. */
  on(facility: FacilityName, day: string): StatusOnDay;
  /** What every snapshot says that has the facility, oldest first. */
  all(facility: FacilityName): readonly DatedStatus[];
}
