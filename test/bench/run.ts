// `npm run bench`: the cost of reading, compared with other libraries and with only inflating the same parts. Prints
// its parts of docs/benchmarks.md; with --write it updates the page. Needs a build (npm run bench makes one). With
// --other-templates only the EMRT and AMRT are measured, from the folder named by CMRT_FAMILIES.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import { fromBufferPromise } from "yauzl";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";
import { writePart } from "./benchmarks-page.ts";
import { type Measured, measureProcess } from "./measure-process.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const { openWorkbook }: typeof import("../../src/workbook/open-workbook.ts") = await import(
  join(ROOT, "dist/workbook/open-workbook.js")
);

const { openPackage }: typeof import("../../src/workbook/ooxml/open-package.ts") = await import(
  join(ROOT, "dist/workbook/ooxml/open-package.js")
);

/** The sheets of a 6.x workbook that reading a response needs, and those that the other templates add. */
const SHEETS = ["Revision", "Declaration", "Smelter List", "Product List"];
const MORE_SHEETS = ["Mine List", "Minerals Scope"];
const LOAD = loadavg()[0] as number;
const ROUNDS = 30;
/** Rounds for the slow libraries, which need fewer to stand out from noise. */
const SLOW_ROUNDS = 2;
/** Number of 6.x workbooks to measure with, spread over the available ones. */
const REAL = 6;
const scratch = mkdtempSync(join(tmpdir(), "cmrt-bench-"));

/** A workbook to measure with. */
interface Sample {
  path: string;
  bytes: Buffer;
  sheets: readonly string[];
  /** The compressed bytes of the parts with the needed sheets. */
  packed: Buffer[];
}

async function sample(path: string, wanted: readonly string[] = SHEETS): Promise<Sample> {
  const bytes = readFileSync(path);
  const opened = await openPackage(bytes);
  const sheets = wanted.filter((name) => opened.sheet(name) !== undefined);
  const needed = new Set([
    ...["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"],
    ...sheets.map((name) => opened.sheet(name)?.part ?? ""),
  ]);
  const packed: Buffer[] = [];
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (!needed.has(entry.fileName)) continue;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    packed.push(bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize));
  }
  return { path, bytes, sheets, packed };
}

/** Workbooks of the 6.x templates; real ones if CMRT_CORPUS names a folder. */
async function realSamples(): Promise<Sample[]> {
  const corpus = process.env.CMRT_CORPUS;
  if (corpus === undefined) return [];
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).sort();
  // One saved without calculation lacks the texts that make reading costly.
  const chosen = files.filter(
    (file) => /(^|[/_])6\.\d+[^/]*(\/[^/]+)?\.xlsx$/.test(file) && !file.includes("openpyxl"),
  );
  const spread = chosen.filter((_, index) => index % Math.ceil(chosen.length / REAL) === 0);
  return Promise.all(spread.map((file) => sample(join(corpus, file))));
}

/** Rounds of whole runs, which other programs on the machine disturb. */
const PROCESS_ROUNDS = 5;
const GENERATED = 6;
/** Files per measured ingest: enough for start and manifest to matter little per file. */
const INGESTED = 200;

async function generatedSamples(): Promise<Sample[]> {
  const folder = join(scratch, "generated");
  mkdirSync(folder);
  const paths = Array.from({ length: GENERATED }, (_, number) => {
    const path = join(folder, `invented-${number}.xlsx`);
    writeFileSync(path, cmrtBytes({ number, smelters: 300, realSize: true }));
    return path;
  });
  return Promise.all(paths.map((path) => sample(path)));
}

/** Milliseconds of processor time that an action takes in this process, which other programs hardly affect. */
async function work(action: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds of wall-clock time that an action takes. */
async function time(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

const READERS: Record<string, (sample: Sample) => unknown> = {
  "inflating the same parts only": ({ packed }) => {
    for (const part of packed) inflateRawSync(part);
  },
  "cmrt, bytes to cells": async ({ bytes, sheets }) => {
    const opened = await openWorkbook(bytes);
    if (!opened.ok) throw new Error(opened.unreadable.reason);
    for (const name of sheets) opened.workbook.sheet(name);
  },
  "SheetJS, the same sheets": ({ bytes, sheets }) => XLSX.read(bytes, { sheets: [...sheets], dense: true }),
  "exceljs readFile": ({ path }) => new ExcelJS.Workbook().xlsx.readFile(path),
};

/**
 * Milliseconds per workbook: for each workbook the fastest round, then the mean over the workbooks. One reader after
 * the other, as each pays for collecting the garbage of the previous one.
 */
async function measure(
  samples: readonly Sample[],
  readers = Object.entries(READERS),
): Promise<Record<string, number>> {
  const means: Record<string, number> = {};
  for (const [name, read] of readers) {
    const isLibrary = !name.startsWith("cmrt") && !name.startsWith("inflating");
    const best: number[] = samples.map(() => Number.POSITIVE_INFINITY);
    // The first round is a warm-up.
    for (let round = 0; round <= (isLibrary ? SLOW_ROUNDS : ROUNDS); round++) {
      for (const [index, each] of samples.entries()) {
        const taken = await work(() => read(each));
        if (round > 0) best[index] = Math.min(best[index] as number, taken);
      }
    }
    means[name] = mean(best);
  }
  return means;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/**
 * Milliseconds of processor time per workbook of `cmrt ingest` with one worker, for all its processes including their
 * start.
 */
async function measureIngest(samples: readonly Sample[]): Promise<number> {
  const folder = manyFiles(samples, INGESTED);
  const taken = [await ingestProcess(folder, 1), await ingestProcess(folder, 1)].map(({ cpu }) => cpu);
  return (Math.min(...taken) * 1000) / INGESTED;
}

/**
 * A folder of `count` files: the samples repeated, each with a zip comment that gives it a distinct size, as suppliers'
 * workbooks have.
 */
function manyFiles(samples: readonly Sample[], count: number): string {
  const folder = mkdtempSync(join(scratch, "many-"));
  const sizes = new Set<number>();
  for (let number = 0; number < count; number++) {
    const { bytes } = samples[number % samples.length] as Sample;
    let length = 0;
    while (sizes.has(bytes.length + length)) length++;
    sizes.add(bytes.length + length);
    const commented = Buffer.concat([bytes, Buffer.alloc(length, ".")]);
    commented.writeUInt16LE(length, bytes.length - 2);
    writeFileSync(join(folder, `${number}.xlsx`), commented);
  }
  // Otherwise the disk is still busy writing them while they are read.
  spawnSync("sync");
  return folder;
}

/** Measures an ingest in a separate process. */
function ingestProcess(folder: string, workers: number): Promise<Measured> {
  const cwd = mkdtempSync(join(scratch, "workspace-"));
  const words = ["ingest", folder, "--workers", String(workers), "--quiet"];
  return measureProcess([join(ROOT, "bin/cmrt.js"), ...words], cwd);
}

/** Milliseconds of the fastest of several starts. */
async function start(words: string[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round++) times.push(await time(() => spawnSync(process.execPath, words)));
  return Math.min(...times);
}

const number = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const times = (value: number) => `${number(value)}×`;
const twoDigits = (value: number) => `${value.toFixed(2)}×`;

function readingTable(
  title: string,
  samples: readonly Sample[],
  of: Record<string, number>,
  ingest: number,
): string {
  const cells = of["cmrt, bytes to cells"] as number;
  const rows = Object.entries(of).map(([name, taken]) => {
    const ratio = name.startsWith("cmrt")
      ? ""
      : name.startsWith("inflating")
        ? `${times(cells / taken)} of it`
        : times(taken / cells);
    const whole = name.startsWith("inflating") || name.startsWith("cmrt") ? "" : times(taken / ingest);
    return `| ${name} | ${number(taken)} | ${ratio} | ${whole} |`;
  });
  return [
    `### ${title} (${samples.length} workbooks)`,
    "",
    "| | ms of processor time per workbook | cmrt's cells against it | cmrt's whole ingest against it |",
    "|---|---:|---:|---:|",
    ...rows,
    `| cmrt ingest, one worker: found, hashed, read, normalised, stored | ${number(ingest)} | | |`,
  ].join("\n");
}

/** Filled-in workbooks of another template, by a prefix of their folders' names. */
async function otherSamples(begin: string): Promise<Sample[]> {
  const folder = process.env.CMRT_FAMILIES;
  if (folder === undefined) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.startsWith(begin) && file.endsWith(".xlsx"))
    .sort();
  const spread = files.filter((_, index) => index % Math.ceil(files.length / REAL) === 0);
  return Promise.all(spread.map((file) => sample(join(folder, file), [...SHEETS, ...MORE_SHEETS])));
}

/** Measures reading of the EMRT and AMRT, without the other libraries. */
async function otherTemplates(): Promise<string | undefined> {
  const rows: string[] = [];
  for (const [title, begin] of [
    ["EMRT 2.1", "emrt-2.1"],
    ["EMRT 1.x", "emrt-1"],
    ["AMRT", "amrt"],
    ["CRT", "crt"],
  ] as const) {
    const samples = await otherSamples(begin);
    if (samples.length === 0) continue;
    say(title);
    const own = Object.entries(READERS).filter(([name]) => /^(inflating|cmrt)/.test(name));
    const of = await measure(samples, own);
    const [bare, cells] = [of["inflating the same parts only"], of["cmrt, bytes to cells"]] as [
      number,
      number,
    ];
    const ingest = await measureIngest(samples);
    rows.push(
      `| ${title} | ${samples.length} | ${number(bare)} | ${number(cells)} | ${times(cells / bare)} | ${number(ingest)} |`,
    );
  }
  if (rows.length === 0) return undefined;
  return [
    "## Other templates",
    "",
    "Made by `npm run bench -- --write` with `CMRT_FAMILIES`, in milliseconds of processor time per workbook, measured as above: the sheets of",
    "the declaration, its smelters, products, mines and reasons.",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}; load average ${number(LOAD)} when it began.`,
    "",
    "| template | workbooks | inflating the same parts only | cmrt, bytes to cells | against it | cmrt ingest, one worker |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows,
  ].join("\n");
}

/** Reports on standard error what is being measured, as it takes minutes. */
const say = (what: string) => process.stderr.write(`${what}…\n`);

const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}, Node ${process.versions.node}`;

async function reading(): Promise<void> {
  const sections: string[] = [];
  /** Prints a part of the page and keeps it. */
  const add = (section: string) => {
    console.log(`${section}\n`);
    sections.push(section);
  };
  const head = [
    "## Reading",
    "",
    "Made by `npm run bench -- --write`. One warm process reads each workbook in turn with each reader; a figure is the",
    `processor time of the fastest of ${ROUNDS} rounds (of ${SLOW_ROUNDS} for the libraries) per workbook, averaged over the workbooks. Inflating`,
    "is `zlib.inflateRawSync` with its defaults. What an ingest as a process takes is the time that",
    `passes, of the fastest of ${PROCESS_ROUNDS} runs; other programs on the machine show in it.`,
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}; load average ${number(LOAD)} when it began.`,
  ].join("\n");
  add(head);
  const generated = await generatedSamples();
  const real = await realSamples();
  for (const [title, samples] of [
    ["Workbooks of the 6.x templates", real],
    ["Generated, of real size: 2,500 formula rows, 300 smelters", generated],
  ] as const) {
    if (samples.length === 0) continue;
    say(title);
    add(readingTable(title, samples, await measure(samples), await measureIngest(samples)));
  }

  const samples = real.length > 0 ? real : generated;
  say("As a process");
  const [few, many] = [manyFiles(samples, 200), manyFiles(samples, 1000)];
  /** One worker and two in alternation, so that a slow phase of the machine affects both. */
  const alternating = async (folder: string) => {
    const runs: { one: Measured; two: Measured }[] = [];
    for (let round = 0; round < PROCESS_ROUNDS; round++) {
      runs.push({ one: await ingestProcess(folder, 1), two: await ingestProcess(folder, 2) });
    }
    return {
      one: Math.min(...runs.map(({ one }) => one.wall)),
      two: Math.min(...runs.map(({ two }) => two.wall)),
      memory: Math.max(...runs.map(({ two }) => two.memory)),
    };
  };
  const small = await alternating(few);
  const large = await alternating(many);
  const [bare, version] = [await start(["-e", "0"]), await start([join(ROOT, "bin/cmrt.js"), "--version"])];
  add(
    [
      "### As a process",
      "",
      "| | |",
      "|---|---:|",
      `| ingest of 200 workbooks, one worker | ${small.one.toFixed(1)} s |`,
      `| ingest of 200 workbooks, two workers | ${small.two.toFixed(1)} s, ${twoDigits(small.one / small.two)} as fast |`,
      `| ingest of 1,000 workbooks, one worker | ${large.one.toFixed(1)} s |`,
      `| ingest of 1,000 workbooks, two workers | ${large.two.toFixed(1)} s, ${twoDigits(large.one / large.two)} as fast |`,
      `| peak memory of all its processes, 200 workbooks, two workers | ${number(small.memory)} MB |`,
      `| peak memory of all its processes, 1,000 workbooks, two workers | ${number(large.memory)} MB (${((large.memory / small.memory - 1) * 100).toFixed(0)} % more) |`,
      `| \`node -e 0\` | ${number(bare)} ms |`,
      `| \`cmrt --version\` | ${number(version)} ms (${times(version / bare)}) |`,
    ].join("\n"),
  );

  if (process.argv.includes("--write")) writePart("reading", sections.join("\n\n"));
}

try {
  if (!process.argv.includes("--other-templates")) await reading();
  const others = await otherTemplates();
  if (others !== undefined) {
    console.log(others);
    if (process.argv.includes("--write")) writePart("other-templates", others);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
