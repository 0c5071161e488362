// Loads the responses of a campaign and what a run needs to know about their files.
import type { ReceivedFile } from "../../campaign/unusable.ts";
import { WorkspaceError } from "../../lib/errors.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Response } from "../../model/response.ts";
import { compareSources, type SourceName, sourceText, type UnreadableFile } from "../../model/workbook.ts";
import type { ManifestFile } from "../../store/manifest.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { createRowPacker } from "../../store/pack-rows.ts";
import { type CampaignList, gatherLists, type ListUse } from "./campaign-lists.ts";
import { type KeptEvaluation, openKeptEvaluation, rowsOf } from "./open-kept-evaluation.ts";

/** The input of a run, read from the store or directly from files. */
export interface Campaign {
  responses: readonly Response[];
  /** Ids of responses whose file has been removed. */
  withdrawn: ReadonlySet<string>;
  /** Those of them whose file name now belongs to another file. */
  replaced?: ReadonlySet<string>;
  unreadable: readonly ReceivedFile[];
  /** The look-up lists in its workbooks. */
  lists: readonly CampaignList[];
  /** Responses with several identical files, by id, with the files' names sorted. */
  copies: readonly { id: string; files: readonly string[] }[];
  /** Responses in other templates, if they are compared with these. */
  beside?: readonly Response[];
  /** The cache of earlier evaluations; absent if the campaign is not read from a store. */
  kept?: KeptEvaluation;
}

/**
 * Loads a campaign from its store. Each response has the current name of its file. A stored response that cannot be
 * used (damaged, or of another schema) is returned among the unreadable files, with how to fix it. Throws
 * WorkspaceError if nothing was ingested yet, and if the store lacks a look-up list, because matching would silently
 * use another.
 */
export function loadCampaign(workspace: Workspace): Campaign {
  requireIngested(workspace);
  const files = [...workspace.manifest().files].sort(compareSources);

  const responses: Response[] = [];
  const kept = openKeptEvaluation(workspace);
  const packer = createRowPacker();
  const withdrawn = new Set<string>();
  const replaced = new Set<string>();
  const unreadable: UnreadableFile[] = [];
  const uses: ListUse[] = [];
  const seen = new Set<string>();
  // Existing files come before removed ones, so that a response is named after an existing file if it has one.
  for (const file of [...files.filter(isThere), ...files.filter((file) => !isThere(file))]) {
    const { path, container, sha256, bytes } = file;
    if (file.state === "unreadable" || sha256 === null) {
      if (file.unreadable) unreadable.push({ path, container, sha256, bytes, unreadable: file.unreadable });
      continue;
    }
    if (seen.has(sha256)) continue;
    seen.add(sha256);
    const stored = kept.response(sha256);
    if (stored === undefined) {
      if (file.state === "read") unreadable.push(unusable(file));
      continue;
    }
    if (file.state === "gone") {
      withdrawn.add(sha256);
      if (file.replaced) replaced.add(sha256);
    } else if (stored.list !== null) {
      uses.push({ key: stored.list, file: sourceText(file), sha256 });
    }
    const source = { ...stored.response.source, path, container };
    responses.push(
      stored.rows
        ? packer.pack(Object.assign(stored.response, { source }))
        : packer.packLater(Object.assign(stored.response, { source }), () => rowsOf(workspace, sha256)),
    );
  }

  const lists = gatherLists(uses, (key) => workspace.list(key) ?? fail(key, uses));
  const copies = copiesAmong(files.filter(isThere));
  return { responses, withdrawn, replaced, unreadable, lists, copies, kept };
}

/** Throws WorkspaceError if nothing was ingested yet. */
export function requireIngested(workspace: Workspace): void {
  if (workspace.exists) return;
  throw new WorkspaceError(
    `Nothing has been ingested in ${workspace.root} yet. Run \`cmrt ingest <folder>\` there, or name the workspace with --workspace.`,
  );
}

function fail(key: string, uses: readonly ListUse[]): never {
  const file = uses.find((use) => use.key === key)?.file;
  throw new WorkspaceError(
    `The look-up list of ${file} is missing from the store or damaged. Run \`cmrt ingest --force\` on this file to read it again.`,
  );
}

function copiesAmong(files: readonly ManifestFile[]): Campaign["copies"] {
  const byHash = groupBy(
    files.filter((file) => file.state === "read" && file.sha256 !== null),
    (file) => file.sha256 as string,
  );
  return [...byHash]
    .filter(([, same]) => same.length > 1)
    .map(([id, same]) => ({ id, files: same.map(sourceText) }));
}

function isThere(file: ManifestFile): boolean {
  return file.state !== "gone";
}

function unusable(file: SourceName & { sha256: string | null; bytes: number | null }): UnreadableFile {
  const { path, container, sha256, bytes } = file;
  return {
    path,
    container,
    sha256,
    bytes,
    unreadable: {
      kind: "failed",
      reason:
        "The stored response of this file cannot be used: it is damaged, was changed or comes from another version of cmrt.",
      ask: "Run `cmrt ingest --force` on this file to read it again.",
    },
  };
}
