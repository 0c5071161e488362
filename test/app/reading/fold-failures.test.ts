import { expect, test } from "vitest";
import { foldFailures } from "../../../src/app/reading/fold-failures.ts";
import type { UnreadableFile } from "../../../src/model/workbook.ts";

const unreadable = { kind: "empty", reason: "The file is empty.", ask: "Ask for it again." } as const;
const files = (count: number, container: string | null): UnreadableFile[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `${String(index).padStart(5, "0")}.txt`,
    container,
    sha256: "0",
    bytes: 0,
    unreadable,
  }));

test("of thousands of files in one container some are listed and the others counted", () => {
  const all = [...files(20_000, "a.zip » b.zip").reverse(), ...files(3, "c.zip"), ...files(300, null)];
  const folded = foldFailures(all);
  expect(folded.filter(({ container }) => container === "a.zip » b.zip")).toHaveLength(200);
  expect(folded.filter(({ container }) => container === "c.zip")).toHaveLength(3);
  expect(folded.filter(({ path, container }) => container === null && path !== "a.zip")).toHaveLength(300);
  expect(folded.find(({ path }) => path === "a.zip")?.unreadable).toMatchObject({
    kind: "too-large",
    reason: "19800 more files in it could not be read either.",
  });
  expect(foldFailures([...all].reverse())).toEqual(folded);
});

test("a file more is listed, not counted", () => {
  expect(foldFailures(files(201, "a.zip"))).toEqual(files(201, "a.zip"));
});
