// Two builds with the same tasks: every byte that they print and write is compared.
// npm run same -- <folder of the other build> [part of a job's name …]
// The other build is a checkout with its dist/. Exit code 1 if anything differs.
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { allJobs, type Job } from "./jobs.ts";

const OURS = join(import.meta.dirname, "..", "..");
const FIXTURES = join(OURS, "fixtures", "responses-2016");
const [other, ...only] = process.argv.slice(2);
if (other === undefined || !existsSync(join(resolve(other), "dist", "main.js"))) {
  console.error("npm run same -- <folder of another build, with its dist/> [part of a job's name …]");
  process.exit(2);
}
const corpus = process.env.CMRT_CORPUS;
if (!corpus) console.log("CMRT_CORPUS is not set: only the made campaigns are compared.");

// The output of the other build is kept, as it is needed repeatedly while one works on a change.
const root = join(tmpdir(), "cmrt-same");
let differences = 0;
let compared = 0;
for (const job of allJobs(corpus)) {
  if (only.length > 0 && !only.some((part) => job.name.includes(part))) continue;
  const ours = join(root, randomBytes(8).toString("hex"));
  const [theirs] = await Promise.all([keptJob(resolve(other), job), runJob(OURS, job, ours)]);
  compare(job.name, theirs, ours);
  rmSync(ours, { recursive: true, force: true });
}
console.log(`${compared} outputs compared, ${differences} differ.`);
process.exitCode = differences === 0 ? 0 : 1;

/** Runs a job with the other build unless that was done before; returns the folder of its outputs. */
async function keptJob(build: string, job: Job): Promise<string> {
  // Paths of equal length, so that lines with a path wrap in the same way.
  const asked = [job.name, corpus, contentOf(import.meta.dirname), contentOf(FIXTURES)];
  const key = createHash("sha256").update(JSON.stringify([contentOf(join(build, "dist")), ...asked]));
  const folder = join(root, key.digest("hex").slice(0, 16));
  const done = `${folder}.done`;
  if (existsSync(done)) return folder;
  if (existsSync(folder)) {
    console.log(`${job.name}: another run makes ${folder} now, or was stopped at it; remove it then.`);
    const own = join(root, randomBytes(8).toString("hex"));
    await runJob(build, job, own);
    return own;
  }
  await runJob(build, job, folder);
  writeFileSync(done, "");
  return folder;
}

function contentOf(folder: string): string[] {
  return filesOf(folder).map((name) => {
    const hash = createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
    return `${name} ${hash}`;
  });
}

/** Runs a job with one build in a separate folder. */
async function runJob(build: string, job: Job, folder: string): Promise<void> {
  const printed = join(folder, "printed");
  mkdirSync(printed, { recursive: true });
  const cwd = join(folder, "campaign");
  mkdirSync(cwd);
  job.prepare(cwd);
  for (const [index, words] of job.runs(cwd).entries()) {
    const { code, out, err } = await cmrt(build, words, cwd);
    const number = String(index).padStart(3, "0");
    const file = `${number} ${words.join(" ").replace(/[^\p{L}\p{N} .,_-]/gu, "_")}`.slice(0, 150);
    writeFileSync(join(printed, `${file}.out`), out);
    writeFileSync(join(printed, `${file}.err`), `${err}(exit code ${code})\n`);
  }
}

function cmrt(
  build: string,
  words: readonly string[],
  cwd: string,
): Promise<{ code: string | number; out: string; err: string }> {
  const options = { cwd, maxBuffer: 2 ** 30, env: { ...process.env, TZ: "UTC", NO_COLOR: "1" } };
  return new Promise((done) => {
    execFile(process.execPath, [join(build, "bin", "cmrt.js"), ...words], options, (error, out, err) => {
      done({ code: error?.code ?? 0, out, err });
    });
  });
}

function compare(job: string, theirs: string, ours: string): void {
  const names = [...new Set([...filesOf(theirs), ...filesOf(ours)])].sort();
  for (const name of names) {
    compared += 1;
    const [before, now] = [read(theirs, name, theirs), read(ours, name, theirs)];
    if (before && now && before.equals(now)) continue;
    differences += 1;
    console.log(`\n${job}: ${name}${before ? "" : " is new"}${now ? "" : " is gone"}`);
    if (before && now) console.log(firstDifference(before, now));
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function read(folder: string, name: string, alias: string): Buffer | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  // The location of the folder is not a difference.
  return bytes.includes(folder)
    ? Buffer.from(bytes.toString("latin1").replaceAll(folder, alias), "latin1")
    : bytes;
}

/** The first lines that differ; for binary files only the offset. */
function firstDifference(before: Buffer, now: Buffer): string {
  if (before.includes(0) || now.includes(0)) {
    const at = before.findIndex((byte, index) => byte !== now[index]);
    return `  bytes differ from ${at} on (${before.length} and ${now.length})`;
  }
  const [old, fresh] = [before, now].map((bytes) => bytes.toString("utf8").split("\n")) as [
    string[],
    string[],
  ];
  const line = old.findIndex((text, index) => text !== fresh[index]);
  const at = line === -1 ? old.length : line;
  const show = (lines: string[], sign: string) =>
    lines.slice(at, at + 3).map((text) => `  ${sign} ${text.slice(0, 300)}`);
  const count = old.filter((text, index) => text !== fresh[index]).length;
  return [`  line ${at + 1}; ${count} lines differ`, ...show(old, "-"), ...show(fresh, "+")].join("\n");
}
