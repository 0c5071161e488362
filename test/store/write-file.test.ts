import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WorkspaceError } from "../../src/lib/errors.ts";
import { writeFileAtomic, writeFileSoon, writeFolder } from "../../src/store/write-file.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe.each([
  ["writeFileAtomic", writeFileAtomic],
  ["writeFileSoon", async (path: string, content: string) => writeFileSoon(path, content)],
])("%s", (_name, write) => {
  test("a file is written whole, its folder made, and no temporary file stays", async () => {
    const root = temporaryFolder();
    await write(join(root, "a", "b", "c.txt"), "one");
    await write(join(root, "a", "b", "c.txt"), "two");
    expect(readFileSync(join(root, "a", "b", "c.txt"), "utf8")).toBe("two");
    expect(readdirSync(join(root, "a", "b"))).toEqual(["c.txt"]);
  });

  test("a place that cannot be written to is named, and nothing is left behind", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "file"), "");
    mkdirSync(join(root, "folder"));
    await expect(write(join(root, "file", "x.txt"), "")).rejects.toThrow(WorkspaceError);
    await expect(write(join(root, "folder"), "")).rejects.toThrow(/a folder is in the place of a file/);
    expect(readdirSync(root).sort()).toEqual(["file", "folder"]);
  });

  // No folder can be created there, which the system reports as a missing one.
  test.skipIf(process.platform !== "linux")("a folder that cannot be made ends in an error", async () => {
    await expect(write("/proc/none/a/b.txt", "")).rejects.toThrow(/its folder cannot be made \(ENOENT\)/);
  });
});

test("a content in pieces is written piece by piece", async () => {
  const root = temporaryFolder();
  async function* files(): AsyncGenerator<[string, Iterable<Uint8Array>]> {
    yield ["a.txt", [Buffer.from("one, "), Buffer.from("two")]];
    yield ["b.txt", []];
  }
  expect(await writeFolder(root, files())).toEqual(["a.txt", "b.txt"]);
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("one, two");
  expect(readFileSync(join(root, "b.txt"), "utf8")).toBe("");
});

test("what a killed run left beside a file of an output folder goes with the next run, and nothing else", async () => {
  const root = temporaryFolder();
  for (const name of ["a.csv.123.tmp", "mine.csv.123.tmp", "a.csv.tmp"]) writeFileSync(join(root, name), "x");
  await writeFolder(root, { "a.csv": "a" });
  expect(readdirSync(root).sort()).toEqual(["a.csv", "a.csv.tmp", "mine.csv.123.tmp"]);
});

test("the files of an output folder are written in the order given and others stay", async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "mine.txt"), "mine");
  await writeFolder(root, { "b.csv": "b", "sub/a.csv": new Uint8Array([97]) });
  expect(readFileSync(join(root, "sub", "a.csv"), "utf8")).toBe("a");
  expect(readdirSync(root).sort()).toEqual(["b.csv", "mine.txt", "sub"]);
});
