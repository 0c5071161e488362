import { isNoName } from "../../domain/sentinels.ts";
import type { Facility } from "../../model/consolidation.ts";

/**
 * Returns what the report calls a reported smelter: its name on the list, otherwise the name as reported. A choice or
 * remark in place of a name is marked as such.
 */
export function facilityName({
  standardName,
  reportedName,
}: Pick<Facility, "standardName" | "reportedName">): string {
  return standardName ?? (isNoName(reportedName) ? `no name given (“${reportedName}”)` : reportedName);
}
