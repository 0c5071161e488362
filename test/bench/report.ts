// How long `cmrt check` and `cmrt report` (all formats) take over a store of many responses, and how that grows.
//   npm run build && npx tsx test/bench/report.ts [1000 4000]
// The responses are invented: 300 smelter rows each, half of them matched by name, one in twenty unknown.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { METALS, type Metal } from "../../fixtures/cmrt.ts";
import { countryName } from "../../src/forms/countries.ts";
import { sha256Of } from "../../src/lib/sha256.ts";
import type { Response } from "../../src/model/response.ts";

import { openWorkspace } from "../../src/store/open-workspace.ts";
import { buildList } from "../helpers/build-list.ts";
import { buildResponse } from "../helpers/build-response.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const ROWS = 300;
const FACILITIES = 400;

const facilities = Array.from({ length: FACILITIES }, (_, index) => ({
  metal: METALS[index % METALS.length] as Metal,
  name: `Facility ${"abcdefghij"[index % 10]}${index} Smelting Co., Ltd.`,
  id: `CID${String(index + 1).padStart(6, "0")}`,
  country: ["CN", "JP", "PE", "DE"][index % 4] as string,
}));
const list = buildList(
  facilities.map(
    ({ metal, name, country, id }) => `${metal} | ${name} | ${name} | ${countryName(country)} | ${id} | `,
  ),
  { asOf: "2016-11-30", name: "CMRT 4.20" },
);

/** Pseudo-random numbers for a seed, the same in every run. */
function numbersOf(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}

/** One in ten responses has the same list, as if a complete reference list had been pasted. */
function response(index: number): Response {
  const next = numbersOf(index % 10 === 0 ? 0 : index);
  const smelters = Array.from({ length: ROWS }, (_, row) => {
    const number = next();
    const facility = facilities[number % FACILITIES] as (typeof facilities)[number];
    const unknown = number % 20 === 0;
    return {
      metal: facility.metal,
      lookupName: unknown ? "Smelter not listed" : facility.name,
      name: unknown ? `Unlisted works ${number % 900}` : facility.name,
      country: facility.country,
      inOwnList: !unknown,
      ...(number % 2 === 0 && !unknown ? { id: facility.id } : {}),
      ...(row % 9 === 0 ? { mineCountries: "Brazil, Rwanda; recycled" } : {}),
    };
  });
  return buildResponse({
    id: sha256Of(String(index)),
    file: `responses/supplier-${index}.xlsx`,
    version: "4.20",
    company: { companyName: `Supplier number ${index}`, effectiveDate: { value: "2016-06-01" } },
    answers: index % 3 === 0 ? { tin: { coveredCountries: "unknown" } } : {},
    smelters,
  });
}

async function makeStore(folder: string, count: number): Promise<void> {
  const workspace = openWorkspace(folder, "bench");
  await workspace.writeList("list", list);
  const files = [];
  for (let index = 0; index < count; index++) {
    const one = response(index);
    await workspace.writeResponse(one, "bench", "list");
    const { path, bytes } = one.source;
    files.push({ path, container: null, sha256: one.id, bytes, state: "read" as const });
  }
  await workspace.writeManifest({ schema: 1, tool: "bench", paths: ["responses"], files });
}

/** Runs cmrt in a separate process: seconds of wall-clock time and of processor time, peak memory in MB. */
function measure(args: readonly string[], cwd: string): { wall: number; cpu: number; memory: number } {
  const script = `
    const { run } = await import(${JSON.stringify(join(ROOT, "dist/main.js"))});
    const start = performance.now();
    const io = { out() {}, err(text) { process.stderr.write(text); }, outIsTerminal: false, errIsTerminal: false, cwd: process.cwd(), env: {}, today: () => "2017-06-30" };
    const code = await run(${JSON.stringify(args)}, io);
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.log(JSON.stringify({ code, wall: (performance.now() - start) / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));`;
  const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd, encoding: "utf8" });
  const line = child.stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(child.stderr);
  const result = JSON.parse(line);
  if (result.code > 1) throw new Error(`exit code ${result.code}: ${child.stderr}`);
  return result;
}

const counts = process.argv.slice(2).map(Number);
const totals: number[] = [];
console.log("| responses | rows | command | seconds | processor seconds | peak MB |");
console.log("|---:|---:|---|---:|---:|---:|");
for (const count of counts.length > 0 ? counts : [1000, 4000]) {
  const folder = mkdtempSync(join(tmpdir(), "cmrt-bench-"));
  if (process.env.KEEP) console.error(folder);
  try {
    await makeStore(folder, count);
    let total = 0;
    for (const args of [
      ["check", "--period", "2016", "--format", "csv"],
      ["report", "--period", "2016"],
    ]) {
      const { wall, cpu, memory } = measure(args, folder);
      total += cpu;
      console.log(
        `| ${count} | ${count * ROWS} | ${args[0]} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${memory.toFixed(0)} |`,
      );
    }
    totals.push(total);
    const pack = join(folder, "reports", "2016");
    for (const name of readdirSync(pack)) console.error(`  ${name}: ${statSync(join(pack, name)).size}`);
  } finally {
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  }
}
console.log(
  `\nProcessor time of both, largest to smallest: ${((totals.at(-1) ?? 0) / (totals[0] ?? 1)).toFixed(2)}`,
);
