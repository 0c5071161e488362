// How a facility's status changed between two days.
import type { DatedStatus, StatusChange, StatusOnDay } from "../model/status-history.ts";

/** Higher is better. A facility that is on no list is neither conformant nor non-conformant. */
const RANK = { conformant: 2, active: 1, other: 0 } as const;

/** Compares the statuses on two days; see `StatusChange`. */
export function statusChange(before: StatusOnDay, after: StatusOnDay): StatusChange {
  if (before.lists.length === 0 || after.lists.length === 0) return "not known";
  const [was, is] = [rank(before.status), rank(after.status)];
  if (was !== is) return was > is ? "lost" : "gained";
  const same =
    before.status?.status === after.status?.status &&
    before.status?.recognition === after.status?.recognition &&
    (before.status === null) === (after.status === null);
  return same ? "same" : "changed";
}

function rank(status: DatedStatus | null): number {
  return status === null ? 0 : RANK[status.class];
}

/** A status with its list and day: "Conformant (RMI list of 2025-03-01)", "not on the list (RMI list of 2025-03-01)", "not known". */
export function statusText({ status, lists }: StatusOnDay): string {
  if (status) {
    const whose =
      status.recognition === "cross-recognised"
        ? `, cross-recognised${status.scheme === undefined ? "" : `: ${status.scheme}`}`
        : "";
    return `${status.status}${whose} (${status.list} of ${status.asOf})`;
  }
  if (lists.length === 0) return "not known";
  return `not on the list (${lists.map(({ name, asOf }) => `${name} of ${asOf}`).join(", ")})`;
}
