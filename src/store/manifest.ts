// The record of an ingest: which paths and files, and the result for each.

import { z } from "zod";
import { compareTexts } from "../lib/compare-texts.ts";
import { WorkspaceError } from "../lib/errors.ts";
import { parseJson } from "../lib/parse-json.ts";
import { sha256Of } from "../lib/sha256.ts";
import { compareSources, UNREADABLE_KINDS } from "../model/workbook.ts";

/** Schema number of the store. Increased when an older store can no longer be used. */
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
  /** The file's containers, outermost first, joined by " » "; null if it is not in one. */
  container: z.string().nullable(),
  /** Null if its bytes could not be obtained. */
  sha256: z.string().nullable(),
  bytes: z.number().nullable(),
  /** SHA-256 of its bytes as stored in an encrypted zip: identifies an unchanged file without the password. */
  seal: z.string().optional(),
  /** gone: the file no longer exists, or has other content now. */
  state: z.enum(["read", "unreadable", "gone"]),
  /** For gone files: set if another file has the same name. */
  replaced: z.literal(true).exactOptional(),
  /** Version of cmrt that read it. */
  tool: z.string().exactOptional(),
  unreadable: unreadable.exactOptional(),
  /** The limits that an unreadable file exceeded: while these and its bytes are unchanged, it is not read again. */
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
 * Parses a manifest. For an older schema it returns only the paths to read again if `renews` is set, and is refused
 * otherwise, since its content may have another meaning. `path` and `tool` (the version of cmrt) are used in errors.
 * Throws WorkspaceError in that case, for a newer schema, and for a damaged manifest.
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

/** The manifest of a workspace before the first ingest. */
export function emptyManifest(tool: string): Manifest {
  return { schema: STORE_SCHEMA, tool, paths: [], files: [] };
}

/** The manifest as text, sorted, so that it does not depend on the order of reading. */
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

/** Gives entries read from the manifest and entries of a new ingest the same key order. */
function inOrder(file: ManifestFile): Partial<ManifestFile> {
  return Object.fromEntries(FILE_KEYS.map((key) => [key, file[key]]));
}

/** Follows the content; the hash comes after it. */
const HASH_KEY = ',\n "sha256": ';

/** Whether it was changed or damaged. A manifest without a hash is of a version that did not write one. */
function isChanged(text: string): boolean {
  const end = text.lastIndexOf(HASH_KEY);
  return end >= 0 && text.slice(end + HASH_KEY.length).trimEnd() !== `"${sha256Of(text.slice(0, end))}"\n}`;
}
