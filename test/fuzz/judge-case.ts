// Judges a case. It is read in the process that made it; one that fails there, hangs, ends its process or makes it grow
// is run again alone, with workers for the reader, before it is judged.
import type { CaseProcess, Ending } from "./case-process.ts";
import type { Kind, Outcome } from "./fuzz-case.ts";
import { MEMORY_MB } from "./guard.ts";

/** What to count for a case, or why it failed. */
export type Verdict = ({ kind: Kind; outcome: Outcome } | { failed: string }) & {
  ms: number;
  /** In MB. */
  memory: number;
  /** Whether it was run again. */
  again: boolean;
};

export interface CaseProcesses {
  /** Reads the case in its own process. */
  quick: CaseProcess;
  /** Reads with a worker that can be stopped. */
  guarded: CaseProcess;
}

/** Runs a case, and runs it again if the first run leaves a doubt. */
export async function judgeCase(number: number, { quick, guarded }: CaseProcesses): Promise<Verdict> {
  let first = await quick.run(number);
  const grown = isGrown(first);
  if (grown) {
    // What earlier cases left behind must not count against this one.
    quick.end();
    first = await quick.run(number);
  }
  if (isGrown(first)) quick.end();
  if (isGrown(first) || isClean(first)) return verdictOf(first, grown);
  const again = verdictOf(await guarded.run(number), true);
  if ("failed" in again) guarded.end();
  const reason = ownFault(first);
  if (reason === undefined || "failed" in again) return again;
  return { ...again, failed: `${reason}\n  Alone and in a worker it ends well (${again.outcome}).` };
}

function isGrown(ending: Ending): boolean {
  return "memory" in ending && ending.memory > MEMORY_MB;
}

function isClean(ending: Ending): boolean {
  return "memory" in ending && ending.error === undefined;
}

/** Why a case failed that fails only in the first process. A file that is stopped in a worker hangs or fills it. */
function ownFault(first: Ending): string | undefined {
  if ("hung" in first) return undefined;
  if ("died" in first)
    return OUT_OF_MEMORY.test(first.died) ? undefined : `ended its process (${first.died})`;
  return first.error;
}

/** How a process ends that V8 aborts because it cannot get the memory it needs. */
const OUT_OF_MEMORY = /^(?:SIGABRT|exit code 134)$/;

function verdictOf(ending: Ending, again: boolean): Verdict {
  const nothing = { ms: 0, memory: 0, again };
  if ("hung" in ending) return { ...nothing, failed: `took longer than ${ending.hung / 1000} s` };
  if ("died" in ending) return { ...nothing, failed: `ended its process (${ending.died})` };
  const { ms, memory, kind, outcome, error } = ending;
  const rest = { ms, memory, again };
  if (memory > MEMORY_MB) return { ...rest, failed: `${Math.round(memory)} MB of memory` };
  if (outcome === undefined) return { ...rest, failed: error ?? "no outcome" };
  return { ...rest, kind, outcome };
}
