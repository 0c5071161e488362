// npm run bench:scale [-- 1000 5000] [--write]: whole campaigns from workbooks to report, each step in a separate
// process. Prints the table of docs/benchmarks.md; with --write it updates the page. Takes a quarter of an hour and 5.4
// GB of disk space.
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { writePart } from "./benchmarks-page.ts";
import { type Measured, measureProcess, measuresTree } from "./measure-process.ts";
import { type MadeCampaign, makeCampaign } from "./scale-campaign.ts";

const CMRT = join(import.meta.dirname, "..", "..", "bin", "cmrt.js");
const TODAY = ["--today", "2025-12-01"];
const INGEST = ["ingest", "responses", "--quiet"];
const CHECK = ["check", "--period", "2025", ...TODAY];
const FINDINGS = [...CHECK, "--format", "csv", "--output", "findings.csv"];
const REPORT = ["report", "--period", "2025", ...TODAY];

/** A reply that arrives after all others were evaluated. */
const LATE = "supplier-1-2025.xlsx";
const fromNothing = (folder: string) =>
  rmSync(join(folder, ".cmrt", "evaluated"), { recursive: true, force: true });
const holdBack = (folder: string) => renameSync(join(folder, "responses", LATE), join(folder, LATE));
const putBack = (folder: string) => renameSync(join(folder, LATE), join(folder, "responses", LATE));

interface Step {
  name: string;
  command: readonly string[];
  /** Preparation, which is not measured. */
  first?(folder: string): void;
}

const STEPS: readonly Step[] = [
  { name: "ingest", command: INGEST, first: holdBack },
  { name: "check", command: CHECK, first: fromNothing },
  { name: "check to CSV", command: FINDINGS, first: fromNothing },
  { name: "report", command: REPORT, first: fromNothing },
  { name: "compare", command: ["compare", "2024", "2025", ...TODAY], first: fromNothing },
  { name: "export", command: ["export", "--format", "csv", ...TODAY], first: fromNothing },
  { name: "report again", command: REPORT },
  { name: "ingest of one more reply", command: INGEST, first: putBack },
  { name: "check after it", command: CHECK },
  { name: "check to CSV after it", command: FINDINGS },
  { name: "report after it", command: REPORT },
];

interface Campaign extends MadeCampaign {
  suppliers: number;
  steps: Measured[];
}

/** Makes a campaign in a temporary folder, runs and measures every step and removes it. */
async function measureCampaign(suppliers: number): Promise<Campaign> {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), "cmrt-scale-"));
  try {
    say(`${suppliers} suppliers: making their workbooks`);
    const made = makeCampaign(folder, suppliers);
    const steps: Measured[] = [];
    for (const step of STEPS) {
      step.first?.(folder);
      const measured = await measureProcess([CMRT, ...step.command], folder);
      say(`${step.name}: ${measured.cpu.toFixed(1)} s of processor time, ${measured.memory.toFixed(0)} MB`);
      steps.push(measured);
    }
    return { ...made, suppliers, steps };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reports progress on standard error, as it takes minutes. */
function say(what: string): void {
  process.stderr.write(`${what}\n`);
}

function table({ suppliers, workbooks, rows, bytes, steps }: Campaign): string {
  const gigabytes = (bytes / 1e9).toFixed(1);
  return [
    `### ${suppliers} suppliers: ${workbooks} workbooks (${gigabytes} GB), ${rows} smelter rows`,
    "",
    "| step | s | s of processor time | ms of it per supplier | peak memory in MB |",
    "|---|---:|---:|---:|---:|",
    ...steps.map(({ wall, cpu, memory }, index) => {
      const each = ((cpu * 1000) / suppliers).toFixed(1);
      return `| ${STEPS[index]?.name} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${each} | ${memory.toFixed(0)} |`;
    }),
  ].join("\n");
}

/** How much more processor time a supplier takes in the larger campaign. */
function growth(few: Campaign, many: Campaign): string {
  const each = STEPS.map(({ name }, index) => {
    const [before, after] = [few, many].map(({ steps, suppliers }) => (steps[index]?.cpu ?? 0) / suppliers);
    const percent = ((after ?? 0) / (before ?? 1) - 1) * 100;
    return `${name} ${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(0)} %`;
  });
  return `Processor time per supplier with ${many.suppliers} suppliers against ${few.suppliers}: ${each.join(", ")}.`;
}

const load = loadavg()[0]?.toFixed(1);
const counts = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const campaigns: Campaign[] = [];
for (const suppliers of counts.length > 0 ? counts : [1000, 5000])
  campaigns.push(await measureCampaign(suppliers));
const [few, many] = [campaigns[0], campaigns.at(-1)];
const part = [
  `## Whole campaigns

Made by \`npm run bench:scale -- --write\`. Invented suppliers on templates of every generation from 2.03a to 6.5; one in
five also answered the year before. Every workbook is of real size: 2,500 rows of formulas, 50 to 350 of them filled, nine
in ten of these chosen from a look-up list of 400 facilities and the others typed in 16,000 spellings; 15,000 strings; 9 MB
unpacked. What all workbooks of a version have in common was compressed once. All but one are read first, and check, report, compare
and export evaluate from nothing; then the last one comes, and what was kept of the others is used. Each step is a process of its own. Memory is
${measuresTree ? "that of the process and all that it starts, looked at ten times a second; what they share counts once" : "that of the first process, as it says itself"}.

Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}, Node ${process.versions.node}; load average ${load} when it began.`,
  ...campaigns.map(table),
  ...(few && many && few !== many ? [growth(few, many)] : []),
].join("\n\n");
console.log(part);
if (process.argv.includes("--write")) writePart("scale", part);
