// The side of a process that runs cases: one number after another from its parent, and of each that it begins and how it
// ended, so that a hang or a death can be laid at a case's door.
import { setImmediate } from "node:timers/promises";
import type { Kind, Outcome } from "./fuzz-case.ts";

/** How a case ended that its process lived through. */
export interface CaseEnd {
  kind: Kind;
  outcome?: Outcome;
  /** What was thrown. */
  error?: string;
  /** The most memory that the process has had so far, in MB. */
  memory: number;
}

export type Message = "begins" | CaseEnd;

/** What a case is, and what becomes of it. */
interface CaseRun {
  kind: Kind;
  run(): Promise<Outcome>;
}

/** Runs the cases that the parent names, in turn, for as long as it asks. */
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
  // What nobody waited for fails now, in the case that began it.
  await setImmediate();
  const memory = process.resourceUsage().maxRSS / 1024;
  process.send?.({ kind: each.kind, ...ended, memory } satisfies Message);
}
