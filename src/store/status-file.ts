// The file in the store for the last output of `cmrt status`. Without it only the comparison is missing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type StatusSnapshot, statusFileSchema } from "../model/status-snapshot.ts";
import { PRIVATE, writeFileAtomic } from "./write-file.ts";

const STATUS_FILE = "status.json";
type Snapshots = Readonly<Record<string, StatusSnapshot>>;

/** The snapshots by family and period; empty if there are none, or none that this version can use. */
export function readSnapshots(store: string): Snapshots {
  const path = join(store, STATUS_FILE);
  try {
    return existsSync(path) ? statusFileSchema.parse(JSON.parse(readFileSync(path, "utf8"))).snapshots : {};
  } catch {
    return {};
  }
}

/** Writes the snapshots. Throws WorkspaceError if the file system refuses. */
export async function writeSnapshots(store: string, snapshots: Snapshots): Promise<void> {
  await writeFileAtomic(join(store, STATUS_FILE), `${JSON.stringify({ schema: 1, snapshots })}\n`, PRIVATE);
}
