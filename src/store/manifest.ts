// The record of what was ingested: which paths, which files, and what became of each.

import { z } from "zod";
import { compareTexts } from "../lib/compare-texts.ts";
import { WorkspaceError } from "../lib/errors.ts";
import { parseJson } from "../lib/parse-json.ts";
import { sha256Of } from "../lib/sha256.ts";
import { compareSources, UNREADABLE_KINDS } from "../model/workbook.ts";

/** Schema number of the store. Raised when an older store can no longer be used as it is. */
const STORE_SCHEMA = 1;

const unreadable = z.object({
  kind: z.enum(UNREADABLE_KINDS),
  reason: z.string(),
  ask: z.string(),
  template: z.string().exactOptional(),
});

const manifestFile = z.object({
  /** Path relative to the workspace with forward slashes; for a contained file its name inside the container. */
  path: z.string(),
  /** Outer files, outermost first, joined by " » "; null for a file of its own. */
  container: z.string().nullable(),
  /** Null where not even the bytes could be read. */
  sha256: z.string().nullable(),
  bytes: z.number().nullable(),
  /** SHA-256 of its bytes as an encrypted zip has them: without the password they say that the file is the same. */
  seal: z.string().optional(),
  /** gone: the file is no longer there, or holds other bytes now. */
  state: z.enum(["read", "unreadable", "gone"]),
  /** For gone files: whether the file went or was replaced by another under the same name. */
  replaced: z.literal(true).exactOptional(),
  /** Version of cmrt that read it. */
  tool: z.string().exactOptional(),
  unreadable: unreadable.exactOptional(),
  /** The limits that an unreadable file is beyond: as long as these and its bytes are the same it is not read again. */
  limits: z.string().exactOptional(),
});
export type ManifestFile = z.infer<typeof manifestFile>;

export const manifestSchema = z.object({
  schema: z.literal(STORE_SCHEMA),
  /** Version of cmrt that wrote the manifest. */
  tool: z.string(),
  /** Paths given to `cmrt ingest`, relative to the workspace. */
  paths: z.array(z.string()),
  files: z.array(manifestFile),
});
/** What manifests of every schema have. */
const outline = z.object({ schema: z.number(), paths: z.array(z.string()).optional().catch(undefined) });
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * The manifest from its text. One of an older schema names the paths to read again with `renews`, and is refused
 * without: nothing of it is taken for what it may not mean any more. `path` and `tool`, the version of cmrt, are for
 * the words. Throws WorkspaceError for that, for one of a newer schema and for one that is damaged.
 */
export function parseManifest(
  text: string,
  { path, tool, renews }: { path: string; tool: string; renews: boolean },
): Manifest {
  const json = parseJson(text);
  const { schema, paths } = outline.safeParse(json).data ?? {};
  if (schema !== undefined && schema > STORE_SCHEMA) {
    throw new WorkspaceError(
      `The store was written by a newer cmrt (schema ${schema}; this one, ${tool}, reads ${STORE_SCHEMA}). Use the newer version.`,
    );
  }
  if (schema !== undefined && schema < STORE_SCHEMA) {
    if (renews) return { ...emptyManifest(tool), paths: paths ?? [] };
    throw new WorkspaceError(
      `The store was written by an older cmrt (schema ${schema}; this one, ${tool}, reads ${STORE_SCHEMA}). Run \`cmrt ingest\` to read the workbooks again.`,
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success && !isChanged(text)) return parsed.data;
  throw new WorkspaceError(
    `${path} is damaged or was changed by hand. Delete it and run \`cmrt ingest\` on the folders of the campaign again. Unchanged workbooks are taken from the store.`,
  );
}

/** The manifest of a workspace into which nothing was ingested yet. */
export function emptyManifest(tool: string): Manifest {
  return { schema: STORE_SCHEMA, tool, paths: [], files: [] };
}

/** The manifest as text: one order of paths, files and what is said of each, whatever the order of reading. */
export function manifestText(manifest: Manifest): string {
  const files = [...manifest.files].sort(
    (a, b) =>
      compareSources(a, b) || compareTexts(a.sha256 ?? "", b.sha256 ?? "") || compareTexts(a.state, b.state),
  );
  const { schema, tool, paths } = manifest;
  const own = JSON.stringify(
    { schema, tool, paths: [...paths].sort(compareTexts), files: files.map(inOrder) },
    null,
    1,
  ).slice(0, -"\n}".length);
  return `${own}${HASH_KEY}"${sha256Of(own)}"\n}\n`;
}

const FILE_KEYS = Object.keys(manifestFile.shape) as (keyof ManifestFile)[];

/** What a manifest just read says of a file and what an ingest found, with their keys in the same order. */
function inOrder(file: ManifestFile): Partial<ManifestFile> {
  return Object.fromEntries(FILE_KEYS.map((key) => [key, file[key]]));
}

/** Ends what the manifest says; its hash follows. */
const HASH_KEY = ',\n "sha256": ';

/** Whether it is not as it was written. One without a hash is of a version that wrote none. */
function isChanged(text: string): boolean {
  const end = text.lastIndexOf(HASH_KEY);
  return end >= 0 && text.slice(end + HASH_KEY.length).trimEnd() !== `"${sha256Of(text.slice(0, end))}"\n}`;
}
