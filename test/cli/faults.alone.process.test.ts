// Failures of the disk and conflicts with other runs: a run ends with a message, and nothing is lost.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { withLock } from "../../src/store/lock.ts";
import { PROGRAM } from "../helpers/built.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";

/** How many more writes succeed before the disk refuses. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, code: "ENOSPC", lock: false }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    writeFileSync: (...words: Parameters<typeof fs.writeFileSync>) => {
      if (disk.lock) throw Object.assign(new Error("refused"), { code: "ENOSPC" });
      const [path, content] = words;
      if (!String(path).endsWith(".tmp") || disk.left-- > 0) return fs.writeFileSync(...words);
      // A disk that fills up stores the beginning.
      fs.writeFileSync(path, String(content).slice(0, 10));
      throw Object.assign(new Error("refused"), { code: disk.code });
    },
  };
});

vi.mock("node:fs/promises", async (original) => {
  const fs = await original<typeof import("node:fs/promises")>();
  return {
    ...fs,
    open: async (...words: Parameters<typeof fs.open>): Promise<FileHandle> => {
      const file = await fs.open(...words);
      file.writeFile = async (content) => {
        const text = Buffer.from(content as string);
        if (disk.left-- > 0) return void (await file.write(text));
        await file.write(text.subarray(0, 10));
        throw Object.assign(new Error("refused"), { code: disk.code });
      };
      return file;
    },
  };
});

afterEach(() => {
  disk.left = Number.POSITIVE_INFINITY;
});

function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );
}

test("a disk that fills up at any write ends the run with words; the next run completes the store", async () => {
  const clean = madeCampaign();
  await runCli(["ingest", "responses"], clean);
  const expected = contents(join(clean, ".cmrt"));
  const writes = Object.keys(expected).length;
  for (let left = 0; left < writes; left++) {
    const root = madeCampaign();
    disk.left = left;
    const { code, err } = await runCli(["ingest", "responses"], root);
    expect(code).toBe(2);
    expect(err).toMatch(/^cmrt: Cannot write .*: the disk is full \(ENOSPC\)\.\n$/);
    disk.left = Number.POSITIVE_INFINITY;
    expect(await runCli(["ingest", "responses"], root)).toMatchObject({ code: 0 });
    expect(contents(join(root, ".cmrt"))).toEqual(expected);
  }
});

test("a report onto a read-only disk leaves the one that is there as it is", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const report = ["report", "--period", "2016", "--today", "2017-06-01"];
  await runCli(report, root);
  const before = contents(join(root, "reports"));
  Object.assign(disk, { left: 0, code: "EROFS" });
  expect(await runCli(report, root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("the file system is read-only (EROFS)"),
  });
  expect(contents(join(root, "reports"))).toEqual(before);
});

test("a disk that fills up leaves the report that is there whole, with nothing beside it", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const report = (today: string) => ["report", "--period", "2016", "--today", today];
  await runCli(report("2017-06-01"), root);
  const before = contents(join(root, "reports"));
  for (const left of [1, Object.keys(before).length - 1]) {
    Object.assign(disk, { left, code: "ENOSPC" });
    const { code, err } = await runCli(report("2017-06-02"), root);
    expect([code, err]).toEqual([2, expect.stringContaining("the disk is full (ENOSPC)")]);
    expect(contents(join(root, "reports"))).toEqual(before);
  }
});

test("a file where the store should be is said", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, ".cmrt"), "");
  expect(await runCli(["ingest", "responses"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("a file is in the place of a folder"),
  });
});

test.skipIf(process.platform === "win32")(
  "pipes and devices are told from files wherever one is read, and nothing waits for them (not on Windows)",
  async () => {
    const root = madeCampaign();
    const pipe = (name: string) => execFileSync("mkfifo", [join(root, name)]);
    pipe("responses/pipe.xlsx");
    expect(await runCli(["ingest", "responses"], root)).toMatchObject({
      code: 3,
      out: expect.stringMatching(
        /unreadable {2}responses\/pipe\.xlsx: It is a pipe.*\n\n8 read, .* 1 unreadable/,
      ),
    });
    for (const words of [
      ["show", "responses/pipe.xlsx"],
      ["check", "responses/pipe.xlsx"],
      ["match", "responses/pipe.xlsx"],
      ["reference", "import", "responses/pipe.xlsx"],
      ["show", "/dev/zero"],
    ]) {
      const { out, err } = await runCli(words, root);
      expect([words, out + err]).toEqual([words, expect.stringContaining("a pipe, a socket or a device")]);
    }
    for (const name of ["cmrt.json", "suppliers.csv", "accepted-findings.csv"]) {
      pipe(name);
      const { code, err } = await runCli(["check"], root);
      expect([code, err]).toEqual([2, expect.stringContaining(`${name} is not a file`)]);
      rmSync(join(root, name));
    }
  },
);

test("of two ingests at once the second says who holds the workspace and changes nothing", async () => {
  const root = madeCampaign();
  mkdirSync(join(root, ".cmrt"));
  await withLock(root, async () => {
    expect(await runCli(["ingest", "responses"], root)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(`process ${process.pid}`),
    });
    expect(readdirSync(join(root, ".cmrt"))).toEqual(["lock"]);
  });
  expect(await runCli(["ingest", "responses"], root)).toMatchObject({ code: 0 });
});

test("a disk that is full before the lock is written leaves no lock behind", async () => {
  const root = madeCampaign();
  mkdirSync(join(root, ".cmrt"));
  disk.lock = true;
  expect(await runCli(["ingest", "responses"], root)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^cmrt: Cannot write .*lock: the disk is full \(ENOSPC\)\.\n$/),
  });
  disk.lock = false;
  expect(readdirSync(join(root, ".cmrt"))).toEqual([]);
  expect(await runCli(["ingest", "responses"], root)).toMatchObject({ code: 0 });
});

test.skipIf(!existsSync("/dev/full"))(
  "an answer that does not fit on the disk ends with words, not with a trace",
  () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(PROGRAM, cmrtArguments(["rules"]), {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([2, "cmrt: Cannot write the answer: the disk is full (ENOSPC).\n"]);
  },
);

test("links are not followed, and how many is said", async () => {
  const root = madeCampaign();
  symlinkSync("quillon_circuits.xlsx", join(root, "responses", "link.xlsx"));
  symlinkSync("..", join(root, "responses", "loop"));
  const { code, out } = await runCli(["ingest", "responses"], root);
  expect(code).toBe(0);
  expect(out).toContain("8 read, 0 unchanged, 0 withdrawn, 0 unreadable, 2 symbolic links not followed.\n");
  expect((await runCli(["check", "responses"], root)).err).toBe(
    "Symbolic links that were not followed: 2.\n",
  );
});

test("a lost manifest is made again from the store without reading a workbook", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const before = contents(join(root, ".cmrt"));
  rmSync(join(root, ".cmrt", "manifest.json"));
  expect((await runCli(["ingest", "responses"], root)).out).toContain("0 read, 8 unchanged");
  expect(contents(join(root, ".cmrt"))).toEqual(before);
});
