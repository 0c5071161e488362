// npm run fuzz -- --seed n --minutes m [--cases n]: mutated files until the time is up. Each case that throws, hangs or
// runs out of memory is written to a folder and named with its number; ends with exit code 1 where there was one.
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bytesOf } from "./fuzz-case.ts";
import { allSeeds } from "./seeds.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1" },
    cases: { type: "string", default: "1000000000" },
    workers: { type: "string", default: "2" },
  },
});
const seed = Number(values.seed);
const workers = Number(values.workers);
const last = Number(values.cases);
const until = Date.now() + Number(values.minutes) * 60_000;
/** A case that takes longer than this hangs. */
const HANG_MS = 20_000;
const MEMORY_MB = 512;

const seeds = await allSeeds();
const folder = join(tmpdir(), `cmrt-fuzz-${seed}`);
const counts = { read: 0, unreadable: 0, failed: 0 };
let slowest = { ms: 0, fuzzCase: -1 };

function fail(fuzzCase: number, why: string): void {
  counts.failed++;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${fuzzCase}.xlsx`);
  writeFileSync(file, bytesOf(seeds, seed, fuzzCase));
  console.log(`case ${fuzzCase} of seed ${seed}: ${why}\n  ${file}`);
}

/** Runs every `step`-th case from `first` on in one process after another: one that hangs or dies is replaced. */
async function lane(first: number, step: number): Promise<void> {
  for (let next = first; next < last && Date.now() < until; ) {
    next = await new Promise<number>((resolve) => {
      const child = fork(join(import.meta.dirname, "process.ts"), [seed, next, step, last].map(String), {
        execArgv: ["--import", "tsx", `--max-old-space-size=${MEMORY_MB}`],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      let current = next;
      let began = 0;
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
        else if (began > 0 && Date.now() - began > HANG_MS) {
          fail(current, `took longer than ${HANG_MS / 1000} s`);
          finish(current + step);
        }
      }, 200);
      child.on(
        "message",
        (message: { begins?: number; ended?: number; outcome?: "read" | "unreadable"; error?: string }) => {
          if (message.begins !== undefined) {
            current = message.begins;
            began = Date.now();
            return;
          }
          const ms = Date.now() - began;
          if (ms > slowest.ms) slowest = { ms, fuzzCase: current };
          began = 0;
          if (message.error !== undefined) fail(current, message.error);
          else if (message.outcome) counts[message.outcome]++;
        },
      );
      child.on("exit", (code, signal) => {
        if (began > 0 && !finished) fail(current, `ended its process (${signal ?? `exit code ${code}`})`);
        finish(began > 0 ? current + step : last);
      });
    });
  }
}

await Promise.all(Array.from({ length: workers }, (_, index) => lane(index, workers)));
const all = counts.read + counts.unreadable + counts.failed;
console.log(
  `${all} cases of seed ${seed} from ${seeds.made.length} made and ${seeds.real.length} real files: ${counts.read} read, ${counts.unreadable} unreadable, ${counts.failed} failed; the slowest took ${slowest.ms} ms (case ${slowest.fuzzCase}).`,
);
process.exitCode = counts.failed > 0 ? 1 : 0;
