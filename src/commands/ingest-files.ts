// The heart of `cmrt ingest`: files found → hashed → known or read → stored, and the manifest brought up to date.
import { type SourceName, sourceText, type Unreadable, type UnreadableFile } from "../model/workbook.ts";
import type { FileContent, UnpackedFile } from "../workbook/unpack-files.ts";
import type { Manifest, ManifestFile } from "../workspace/manifest.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { notAccessible, type Outcome } from "./read-all.ts";
import { type GoneFile, settledManifest, unsettledManifest } from "./settle-manifest.ts";
import type { ResponseLine, StoreResult } from "./store-response.ts";

export interface IngestInput {
  workspace: Workspace;
  /** Paths as they go into the manifest: relative to the workspace. */
  paths: readonly string[];
  /** What was found under these paths; names relative to the workspace. */
  files: Iterable<UnpackedFile> | AsyncIterable<UnpackedFile>;
  /** Reads files and stores their responses in the workspace. */
  store(files: AsyncIterable<FileContent>): AsyncIterable<Outcome<StoreResult>>;
  /** Version of cmrt. What another version read is read again. */
  tool: string;
  /** Read files even if they are known. */
  force?: boolean;
  /** Called after every file that was found and dealt with. */
  progress?(source: SourceName): void;
}

/** A response as `cmrt ingest` lists it. */
export interface IngestedFile extends SourceName, ResponseLine {}

export interface IngestResult {
  read: IngestedFile[];
  unchanged: (SourceName & { id: string })[];
  /** Responses whose file is no longer there. */
  gone: GoneFile[];
  unreadable: UnreadableFile[];
  /** Files with the same bytes, by the response that they hold. */
  same: { id: string; files: SourceName[] }[];
}

/** What an ingest did, with the number of leftovers of programs (lock files and the like) that were passed over. */
export type IngestReport = IngestResult & { skipped: number };

/** Stored responses between two writes of the manifest. */
const CHECKPOINT = 200;

/** Bytes handed to the reader: what came of them and which further files hold the same. */
interface Handed {
  bytes: number;
  unreadable?: Unreadable;
  twins: SourceName[];
}

/**
 * Ingests what was found. Each response is stored before the manifest names it, so that a run that is killed at any
 * point leaves a complete store; the next run continues from there. The caller holds the workspace's lock.
 */
export async function ingestFiles(input: IngestInput): Promise<IngestResult> {
  const { workspace, tool } = input;
  workspace.sweep();
  const before = workspace.manifest();
  const isKnown = input.force ? () => false : knownTo(workspace, before, tool);
  const result: IngestResult = { read: [], unchanged: [], gone: [], unreadable: [], same: [] };
  const seen: ManifestFile[] = [];
  const names = new Set<string>();
  const handed = new Map<string, Handed>();

  const addRead = (source: SourceName, sha256: string, bytes: number): void => {
    seen.push({ ...source, sha256, bytes, state: "read", tool });
  };
  const addUnreadable = (file: UnreadableFile): void => {
    result.unreadable.push(file);
    seen.push({ ...file, state: "unreadable" });
  };

  async function* unknownFiles(): AsyncGenerator<FileContent> {
    for await (const file of input.files) {
      const { source } = file;
      // Paths given may overlap.
      if (names.has(sourceText(source))) continue;
      names.add(sourceText(source));
      if ("failure" in file) {
        addUnreadable({ ...source, sha256: null, bytes: null, unreadable: notAccessible(file.failure) });
      } else {
        const { sha256, bytes } = file;
        const twin = handed.get(sha256);
        if (twin) twin.twins.push(source);
        else if (isKnown(sha256)) {
          result.unchanged.push({ ...source, id: sha256 });
          addRead(source, sha256, bytes);
        } else {
          handed.set(sha256, { bytes, twins: [] });
          yield file;
          continue;
        }
      }
      input.progress?.(source);
    }
  }

  const fresh: string[] = [];
  let checkpoint = Promise.resolve();
  try {
    for await (const { source, sha256, bytes, result: outcome } of input.store(unknownFiles())) {
      if (outcome.ok) {
        result.read.push({ ...source, ...outcome.stored });
        addRead(source, sha256, bytes);
        fresh.push(sha256);
        if (fresh.length === CHECKPOINT) {
          await checkpoint;
          const manifest = unsettledManifest(before, seen, input.paths, tool);
          // Files are read while the disk takes what was stored; what goes wrong there is met at the next await.
          checkpoint = workspace.writeManifest(manifest, fresh.splice(0));
          checkpoint.catch(() => undefined);
        }
      } else {
        addUnreadable({ ...source, sha256, bytes, unreadable: outcome.unreadable });
        const entry = handed.get(sha256);
        if (entry) entry.unreadable = outcome.unreadable;
      }
      input.progress?.(source);
    }
  } finally {
    await checkpoint;
  }
  for (const [sha256, { bytes, unreadable, twins }] of handed) {
    for (const source of twins) {
      if (unreadable) addUnreadable({ ...source, sha256, bytes, unreadable });
      else addRead(source, sha256, bytes);
    }
  }

  const { manifest, gone } = settledManifest(before, seen, input.paths, tool);
  await workspace.writeManifest(manifest, fresh);
  return inOrder({ ...result, gone, same: sameBytes(seen) });
}

/** Tells whether a response is stored that this version of cmrt read: by the manifest, else by the store itself. */
function knownTo(workspace: Workspace, manifest: Manifest, tool: string): (sha256: string) => boolean {
  const stored = workspace.storedIds();
  const named = new Map<string, string | undefined>();
  for (const file of manifest.files) {
    if (file.sha256 !== null && file.state !== "unreadable") named.set(file.sha256, file.tool);
  }
  return (sha256) => {
    if (!stored.has(sha256)) return false;
    if (named.has(sha256)) return named.get(sha256) === tool;
    // Stored by a run that was killed before it wrote its manifest.
    return workspace.response(sha256)?.tool === tool;
  };
}

function sameBytes(seen: readonly ManifestFile[]): IngestResult["same"] {
  const byHash = new Map<string, SourceName[]>();
  for (const { path, container, sha256 } of seen) {
    if (sha256 === null) continue;
    const files = byHash.get(sha256) ?? [];
    files.push({ path, container });
    byHash.set(sha256, files);
  }
  return [...byHash].filter(([, files]) => files.length > 1).map(([id, files]) => ({ id, files }));
}

const bySource = (a: SourceName, b: SourceName): number => {
  const [left, right] = [sourceText(a), sourceText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The same result whatever the order of reading. */
function inOrder(result: IngestResult): IngestResult {
  const same = result.same.map(({ id, files }) => ({ id, files: [...files].sort(bySource) }));
  return {
    read: [...result.read].sort(bySource),
    unchanged: [...result.unchanged].sort(bySource),
    gone: [...result.gone].sort(bySource),
    unreadable: [...result.unreadable].sort(bySource),
    same: same.sort((a, b) => bySource(a.files[0] as SourceName, b.files[0] as SourceName)),
  };
}
