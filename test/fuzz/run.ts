// npm run fuzz -- --seed n --minutes m [--cases n] [--workers n]: runs damaged or edited files, and mails, through the
// built program until the time or the cases are used up. A case that throws, hangs or takes too much memory is written
// to a folder and reported with its number; the exit code is then 1. A file stopped by the reader's limits is a valid
// result. The time limit is wall-clock time: on a busy machine, give each file more time with --file-seconds.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCaseProcess } from "./case-process.ts";
import { fuzzCase, KINDS, OUTCOMES } from "./fuzz-case.ts";
import { GUARD, HANG_MS } from "./guard.ts";
import { type CaseProcesses, judgeCase, type Verdict } from "./judge-case.ts";
import { allSeeds } from "./seeds.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    cases: { type: "string", default: "1000000000" },
    workers: { type: "string", default: String(availableParallelism()) },
    "file-seconds": { type: "string", default: String(GUARD.fileSeconds) },
  },
});
const seed = Number(values.seed);
const workers = Number(values.workers);
const first = Number(values.first);
const fileSeconds = Number(values["file-seconds"]);
const last = first + Number(values.cases);
const began = Date.now();
const until = began + Number(values.minutes) * 60_000;

const seeds = await allSeeds();
const folder = join(tmpdir(), `cmrt-fuzz-${seed}`);
/** How many cases of each kind had which result: "mails, read". */
const counts = new Map<string, number>();
let failed = 0;
let repeated = 0;
let slowest = { ms: 0, number: -1 };
let memory = 0;

function tell(number: number, what: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, String(number));
  writeFileSync(file, fuzzCase(seeds, seed, number).bytes);
  console.log(`case ${number} of seed ${seed} ${what}\n  ${file}`);
}

function count(number: number, verdict: Verdict): void {
  if (verdict.again) repeated++;
  if (verdict.ms > slowest.ms) slowest = { ms: verdict.ms, number };
  memory = Math.max(memory, verdict.memory);
  if ("failed" in verdict) {
    failed++;
    tell(number, `FAILED: ${verdict.failed}`);
    return;
  }
  const key = `${verdict.kind}, ${verdict.outcome}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (verdict.outcome === "stopped") tell(number, "was stopped by the guard");
}

const PROCESS = {
  module: join(import.meta.dirname, "process.ts"),
  // Its own memory contains what a worker may use, and the files to start from.
  quick: [
    `--max-old-space-size=${GUARD.workerMemory + 128}`,
    `--wasm-max-mem-pages=${GUARD.workerMemory * 16}`,
    "--max-semi-space-size=32",
    "--single-threaded",
  ],
  guarded: ["--max-old-space-size=512"],
};

/** The processes of a lane; they start on demand, which for the guarded one is rare. */
function openProcesses(): CaseProcesses {
  const { module } = PROCESS;
  const words = (how: string) => [how, String(seed), String(fileSeconds)];
  return {
    // One second more than the limit, for making and judging the case.
    quick: openCaseProcess({
      module,
      words: words("here"),
      flags: PROCESS.quick,
      hangMs: (fileSeconds + 1) * 1000,
    }),
    guarded: openCaseProcess({
      module,
      words: words("guarded"),
      flags: PROCESS.guarded,
      hangMs: Math.max(HANG_MS, fileSeconds * 2000),
    }),
  };
}

let next = first;

/** Runs one case after another until there are no more. */
async function lane(): Promise<void> {
  const processes = openProcesses();
  while (next < last && Date.now() < until) {
    const number = next++;
    count(number, await judgeCase(number, processes));
  }
  processes.quick.end();
  processes.guarded.end();
}

await Promise.all(Array.from({ length: workers }, lane));
const all = [...counts.values()].reduce((sum, each) => sum + each, failed);
const kinds = KINDS.map((kind) => {
  const parts = OUTCOMES.flatMap((outcome) => {
    const known = counts.get(`${kind}, ${outcome}`);
    return known === undefined
      ? []
      : [`${known} ${outcome === "stopped" ? "stopped by the guard" : outcome}`];
  });
  return `  ${kind}: ${parts.join(", ") || "none"}\n`;
});
const minutes = (Date.now() - began) / 60_000;
console.log(
  `${all} cases of seed ${seed} from ${seeds.made.length + seeds.containers.length} made and ${seeds.real.length} real files in ${minutes.toFixed(1)} minutes:\n` +
    kinds.join("") +
    `  failed: ${failed}\n  run again alone: ${repeated}\n` +
    `  the slowest took ${slowest.ms} ms (case ${slowest.number}), memory at most ${Math.round(memory)} MB, ${Math.round(all / minutes / 60)} cases per second`,
);
process.exitCode = failed > 0 ? 1 : 0;
