// The suppliers' files in an evidence archive: their hashes and, if requested, their bytes.
import { sortTexts } from "../../lib/compare-texts.ts";
import { type Archive, ORIGINALS_FOLDER } from "../../model/archive.ts";
import { compareSources, sourceText } from "../../model/workbook.ts";
import type { ZippedFile } from "../../report/render/zip.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { openReader } from "../reading/open-reader.ts";
import { originalFiles } from "../reading/original-files.ts";
import type { Session, SessionOptions } from "../session.ts";

/** Every file that was read or attempted, once per name, in order. */
export function originalsOf(workspace: Workspace): Archive["originals"] {
  return [...workspace.manifest().files]
    .sort(compareSources)
    .flatMap(({ path, container, sha256, bytes }) =>
      sha256 === null ? [] : [{ file: sourceText({ path, container }), sha256, bytes, in: null }],
    );
}

/**
 * Yields the files that are still where they were read, each content once, in file order, and records in `originals`
 * where each is in the archive. For a file that was removed or changed, or is in a zip whose password was not given,
 * only the hash is kept.
 */
export async function* archiveOriginals(
  originals: Archive["originals"],
  { workspace, settings: { limits } }: Pick<Session, "workspace" | "settings">,
  { password = [] }: Pick<SessionOptions, "password">,
): AsyncGenerator<ZippedFile> {
  const wanted = workspace
    .manifest()
    .files.flatMap(({ path, container, sha256, state }) =>
      sha256 === null || state === "gone" ? [] : [{ id: sha256, source: { path, container } }],
    );
  const reader = openReader({ limits, passwords: password }, { workers: 1 });
  try {
    const seen = new Set<string>();
    for await (const { id, bytes } of originalFiles(wanted, workspace.root, reader, limits)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const same = originals.filter(({ sha256 }) => sha256 === id);
      const name = originalName(id, sortTexts(same.map(({ file }) => file))[0] ?? "");
      for (const original of same) original.in = name;
      yield { name, content: bytes, packed: true };
    }
  } finally {
    await reader.close();
  }
}

function originalName(sha256: string, path: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0].toLowerCase() ?? "";
  return `${ORIGINALS_FOLDER}${sha256}${ending}`;
}
