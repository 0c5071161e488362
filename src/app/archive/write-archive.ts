// `cmrt archive`: a report pack with everything it was made from, in one zip.

import { createHash } from "node:crypto";
import { relative } from "node:path";
import { sortTexts } from "../../lib/compare-texts.ts";
import { defined } from "../../lib/defined.ts";
import { UsageError, WorkspaceError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { version } from "../../lib/version.ts";
import {
  ARCHIVE_FILE,
  type Archive,
  holdsContacts,
  isArchiveName,
  MOST_ARCHIVE_BYTES,
  MOST_ENTRIES,
  MOST_FILE_BYTES,
  PACK_FOLDER,
  README_FILE,
  WORKSPACE_FOLDER,
} from "../../model/archive.ts";
import { KEPT_FILES, LISTS_FOLDER, ROSTER_WORKBOOK, STORE_FOLDER } from "../../model/workspace-files.ts";
import { archiveReadme } from "../../report/archive-readme.ts";
import { type ZippedFile, zipFiles } from "../../report/render/zip.ts";
import { MANIFEST_FILE, type Workspace } from "../../store/open-workspace.ts";
import { readOutput } from "../../store/read-output.ts";
import { PRIVATE_FILE, writeFileAtomic } from "../../store/write-file.ts";
import { findList, mergeLists } from "../lists/imported-lists.ts";
import { availableLists } from "../lists/workspace-lists.ts";
import { readPackManifest } from "../report/verify-report.ts";
import { openSession, type SessionOptions } from "../session.ts";
import { archiveOriginals, originalsOf } from "./originals.ts";

export interface ArchiveOptions extends Omit<SessionOptions, "family" | "paths" | "today"> {
  period: number;
  /** Absolute path of the pack's folder. */
  pack: string;
  /** Absolute path of the archive to write. */
  out: string;
  withOriginals?: boolean;
  withoutContacts?: boolean;
}

export interface WrittenArchive {
  archive: Archive;
  /** SHA-256 of the zip. */
  sha256: string;
  bytes: number;
}

/**
 * Archives the pack in the folder, its inputs, and instructions to verify it. The same input gives the same bytes.
 * Throws UsageError, and writes nothing, if a run with the pack's day and cut-off gives a different pack, if the pack
 * uses a list that is not in the workspace, or if the archive would exceed the size of a zip.
 */
export async function writeArchive(options: ArchiveOptions, io: Io): Promise<WrittenArchive> {
  const shown = relative(io.cwd, options.pack) || ".";
  const { period, cutoff, today, withContacts, family } = readPackManifest(options.pack, shown);
  if (period !== options.period) throw new UsageError(`${shown} is a report of ${period}.`);
  if (options.withoutContacts && withContacts) {
    throw new UsageError(`${shown} was written with --with-contacts: write it again without.`);
  }
  const session = await openSession(io, { ...options, today, ...defined({ family }) });
  const reference = options.reference ?? [];
  const { workspace } = session;
  refuseOutside(reference, workspace);

  const files: Archive["files"] = [];
  const leftOut: Archive["leftOut"] = [];
  const originals = originalsOf(workspace);
  const about = { schema: 1, tool: { name: "cmrt", version: version() }, period, cutoff, today } as const;
  const archive = (): Archive => ({
    ...about,
    withContacts,
    reference: [...reference],
    files,
    leftOut,
    originals,
  });

  async function* entries(): AsyncGenerator<ZippedFile> {
    yield* samePack(session.pack({ period, cutoff, withContacts }).files, files, options.pack, shown);
    for (const file of workspaceFiles(workspace)) {
      if (options.withoutContacts && holdsContacts(file.name)) for (const _ of summed(file, leftOut));
      else yield file;
    }
    if (options.withOriginals) yield* archiveOriginals(originals, session, options);
    yield { name: README_FILE, content: archiveReadme(archive()) };
  }
  async function* all(): AsyncGenerator<ZippedFile> {
    for await (const file of entries()) {
      if (!isArchiveName(file.name)) throw new UsageError(`${file.name} cannot be archived: rename it.`);
      if (files.length > MOST_ENTRIES) throw tooLarge(`more than ${MOST_ENTRIES} files`);
      yield { ...file, content: summed(file, files) };
    }
    yield { name: ARCHIVE_FILE, content: `${JSON.stringify(archive(), null, 2)}\n` };
  }

  const sum = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of zipFiles(all())) {
      sum.update(piece);
      bytes += piece.byteLength;
      if (bytes > MOST_ARCHIVE_BYTES) throw tooLarge("more than 2 GB");
      yield piece;
    }
  }
  await writeFileAtomic(options.out, counted(), PRIVATE_FILE);
  return { archive: archive(), sha256: sum.digest("hex"), bytes };
}

/** Only lists in the workspace are archived: those in workbooks' own sheets and imported ones. */
function refuseOutside(reference: readonly string[], workspace: Workspace): void {
  if (reference.length === 0) return;
  const { fromWorkbooks, imported } = availableLists(workspace);
  const lists = mergeLists(fromWorkbooks, imported);
  for (const name of reference) {
    try {
      findList(lists, name);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(
        `${error.message} A list in a file of its own is not archived: import it with \`cmrt reference import\` and write the report with it.`,
      );
    }
  }
}

/**
 * Yields the files of the pack as made now; `done` is called with the hash of each. Throws UsageError if it differs
 * from the pack in the folder.
 */
async function* samePack(
  made: AsyncIterable<readonly [string, ZippedFile["content"]]>,
  done: Archive["files"],
  folder: string,
  shown: string,
): AsyncGenerator<ZippedFile> {
  const other: string[] = [];
  for await (const [name, content] of made) {
    yield { name: `${PACK_FOLDER}${name}`, content };
    const there = readOutput(folder, name);
    if (there === undefined || sha256Of(there) !== done.at(-1)?.sha256) other.push(name);
  }
  if (other.length === 0) return;
  throw new UsageError(
    `${shown} differs from what a run gives now (${other.join(", ")}), so nobody could verify it. \`cmrt report --verify ${shown}\` says why; write the report again, or restore what it was made from.`,
  );
}

/** The inputs of the pack, in order of name. */
function* workspaceFiles(workspace: Workspace): Generator<ZippedFile> {
  const store = `${WORKSPACE_FOLDER}${STORE_FOLDER}`;
  const ids = sortTexts(
    new Set(workspace.manifest().files.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))),
  );
  const lists = new Set<string>();
  const manifest = readOutput(workspace.store, MANIFEST_FILE);
  if (manifest === undefined) throw new WorkspaceError("Nothing has been ingested here yet.");
  yield { name: `${store}/${MANIFEST_FILE}`, content: manifest };
  for (const id of ids) {
    const content = workspace.storedFile("responses", id);
    if (content === undefined) continue;
    const list = workspace.intact(id)?.list ?? null;
    if (list !== null) lists.add(list);
    yield { name: `${store}/responses/${id}.json`, content };
  }
  for (const list of sortTexts(lists)) {
    const content = workspace.storedFile("lists", list);
    if (content !== undefined) yield { name: `${store}/lists/${list}.json`, content };
  }
  const imported = workspace
    .userFiles(LISTS_FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${LISTS_FOLDER}/${name}`);
  for (const file of sortTexts([...KEPT_FILES, ROSTER_WORKBOOK, ...imported])) {
    const content = workspace.readUserBytes(file);
    if (content !== undefined) yield { name: `${WORKSPACE_FOLDER}${file}`, content };
  }
}

/** Passes a file's content on and adds its hash to `sums` after the last piece. */
function* summed({ name, content }: ZippedFile, sums: Archive["files"]): Generator<Uint8Array> {
  const sum = createHash("sha256");
  let bytes = 0;
  const whole = typeof content === "string" ? [Buffer.from(content)] : content;
  for (const piece of whole instanceof Uint8Array ? [whole] : whole) {
    sum.update(piece);
    bytes += piece.byteLength;
    if (bytes > MOST_FILE_BYTES) throw tooLarge(`more than 1 GB in ${name}`);
    yield piece;
  }
  sums.push({ file: name, sha256: sum.digest("hex"), bytes });
}

function tooLarge(what: string): UsageError {
  return new UsageError(
    `The archive would have ${what}, more than programs for zips agree on. Leave the originals out, or zip the workspace yourself.`,
  );
}
