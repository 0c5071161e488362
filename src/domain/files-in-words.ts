// The names of many files for one sentence or line.
import { countOf } from "../lib/count-of.ts";
import { groupBy } from "../lib/group-by.ts";
import { outerPath, type SourceName, sourceText } from "../model/workbook.ts";

/** Files of one container that are named; a person who sees them knows where the others are. */
const MOST_WITHIN = 3;
/** Names in one line. */
const MOST = 20;

/**
 * The files by their names, in their order. Of a container with many of them the first are named and the others counted,
 * and so are all beyond what a person reads in one line: `["a.xlsx", "all.zip » b.xlsx", "997 more files in all.zip"]`.
 */
export function filesInWords(files: readonly SourceName[]): string[] {
  // A file outside of containers is a place of its own.
  const places = groupBy(files, outerPath);
  const names: string[] = [];
  let named = 0;
  for (const [path, within] of places) {
    const first = within.slice(0, within.length > MOST_WITHIN + 1 ? MOST_WITHIN : within.length);
    const more = within.length - first.length;
    if (names.length + first.length + (more > 0 ? 1 : 0) > MOST) break;
    for (const file of first) names.push(sourceText(file));
    if (more > 0) names.push(`${countOf(more, "more file")} in ${path}`);
    named += within.length;
  }
  return named === files.length ? names : [...names, countOf(files.length - named, "more file")];
}
