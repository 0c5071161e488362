import { isNoName } from "../../domain/sentinels.ts";
import type { Facility } from "../../model/consolidation.ts";

/** What the report calls a reported smelter: by the list, else as reported; a choice or remark in place of a name is said to be that. */
export function facilityName({
  standardName,
  reportedName,
}: Pick<Facility, "standardName" | "reportedName">): string {
  return standardName ?? (isNoName(reportedName) ? `no name given (“${reportedName}”)` : reportedName);
}
