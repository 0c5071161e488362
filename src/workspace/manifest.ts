// The record of what was ingested: which paths, which files, and what became of each.
import { z } from "zod";
import { sourceText, UNREADABLE_KINDS } from "../model/workbook.ts";

/** Schema number of the store. Raised when an older store can no longer be used as it is. */
export const STORE_SCHEMA = 1;

const unreadable = z.object({ kind: z.enum(UNREADABLE_KINDS), reason: z.string(), ask: z.string() });

const manifestFile = z.object({
  /** Path relative to the workspace with forward slashes; for a contained file its name inside the container. */
  path: z.string(),
  /** Outer files, outermost first, joined by " » "; null for a file of its own. */
  container: z.string().nullable(),
  /** Null where not even the bytes could be read. */
  sha256: z.string().nullable(),
  bytes: z.number().nullable(),
  /** gone: the file is no longer there, or holds other bytes now. */
  state: z.enum(["read", "unreadable", "gone"]),
  /** For gone files: whether the file went or was replaced by another under the same name. */
  replaced: z.literal(true).optional(),
  /** Version of cmrt that read it. */
  tool: z.string().optional(),
  unreadable: unreadable.optional(),
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
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a workspace into which nothing was ingested yet. */
export function emptyManifest(tool: string): Manifest {
  return { schema: STORE_SCHEMA, tool, paths: [], files: [] };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The manifest as text: one order of paths and files whatever the order of reading. */
export function manifestText(manifest: Manifest): string {
  const files = [...manifest.files].sort(
    (a, b) =>
      byText(sourceText(a), sourceText(b)) ||
      byText(a.sha256 ?? "", b.sha256 ?? "") ||
      byText(a.state, b.state),
  );
  return `${JSON.stringify({ ...manifest, paths: [...manifest.paths].sort(byText), files }, null, 1)}\n`;
}
