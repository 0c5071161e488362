// The output of `cmrt ingest`.
import { filesInWords } from "../../domain/files-in-words.ts";
import { isRoster } from "../../domain/standing.ts";
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { countOf } from "../../lib/count-of.ts";
import { groupBy } from "../../lib/group-by.ts";
import { printable } from "../../lib/printable.ts";
import type { IngestedFile, IngestReport } from "../../model/ingest.ts";
import { type SourceName, sourceText } from "../../model/workbook.ts";
import { withholdEmails } from "../render/withhold.ts";

/** Most responses with notes listed individually; the rest are counted. */
const LISTED = 40;

/**
 * The result as lines: what needs attention, and the totals. Responses with notes are listed; with `verbose` all are.
 */
export function ingestText(
  result: IngestReport & { links: number },
  { verbose = false }: { verbose?: boolean | undefined } = {},
): string {
  const lines = verbose ? result.read.map(readLine) : notedLines(result.read);
  for (const file of result.gone) {
    const why = file.replaced ? "another file now has its name" : "the file has been deleted or moved";
    lines.push(`withdrawn   ${nameOf(file)}: ${why}`);
  }
  for (const { files } of result.same)
    lines.push(`same bytes  ${filesInWords(files).map(printable).join(" = ")}`);
  const rosters = result.unreadable.filter(isRoster);
  for (const file of result.unreadable) {
    const { reason, ask } = file.unreadable;
    const what = isRoster(file) ? "roster    " : "unreadable";
    lines.push(`${what}  ${nameOf(file)}: ${printable(`${reason} ${ask}`)}`);
  }
  for (const { path, why } of result.passedOver)
    lines.push(`skipped     ${printable(path)}: it was taken for ${why}`);
  const counts = [
    `${result.read.length} read${familyCounts(result.read)}`,
    `${result.unchanged.length} unchanged`,
    `${result.gone.length} withdrawn`,
    `${result.unreadable.length - rosters.length} unreadable`,
  ];
  if (rosters.length > 0) counts.push(countOf(rosters.length, "list of suppliers", "lists of suppliers"));
  if (result.skipped > 0) counts.push(`${result.skipped} lock files and similar files skipped`);
  if (result.links > 0)
    counts.push(`${result.links} symbolic ${result.links === 1 ? "link" : "links"} not followed`);
  if (lines.length > 0) lines.push("");
  lines.push(`${counts.join(", ")}.`);
  if (result.read.some(({ notes }) => notes > 0))
    lines.push("`cmrt show <file>` prints the notes of a response.");
  return `${lines.join("\n")}\n`;
}

function nameOf(source: SourceName): string {
  return printable(sourceText(source));
}

/** A response with the details that identify it. */
function readLine(file: IngestedFile): string {
  const about = [
    `${file.family} ${file.version}`,
    withholdEmails(file.supplier ?? "no company name"),
    file.effectiveDate ?? "no date",
    ...(file.notes > 0 ? [countOf(file.notes, "note")] : []),
  ];
  return `read        ${nameOf(file)} (${about.map(printable).join(", ")})`;
}

/** The responses with notes from the reader. */
function notedLines(read: readonly IngestedFile[]): string[] {
  const noted = read.filter(({ notes }) => notes > 0);
  const lines = noted
    .slice(0, LISTED)
    .map((file) => `notes       ${nameOf(file)}: ${countOf(file.notes, "note")} on how it was read`);
  if (noted.length > LISTED)
    lines.push(`notes       … and ${noted.length - LISTED} more responses with notes`);
  return lines;
}

/** How many responses there are per template, if some are not in the default one; otherwise empty. */
function familyCounts(read: readonly IngestedFile[]): string {
  if (read.every(({ family }) => family === DEFAULT_FAMILY.id)) return "";
  const byFamily = groupBy(read, ({ family }) => family);
  const counts = sortTexts(byFamily.keys()).map((family) => `${byFamily.get(family)?.length} ${family}`);
  return ` (${counts.join(", ")})`;
}

/** The result as JSON text. */
export function ingestJson(result: IngestReport & { links: number }): string {
  const { read, unchanged, gone, unreadable, same, skipped, passedOver, links } = result;
  const summary = {
    read: read.length,
    unchanged: unchanged.length,
    gone: gone.length,
    unreadable: unreadable.filter((file) => !isRoster(file)).length,
    rosters: unreadable.filter(isRoster).length,
    same: same.length,
    skipped,
    links,
  };
  return `${JSON.stringify({ schema: 1, read, unchanged, gone, unreadable, same, passedOver, summary }, null, 2)}\n`;
}
