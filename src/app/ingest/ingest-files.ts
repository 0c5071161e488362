// The core of `cmrt ingest`: hashes the files found, reads and stores those that are new, and updates the manifest.

import { sha256Of } from "../../lib/sha256.ts";
import type { IngestResult, ResponseLine } from "../../model/ingest.ts";
import type { Limits } from "../../model/limits.ts";
import {
  compareSources,
  type SourceName,
  sourceText,
  type Unreadable,
  type UnreadableFile,
} from "../../model/workbook.ts";
import type { Manifest, ManifestFile } from "../../store/manifest.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import type { Refused, UnpackedFile } from "../../workbook/sources/unpack-files.ts";
import { foldFailures } from "../reading/fold-failures.ts";
import {
  notAccessible,
  type ReadOne,
  readAll,
  type SkippedFile,
  unreadableFile,
} from "../reading/read-all.ts";
import { settledManifest, unsettledManifest } from "./settle-manifest.ts";
import type { StoreResult } from "./store-response.ts";

export interface IngestInput {
  workspace: Workspace;
  /** Paths as recorded in the manifest: relative to the workspace. */
  paths: readonly string[];
  /**
   * The files found under these paths, with names relative to the workspace. `sizes` and `refused` as for
   * `unpackFiles`.
   */
  unpack(sizes: Set<number>, refused: Refused): Iterable<UnpackedFile> | AsyncIterable<UnpackedFile>;
  /** Reads a file and stores its response in the workspace. */
  store: ReadOne<StoreResult>;
  /** How many files to process at the same time. */
  ahead: number;
  /** Version of cmrt. Responses read by another version are read again. */
  tool: string;
  /** The limits for reading, which are recorded with the files that exceed them. */
  limits?: Limits;
  /** Read files even if they are known. */
  force?: boolean;
  /** Called after every file that was processed. */
  progress?(source: SourceName): void;
}

/** Responses stored between two writes of the manifest. */
const CHECKPOINT = 200;

/**
 * Ingests the files found. Each response is stored before the manifest names it, so that an interrupted run leaves a
 * consistent store, from which the next run continues. The caller holds the workspace's lock.
 */
export async function ingestFiles(input: IngestInput): Promise<IngestResult> {
  const { workspace, tool, ahead, store } = input;
  workspace.sweep();
  const before = workspace.manifest();
  const known = input.force ? NOTHING : knownBytes(workspace, before, tool);
  const limits = input.limits && sha256Of(JSON.stringify(input.limits));
  const beyond = beyondLimits(input.force ? [] : before.files, { tool, limits });
  const result: IngestResult = { read: [], unchanged: [], gone: [], unreadable: [], same: [] };
  const seen: ManifestFile[] = [];
  const duplicates: SkippedFile[] = [];
  const unreadable = new Map<string, Unreadable>();

  const sealed = sealedFiles(before, known);
  const addRead = (source: SourceName, sha256: string, bytes: number, seal?: string): void => {
    seen.push({ ...source, sha256, bytes, ...(seal === undefined ? {} : { seal }), state: "read", tool });
  };
  const addUnchanged = ({ source, sha256, bytes, seal }: KnownFile): void => {
    result.unchanged.push({ ...source, id: sha256 });
    addRead(source, sha256, bytes, seal);
  };
  const addUnreadable = (file: UnreadableFile): void => {
    result.unreadable.push(file);
  };

  const fresh: string[] = [];
  let checkpoint = Promise.resolve();
  async function addStored(
    source: SourceName,
    stored: ResponseLine,
    bytes: number,
    seal?: string,
  ): Promise<void> {
    result.read.push({ ...source, ...stored });
    addRead(source, stored.id, bytes, seal);
    fresh.push(stored.id);
    if (fresh.length < CHECKPOINT) return;
    await checkpoint;
    const manifest = unsettledManifest(before, seen, input.paths, tool);
    // Reading continues while the manifest is written; a failure to write is thrown at the next await.
    checkpoint = workspace.writeManifest(manifest, fresh.splice(0));
    checkpoint.catch(() => undefined);
  }

  try {
    const isKnown = (sha256: string) => known.has(sha256) || beyond.has(sha256);
    const sizes = new Set([...known.sizes, ...[...beyond.values()].map(({ bytes }) => bytes)]);
    const refused: Refused = (content) =>
      sizes.has(content.length) ? beyond.get(sha256Of(content))?.unreadable : undefined;
    for await (const file of readAll(input.unpack(sizes, refused), store, { ahead, isKnown })) {
      const { source } = file;
      const tooMuch = file.is === "known" ? beyond.get(file.sha256)?.unreadable : undefined;
      if (file.is === "known" && tooMuch !== undefined) {
        addUnreadable(unreadableFile(source, tooMuch, file));
        unreadable.set(file.sha256, tooMuch);
      } else if (file.is === "failure") {
        const why = notAccessible(file.failure);
        const same = why.kind === "encrypted" ? sealed(source, file.seal) : undefined;
        if (same === undefined) addUnreadable(unreadableFile(source, why, file));
        else addUnchanged(same);
      } else if (file.is === "read") {
        const { result: outcome, sha256, bytes, seal } = file;
        if (outcome.ok) await addStored(source, outcome.stored, bytes, seal);
        else {
          addUnreadable(unreadableFile(source, outcome.unreadable, file));
          if (sha256 !== null) unreadable.set(sha256, outcome.unreadable);
        }
      } else if (file.is === "duplicate") duplicates.push(file);
      else addUnchanged(file);
      input.progress?.(source);
    }
  } finally {
    await checkpoint;
  }
  for (const { source, sha256, bytes, seal } of duplicates) {
    const why = unreadable.get(sha256);
    if (why) addUnreadable(unreadableFile(source, why, { sha256, bytes }));
    else addRead(source, sha256, bytes, seal);
  }

  result.unreadable = foldFailures(result.unreadable);
  for (const file of result.unreadable) {
    const isBeyond = limits !== undefined && file.unreadable.kind === "too-large";
    seen.push({ ...file, state: "unreadable", ...(isBeyond ? { tool, limits } : {}) });
  }
  const { manifest, gone } = settledManifest(before, seen, input.paths, tool);
  await workspace.writeManifest(manifest, fresh);
  return inOrder({ ...result, gone, same: sameBytes(seen) });
}

/**
 * The files that this version of cmrt found to exceed the same limits, by hash: reading one again would take as long as
 * a limit allows and fail in the same way.
 */
function beyondLimits(
  files: readonly ManifestFile[],
  { tool, limits }: { tool: string; limits: string | undefined },
): Map<string, { bytes: number; unreadable: Unreadable }> {
  if (limits === undefined) return new Map();
  return new Map(
    files.flatMap(({ sha256, bytes, unreadable, ...file }) =>
      sha256 === null || bytes === null || !unreadable || file.tool !== tool || file.limits !== limits
        ? []
        : [[sha256, { bytes, unreadable }] as const],
    ),
  );
}

type KnownFile = Pick<SkippedFile, "source" | "sha256" | "bytes" | "seal">;

/**
 * Returns a look-up of files in encrypted zips that were read in an earlier run, by path and encrypted bytes, since the
 * password is not kept.
 */
function sealedFiles(
  { files }: Manifest,
  known: KnownBytes,
): (source: SourceName, seal: string | undefined) => KnownFile | undefined {
  const read = new Map<string, KnownFile>();
  for (const { path, container, sha256, bytes, seal, state } of files) {
    if (seal === undefined || state !== "read" || sha256 === null || bytes === null) continue;
    const source = { path, container };
    if (known.has(sha256)) read.set(`${seal} ${sourceText(source)}`, { source, sha256, bytes, seal });
  }
  return (source, seal) => (seal === undefined ? undefined : read.get(`${seal} ${sourceText(source)}`));
}

/** What the store holds that this version of cmrt read. */
interface KnownBytes {
  has(sha256: string): boolean;
  /** All file sizes: a file with another size must be new. */
  sizes: ReadonlySet<number>;
}

const NOTHING: KnownBytes = { has: () => false, sizes: new Set() };

/**
 * The stored responses that are intact and were read by this version of cmrt: according to the manifest, else the store
 * itself. Damaged ones, and those that depend on something damaged, are read again.
 */
function knownBytes(workspace: Workspace, manifest: Manifest, tool: string): KnownBytes {
  const stored = workspace.storedIds();
  const unnamed = new Set(stored);
  const current = new Map<string, number>();
  for (const { sha256, bytes, state, tool: readBy } of manifest.files) {
    if (sha256 === null || bytes === null || state === "unreadable") continue;
    unnamed.delete(sha256);
    if (readBy === tool && stored.has(sha256) && workspace.intact(sha256) !== undefined)
      current.set(sha256, bytes);
  }
  // Stored by a run that was interrupted before it wrote its manifest.
  for (const id of unnamed) {
    if (workspace.intact(id) === undefined) continue;
    const response = workspace.response(id);
    if (response?.tool === tool) current.set(id, response.response.source.bytes);
  }
  return { has: (sha256) => current.has(sha256), sizes: new Set(current.values()) };
}

/** Files with the same bytes, grouped by their response. */
export function sameBytes(seen: readonly ManifestFile[]): IngestResult["same"] {
  const byHash = new Map<string, SourceName[]>();
  for (const { path, container, sha256 } of seen) {
    if (sha256 === null) continue;
    const files = byHash.get(sha256) ?? [];
    files.push({ path, container });
    byHash.set(sha256, files);
  }
  return [...byHash].filter(([, files]) => files.length > 1).map(([id, files]) => ({ id, files }));
}

/** Sorts the result, so that it does not depend on the order of reading. */
export function inOrder(result: IngestResult): IngestResult {
  const same = result.same.map(({ id, files }) => ({ id, files: [...files].sort(compareSources) }));
  return {
    read: [...result.read].sort(compareSources),
    unchanged: [...result.unchanged].sort(compareSources),
    gone: [...result.gone].sort(compareSources),
    unreadable: [...result.unreadable].sort(compareSources),
    same: same.sort((a, b) => compareSources(a.files[0] as SourceName, b.files[0] as SourceName)),
  };
}
