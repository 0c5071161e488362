import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openKeptLines } from "../../src/store/kept-lines.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

function kept(folder: string, texts: Readonly<Record<string, string>>, program = "1"): void {
  const lines = openKeptLines(folder, program);
  for (const [key, text] of Object.entries(texts)) lines.put(key, text);
  lines.save();
}

const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));

test("what was kept is there in the next run, with what was kept before", () => {
  const folder = join(temporaryFolder(), "store", "kept");
  kept(folder, { a: "one", b: '{"täxt":"两"}' });
  kept(folder, { c: "three" });
  const lines = openKeptLines(folder, "1");
  expect(["a", "b", "c", "d"].map(lines.get)).toEqual(["one", '{"täxt":"两"}', "three", undefined]);
});

test("it is its owner's alone", () => {
  const folder = join(temporaryFolder(), "kept");
  kept(folder, { a: "one" });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const file of filesIn(folder)) expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ["changed", (text: string) => text.replace("one", "two")],
  ["cut off", (text: string) => text.slice(0, -3)],
  ["emptied", () => ""],
])("a file that was %s does not count, and goes", (_, change) => {
  const folder = join(temporaryFolder(), "kept");
  kept(folder, { a: "one" });
  const [file = ""] = filesIn(folder);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  const lines = openKeptLines(folder, "1");
  expect(lines.get("a")).toBeUndefined();
  lines.put("a", "one");
  lines.save();
  expect(filesIn(folder)).toEqual([file]);
  expect(openKeptLines(folder, "1").get("a")).toBe("one");
});

test("what another program kept is not read, and goes", () => {
  const folder = join(temporaryFolder(), "kept");
  kept(folder, { a: "one" }, "1");
  const lines = openKeptLines(folder, "2");
  expect(lines.get("a")).toBeUndefined();
  lines.save();
  expect(filesIn(folder)).toEqual([]);
});

test("files of others are left alone", () => {
  const folder = join(temporaryFolder(), "kept");
  kept(folder, { a: "one" });
  writeFileSync(join(folder, "notes.txt"), "mine");
  kept(folder, { b: "two" });
  expect(readdirSync(folder)).toContain("notes.txt");
});

test("what nobody asks for any more goes when it is most of what is there", () => {
  const folder = join(temporaryFolder(), "kept");
  const long = "x".repeat(6_000_000);
  kept(folder, Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`old-${index}`, long])));
  kept(folder, { used: "one" });
  const lines = openKeptLines(folder, "1");
  expect(lines.get("used")).toBe("one");
  lines.save();
  const after = openKeptLines(folder, "1");
  expect(after.get("used")).toBe("one");
  expect(after.get("old-0")).toBeUndefined();
  expect(filesIn(folder)).toHaveLength(1);
});

test("a folder that cannot be written is nobody's trouble", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(() => kept(join(file, "kept"), { a: "one" })).not.toThrow();
});
