import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { UsageError } from "../../../src/lib/errors.ts";
import { LIMITS } from "../../../src/model/limits.ts";
import { findFiles } from "../../../src/workbook/sources/find-files.ts";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "cmrt-find-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), path);
  }
}

const paths = async (...given: string[]) =>
  (await findFiles(given, base)).files.map(({ source }) => source.path);

test("folders are walked in one order, with paths relative to the base", async () => {
  put("in/b.xlsx", "in/a/2.xlsx", "in/a/1.xlsx", "in/B.xlsx", "in/あ.xlsx");
  expect(await paths("in")).toEqual(["in/B.xlsx", "in/a/1.xlsx", "in/a/2.xlsx", "in/b.xlsx", "in/あ.xlsx"]);
});

test("files come by name in whatever order they are given, and none comes twice", async () => {
  put("in/a.xlsx", "in/b.xlsx");
  expect(await paths("in/b.xlsx", "in", join(base, "in/a.xlsx"))).toEqual(["in/a.xlsx", "in/b.xlsx"]);
});

test("bytes are read when asked for", async () => {
  put("a.xlsx");
  const found = await findFiles(["a.xlsx"], base);
  expect(found.files[0]?.source).toEqual({ path: "a.xlsx", container: null });
  expect(String(await found.files[0]?.read())).toBe("a.xlsx");
});

test("what programs leave behind is skipped and counted", async () => {
  put("in/a.xlsx", "in/~$a.xlsx", "in/.DS_Store", "in/Thumbs.db", "in/desktop.ini", "in/._a.xlsx");
  put("in/.~lock.a.xlsx#", "in/__MACOSX/a.xlsx", "in/.cmrt/manifest.json");
  expect(await findFiles(["in"], base)).toMatchObject({
    files: [{ source: { path: "in/a.xlsx" } }],
    skipped: 8,
  });
});

test("links found in a folder are not followed, a link given by the user is", async () => {
  put("in/a.xlsx", "elsewhere/b.xlsx");
  symlinkSync(join(base, "elsewhere"), join(base, "in/link"));
  symlinkSync(join(base, "in"), join(base, "in/loop"));
  expect(await findFiles(["in"], base)).toMatchObject({
    files: [{ source: { path: "in/a.xlsx" } }],
    links: 2,
  });
  expect(await paths("in/link")).toEqual(["in/link/b.xlsx"]);
});

test("a path that does not exist is the user's to put right", async () => {
  await expect(findFiles(["missing"], base)).rejects.toThrow(UsageError);
  await expect(findFiles(["missing"], base)).rejects.toThrow("missing: no such file or directory.");
  await expect(findFiles(["-"], base)).rejects.toThrow("not its standard input");
});

test("long and deep paths", async () => {
  const deep = `in/${`${"ä".repeat(100)}/`.repeat(8)}a.xlsx`;
  put(deep);
  expect(await paths("in")).toEqual([deep]);
});

test("what cmrt wrote and what people keep beside the store is passed over, and only there", async () => {
  put(".cmrt/manifest.json", "suppliers.csv", "cmrt.json", "in/suppliers.csv", "in/a.xlsx");
  put("letters/2016/acme.txt", "rollup/2016/cmrt.xlsx", "exports/findings.csv", "in/letters/c.xlsx");
  put(
    "reports/2016/rcoi.csv",
    "reports/2016/report.xlsx",
    "reports/sent/b.xlsx",
    "other/manifest.json",
    "other/rcoi.csv",
  );
  writeFileSync(
    join(base, "reports/2016/manifest.json"),
    '{\n  "schema": 1,\n  "tool": {\n    "name": "cmrt",',
  );
  expect(await paths(".")).toEqual([
    "in/a.xlsx",
    "in/letters/c.xlsx",
    "in/suppliers.csv",
    "other/manifest.json",
    "other/rcoi.csv",
    "reports/sent/b.xlsx",
  ]);
});

test("what is passed over among suppliers' files is named", async () => {
  put("in/pack/manifest.json", "in/pack/rcoi.csv", "in/pack/acme.xlsx", "in/a.xlsx");
  writeFileSync(join(base, "in/pack/manifest.json"), '{"tool": {"name": "cmrt"');
  put("in/.cmrt/x", "in/suppliers.xlsx", "in/letters/b.xlsx");
  put(".cmrt/manifest.json", "letters/c.xlsx", "suppliers.csv");
  const found = await findFiles(["."], base);
  expect(found.files.map(({ source }) => source.path)).toEqual(["in/a.xlsx"]);
  expect(found.passedOver).toEqual([
    { path: "in/letters", why: expect.stringContaining(".cmrt") },
    { path: "in/pack", why: expect.stringContaining("a report that cmrt wrote, with the 3 files") },
    { path: "in/suppliers.xlsx", why: expect.stringContaining(".cmrt") },
  ]);
});

// Other systems do not accept such names.
test.skipIf(process.platform !== "linux")("a name in a legacy code page is said to be one", async () => {
  put("in/a.xlsx");
  writeFileSync(Buffer.from(`${base}/in/M\xfcller.xlsx`, "latin1"), "x");
  mkdirSync(Buffer.from(`${base}/in/B\xf6`, "latin1"));
  const found = await findFiles(["in"], base);
  expect(found.files.map(({ source }) => source.path)).toEqual([
    "in/B\ufffd",
    "in/M\ufffdller.xlsx",
    "in/a.xlsx",
  ]);
  for (const { read } of found.files.slice(0, 2)) {
    await expect(read()).rejects.toMatchObject({
      unreadable: { kind: "not-accessible", ask: expect.stringContaining("Rename it") },
    });
  }
});

test("a file beyond the limit of bytes is not read", async () => {
  put("a.xlsx");
  const found = await findFiles(["a.xlsx"], base, { ...LIMITS, fileBytes: 3 });
  await expect(found.files[0]?.read()).rejects.toMatchObject({ unreadable: { kind: "too-large" } });
});
