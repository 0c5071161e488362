// Summarises many unreadable files of one container: some lines and a count.
import { groupBy } from "../../lib/group-by.ts";
import { compareSources, outerPath, type UnreadableFile } from "../../model/workbook.ts";

/** Files of one container that are listed individually; nobody looks at more. */
const MOST_LISTED = 200;

/**
 * The unreadable files in order. If a container has more of them than a person would look at, the first ones are
 * listed, and a line for the container gives the number of the rest.
 */
export function foldFailures(files: readonly UnreadableFile[]): UnreadableFile[] {
  const inOrder = [...files].sort(compareSources);
  const byContainer = groupBy(
    inOrder.filter(({ container }) => container !== null),
    outerPath,
  );
  const folded = new Set<UnreadableFile>();
  const lines: UnreadableFile[] = [];
  for (const [path, within] of byContainer) {
    const more = within.slice(MOST_LISTED);
    if (more.length < 2) continue;
    for (const file of more) folded.add(file);
    lines.push({
      path,
      container: null,
      sha256: null,
      bytes: null,
      unreadable: {
        kind: "too-large",
        reason: `${more.length} more files in it could not be read either.`,
        ask: "Unpack it and ingest what belongs to the campaign, or ask for the workbook itself.",
      },
    });
  }
  return [...inOrder.filter((file) => !folded.has(file)), ...lines].sort(compareSources);
}
