// Runs cases one after another and tells the parent of each, so that a hang or a death can be laid at a case's door.
import { fuzzCase, type Kind, type Outcome, runCase } from "./fuzz-case.ts";
import { GUARD } from "./guard.ts";
import { loadProgram } from "./program.ts";
import { allSeeds } from "./seeds.ts";

/** What a process tells of a case: that it begins, and how it ended. */
export type Message =
  | { begins: number }
  | { ended: number; kind: Kind; outcome?: Outcome; error?: string /** Largest so far. */; memory: number };

const [seed, first, step, last, fileSeconds] = process.argv.slice(2).map(Number) as [
  number,
  number,
  number,
  number,
  number,
];
const tell = (message: Message) => process.send?.(message);
const [seeds, program] = await Promise.all([allSeeds(), loadProgram()]);
const reader = program.openReader(
  { limits: { ...program.DEFAULT_SETTINGS.limits, ...GUARD, fileSeconds } },
  { workers: 1 },
);
for (let number = first; number < last; number += step) {
  tell({ begins: number });
  const each = fuzzCase(seeds, seed, number);
  let ended: { outcome: Outcome } | { error: string };
  try {
    ended = { outcome: await runCase(each, program, reader) };
  } catch (error) {
    ended = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  tell({ ended: number, kind: each.kind, ...ended, memory: process.resourceUsage().maxRSS / 1024 });
}
await reader.close();
process.disconnect?.();
