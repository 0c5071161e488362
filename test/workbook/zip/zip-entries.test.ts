import { expect, test } from "vitest";
import { zipEntries } from "../../../src/workbook/zip/zip-entries.ts";
import { buildZip } from "../../helpers/build-zip.ts";

const files = (names: readonly string[]) => buildZip(names.map((name) => ({ name, bytes: name })));
const names = async (zip: Buffer) =>
  (await zipEntries(zip, 10_000)).map(({ fileNameRaw }) => String(fileNameRaw));

test.each([
  ["no files", []],
  ["some files", ["b", "a/c", "a"]],
  ["more files than calls fit into each other", Array.from({ length: 9_999 }, (_, index) => `file ${index}`)],
  ["files without a name, first, between and last", ["", "a", "", "", "b", ""]],
])("%s", async (_name, wanted) => {
  expect(await names(files(wanted))).toEqual(wanted);
});

test("more files than allowed", async () => {
  await expect(zipEntries(files(["a", "b"]), 1)).rejects.toMatchObject({ unreadable: { kind: "too-large" } });
});

test("a directory that is cut off, wherever, or leads out of the file", async () => {
  const zip = files(["a", "", "b"]);
  const directory = zip.readUInt32LE(zip.length - 6);
  for (let offset = directory + 1; offset < zip.length + 100; offset++) {
    const broken = Buffer.from(zip);
    broken.writeUInt32LE(offset, zip.length - 6);
    await expect(zipEntries(broken, 9)).rejects.toThrow();
  }
  for (let length = 0; length < zip.length; length++) {
    await expect(zipEntries(zip.subarray(0, length), 9)).rejects.toThrow();
  }
});
