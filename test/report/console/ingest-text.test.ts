// The output of `cmrt ingest`: only what needs attention, unless every response is requested.
import { expect, test } from "vitest";
import type { IngestedFile } from "../../../src/model/ingest.ts";
import { ingestJson, ingestText } from "../../../src/report/console/ingest-text.ts";

function response(index: number, more: Partial<IngestedFile> = {}): IngestedFile {
  return {
    path: `responses/${index}.xlsx`,
    container: null,
    id: `id${index}`,
    supplier: `Invented Works No. ${index} Ltd`,
    version: "6.5",
    effectiveDate: "2025-05-06",
    family: "CMRT",
    notes: 0,
    ...more,
  };
}

const NOTHING = {
  read: [],
  unchanged: [],
  gone: [],
  unreadable: [],
  same: [],
  skipped: 0,
  passedOver: [],
  links: 0,
};

test("responses that were read without notes are counted only", () => {
  const read = [response(1), response(2)];
  expect(ingestText({ ...NOTHING, read })).toBe("2 read, 0 unchanged, 0 withdrawn, 0 unreadable.\n");
});

test("with `verbose` each is listed, however many there are", () => {
  const read = Array.from({ length: 100 }, (_, index) => response(index, { notes: index === 7 ? 2 : 0 }));
  const text = ingestText({ ...NOTHING, read }, { verbose: true });
  expect(text.match(/^read {8}/gm)).toHaveLength(100);
  expect(text).toContain(
    "read        responses/7.xlsx (CMRT 6.5, Invented Works No. 7 Ltd, 2025-05-06, 2 notes)\n",
  );
  expect(text).not.toMatch(/^notes/m);
});

test("what needs a person is listed without it", () => {
  const file = { path: "responses/3.xlsx", container: "mail.eml" };
  const text = ingestText({
    ...NOTHING,
    read: [response(1, { notes: 1 }), response(2)],
    gone: [{ ...file, id: "id3", replaced: false }],
    same: [{ id: "id4", files: [file, { path: "copy.xlsx", container: null }] }],
    unreadable: [
      {
        ...file,
        sha256: null,
        bytes: null,
        unreadable: { kind: "not-accessible", reason: "It cannot be opened.", ask: "Ask again." },
      },
    ],
  });
  expect(text.split("\n")).toEqual([
    "notes       responses/1.xlsx: 1 note on how it was read",
    "withdrawn   mail.eml » responses/3.xlsx: the file has been deleted or moved",
    "same bytes  mail.eml » responses/3.xlsx = copy.xlsx",
    "unreadable  mail.eml » responses/3.xlsx: It cannot be opened. Ask again.",
    "",
    "2 read, 0 unchanged, 1 withdrawn, 1 unreadable.",
    "`cmrt show <file>` prints the notes of a response.",
    "",
  ]);
});

test("of many responses with notes some are listed, and the others counted", () => {
  const read = Array.from({ length: 43 }, (_, index) => response(index, { notes: 1 }));
  const lines = ingestText({ ...NOTHING, read }).split("\n");
  expect(lines.filter((line) => line.startsWith("notes "))).toHaveLength(41);
  expect(lines).toContain("notes       … and 3 more responses with notes");
});

test("other templates than the campaign's are counted by themselves", () => {
  const read = [response(1), response(2, { family: "EMRT" }), response(3, { family: "EMRT" })];
  expect(ingestText({ ...NOTHING, read })).toBe(
    "3 read (1 CMRT, 2 EMRT), 0 unchanged, 0 withdrawn, 0 unreadable.\n",
  );
});

test("no address of a person is printed, and no control character", () => {
  const read = [response(1, { supplier: "Acme \u001b[31m jo@acme.example", path: "a\u0007.xlsx" })];
  const text = ingestText({ ...NOTHING, read }, { verbose: true });
  expect(text).not.toContain("jo@acme.example");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test("as JSON every response is there with its number of notes", () => {
  const { read, summary } = JSON.parse(ingestJson({ ...NOTHING, read: [response(1, { notes: 3 })] }));
  expect(read).toEqual([response(1, { notes: 3 })]);
  expect(summary).toMatchObject({ read: 1, unreadable: 0 });
});
