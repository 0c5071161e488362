// What the disk and other runs can do to a run: it ends with words, and nothing is lost.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { withLock } from "../../src/workspace/lock.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

/** How many more writes succeed before the disk refuses. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, code: "ENOSPC" }));

vi.mock("node:fs/promises", async (original) => {
  const fs = await original<typeof import("node:fs/promises")>();
  return {
    ...fs,
    open: async (...words: Parameters<typeof fs.open>): Promise<FileHandle> => {
      const file = await fs.open(...words);
      file.writeFile = async (content) => {
        const text = Buffer.from(content as string);
        if (disk.left-- > 0) return void (await file.write(text));
        // A disk that fills up takes the beginning.
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

test("a file where the store should be is said", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, ".cmrt"), "");
  expect(await runCli(["ingest", "responses"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("a file stands where a folder is needed"),
  });
});

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

test("a lost manifest is made again from the store without reading a workbook", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const before = contents(join(root, ".cmrt"));
  rmSync(join(root, ".cmrt", "manifest.json"));
  expect((await runCli(["ingest", "responses"], root)).out).toContain("0 read, 6 unchanged");
  expect(contents(join(root, ".cmrt"))).toEqual(before);
});
