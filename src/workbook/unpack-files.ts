import { basename } from "node:path/posix";
import { LIMITS, type Limits } from "../model/limits.ts";
import { type SourceName, sourceText, UnreadableError } from "../model/workbook.ts";
import { type Found, type FoundFile, LEFTOVERS } from "./find-files.ts";
import { type Attachment, mailAttachments, mayBeMail } from "./mail-attachments.ts";
import { isArchive } from "./package-parts.ts";
import { sniff } from "./sniff.ts";
import { unsupported } from "./unreadable.ts";
import { openZip } from "./zip.ts";

/** Opens a saved mail; see mailAttachments. */
export type OpenMail = (bytes: Buffer) => Promise<Attachment[] | undefined>;

/**
 * Goes through what was found and steps into zips and saved mails, in order, one file at a time: a container is
 * replaced by what is in it, with its name in `source.container`. One that holds nothing, or is damaged, stays as a
 * file of its own, and opening it says why. Leftovers inside containers are counted in `found.skipped`.
 * Mails are opened by `openMail`, so that a caller can do it where a hanging library can be stopped.
 */
export async function* unpackFiles(
  found: Found,
  limits: Limits = LIMITS,
  openMail: OpenMail = mailAttachments,
): AsyncGenerator<FoundFile> {
  for (const file of found.files) yield* unpack(file, 0, { found, limits, openMail });
}

/** What holds for every file of a run. */
interface Unpacking {
  found: Found;
  limits: Limits;
  openMail: OpenMail;
}

async function* unpack(file: FoundFile, depth: number, run: Unpacking): AsyncGenerator<FoundFile> {
  let contents: FoundFile[] | undefined;
  let bytes: Buffer;
  try {
    bytes = await file.read();
    contents = await contentsOf(file.source, bytes, run);
  } catch (error) {
    yield { source: file.source, read: () => Promise.reject(error) };
    return;
  }
  if (contents === undefined) {
    yield { source: file.source, read: () => Promise.resolve(bytes), file: file.file };
    return;
  }
  if (depth === run.limits.containers) {
    const deep = unsupported(
      "The file lies in too many containers within each other.",
      "Unpack it into the folder.",
    );
    yield { source: file.source, read: () => Promise.reject(new UnreadableError(deep)) };
    return;
  }
  for (const content of contents) yield* unpack(content, depth + 1, run);
}

/** What a container holds; undefined where the bytes are none, or hold nothing. */
async function contentsOf(
  source: SourceName,
  bytes: Buffer,
  { found, limits, openMail }: Unpacking,
): Promise<FoundFile[] | undefined> {
  if (sniff(bytes).type === "zip") return zipContents(source, bytes, found, limits);
  const attachments = mayBeMail(bytes) ? await openMail(bytes) : undefined;
  return attachments && mailContents(source, attachments, found);
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
