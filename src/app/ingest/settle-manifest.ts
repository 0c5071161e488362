// Updates the manifest after an ingest: files seen now, files of other paths, and removed files.
import type { GoneFile } from "../../model/ingest.ts";
import { outerPath, type SourceName, sourceText } from "../../model/workbook.ts";
import type { Manifest, ManifestFile } from "../../store/manifest.ts";

/** Whether a source is one of the paths or below one. */
function isBelow(paths: readonly string[], source: SourceName): boolean {
  const outer = outerPath(source);
  return paths.some((path) => path === "." || outer === path || outer.startsWith(`${path}/`));
}

/** The manifest during an ingest: the files seen so far, and the known ones not seen yet. */
export function unsettledManifest(
  before: Manifest,
  seen: readonly ManifestFile[],
  paths: readonly string[],
  tool: string,
): Manifest {
  const key = (file: ManifestFile): string => `${file.sha256} ${sourceText(file)}`;
  const now = new Set(seen.map(key));
  return {
    ...before,
    tool,
    paths: [...new Set([...before.paths, ...paths])],
    files: [...before.files.filter((file) => !now.has(key(file))), ...seen],
  };
}

/**
 * The manifest after everything below `paths` was seen. A missing file is marked as gone, unless its bytes are now
 * elsewhere (it was moved) or its folder could not be accessed. `gone` names those that existed before.
 */
export function settledManifest(
  before: Manifest,
  seen: readonly ManifestFile[],
  paths: readonly string[],
  tool: string,
): { manifest: Manifest; gone: GoneFile[] } {
  const unsettled = unsettledManifest(before, seen, paths, tool);
  const isSeen = new Set(seen);
  const names = new Set(seen.map(sourceText));
  const closed = seen
    .filter((file) => file.sha256 === null && file.unreadable?.kind === "not-accessible")
    .map(outerPath);
  const staysAsItIs = (file: ManifestFile): boolean =>
    isSeen.has(file) || !isBelow(paths, file) || isBelow(closed, file);
  const live = new Set(
    unsettled.files.filter((file) => file.state === "read" && staysAsItIs(file)).map((file) => file.sha256),
  );

  const files: ManifestFile[] = [];
  const gone: GoneFile[] = [];
  for (const file of unsettled.files) {
    if (file.state === "gone") {
      if (!live.has(file.sha256)) files.push(file);
    } else if (staysAsItIs(file)) {
      files.push(file);
    } else if (file.state === "read" && file.sha256 !== null && !live.has(file.sha256)) {
      const replaced = names.has(sourceText(file));
      files.push({ ...file, state: "gone", ...(replaced ? { replaced } : {}) });
      gone.push({ path: file.path, container: file.container, id: file.sha256, replaced });
    }
  }
  return { manifest: { ...unsettled, files }, gone };
}
