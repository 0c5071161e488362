// npm run bench:scale [-- 1000 5000]: whole campaigns from workbooks to report, each step in a process of its own.
// Suppliers are invented; one workbook in ten is of real size, the others have the same sheets without blank formula
// rows, so that the disk holds them; each lists 50 to 350 smelters. One supplier in ten also answered the year before.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const STEPS = [
  ["ingest", "responses"],
  ["check", "--period", "2025", "--today", "2025-12-01", "--format", "csv", "--output", "findings.csv"],
  ["report", "--period", "2025", "--today", "2025-12-01"],
  ["compare", "2024", "2025", "--today", "2025-12-01"],
];
/** 15 May as the 1900 date system counts it. */
const DATES = { 2024: 45427, 2025: 45792 };

/** Writes the workbooks of a campaign and gives the number of their smelter rows. */
function makeCampaign(folder: string, suppliers: number): number {
  mkdirSync(join(folder, "responses"));
  let rows = 0;
  for (let number = 0; number < suppliers; number++) {
    const smelters = 50 + ((number * 37) % 301);
    for (const year of number % 10 === 0 ? ([2024, 2025] as const) : ([2025] as const)) {
      rows += smelters;
      const bytes = cmrtBytes({ number, smelters, realSize: number % 10 === 0, date: DATES[year] });
      writeFileSync(join(folder, "responses", `supplier-${number}-${year}.xlsx`), bytes);
    }
  }
  return rows;
}

interface Figures {
  wall: number;
  cpu: number;
  memory: number;
}

/** Runs cmrt in a process of its own: seconds by the clock and of processor time, peak memory in MB. */
function measure(words: readonly string[], cwd: string): Figures {
  const script = `
    const { run } = await import(${JSON.stringify(join(ROOT, "dist/main.js"))});
    const io = { out() {}, err() {}, outIsTerminal: false, errIsTerminal: false, cwd: process.cwd(), env: {}, today: () => "2025-12-01" };
    const start = performance.now();
    const code = await run(${JSON.stringify(words)}, io);
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.log(JSON.stringify({ code, wall: (performance.now() - start) / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));`;
  // As a file, because workers take over the options of a script given on the command line.
  const runner = join(cwd, "measure.mjs");
  writeFileSync(runner, script);
  const { stdout, stderr } = spawnSync(process.execPath, [runner], { cwd, encoding: "utf8" });
  const last = stdout.trim().split("\n").at(-1);
  if (!last) throw new Error(stderr);
  const { code, ...figures } = JSON.parse(last) as Figures & { code: number };
  if (code > 1) throw new Error(`cmrt ${words.join(" ")} ended with exit code ${code}`);
  return figures;
}

const counts = process.argv.slice(2).map(Number);
const results = new Map<number, Figures[]>();
console.log(
  `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.versions.node}, load average ${loadavg()[0]?.toFixed(0)} when it began.\n`,
);
console.log("| suppliers | smelter rows | step | seconds | processor seconds | peak MB |");
console.log("|---:|---:|---|---:|---:|---:|");
for (const suppliers of counts.length > 0 ? counts : [1000, 5000]) {
  const folder = mkdtempSync(join(tmpdir(), "cmrt-scale-"));
  try {
    const rows = makeCampaign(folder, suppliers);
    const figures = STEPS.map((words) => measure(words, folder));
    results.set(suppliers, figures);
    figures.forEach(({ wall, cpu, memory }, step) => {
      console.log(
        `| ${suppliers} | ${rows} | ${STEPS[step]?.[0]} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${memory.toFixed(0)} |`,
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const [[few, before] = [1, []], [many, after] = [1, []]] = [[...results][0], [...results].at(-1)];
if (few !== many) {
  const growth = STEPS.map(([name], step) => {
    const perSupplier = ((after[step]?.cpu ?? 0) / many / ((before[step]?.cpu ?? 1) / few) - 1) * 100;
    return `${name} ${perSupplier >= 0 ? "+" : ""}${perSupplier.toFixed(0)} %`;
  });
  console.log(`\nProcessor time per supplier at ${many} against ${few}: ${growth.join(", ")}.`);
}
