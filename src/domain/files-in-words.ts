// Lists the names of many files in one sentence or line.
import { countOf } from "../lib/count-of.ts";
import { groupBy } from "../lib/group-by.ts";
import { outerPath, type SourceName, sourceText } from "../model/workbook.ts";

/** Most files named per container; the person then knows where to find the others. */
const MOST_WITHIN = 3;
/** Most names in one line. */
const MOST = 20;

/**
 * The names of the files, in order. Of a container with many of them only the first few are named and the
 * rest counted, and so are any beyond what fits one line: `["a.xlsx", "all.zip » b.xlsx", "997 more files in
 * all.zip"]`.
 */
export function filesInWords(files: readonly SourceName[]): string[] {
  // A file outside of containers is a group by itself.
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
