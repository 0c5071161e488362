import { basename } from "node:path/posix";
import { LIMITS, type Limits } from "../model/limits.ts";
import { type SourceName, sourceText, UnreadableError } from "../model/workbook.ts";
import { type Found, type FoundFile, LEFTOVERS } from "./find-files.ts";
import { type Attachment, emlAttachments, msgAttachments } from "./mail-attachments.ts";
import { isMessage } from "./open-ole.ts";
import { isArchive } from "./package-parts.ts";
import { sniff } from "./sniff.ts";
import { unsupported } from "./unreadable.ts";
import { openZip } from "./zip.ts";

/**
 * Goes through what was found and steps into zips and saved mails, in order, one file at a time: a container is
 * replaced by what is in it, with its name in `source.container`. One that holds nothing, or is damaged, stays as a
 * file of its own, and opening it says why. Leftovers inside containers are counted in `found.skipped`.
 */
export async function* unpackFiles(found: Found, limits: Limits = LIMITS): AsyncGenerator<FoundFile> {
  for (const file of found.files) yield* unpack(file, 0, found, limits);
}

async function* unpack(
  file: FoundFile,
  depth: number,
  found: Found,
  limits: Limits,
): AsyncGenerator<FoundFile> {
  let contents: FoundFile[] | undefined;
  let bytes: Buffer;
  try {
    bytes = await file.read();
    contents = await contentsOf(file.source, bytes, found, limits);
  } catch (error) {
    yield { source: file.source, read: () => Promise.reject(error) };
    return;
  }
  if (contents === undefined) {
    yield { source: file.source, read: () => Promise.resolve(bytes) };
    return;
  }
  if (depth === limits.containers) {
    const deep = unsupported(
      "The file lies in too many containers within each other.",
      "Unpack it into the folder.",
    );
    yield { source: file.source, read: () => Promise.reject(new UnreadableError(deep)) };
    return;
  }
  for (const content of contents) yield* unpack(content, depth + 1, found, limits);
}

/** What a container holds; undefined where the bytes are none, or hold nothing. */
async function contentsOf(
  source: SourceName,
  bytes: Buffer,
  found: Found,
  limits: Limits,
): Promise<FoundFile[] | undefined> {
  switch (sniff(bytes).type) {
    case "zip":
      return zipContents(source, bytes, found, limits);
    case "mail":
      return mailContents(source, await emlAttachments(bytes), found);
    case "ole":
      return (await isMessage(bytes)) ? mailContents(source, await msgAttachments(bytes), found) : undefined;
    default:
      return undefined;
  }
}

async function zipContents(
  source: SourceName,
  bytes: Buffer,
  found: Found,
  limits: Limits,
): Promise<FoundFile[] | undefined> {
  const zip = await openZip(bytes, limits, limits.archiveBytes).catch(() => undefined);
  // Opening it as a workbook tells what is wrong with a damaged one.
  if (zip === undefined || zip.names.length === 0 || !isArchive(zip.names)) return undefined;
  const names = zip.names.filter((name) => !name.split("/").some((step) => LEFTOVERS.test(step)));
  found.skipped += zip.names.length - names.length;
  const files = names.map((name) => ({
    source: within(source, name),
    read: async () => zip.read(name),
  }));
  return files.length === 0 ? undefined : files;
}

function mailContents(
  source: SourceName,
  attachments: readonly Attachment[],
  found: Found,
): FoundFile[] | undefined {
  const sent = attachments.filter(({ trimming }) => !trimming);
  found.skipped += attachments.length - sent.length;
  const names = new Map<string, number>();
  const files = sent.map(({ name, bytes }, index) => ({
    source: within(
      source,
      distinct(basename(name?.replaceAll("\\", "/") ?? "") || `attachment ${index + 1}`, names),
    ),
    read: async () => bytes,
  }));
  return files.length === 0 ? undefined : files;
}

/** A mail may carry two attachments of one name; the second is called "name (2)". */
function distinct(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function within(container: SourceName, path: string): SourceName {
  return { path, container: sourceText(container) };
}
