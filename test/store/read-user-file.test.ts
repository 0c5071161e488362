import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readUserFile } from "../../src/store/read-user-file.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

function readBytes(bytes: Buffer | string): string | undefined {
  const path = join(temporaryFolder(), "a.csv");
  writeFileSync(path, bytes);
  return readUserFile(path, "a.csv");
}

const TEXT = "name\tgüter\r\n製錬所\t1\r\n";

test.each([
  ["UTF-8", Buffer.from(TEXT), TEXT],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`), `\uFEFF${TEXT}`],
  ["UTF-16 as spreadsheets save it", Buffer.from(`\uFEFF${TEXT}`, "utf16le"), `\uFEFF${TEXT}`],
  ["UTF-16 of the other byte order", Buffer.from(`\uFEFF${TEXT}`, "utf16le").swap16(), `\uFEFF${TEXT}`],
  [
    "UTF-16 without a mark",
    Buffer.from("name\tid\r\nAcme\t1\r\n", "utf16le"),
    "\uFEFFname\tid\r\nAcme\t1\r\n",
  ],
  ["an empty file", Buffer.alloc(0), ""],
])("a file that people edit is read: %s", (_name, bytes, text) => {
  expect(readBytes(bytes)).toBe(text);
});

test.each([
  ["zeros alone", Buffer.alloc(512), /^a\.csv, line 1: the file is not text/],
  ["zeros in the middle", `name,id\nAcme,1\n${"\u0000".repeat(9)}`, /^a\.csv, line 3: the file is not text/],
  ["another encoding", Buffer.from("name\nG\xfcter\n", "latin1"), /^a\.csv, line 2: the file is not UTF-8/],
  [
    "half of a UTF-16 file",
    Buffer.from(`\uFEFF${TEXT}`, "utf16le").subarray(0, 9),
    /^a\.csv: the file is not UTF-8/,
  ],
])("what is no text is refused, with its line: %s", (_name, bytes, message) => {
  expect(() => readBytes(bytes)).toThrow(message);
});
