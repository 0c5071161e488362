// How long matching takes: 1,000,000 reported rows with 20,000 distinct names, most of them on no list and a tenth in
// Chinese, Japanese or Korean.
//   npx tsx test/bench/match-rows.ts [look-up list as a CMRT workbook]

import { readFileSync } from "node:fs";
import { CMRT } from "../../fixtures/cmrt.ts";
import { createMatcher, type ReportedSmelter } from "../../src/match/matcher.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { buildList } from "../helpers/build-list.ts";
import { inLocalScript, inventFacilities, misspell, randomOf } from "../helpers/invented-smelters.ts";

const ROWS = 1_000_000;
const NAMES = 20_000;

const random = randomOf(42);

/** A list of the size of a real one, of invented facilities. */
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
  const file = process.argv[2];
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
  console.log(
    `${ROWS} rows, ${new Set(distinct.map(({ name }) => name)).size} distinct names, ${list.entries.length} facilities: ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor time)`,
  );
  console.log([...kinds].map(([kind, count]) => `${kind} ${count}`).join(", "));
}

await main();
