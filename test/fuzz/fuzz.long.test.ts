// A short run with a fixed seed, on the built program. The long one: npm run fuzz -- --seed 1 --minutes 10.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtModule, isBuilt } from "../helpers/built.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { fuzzCase } from "./fuzz-case.ts";
import { mutate } from "./mutate.ts";
import { randomOf } from "./random.ts";
import { madeSeeds } from "./seeds.ts";

describe.skipIf(!isBuilt())("the built program (npm run build; skipped without a current build)", () => {
  test("mutated files end in an outcome, never in an error", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        join(import.meta.dirname, "run.ts"),
        "--seed",
        "1",
        "--cases",
        "250",
        "--minutes",
        "4",
      ],
      { encoding: "utf8", env: { ...process.env, CMRT_CORPUS: "" } },
    );
    expect([stdout + stderr, status]).toEqual([expect.stringContaining("250 cases of seed 1"), 0]);
    const count = (outcome: string) => Number(new RegExp(`(\\d+) ${outcome}`).exec(stdout)?.[1]);
    // Mutations that all miss or all hit would test nothing.
    for (const outcome of ["read", "unreadable"]) expect(count(outcome)).toBeGreaterThan(50);
    for (const outcome of ["understood", "refused"]) expect(count(outcome)).toBeGreaterThan(5);
    expect(stdout).toContain("failed: 0\n");
  });

  test("a folder of mutated files gives one outcome for each at the command line", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "inbox"));
    writeFileSync(join(root, "cmrt.json"), '{ "limits": { "fileSeconds": 60, "workerMemory": 256 } }');
    const { made, containers } = await madeSeeds();
    const names = Array.from({ length: 120 }, (_, number) => `${String(number).padStart(3, "0")}.xlsx`);
    for (const [number, name] of names.entries()) {
      const random = randomOf(5, number);
      writeFileSync(
        join(root, "inbox", name),
        mutate(random.pick(random.chance(0.3) ? containers : made), random),
      );
    }
    const ingested = await cmrt(["ingest", "inbox", "--json", "--quiet"], root);
    expect(ingested.err).toBe("");
    expect([0, 3]).toContain(ingested.code);
    const { read, unreadable, same } = JSON.parse(ingested.out);
    const copies = same.flatMap(({ files }: { files: object[] }) => files.slice(1));
    const outer = (file: { path: string; container: string | null }) =>
      /inbox\/(\d+\.xlsx)/.exec(file.container ?? file.path)?.[1];
    expect(new Set([...read, ...unreadable, ...copies].map(outer))).toEqual(new Set(names));
    expect(read.length).toBeGreaterThan(40);
    expect(unreadable.length).toBeGreaterThan(40);
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
  const bytesOf = (seed: number) => fuzzCase(seeds, seed, 3).bytes;
  expect(bytesOf(7).equals(bytesOf(7))).toBe(true);
  expect(bytesOf(7).equals(bytesOf(8))).toBe(false);
});
