// What `cmrt ingest` tells a person.
import { printable } from "../../lib/printable.ts";
import type { IngestReport } from "../../model/ingest.ts";
import { type SourceName, sourceText } from "../../model/workbook.ts";
import { withholdEmails } from "../render/withhold.ts";

/** Responses listed one by one; more are counted only. */
const LISTED = 40;

/** The outcome in lines: what was read, what needs a person, and the sum. */
export function ingestText(result: IngestReport & { links: number }): string {
  const lines: string[] = [];
  const name = (source: SourceName): string => printable(sourceText(source));

  for (const file of result.read.slice(0, LISTED)) {
    const about = [
      `${file.family} ${file.version}`,
      withholdEmails(file.supplier ?? "no company name"),
      file.effectiveDate ?? "no date",
    ];
    lines.push(`read        ${name(file)} (${about.map(printable).join(", ")})`);
  }
  if (result.read.length > LISTED) lines.push(`read        … and ${result.read.length - LISTED} more`);
  for (const file of result.gone) {
    const why = file.replaced ? "another file now has its name" : "the file has been deleted or moved";
    lines.push(`withdrawn   ${name(file)}: ${why}`);
  }
  for (const { files } of result.same) lines.push(`same bytes  ${files.map(name).join(" = ")}`);
  for (const { path, container, unreadable } of result.unreadable) {
    lines.push(
      `unreadable  ${name({ path, container })}: ${printable(`${unreadable.reason} ${unreadable.ask}`)}`,
    );
  }
  const counts = [
    `${result.read.length} read`,
    `${result.unchanged.length} unchanged`,
    `${result.gone.length} withdrawn`,
    `${result.unreadable.length} unreadable`,
  ];
  if (result.skipped > 0) counts.push(`${result.skipped} lock files and similar files skipped`);
  if (result.links > 0)
    counts.push(`${result.links} symbolic ${result.links === 1 ? "link" : "links"} not followed`);
  if (lines.length > 0) lines.push("");
  lines.push(`${counts.join(", ")}.`);
  return `${lines.join("\n")}\n`;
}

/** The outcome as the text of a JSON document. */
export function ingestJson(result: IngestReport & { links: number }): string {
  const { read, unchanged, gone, unreadable, same, skipped, links } = result;
  const summary = {
    read: read.length,
    unchanged: unchanged.length,
    gone: gone.length,
    unreadable: unreadable.length,
    same: same.length,
    skipped,
    links,
  };
  return `${JSON.stringify({ schema: 1, read, unchanged, gone, unreadable, same, summary }, null, 2)}\n`;
}
