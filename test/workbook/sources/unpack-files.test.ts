// Workbooks inside zips and saved mails are found, with their path through the containers.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Of } from "../../../src/lib/sha256.ts";
import { LIMITS } from "../../../src/model/limits.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { findFiles } from "../../../src/workbook/sources/find-files.ts";
import { type UnpackedFile, unpackFiles } from "../../../src/workbook/sources/unpack-files.ts";
import { rar5, sevenZip } from "../../helpers/build-containers.ts";
import { eml, msg } from "../../helpers/build-mail.ts";
import { buildOoxml, MAIN } from "../../helpers/build-ooxml.ts";
import { buildZip } from "../../helpers/build-zip.ts";
import { unpackLines } from "../../helpers/unpack-lines.ts";

const WORKBOOK = buildOoxml({ sheets: { S: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` } });
/** A workbook as written by programs that start with another part. */
const OTHER = buildZip([
  { name: "docProps/app.xml", bytes: "<x/>" },
  { name: "[Content_Types].xml", bytes: "<x/>" },
]);

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "cmrt-unpack-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const unpack = (name: string, bytes: Buffer, limits = LIMITS) => unpackLines(base, name, bytes, { limits });

const PART = expect.objectContaining({
  kind: "unsupported",
  reason: "The file is one part of an archive that was split into several.",
});

const zip = (...files: [name: string | Buffer, bytes: Buffer | string, utf8?: boolean][]) =>
  buildZip(files.map(([name, bytes, utf8]) => ({ name, bytes, utf8: utf8 ?? true })));

describe("zips", () => {
  test("files in the order of the directory, leftovers skipped and counted", async () => {
    const bytes = zip(
      ["b.xlsx", WORKBOOK],
      ["in/a.xlsx", WORKBOOK],
      ["__MACOSX/in/._a.xlsx", "x"],
      ["~$b.xlsx", "x"],
    );
    expect(await unpack("all.zip", bytes)).toMatchObject({
      lines: ["all.zip » b.xlsx: ok", "all.zip » in/a.xlsx: ok"],
      skipped: 2,
    });
  });

  test("a workbook is not taken for an archive, whatever it is called", async () => {
    expect((await unpack("acme.zip", WORKBOOK)).lines).toEqual(["acme.zip: ok"]);
  });

  test("a zip in a zip, and one that is too deep", async () => {
    const inner = zip(["a.xlsx", WORKBOOK]);
    const deep = zip(["3.zip", zip(["4.zip", inner])]);
    const bytes = zip(["2.zip", inner], ["deep.zip", deep], ["b.pdf", "%PDF-1.4"]);
    const lines = (at: number) => [
      "1.zip » 2.zip » a.xlsx: ok",
      at === 3
        ? "1.zip » deep.zip » 3.zip » 4.zip: unsupported"
        : "1.zip » deep.zip » 3.zip » 4.zip » a.xlsx: ok",
      "1.zip » b.pdf: not-a-workbook",
    ];
    expect((await unpack("1.zip", bytes, { ...LIMITS, containers: 3 })).lines).toEqual(lines(3));
    expect((await unpack("1.zip", bytes)).lines).toEqual(lines(LIMITS.containers));
  });

  test("the parts of an archive that was split are said to be that", async () => {
    const whole = zip(["acme.xlsx", WORKBOOK]);
    const half = whole.length / 2;
    const [first, second] = [whole.subarray(0, half), whole.subarray(half)];
    const archive = sevenZip({ name: "acme.xlsx", bytes: WORKBOOK });
    const rar = rar5({ name: "acme.xlsx", bytes: Buffer.concat([WORKBOOK, Buffer.alloc(400_000, 7)]) });
    const parts: [string, Buffer][] = [
      ["acme.zip.001", first],
      ["acme.zip.002", second],
      ["acme.z01", first],
      ["acme.7z.001", archive.subarray(0, archive.length - 40)],
      ["acme.part1.rar", rar.subarray(0, rar.length / 2)],
      ["acme.part2.rar", Buffer.from("Rar!\x1a\x07\x01\0\xff\xff\xff\xff", "latin1")],
    ];
    for (const [name, bytes] of parts) {
      writeFileSync(join(base, name), bytes);
      const files: UnpackedFile[] = [];
      for await (const file of unpackFiles(await findFiles([name], base))) files.push(file);
      expect(files, name).toEqual([
        { source: { path: name, container: null }, failure: expect.objectContaining({ unreadable: PART }) },
      ]);
    }
  });

  test("a whole archive or workbook with the name of a part is read", async () => {
    expect((await unpack("acme.zip.001", zip(["acme.xlsx", WORKBOOK]))).lines).toEqual([
      "acme.zip.001 » acme.xlsx: ok",
    ]);
    expect((await unpack("acme.z01", WORKBOOK)).lines).toEqual(["acme.z01: ok"]);
  });

  test("a damaged file inside costs that file only; a damaged archive is one line", async () => {
    const bytes = buildZip([
      { name: "a.xlsx", bytes: WORKBOOK, claims: { crc: 1 } },
      { name: "b.xlsx", bytes: WORKBOOK },
    ]);
    expect((await unpack("1.zip", bytes)).lines).toEqual(["1.zip » a.xlsx: damaged", "1.zip » b.xlsx: ok"]);
    expect((await unpack("2.zip", bytes.subarray(0, 300))).lines).toEqual(["2.zip: damaged"]);
    expect((await unpack("3.zip", zip())).lines).toEqual(["3.zip: not-a-workbook"]);
  });

  test("a file that unpacks to too much is one line", async () => {
    const bytes = zip(["bomb.xlsx", Buffer.alloc(3_000_000)], ["b.xlsx", WORKBOOK]);
    expect((await unpack("1.zip", bytes)).lines).toEqual([
      "1.zip » bomb.xlsx: too-large",
      "1.zip » b.xlsx: ok",
    ]);
  });

  test("names that climb out of the archive stay names", async () => {
    expect(
      (await unpack("1.zip", zip(["../../etc/a.xlsx", WORKBOOK], ["C:\\b.xlsx", WORKBOOK]))).lines,
    ).toEqual(["1.zip » ../../etc/a.xlsx: ok", "1.zip » C:/b.xlsx: ok"]);
  });

  test("what stands around an archive is noted with each workbook in it, also in archives in it", async () => {
    const inner = zip(["b.xlsx", WORKBOOK]);
    const bytes = Buffer.concat([zip(["a.xlsx", WORKBOOK], ["in.zip", inner]), Buffer.alloc(7)]);
    const note = "1.zip: 7 bytes after the end of the file were ignored.";
    expect(await unpack("1.zip", bytes)).toMatchObject({
      lines: ["1.zip » a.xlsx: ok", "1.zip » in.zip » b.xlsx: ok"],
      reasons: [note, note],
    });
    expect(await unpack("2.zip", zip(["a.xlsx", WORKBOOK]))).toMatchObject({ reasons: [""] });
  });

  test("passwords are tried on encrypted zips, the files of which are named without them, too", async () => {
    const bytes = Buffer.from(
      "UEsDBBQAAQAAAAAAIQCs30H4LgAAACIAAAAFAAAAYS5wZGZ9T1JF5PIZP2ljRqIZfyOeK9I3GR9PHBtXdds/AsCdUXUeHkrt0qWZ0ey/WQezUEsBAj8DFAABAAAAAAAhAKzfQfguAAAAIgAAAAUAAAAAAAAAAAAggKSBAAAAAGEucGRmUEsFBgAAAAABAAEAMwAAAFEAAAAAAA==",
      "base64",
    );
    expect((await unpackLines(base, "1.zip", bytes)).lines).toEqual(["1.zip » a.pdf: encrypted"]);
    expect((await unpackLines(base, "1.zip", bytes, { passwords: ["secret"] })).lines).toEqual([
      "1.zip » a.pdf: not-a-workbook",
    ]);
  });

  test.each([
    ["UTF-8", Buffer.from("会社.xlsx"), true, "会社.xlsx"],
    ["UTF-8 without saying so", Buffer.from("Weißenfels.xlsx"), false, "Weißenfels.xlsx"],
    ["code page 437", Buffer.from("576569e1656e66656c732e786c7378", "hex"), false, "Weißenfels.xlsx"],
    [
      "Shift_JIS",
      Buffer.from("8a948eae89ef8ed083658358836781408d7a8bc62e786c7378", "hex"),
      false,
      "株式会社テスト　鉱業.xlsx",
    ],
    ["Shift_JIS without kana", Buffer.from("89ef8ed089f1939a2e786c7378", "hex"), false, "会社回答.xlsx"],
    [
      "Shift_JIS with low bytes",
      Buffer.from("93fa967b93648b438fc98e712e786c7378", "hex"),
      false,
      "日本電気硝子.xlsx",
    ],
    ["Big5", Buffer.from("a578c657b971a46ca4bda5712e786c7378", "hex"), false, "台灣電子公司.xlsx"],
    [
      "code page 850, French",
      Buffer.from("47826e8272616c6520646573206d82746175782e786c7378", "hex"),
      false,
      "Générale des métaux.xlsx",
    ],
    ["code page 850, one accent", Buffer.from("436883746561752e786c7378", "hex"), false, "Château.xlsx"],
    [
      "code page 850, Swedish",
      Buffer.from("5394729464204b947294676c752e786c7378", "hex"),
      false,
      "Söröd Köröglu.xlsx",
    ],
    ["GBK", Buffer.from("d6d0b9fab5e7d7d32e786c7378", "hex"), false, "中国电子.xlsx"],
    ["EUC-KR", Buffer.from("c7d1b1b9c0fcc0da2e786c7378", "hex"), false, "한국전자.xlsx"],
  ])("names in %s", async (_name, raw, utf8, name) => {
    expect((await unpack("1.zip", zip([raw, WORKBOOK, utf8]))).lines).toEqual([`1.zip » ${name}: ok`]);
  });
});

test.each([
  ["", undefined],
  [", once another file had as many bytes", new Set<number>()],
])(
  "files of a folder are named with their hash%s, and place, those in containers with their bytes",
  async (_when, sizes) => {
    const files = {
      "0.txt": Buffer.alloc(100_000, "0"),
      "a.xlsx": WORKBOOK,
      "b.xlsx": OTHER,
      "b.zip": buildZip([{ name: "c.xlsx", bytes: WORKBOOK, stored: true }]),
      "d.eml": eml({ name: "e.xlsx", bytes: WORKBOOK }),
      "f.zip": zip(["g.zip", buildZip([{ name: "h.pdf", bytes: "%PDF-1", stored: true }])]),
      "z.txt": Buffer.alloc(10_000, "z"),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(base, name), bytes);
    const unpacked: UnpackedFile[] = [];
    for await (const file of unpackFiles(await findFiles(["."], base), { sizes })) {
      unpacked.push(file);
    }
    // Checked after all were read: later reads must not affect earlier results.
    const before = new Set<number>();
    const expected = (path: string, container: string | null, bytes: Buffer, content: unknown) => {
      const isHashed = sizes === undefined || before.has(bytes.length);
      before.add(bytes.length);
      const sha256 = isHashed ? sha256Of(bytes) : undefined;
      return { source: { path, container }, sha256, bytes: bytes.length, content };
    };
    const pdf = Buffer.from("%PDF-1");
    expect(unpacked).toEqual([
      expected("0.txt", null, files["0.txt"], join(base, "0.txt")),
      expected("a.xlsx", null, WORKBOOK, join(base, "a.xlsx")),
      expected("b.xlsx", null, OTHER, join(base, "b.xlsx")),
      expected("c.xlsx", "b.zip", WORKBOOK, WORKBOOK),
      expected("e.xlsx", "d.eml", WORKBOOK, WORKBOOK),
      expected("h.pdf", "f.zip » g.zip", pdf, pdf),
      expected("z.txt", null, files["z.txt"], join(base, "z.txt")),
    ]);
    expect(unpacked.map((file) => "sha256" in file && file.sha256 !== undefined)).toEqual(
      sizes ? [false, false, false, true, true, false, false] : Array(7).fill(true),
    );
    if (sizes) expect(sizes).toEqual(before);
  },
);

describe.each([
  ["eml", eml],
  ["msg", msg],
] as const)("mails saved as .%s", (ending, build) => {
  test("attachments, also those in a zip", async () => {
    const bytes = build(
      { name: "acme.xlsx", bytes: WORKBOOK },
      { name: "r.zip", bytes: zip(["b.xlsx", WORKBOOK]) },
    );
    expect((await unpack(`m.${ending}`, bytes)).lines).toEqual([
      `m.${ending} » acme.xlsx: ok`,
      `m.${ending} » r.zip » b.xlsx: ok`,
    ]);
  });

  test("two attachments of one name", async () => {
    const bytes = build(
      { name: "a.xlsx", bytes: WORKBOOK },
      { name: "a.xlsx", bytes: Buffer.from("%PDF-1") },
    );
    expect((await unpack(`m.${ending}`, bytes)).lines).toEqual([
      `m.${ending} » a.xlsx: ok`,
      `m.${ending} » a.xlsx (2): not-a-workbook`,
    ]);
  });

  test("no attachment", async () => {
    expect((await unpack(`m.${ending}`, build())).lines).toEqual([`m.${ending}: not-a-workbook`]);
    expect(await openWorkbook(build())).toMatchObject({
      unreadable: { reason: expect.stringContaining("e-mail without attachments") },
    });
  });

  test("business cards and signatures are no attachments that were sent", async () => {
    const bytes = build(
      { name: "a.xlsx", bytes: WORKBOOK },
      { name: "a.vcf", bytes: Buffer.from("BEGIN:VCARD") },
    );
    expect(await unpack(`m.${ending}`, bytes)).toMatchObject({
      lines: [`m.${ending} » a.xlsx: ok`],
      skipped: 1,
    });
  });
});

test.each([
  ["blank lines", "\r\n\r\n"],
  ["a byte order mark", "\ufeff"],
])("%s before a mail do not hide what it carries", async (_name, before) => {
  const bytes = Buffer.concat([Buffer.from(before), eml({ name: "a.xlsx", bytes: WORKBOOK })]);
  expect((await unpack("m.eml", bytes)).lines).toEqual(["m.eml » a.xlsx: ok"]);
});

test("a mail that was forwarded as an attachment is opened, too", async () => {
  const inner = eml({ name: "a.xlsx", bytes: WORKBOOK });
  const headers = "Content-Type: message/rfc822\r\nContent-Disposition: attachment";
  expect((await unpack("m.eml", eml({ name: "fwd.eml", bytes: inner, headers }))).lines).toEqual([
    "m.eml » fwd.eml » a.xlsx: ok",
  ]);
  expect(
    (await unpack("m.msg", msg({ name: "fwd.msg", bytes: msg({ name: "a.xlsx", bytes: WORKBOOK }) }))).lines,
  ).toEqual(["m.msg » fwd.msg » a.xlsx: ok"]);
});

test("pictures shown in the text of a mail are skipped, pictures attached are named", async () => {
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  const inline = "Content-Type: image/png\r\nContent-ID: <x>\r\nContent-Disposition: inline";
  const bytes = eml({ name: "logo.png", bytes: png, headers: inline }, { name: "scan.png", bytes: png });
  expect(await unpack("m.eml", bytes)).toMatchObject({
    lines: ["m.eml » scan.png: not-a-workbook"],
    skipped: 1,
  });
});

test("a folder is read in one order, and a file that cannot be read is one line", async () => {
  writeFileSync(join(base, "a.xlsx"), WORKBOOK);
  const found = await findFiles(["a.xlsx"], base);
  rmSync(join(base, "a.xlsx"));
  const unpacked: UnpackedFile[] = [];
  for await (const file of unpackFiles(found)) unpacked.push(file);
  expect(unpacked).toMatchObject([{ failure: { code: "ENOENT" } }]);
});
