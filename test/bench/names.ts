// How well names are matched to the look-up sheets of CMRT workbooks, using a CSV of names whose facility is known.
// npm run bench:names -- <labelled.csv> [--misses] [workbook …]
// The CSV has the columns metal, name, country and cid; an empty cid means that the facility is not on the list. By
// default the workbooks in the folder templates of CMRT_CORPUS are used. The newest list is in effect: first alone,
// then together with the others.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readListFile } from "../../src/app/lists/read-list-file.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { chooseLists } from "../../src/reference/choose-lists.ts";
import { type LabelledName, readLabelledNames, scoreNames } from "../helpers/score-names.ts";

function workbooksOfCorpus(): string[] {
  const corpus = process.env.CMRT_CORPUS;
  if (corpus === undefined) {
    throw new Error("Name CMRT workbooks whose look-up sheets are to be matched with, or set CMRT_CORPUS.");
  }
  const folder = join(corpus, "templates");
  return readdirSync(folder)
    .filter((file) => /cmrt_\d.*\.xlsx?$/i.test(file))
    .sort()
    .map((file) => join(folder, file));
}

function report(title: string, names: readonly LabelledName[], score: ReturnType<typeof scoreNames>): void {
  const { known, certainRight, wrong, first, amongThree, none } = score;
  console.log(title);
  console.log(
    `  ${names.length} names, ${known} of facilities on the list\n` +
      `  certain and right ${certainRight}, certain and wrong ${wrong.length}\n` +
      `  first right ${first} %, among three ${amongThree} %, without candidate ${none} %`,
  );
  for (const line of wrong) console.log(`  wrong: ${line}`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--misses");
  const misses = process.argv.includes("--misses");
  const [csv, ...named] = args;
  if (csv === undefined) throw new Error("Name a CSV with the columns metal, name, country, cid.");
  const names = readLabelledNames(readFileSync(csv));
  const lists: ReferenceList[] = [];
  for (const file of named.length > 0 ? named : workbooksOfCorpus()) {
    const read = await readListFile(readFileSync(file), file, {});
    if (read.ok === true) lists.push(read.list);
    else console.log(`${file} is left out: no list with a day that it speaks for`);
  }
  const { counting, earlier } = chooseLists(lists);
  if (!counting) throw new Error("There is no look-up list.");
  const start = performance.now();
  const alone = scoreNames(createMatcher(counting.list), names);
  report(`${counting.list.name} of ${counting.list.asOf ?? "no known day"} alone`, names, alone);
  const last = earlier.length === 0 ? alone : scoreNames(createMatcher(counting.list, { earlier }), names);
  if (earlier.length > 0) report(`with ${earlier.map(({ name }) => name).join(", ")}`, names, last);
  if (misses) {
    for (const [name, place] of last.places) {
      if (place !== 0) console.log(`  ${place < 0 ? "not among three" : `rank ${place + 1}`}: ${name}`);
    }
  }
  console.log(`${((performance.now() - start) / 1000).toFixed(2)} s`);
}

await main();
