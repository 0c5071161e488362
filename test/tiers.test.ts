// The tiers of vitest.config.ts: files of the fast one start no process and read no real workbook.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".test.ts") && file !== "tiers.test.ts",
);
const textOf = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

test("real workbooks are read by files named *.corpus.test.ts alone", () => {
  const reads = /\bCMRT_(?:CORPUS|CASES|FAMILIES)\b|helpers\/corpus\.ts/;
  const misnamed = files.filter((file) => !file.endsWith(".corpus.test.ts") && reads.test(textOf(file)));
  expect(misnamed.filter((file) => !file.endsWith("fuzz.long.test.ts"))).toEqual([]);
});

test("processes are started by files named *.process.test.ts, and by long ones", () => {
  const starts = /node:child_process|helpers\/(?:spawn-cmrt|built|office|browser)\.ts|limited-pool\.ts/;
  const misnamed = files.filter(
    (file) => !/\.(process|corpus|long)\.test\.ts$/.test(file) && starts.test(textOf(file)),
  );
  expect(misnamed.filter((file) => file !== "architecture.test.ts")).toEqual([]);
});

test("modules are replaced only in files that do not share them", () => {
  const replaces = /\bvi\.(?:mock|doMock|resetModules)\(/;
  const misnamed = files.filter(
    (file) => !file.endsWith(".alone.process.test.ts") && replaces.test(textOf(file)),
  );
  expect(misnamed).toEqual([]);
});
