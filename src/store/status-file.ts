// The file in the store in which `cmrt status` keeps what it showed last. Losing it costs the comparison and nothing else.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type StatusSnapshot, statusFileSchema } from "../model/status-snapshot.ts";
import { PRIVATE, writeFileAtomic } from "./write-file.ts";

const STATUS_FILE = "status.json";
type Snapshots = Readonly<Record<string, StatusSnapshot>>;

/** The snapshots by family and period; none where nothing was kept, or nothing that this version can use. */
export function readSnapshots(store: string): Snapshots {
  const path = join(store, STATUS_FILE);
  try {
    return existsSync(path) ? statusFileSchema.parse(JSON.parse(readFileSync(path, "utf8"))).snapshots : {};
  } catch {
    return {};
  }
}

/** Writes them. Throws WorkspaceError where the file system refuses. */
export async function writeSnapshots(store: string, snapshots: Snapshots): Promise<void> {
  await writeFileAtomic(join(store, STATUS_FILE), `${JSON.stringify({ schema: 1, snapshots })}\n`, PRIVATE);
}
