// Kills a process and everything that it has started.
import type { ChildProcess } from "node:child_process";

/**
 * Kills a process and its workers immediately. It must have been started as the leader of a process group (`detached:
 * true`). A worker ends by itself within half a second of its parent; until then it could write beside the next run,
 * which is not what these tests are about.
 */
export function killAll(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
  else {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has already ended.
    }
  }
}
