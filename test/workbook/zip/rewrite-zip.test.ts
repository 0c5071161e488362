import { expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import { rewriteZip } from "../../../src/workbook/zip/rewrite-zip.ts";
import { openZip } from "../../../src/workbook/zip/zip.ts";
import { buildZip } from "../../helpers/build-zip.ts";

const FILES = [
  { name: "a.xml", bytes: "<a>first</a>".repeat(20) },
  { name: "b.xml", bytes: "<b/>", stored: true },
  { name: "folder/c.xml", bytes: "<c>third</c>".repeat(50), descriptor: true },
  { name: "名前.xml", bytes: "<d/>" },
];

test("a changed file has its new content, every other one its old bytes, in the old order", async () => {
  const before = buildZip(FILES);
  const after = rewriteZip(
    before,
    new Map([
      ["b.xml", Buffer.from("<b>new and longer</b>")],
      ["folder/c.xml", Buffer.from("<c/>")],
    ]),
  );
  const zip = await openZip(after, LIMITS);
  expect(zip.names).toEqual(FILES.map(({ name }) => name));
  expect(zip.read("b.xml").toString()).toBe("<b>new and longer</b>");
  expect(zip.read("folder/c.xml").toString()).toBe("<c/>");
  // The record of an unchanged file, header and packed data, is present byte for byte.
  const record = (bytes: Buffer, name: string, next: string) => {
    const start = (of: string) => bytes.indexOf(Buffer.from(of)) - 30;
    return bytes.subarray(start(name), start(next));
  };
  expect(record(after, "a.xml", "b.xml").equals(record(before, "a.xml", "b.xml"))).toBe(true);
  expect(zip.read("名前.xml").toString()).toBe("<d/>");
});

test("nothing changed gives the same bytes", () => {
  const before = buildZip(FILES);
  expect(rewriteZip(before, new Map()).equals(before)).toBe(true);
});

test("files are added behind the others and taken out; all others keep their bytes", async () => {
  const before = buildZip(FILES);
  const changes = new Map([
    ["new/é.xml", Buffer.from("<n/>")],
    ["b.xml", null],
  ]);
  const after = rewriteZip(before, changes);
  const zip = await openZip(after, LIMITS);
  expect(zip.names).toEqual(["a.xml", "folder/c.xml", "名前.xml", "new/é.xml"]);
  expect(zip.read("new/é.xml").toString()).toBe("<n/>");
  expect(zip.read("folder/c.xml").toString()).toBe("<c>third</c>".repeat(50));
  expect(rewriteZip(before, changes).equals(after)).toBe(true);
  const again = rewriteZip(after, new Map([["new/é.xml", null]]));
  expect((await openZip(again, LIMITS)).names).toEqual(["a.xml", "folder/c.xml", "名前.xml"]);
});

test("a file to take out that is not there, and an archive that is cut off, are refused", () => {
  const bytes = buildZip(FILES);
  expect(() => rewriteZip(bytes, new Map([["z.xml", null]]))).toThrow(RangeError);
  expect(() => rewriteZip(bytes.subarray(0, 200), new Map())).toThrow("cut off");
});
