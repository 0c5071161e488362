import { expect, test } from "vitest";
import { filesInWords } from "../../src/domain/files-in-words.ts";
import type { SourceName } from "../../src/model/workbook.ts";
import { ingestText } from "../../src/report/console/ingest-text.ts";
import { fileDuplicate } from "../../src/rules/files/file-duplicate.ts";

const files = (count: number, container: string | null): SourceName[] =>
  Array.from({ length: count }, (_, index) => ({ path: `${index}.xlsx`, container }));

test.each<[string, SourceName[], string[]]>([
  ["none", [], []],
  ["files in folders", files(2, null), ["0.xlsx", "1.xlsx"]],
  ["few of a container", files(2, "a.zip"), ["a.zip » 0.xlsx", "a.zip » 1.xlsx"]],
  [
    "thousands of a container",
    [...files(1, null), ...files(5_000, "a.zip"), ...files(1, "b.zip")],
    [
      "0.xlsx",
      ...["a.zip » 0.xlsx", "a.zip » 1.xlsx", "a.zip » 2.xlsx", "4997 more files in a.zip"],
      "b.zip » 0.xlsx",
    ],
  ],
  [
    "of a container with containers",
    [...files(1, "a.zip"), ...files(4_999, "a.zip » b.zip")],
    ["a.zip » 0.xlsx", "a.zip » b.zip » 0.xlsx", "a.zip » b.zip » 1.xlsx", "4997 more files in a.zip"],
  ],
])("%s", (_name, given, words) => {
  expect(filesInWords(given)).toEqual(words);
});

test("one more than are named is named", () => {
  expect(filesInWords(files(4, "a.zip"))).toHaveLength(4);
  expect(filesInWords(files(5, "a.zip"))[3]).toBe("2 more files in a.zip");
});

test("a file in more places than fit in a line", () => {
  const words = filesInWords(files(3_000, null));
  expect(words).toHaveLength(21);
  expect(words.at(-1)).toBe("2980 more files");
});

test("what ingest and the rule say of it stays short", () => {
  const same = files(20_000, "all.zip");
  const text = ingestText({
    ...{ read: [], unchanged: [], gone: [], unreadable: [], skipped: 0, passedOver: [], links: 0 },
    same: [{ id: "1", files: same }],
  });
  expect(text).toContain(
    "same bytes  all.zip » 0.xlsx = all.zip » 1.xlsx = all.zip » 2.xlsx = 19997 more files in all.zip\n",
  );
  const named = same.map(({ path }) => `all.zip » ${path}`);
  expect(fileDuplicate.message({ files: named })).toBe(
    "The same bytes are in all.zip » 0.xlsx and all.zip » 1.xlsx and all.zip » 2.xlsx and 19997 more files in all.zip.",
  );
});
