// The statuses of one facility over time, for the examples of rules.
import type { DatedStatus, StatusHistory } from "../../model/status-history.ts";

/** A history in which one list has snapshots of the days given; null where a snapshot does not have the facility. */
export function exampleHistory(
  snapshots: Readonly<Record<string, Omit<Partial<DatedStatus>, "asOf"> | null>>,
  list = "Conformance list",
): StatusHistory {
  const days = Object.keys(snapshots);
  const statusOf = (asOf: string): DatedStatus | null => {
    const status = snapshots[asOf];
    return status ? { status: "Conformant", class: "conformant", list, at: "line 7", ...status, asOf } : null;
  };
  return {
    days,
    on: (_facility, day) => {
      const asOf = days.filter((one) => one <= day).at(-1);
      const lists = asOf === undefined ? [] : [{ name: list, asOf }];
      return { day, status: asOf === undefined ? null : statusOf(asOf), also: [], lists };
    },
    all: () => days.flatMap((day) => statusOf(day) ?? []),
  };
}
