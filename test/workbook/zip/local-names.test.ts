// What a zip contains twice and differently is noted: the directory takes precedence, as in every reader of complete
// zips.
import { expect, test } from "vitest";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import { LIMITS } from "../../../src/model/limits.ts";
import { unpackFiles } from "../../../src/workbook/sources/unpack-files.ts";
import { openZip } from "../../../src/workbook/zip/zip.ts";
import { buildZip, type ZipFile } from "../../helpers/build-zip.ts";
import { cmrtBytes } from "../../helpers/cmrt-bytes.ts";

const LOCAL = Buffer.from("PK\x03\x04", "latin1");

/** The zip with the name in the local header of part `index` overwritten, with the same length. */
function renamed(zip: Buffer, changes: Readonly<Record<number, (name: Buffer) => Buffer | string>>): Buffer {
  const bytes = Buffer.from(zip);
  let at = bytes.indexOf(LOCAL);
  for (let index = 0; at >= 0; index++) {
    const name = bytes.subarray(at + 30, at + 30 + bytes.readUInt16LE(at + 26));
    const change = changes[index];
    if (change !== undefined) Buffer.from(change(Buffer.from(name)) as string).copy(name);
    at = bytes.indexOf(LOCAL, at + 4);
  }
  return bytes;
}

const files = (...names: (string | Buffer)[]): ZipFile[] => names.map((name) => ({ name, bytes: "content" }));
const notes = async (zip: Buffer) => (await openZip(zip, LIMITS)).notes;

test("one part", async () => {
  const zip = renamed(buildZip(files("a.txt", "folder/b.txt")), { 1: () => "folder/c.txt" });
  const opened = await openZip(zip, LIMITS);
  expect(opened.names).toEqual(["a.txt", "folder/b.txt"]);
  expect(opened.read("folder/b.txt").toString()).toBe("content");
  expect(opened.notes).toEqual([
    'A part has another name in its own header than in the zip directory ("folder/b.txt" is called "folder/c.txt" there); the directory was followed.',
  ]);
});

test("several parts are one line, with the first of them", async () => {
  const zip = renamed(buildZip(files("a", "b", "c")), { 0: () => "x", 2: () => "y" });
  expect(await notes(zip)).toEqual([expect.stringMatching(/^2 parts .*the first, "a" is called "x" there/)]);
});

test("a name beyond all measure is cut", async () => {
  const zip = renamed(buildZip(files("n".repeat(60_000))), { 0: (name) => "m".repeat(name.length) });
  const [note = ""] = await notes(zip);
  expect(note.length).toBeLessThan(500);
});

test.each<[string, Buffer]>([
  ["names that agree", buildZip(files("a.txt", "Ä.txt"))],
  ["other slashes", renamed(buildZip(files("a/b.txt")), { 0: () => "a\\b.txt" })],
  ["parts without a header", buildZip(files("a")).fill(0, 0, 30)],
])("nothing to say: %s", async (_name, zip) => {
  expect(await notes(zip)).toEqual([]);
});

test("the same name in another encoding is the same", async () => {
  // "é1" in UTF-8, and as code page 437 in a header without the UTF-8 flag, padded with a dot.
  const zip = buildZip(files("é.xlsx"));
  const local = Buffer.concat([Buffer.from([0x82]), Buffer.from(".xlsx")]);
  const before = zip.subarray(0, 30);
  before.writeUInt16LE(0, 6);
  before.writeUInt16LE(local.length, 26);
  // One byte less of name leaves one byte more of extra field, so that everything else keeps its place.
  before.writeUInt16LE(1, 28);
  local.copy(zip, 30);
  expect(await notes(zip)).toEqual([]);
});

test("a response says it in its notes", async () => {
  const bytes = cmrtBytes({ number: 1 });
  const source = { path: "a.xlsx", container: null };
  const plain = await readResponse(bytes, source);
  const twisted = await readResponse(renamed(bytes, { 0: (name) => "x".repeat(name.length) }), source);
  if (!plain.ok || !twisted.ok) throw new Error("not read");
  expect(plain.response.notes.filter(({ note }) => note.includes("zip directory"))).toEqual([]);
  expect(twisted.response.notes[0]).toMatchObject({
    kind: "workbook",
    note: expect.stringMatching(/^A part has another name in its own header/),
  });
});

test("a file in an archive says it of the archive", async () => {
  const archive = renamed(buildZip([{ name: "a.xlsx", bytes: cmrtBytes({ number: 1 }) }]), {
    0: () => "b.xlsx",
  });
  const found = {
    files: [{ source: { path: "all.zip", container: null }, read: async () => archive }],
    skipped: 0,
  };
  const unpacked = [];
  for await (const file of unpackFiles(found as never)) unpacked.push(file);
  expect(unpacked).toMatchObject([
    {
      source: { path: "a.xlsx", container: "all.zip" },
      notes: [expect.stringMatching(/^all\.zip: A part .*"a\.xlsx" is called "b\.xlsx" there/)],
    },
  ]);
});
