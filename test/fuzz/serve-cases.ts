// The child process that runs cases: gets one number after another from its parent, and reports the start and the end
// of each, so that a hang or crash can be attributed to a case.
import { setImmediate } from "node:timers/promises";
import type { Kind, Outcome } from "./fuzz-case.ts";

/** How a case ended without ending its process. */
export interface CaseEnd {
  kind: Kind;
  outcome?: Outcome;
  /** What was thrown. */
  error?: string;
  /** Peak memory of the process so far, in MB. */
  memory: number;
}

export type Message = "begins" | CaseEnd;

/** A case, and how to run it. */
interface CaseRun {
  kind: Kind;
  run(): Promise<Outcome>;
}

/** Runs the cases that the parent sends, in turn. */
export function serveCases(caseOf: (number: number) => CaseRun): void {
  let turn = Promise.resolve();
  process.on("message", (number: number) => {
    turn = turn.then(() => serve(caseOf, number));
  });
}

async function serve(caseOf: (number: number) => CaseRun, number: number): Promise<void> {
  process.send?.("begins" satisfies Message);
  const each = caseOf(number);
  let ended: { outcome: Outcome } | { error: string };
  try {
    ended = { outcome: await each.run() };
  } catch (error) {
    ended = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // Unhandled rejections surface now, in the case that caused them.
  await setImmediate();
  const memory = process.resourceUsage().maxRSS / 1024;
  process.send?.({ kind: each.kind, ...ended, memory } satisfies Message);
}
