// What mail gateways and downloads add around a zip is ignored and noted; what leaves a doubt is refused.
import { describe, expect, test } from "vitest";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import { LIMITS } from "../../../src/model/limits.ts";
import { openPackage } from "../../../src/workbook/ooxml/open-package.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { startOfZip, trimZip } from "../../../src/workbook/zip/trim-zip.ts";
import { openZip } from "../../../src/workbook/zip/zip.ts";
import { buildZip } from "../../helpers/build-zip.ts";
import { cmrtBytes } from "../../helpers/cmrt-bytes.ts";

const PLAIN = buildZip([
  { name: "a.txt", bytes: "first" },
  { name: "b.txt", bytes: "second", descriptor: true },
]);
const OTHER = buildZip([{ name: "a.txt", bytes: "another" }]);
const END_BYTES = 22;

/** A zip with a comment whose declared length is `claimed`. */
function commented(comment: Buffer, claimed = comment.length): Buffer {
  const bytes = Buffer.concat([PLAIN, comment]);
  bytes.writeUInt16LE(claimed, PLAIN.length - 2);
  return bytes;
}

/** The end record of a zip as if the zip started `by` bytes later. */
function movedEnd(zip: Buffer, by: number): Buffer {
  const end = Buffer.from(zip.subarray(zip.length - END_BYTES));
  end.writeUInt32LE(end.readUInt32LE(16) + by, 16);
  return end;
}

const read = async (bytes: Buffer) => {
  const zip = await openZip(bytes, LIMITS);
  return zip.names.map((name) => zip.read(name).toString());
};

describe("passed over", () => {
  test.each<[string, Buffer, Buffer, string[]]>([
    ["nothing", Buffer.alloc(0), PLAIN, []],
    ["nothing, with a comment", Buffer.alloc(0), commented(Buffer.from("as sent")), []],
    ["a line end behind", Buffer.alloc(0), Buffer.concat([PLAIN, Buffer.from("\r\n")]), ["2 bytes after"]],
    ["one byte behind", Buffer.alloc(0), Buffer.concat([PLAIN, Buffer.from("\n")]), ["1 byte after"]],
    ["zeros behind", Buffer.alloc(0), Buffer.concat([PLAIN, Buffer.alloc(500_000)]), ["500000 bytes after"]],
    [
      "a signature behind a comment",
      Buffer.alloc(0),
      Buffer.concat([commented(Buffer.from("as sent")), Buffer.from("-----BEGIN PKCS7-----\n")]),
      ["22 bytes after"],
    ],
    [
      "the beginning of another end record",
      Buffer.alloc(0),
      Buffer.concat([PLAIN, Buffer.from("PK\x05\x06"), Buffer.alloc(40)]),
      ["44 bytes after"],
    ],
    ["blank lines before", Buffer.from("\r\n\r\n"), PLAIN, ["4 bytes before"]],
    ["a byte order mark before", Buffer.from("\ufeff"), PLAIN, ["3 bytes before"]],
    ["both", Buffer.from("\n"), Buffer.concat([PLAIN, Buffer.from("\n")]), ["1 byte before", "1 byte after"]],
  ])("%s", async (_name, before, zip, notes) => {
    const bytes = Buffer.concat([before, zip]);
    expect(startOfZip(bytes)).toBe(before.length);
    expect(await read(bytes)).toEqual(["first", "second"]);
    expect(trimZip(bytes).notes).toEqual(notes.map((note) => expect.stringContaining(note)));
  });

  test("a zip inside that is stored does not pass for the end of the outer one", async () => {
    const outer = buildZip([{ name: "in.zip", bytes: OTHER, stored: true }]);
    const zip = await openZip(Buffer.concat([outer, Buffer.from("\n")]), LIMITS);
    expect(zip.read("in.zip").equals(OTHER)).toBe(true);
  });
});

describe("refused", () => {
  const inner = Buffer.concat([OTHER.subarray(0, -END_BYTES), movedEnd(OTHER, PLAIN.length)]);
  test.each<[string, Buffer]>([
    ["two archives that both fit their places, and a tail", Buffer.concat([PLAIN, inner, Buffer.from("\n")])],
    ["a comment cut off", commented(Buffer.from("as s"), 7)],
    ["an end record cut off", PLAIN.subarray(0, -4)],
    [
      "a directory that ends elsewhere",
      Buffer.concat([PLAIN.subarray(0, -END_BYTES), movedEnd(PLAIN, 1), Buffer.from("\n")]),
    ],
    ["text before", Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), PLAIN, Buffer.from("\n")])],
    ["more behind than anything adds", Buffer.concat([PLAIN, Buffer.alloc(2_000_000)])],
  ])("%s", async (_name, bytes) => {
    await expect(openZip(bytes, LIMITS)).rejects.toMatchObject({ unreadable: { kind: "damaged" } });
  });

  test("a file full of end records costs no time", () => {
    const bytes = Buffer.alloc(8_000_000, "PK\x05\x06", "latin1");
    const start = performance.now();
    expect(trimZip(bytes).bytes.length).toBe(bytes.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test("of two archives in one file without a tail the last is read, as every program does", async () => {
  const inner = Buffer.concat([OTHER.subarray(0, -END_BYTES), movedEnd(OTHER, PLAIN.length)]);
  inner.writeUInt32LE(PLAIN.length, inner.indexOf("PK\x01\x02") + 42);
  expect(await read(Buffer.concat([PLAIN, inner]))).toEqual(["another"]);
});

test("a response says in its notes what was passed over, and is the same otherwise", async () => {
  const bytes = cmrtBytes({ number: 1 });
  const source = { path: "a.xlsx", container: null };
  const asSent = await readResponse(Buffer.concat([Buffer.from("\r\n"), bytes, Buffer.alloc(512)]), source);
  const plain = await readResponse(bytes, source);
  if (!asSent.ok || !plain.ok) throw new Error("not read");
  expect(asSent.response.notes.slice(0, 2)).toEqual([
    { kind: "workbook", note: "2 bytes before the beginning of the file were ignored." },
    { kind: "workbook", note: "512 bytes after the end of the file were ignored." },
  ]);
  expect(asSent.response.notes.slice(2)).toEqual(plain.response.notes);
  expect(asSent.response.smelters).toEqual(plain.response.smelters);
});

test("limits hold behind blank lines and before a tail", async () => {
  const bytes = Buffer.concat([Buffer.from("\n"), cmrtBytes({ number: 1 }), Buffer.from("\n")]);
  expect(await openWorkbook(bytes, { limits: { ...LIMITS, zipEntries: 3 } })).toMatchObject({
    unreadable: { kind: "too-large" },
  });
});

test("a template with a tail is filled without it", async () => {
  const bytes = cmrtBytes({ number: 1 });
  const workbook = await openPackage(Buffer.concat([bytes, Buffer.from("PK\x05\x06 and more")]));
  expect(workbook.rewrite(new Map()).equals(bytes)).toBe(true);
});
