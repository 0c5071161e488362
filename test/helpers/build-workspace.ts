// Workspaces for tests: a store filled by hand, without reading workbooks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Response } from "../../src/model/response.ts";
import { openWorkspace } from "../../src/store/open-workspace.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The manifest entries of responses that were read. */
export function readFiles(responses: readonly Response[]) {
  return responses.map(({ id, source }) => ({
    path: source.path,
    container: null,
    sha256: id,
    bytes: source.bytes,
    state: "read" as const,
  }));
}

/**
 * A workspace with these responses ingested and, if requested, one unreadable file; with `userFiles` beside them. In a
 * folder of the test, or a given one.
 */
export async function workspaceWith(
  responses: Response[],
  unreadable = false,
  userFiles: Readonly<Record<string, string>> = {},
  folder = temporaryFolder(),
): Promise<string> {
  const workspace = openWorkspace(folder, "0.0.0-test");
  for (const one of responses) await workspace.writeResponse(one, "0.0.0-test", null);
  const files = readFiles(responses);
  const broken = {
    path: "responses/broken.xlsx",
    container: null,
    sha256: null,
    bytes: null,
    state: "unreadable" as const,
    unreadable: { kind: "damaged" as const, reason: "The file is cut off.", ask: "Ask for it again." },
  };
  await workspace.writeManifest({
    schema: 1,
    tool: "0.0.0-test",
    paths: ["responses"],
    files: unreadable ? [...files, broken] : files,
  });
  for (const [name, text] of Object.entries(userFiles)) writeFileSync(join(folder, name), text);
  return folder;
}
