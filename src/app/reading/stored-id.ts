// Finds stored responses by the start of their id.
import { UsageError } from "../../lib/errors.ts";
import type { Workspace } from "../../store/open-workspace.ts";

/**
 * The id of the stored response that starts with `asked`; undefined if there is none. Throws UsageError if there are
 * several.
 */
export function findStoredId(asked: string, workspace: Workspace): string | undefined {
  const start = asked.toLowerCase();
  if (!/^[0-9a-f]{6,64}$/.test(start)) return undefined;
  const ids = [...workspace.storedIds()].filter((id) => id.startsWith(start));
  if (ids.length > 1)
    throw new UsageError(`${ids.length} stored responses have ids that begin with ${asked}.`);
  return ids[0];
}

/** The error for a stored response that exists but cannot be used. */
export function unusableStored(id: string): UsageError {
  return new UsageError(
    `The stored response ${id} is damaged or was changed. Run \`cmrt doctor\` for a fix.`,
  );
}
