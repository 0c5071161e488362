// npm run fuzz -- --seed n --minutes m [--cases n] [--workers n]: files that were damaged or edited, and mails, against
// the built program until the time or the cases are up. A case that throws, hangs or takes too much memory is written
// to a folder and named with its number; ends with exit code 1 where there was one. A file that the reader's guard stops
// is an outcome. The guard goes by the clock: on a busy machine, give each file more time with --file-seconds.
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzzCase, KINDS, OUTCOMES } from "./fuzz-case.ts";
import { GUARD, HANG_MS, MEMORY_MB } from "./guard.ts";
import type { Message } from "./process.ts";
import { allSeeds } from "./seeds.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    cases: { type: "string", default: "1000000000" },
    workers: { type: "string", default: "1" },
    "file-seconds": { type: "string", default: String(GUARD.fileSeconds) },
  },
});
const seed = Number(values.seed);
const workers = Number(values.workers);
const first = Number(values.first);
const fileSeconds = Number(values["file-seconds"]);
const hangMs = Math.max(HANG_MS, fileSeconds * 2000);
const last = first + Number(values.cases);
const began = Date.now();
const until = began + Number(values.minutes) * 60_000;

const seeds = await allSeeds();
const folder = join(tmpdir(), `cmrt-fuzz-${seed}`);
/** How many cases of each kind had which outcome: "mails, read". */
const counts = new Map<string, number>();
let failed = 0;
let slowest = { ms: 0, number: -1 };
let memory = 0;

function tell(number: number, what: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, String(number));
  writeFileSync(file, fuzzCase(seeds, seed, number).bytes);
  console.log(`case ${number} of seed ${seed} ${what}\n  ${file}`);
}

function fail(number: number, why: string): void {
  failed++;
  tell(number, `FAILED: ${why}`);
}

/** Runs every `step`-th case from `from` on in one process after another: one that hangs or dies is replaced. */
async function lane(from: number, step: number): Promise<void> {
  for (let next = from; next < last && Date.now() < until; ) {
    next = await new Promise<number>((resolve) => {
      const child = fork(
        join(import.meta.dirname, "process.ts"),
        [seed, next, step, last, fileSeconds].map(String),
        {
          execArgv: ["--import", "tsx", "--max-old-space-size=512"],
          stdio: ["ignore", "ignore", "inherit", "ipc"],
        },
      );
      /** The case under way. */
      let current = next;
      let since = 0;
      let finished = false;
      const finish = (then: number): void => {
        if (finished) return;
        finished = true;
        clearInterval(watch);
        child.kill("SIGKILL");
        resolve(then);
      };
      const watch = setInterval(() => {
        if (Date.now() > until) finish(last);
        else if (since > 0 && Date.now() - since > hangMs) {
          fail(current, `took longer than ${hangMs / 1000} s`);
          finish(current + step);
        }
      }, 200);
      child.on("message", (message: Message) => {
        if (finished) return;
        if ("begins" in message) {
          current = message.begins;
          since = Date.now();
          return;
        }
        const ms = Date.now() - since;
        since = 0;
        if (ms > slowest.ms) slowest = { ms, number: current };
        memory = Math.max(memory, message.memory);
        if (message.error !== undefined) fail(current, message.error);
        else if (message.outcome) {
          const key = `${message.kind}, ${message.outcome}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
          if (message.outcome === "stopped") tell(current, "was stopped by the guard");
        }
        if (message.memory > MEMORY_MB) {
          fail(current, `${Math.round(message.memory)} MB of memory`);
          finish(current + step);
        }
      });
      child.on("exit", (code, signal) => {
        if (since > 0 && !finished) fail(current, `ended its process (${signal ?? `exit code ${code}`})`);
        finish(since > 0 ? current + step : last);
      });
    });
  }
}

await Promise.all(Array.from({ length: workers }, (_, index) => lane(first + index, workers)));
const all = [...counts.values()].reduce((sum, count) => sum + count, failed);
const kinds = KINDS.map((kind) => {
  const parts = OUTCOMES.flatMap((outcome) => {
    const count = counts.get(`${kind}, ${outcome}`);
    return count === undefined
      ? []
      : [`${count} ${outcome === "stopped" ? "stopped by the guard" : outcome}`];
  });
  return `  ${kind}: ${parts.join(", ") || "none"}\n`;
});
const minutes = (Date.now() - began) / 60_000;
console.log(
  `${all} cases of seed ${seed} from ${seeds.made.length + seeds.containers.length} made and ${seeds.real.length} real files in ${minutes.toFixed(1)} minutes:\n` +
    kinds.join("") +
    `  failed: ${failed}\n` +
    `  the slowest took ${slowest.ms} ms (case ${slowest.number}), memory at most ${Math.round(memory)} MB, ${Math.round(all / minutes / 60)} cases per second`,
);
process.exitCode = failed > 0 ? 1 : 0;
