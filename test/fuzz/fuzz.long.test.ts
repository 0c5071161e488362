// A short run with a fixed seed, on the built program. The long one: npm run fuzz -- --seed 1 --minutes 10.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtModule, isBuilt } from "../helpers/built.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { fuzzCase, supplierFile } from "./fuzz-case.ts";
import { randomOf } from "./random.ts";
import { madeSeeds } from "./seeds.ts";

describe.skipIf(!isBuilt())("the built program (npm run build; skipped without a current build)", () => {
  test("damaged and edited files and mails end in an outcome, never in an error", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        join(import.meta.dirname, "run.ts"),
        "--seed",
        "1",
        "--cases",
        "200",
        "--minutes",
        "4",
        "--file-seconds",
        "20",
      ],
      { encoding: "utf8", env: { ...process.env, CMRT_CORPUS: "" } },
    );
    expect([stdout + stderr, status]).toEqual([expect.stringContaining("200 cases of seed 1"), 0]);
    const count = (kind: string, outcome: string) =>
      Number(new RegExp(`${kind}:.*?(\\d+) ${outcome}`).exec(stdout)?.[1]);
    // If all mutations had the same result, nothing would be tested.
    for (const outcome of ["read", "unreadable"]) {
      expect(count("damaged files", outcome)).toBeGreaterThan(20);
      expect(count("edited workbooks", outcome)).toBeGreaterThan(outcome === "read" ? 20 : 1);
      expect(count("mails", outcome)).toBeGreaterThan(4);
    }
    for (const outcome of ["understood", "refused"])
      expect(count("tables and settings", outcome)).toBeGreaterThan(5);
    expect(stdout).toContain("failed: 0\n");
  });

  test("a folder of mutated files gives one outcome for each at the command line", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "inbox"));
    writeFileSync(join(root, "cmrt.json"), '{ "limits": { "fileSeconds": 60, "workerMemory": 256 } }');
    const seeds = { ...(await madeSeeds()), real: [] };
    const names = Array.from({ length: 100 }, (_, number) => `${String(number).padStart(3, "0")}.xlsx`);
    for (const [number, name] of names.entries()) {
      writeFileSync(join(root, "inbox", name), supplierFile(seeds, randomOf(5, number)).bytes);
    }
    const ingested = await cmrt(["ingest", "inbox", "--json", "--quiet"], root);
    expect(ingested.err).toBe("");
    expect([0, 3]).toContain(ingested.code);
    const { read, unreadable, same } = JSON.parse(ingested.out);
    const copies = same.flatMap(({ files }: { files: object[] }) => files.slice(1));
    const outer = (file: { path: string; container: string | null }) =>
      /inbox\/(\d+\.xlsx)/.exec(file.container ?? file.path)?.[1];
    expect(new Set([...read, ...unreadable, ...copies].map(outer))).toEqual(new Set(names));
    expect(read.length).toBeGreaterThan(30);
    expect(unreadable.length).toBeGreaterThan(30);
    expect(unreadable.map((file: { unreadable: { kind: string } }) => file.unreadable.kind)).not.toContain(
      "failed",
    );
    for (const words of ["check", "report --period 2016", "doctor", "suppliers --period 2016"]) {
      const { code, err } = await cmrt(words.split(" "), root);
      expect([0, 1, 3], `${words}: ${err}`).toContain(code);
    }
  });
});

/** Runs the built program's command line in this process. */
async function cmrt(words: string[], cwd: string): Promise<{ code: number; out: string; err: string }> {
  const { run } = await builtModule<typeof import("../../src/main.ts")>("main");
  let [out, err] = ["", ""];
  const code = await run(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    cwd,
    env: {},
    today: () => "2017-06-01",
  });
  return { code, out, err };
}

test("a case is the same every time", async () => {
  const seeds = { ...(await madeSeeds()), real: [] };
  for (const number of Array.from({ length: 40 }, (_, index) => index)) {
    const bytesOf = (seed: number) => fuzzCase(seeds, seed, number).bytes;
    expect(bytesOf(7).equals(bytesOf(7)), `case ${number}`).toBe(true);
    expect(bytesOf(7).equals(bytesOf(8)), `case ${number}`).toBe(false);
  }
});
