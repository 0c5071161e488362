// The status history of one facility, for rule examples.
import type { DatedStatus, StatusHistory } from "../../model/status-history.ts";

/** A history with snapshots of one list on the days given; null if the facility is not in that snapshot. */
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
