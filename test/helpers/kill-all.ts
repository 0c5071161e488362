// A sudden end: of a process and of all that it has started.
import type { ChildProcess } from "node:child_process";

/**
 * Ends a process and its workers at once, without warning. It must have been started as the first of its own group
 * (`detached: true`). A worker ends by itself half a second after its parent at the latest; until then it may write beside
 * the next run, which is not what a test of one sudden end is about.
 */
export function killAll(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
  else {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}
