// `npm run bench:match`: how long matching takes: 1,000,000 reported rows with 20,000 distinct names, most of them on no list
// and a tenth in Chinese, Japanese or Korean.
//   npm run bench:match -- [--write] [look-up list as a CMRT workbook]
// With --write the figures go into docs/benchmarks.md.

import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform } from "node:os";
import { CMRT } from "../../fixtures/cmrt.ts";
import { createMatcher, type ReportedSmelter } from "../../src/match/matcher.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { buildList } from "../helpers/build-list.ts";
import { inLocalScript, inventFacilities, misspell, randomOf } from "../helpers/invented-smelters.ts";
import { writePart } from "./benchmarks-page.ts";

const LOAD = loadavg()[0] as number;
const ROWS = 1_000_000;
const NAMES = 20_000;

const random = randomOf(42);

/** A list of realistic size with invented facilities. */
function inventedList(): ReferenceList {
  return buildList(
    inventFacilities(640).map(
      ({ metal, standardName, country, id, city }) =>
        `${metal} | ${standardName} | ${standardName} | ${country} | ${id} | ${city}`,
    ),
  );
}

async function listFrom(file: string): Promise<ReferenceList> {
  const opened = await openWorkbook(readFileSync(file));
  const list = opened.ok ? readLookUpList(opened.workbook, CMRT, "6.5", { file, sha256: "" }) : undefined;
  if (!list) throw new Error(`${file} has no look-up list`);
  return list;
}

async function main(): Promise<void> {
  const file = process.argv.slice(2).find((arg) => arg !== "--write");
  const list = file === undefined ? inventedList() : await listFrom(file);
  const distinct: ReportedSmelter[] = Array.from({ length: NAMES }, (_, index) => {
    const entry = list.entries[random(list.entries.length)];
    return {
      metal: entry?.metal ?? null,
      name: index % 10 === 0 ? inLocalScript(random) : misspell(entry?.standardName ?? "", random),
      ...(entry?.country ? { country: entry.country } : {}),
    };
  });
  const start = performance.now();
  const cpu = process.cpuUsage();
  const matcher = createMatcher(list);
  const kinds = new Map<string, number>();
  for (let row = 0; row < ROWS; row++) {
    const { kind } = matcher.match({ row, ...distinct[row % NAMES] });
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  const text = page(
    list.entries.length,
    new Set(distinct.map(({ name }) => name)).size,
    seconds,
    cpuSeconds,
    kinds,
  );
  console.log(text);
  if (process.argv.includes("--write")) writePart("matching", text);
}

function page(
  facilities: number,
  names: number,
  seconds: number,
  cpuSeconds: number,
  kinds: ReadonlyMap<string, number>,
): string {
  const number = (value: number) => value.toLocaleString("en-US");
  const cpu = cpus()[0]?.model.replace(/ \d+-Core.*$/, "") ?? "unknown processor";
  const several = [...kinds].map(([kind, count]) => `${number(count)} ${kind}`).join(", ");
  return `## Matching

Made by \`npm run bench:match -- --write\`: ${number(ROWS)} reported rows with ${number(names)} distinct names, misspelt ones of a list of
${number(facilities)} facilities and a tenth of them in Chinese, Japanese or Korean, so that nearly all need candidates. One process; the
preparation of the list is part of it. Other programs on the machine lengthen the time that passes, not that of the processor.

Measured on ${new Date().toISOString().slice(0, 10)}: ${cpu}, ${availableParallelism()} cores, ${platform()}, Node ${process.versions.node}; load average ${LOAD.toFixed(1)} when it began.

| s | s of processor time | outcomes |
|---:|---:|---|
| ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${several} |`;
}

await main();
