// The core of `cmrt merge`: combines the stores of all shards into the store that a single machine would have written.
import { compareTexts, sortTexts } from "../../lib/compare-texts.ts";
import { WorkspaceError } from "../../lib/errors.ts";
import type { IngestResult } from "../../model/ingest.ts";
import { outerPath, sourceText } from "../../model/workbook.ts";
import type { Manifest, ManifestFile } from "../../store/manifest.ts";
import type { StoredKind, StoredResponse, Workspace } from "../../store/open-workspace.ts";
import { readShardRecord } from "../../store/shard-record.ts";
import { inOrder, sameBytes } from "./ingest-files.ts";
import { settledManifest } from "./settle-manifest.ts";
import { toSummary } from "./store-response.ts";

/**
 * Copies the shards' stores into `workspace`, whose lock the caller holds, as if a single run had read everything. No
 * workbook is read. Throws WorkspaceError, before anything is written, if they are not all shards of one run by this
 * version of cmrt (`tool`), or if a response has changed since its shard wrote it.
 */
export async function mergeShards(
  workspace: Workspace,
  shards: readonly Workspace[],
  tool: string,
): Promise<IngestResult> {
  requireAllShares(shards, tool);
  const manifests = shards.map((shard) => shard.manifest());
  const paths = requireSamePaths(shards, manifests);
  const seen = manifests.flatMap(({ files }) => files.filter(({ state }) => state !== "gone"));
  const result: IngestResult = { read: [], unchanged: [], gone: [], unreadable: [], same: sameBytes(seen) };
  for (const file of seen) {
    const { path, container, sha256, bytes, unreadable } = file;
    if (unreadable) result.unreadable.push({ path, container, sha256, bytes, unreadable });
  }

  const fresh: string[] = [];
  const lists = new Set<string>();
  const holdings = holdingsOf(shards, manifests);
  for (const id of sortTexts(holdings.keys())) {
    const { files, holders } = holdings.get(id) as Holding;
    if (workspace.intact(id)?.tool === tool) {
      result.unchanged.push(...files.map(({ path, container }) => ({ path, container, id })));
      continue;
    }
    const { from, stored } = firstCopy(holders, id);
    const { list, response } = stored;
    if (list !== null && !lists.has(list)) {
      workspace.takeStoredFile("lists", list, asWritten(from, "lists", list));
      lists.add(list);
    }
    workspace.takeStoredFile("responses", id, asWritten(from, "responses", id));
    fresh.push(id);
    const { path, container } = response.source;
    result.read.push({ path, container, ...toSummary(response) });
  }

  const { manifest, gone } = settledManifest(withGone(workspace.manifest(), manifests), seen, paths, tool);
  await workspace.writeManifest(manifest, fresh);
  return inOrder({ ...result, gone });
}

function requireAllShares(shards: readonly Workspace[], tool: string): void {
  const records = shards.map(({ store }) => ({ store, ...readShardRecord(store) }));
  const other = records.find((record) => record.tool !== tool);
  if (other) {
    throw new WorkspaceError(
      `${other.store} was read by cmrt ${other.tool}; this is ${tool}. Read all shares and merge them with one version.`,
    );
  }
  const of = records[0]?.of ?? 0;
  const odd = records.find((record) => record.of !== of);
  if (odd)
    throw new WorkspaceError(`${odd.store} is one of ${odd.of} shares, ${records[0]?.store} one of ${of}.`);
  const indices = records.map(({ index }) => index);
  const twice = records.find(({ index }, at) => indices.indexOf(index) !== at);
  if (twice)
    throw new WorkspaceError(
      `Share ${twice.index} of ${of} is named twice, the second time by ${twice.store}.`,
    );
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !indices.includes(index));
  if (missing.length === 0) return;
  throw new WorkspaceError(
    `Of ${of} shares ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing.`,
  );
}

/** The paths given to all shards. */
function requireSamePaths(shards: readonly Workspace[], manifests: readonly Manifest[]): readonly string[] {
  const paths = manifests[0]?.paths ?? [];
  const other = manifests.findIndex((manifest) => manifest.paths.join("\n") !== paths.join("\n"));
  if (other < 0) return paths;
  throw new WorkspaceError(
    `${shards[other]?.store} was read from ${manifests[other]?.paths.join(", ")}, ${shards[0]?.store} from ${paths.join(", ")}. All shares read the same folders.`,
  );
}

/** Where a response is: the files that contain it, and the shards that read one of them. */
interface Holding {
  files: ManifestFile[];
  holders: Set<Workspace>;
}

function holdingsOf(shards: readonly Workspace[], manifests: readonly Manifest[]): Map<string, Holding> {
  const holdings = new Map<string, Holding>();
  for (const [at, { files }] of manifests.entries()) {
    for (const file of files) {
      if (file.sha256 === null || file.state !== "read") continue;
      const holding = holdings.get(file.sha256) ?? { files: [], holders: new Set() };
      holding.files.push(file);
      holding.holders.add(shards[at] as Workspace);
      holdings.set(file.sha256, holding);
    }
  }
  return holdings;
}

/** Of the copies of a response read by several shards, the one from the file that a single run would read first. */
function firstCopy(holders: ReadonlySet<Workspace>, id: string): { from: Workspace; stored: StoredResponse } {
  const copies = [...holders].map((from) => ({ from, stored: required(from, id, from.response(id)) }));
  const first = copies.sort((a, b) =>
    compareTexts(outerPath(a.stored.response.source), outerPath(b.stored.response.source)),
  )[0];
  if (first === undefined) throw new Error(`No share holds ${id}.`);
  return first;
}

function asWritten(from: Workspace, kind: StoredKind, name: string): string {
  return required(from, name, from.storedFile(kind, name));
}

function required<T>(from: Workspace, name: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new WorkspaceError(
    `${name}.json in ${from.store} is missing or damaged. Copy the share again, or run it again, then merge.`,
  );
}

/** Adds to the manifest files that were removed from a shard since an earlier run. */
function withGone(before: Manifest, manifests: readonly Manifest[]): Manifest {
  const key = (file: ManifestFile): string => `${file.sha256} ${sourceText(file)}`;
  const known = new Set(before.files.map(key));
  const gone = manifests.flatMap(({ files }) =>
    files.filter((file) => file.state === "gone" && !known.has(key(file))),
  );
  return { ...before, files: [...before.files, ...gone] };
}
