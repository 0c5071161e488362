// Every kind of container yields its files, whatever its name; what cannot be opened is described.
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import { sourceText } from "../../../src/model/workbook.ts";
import { openContainer } from "../../../src/workbook/containers/open-container.ts";
import { unpackFiles } from "../../../src/workbook/sources/unpack-files.ts";
import {
  appleSingle,
  cabinet,
  cms,
  longTar,
  macBinary,
  oldTar,
  rar4,
  rar5,
  sevenZip,
  tar,
  tnef,
  uuencode,
} from "../../helpers/build-containers.ts";
import { eml, msg } from "../../helpers/build-mail.ts";
import { buildOoxml, MAIN } from "../../helpers/build-ooxml.ts";
import { buildZip } from "../../helpers/build-zip.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { unpackLines } from "../../helpers/unpack-lines.ts";

const WORKBOOK = buildOoxml({ sheets: { S: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` } });
const ACME = { name: "acme.xlsx", bytes: WORKBOOK };
const PDF = { name: "b.pdf", bytes: Buffer.from("%PDF-1") };
const text = (words: string) => Buffer.from(words, "latin1");
const HEAD = "From: a@example.org\r\nTo: b@example.org\r\nSubject: CMRT\r\n";

const unpack = (bytes: Buffer, name = "file", options = {}) =>
  unpackLines(temporaryFolder(), name, bytes, options);

/** The lines for a file, without its own name. */
async function lines(bytes: Buffer, name = "file", options = {}): Promise<string[]> {
  return (await unpack(bytes, name, options)).lines.map((line) => line.replace(`${name} » `, ""));
}

/** Small files compressed by other programs, in base64. */
const XZ_TAR =
  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AF9dADCLigaD6IPj31j3VmLZtiljHtr8uN76enRxd339BFhO3RWVVVkYgAF67kGAKOjiDIqck6dXzRiy8cIMcME6I8Jq+ymHiun85M5ny7rOmH8bl+6DlGDe9Iy5yYloBngAAAB0wkT2+JqPRAABe4BQAAAA75Zb2LHEZ/sCAAAAAARZWg==";
const BZIP2_TAR =
  "QlpoOTFBWSZTWQyzsC4AAHB/gMmAAARCA2cABQBACGUAXgAICCAAVDSnqZpDCPUMmmnqCSUNANBggaVpoWIQa3IQh/bYHGeN6BDAxWPW7hOYRQyB89yiFQ0tarxX7GPVZm1IiA/F3JFOFCQDLOwLgA==";
const XZ_FILE = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAFJVBERi0xAAAAzs76/zAo8f8AAR4GwS+kHR+2830BAAAAAARZWg==";
const BZIP2_FILE = "QlpoOTFBWSZTWW1sDDoAAAAeAAICIAAFAEAAIAAiGGgwB2AYXckU4UJBtbAw6A==";
const base64 = (packed: string) => Buffer.from(packed, "base64");

describe("archives", () => {
  const LONG = `${"in/".repeat(40)}${"acme".repeat(20)}.xlsx`;
  test.each<[string, Buffer, string[]]>([
    ["tar", tar(ACME, PDF), ["acme.xlsx: ok", "b.pdf: not-a-workbook"]],
    ["tar before POSIX", oldTar(ACME), ["acme.xlsx: ok"]],
    ["tar with a long name, GNU", longTar("gnu", { ...ACME, name: LONG }), [`${LONG}: ok`]],
    ["tar with a long name, pax", longTar("pax", { ...ACME, name: LONG }), [`${LONG}: ok`]],
    ["tar with a name in pax", longTar("pax", { ...ACME, name: "会社.xlsx" }), ["会社.xlsx: ok"]],
    ["tar, name in UTF-8", tar({ ...ACME, name: "会社.xlsx" }), ["会社.xlsx: ok"]],
    [
      "tar, name in Shift_JIS",
      tar({ ...ACME, name: Buffer.from("89ef8ed089f1939a2e786c7378", "hex") }),
      ["会社回答.xlsx: ok"],
    ],
    ["tar with an absolute name", tar({ ...ACME, name: "/etc/acme.xlsx" }), ["/etc/acme.xlsx: ok"]],
    ["tar, climbing", tar({ ...ACME, name: "../../acme.xlsx" }), ["../../acme.xlsx: ok"]],
    [
      "tar, two of a name",
      tar(ACME, { ...PDF, name: ACME.name }),
      ["acme.xlsx: ok", "acme.xlsx (2): not-a-workbook"],
    ],
    ["tar.gz", gzipSync(tar(ACME)), ["acme.xlsx: ok"]],
    ["tar.xz", base64(XZ_TAR), ["a.pdf: not-a-workbook"]],
    ["tar.bz2", base64(BZIP2_TAR), ["a.pdf: not-a-workbook"]],
    ["7-Zip", sevenZip({ ...ACME, name: "会社/acme.xlsx" }), ["会社/acme.xlsx: ok"]],
    [
      "RAR 5",
      rar5({ ...ACME, name: "会社 acme.xlsx" }, PDF),
      ["会社 acme.xlsx: ok", "b.pdf: not-a-workbook"],
    ],
    ["RAR 4", rar4([ACME, PDF]), ["acme.xlsx: ok", "b.pdf: not-a-workbook"]],
    ["RAR 4, backslashes", rar4([{ ...ACME, name: "in\\acme.xlsx" }]), ["in/acme.xlsx: ok"]],
    ["cabinet", cabinet(ACME), ["acme.xlsx: ok"]],
    ["an archive in an archive", tar({ name: "r.zip", bytes: buildZip([ACME]) }), ["r.zip » acme.xlsx: ok"]],
  ])("%s", async (_name, bytes, expected) => {
    expect(await lines(bytes)).toEqual(expected);
  });

  test("what a Mac leaves behind, and links, are skipped and counted", async () => {
    const link = { name: "link.xlsx", bytes: Buffer.alloc(0), type: "2" };
    const folder = { name: "in/", bytes: Buffer.alloc(0), type: "5" };
    const bytes = tar(folder, ACME, { name: "./._acme.xlsx", bytes: Buffer.from("x") }, link);
    expect(await unpack(bytes)).toMatchObject({ lines: ["file » acme.xlsx: ok"], skipped: 3 });
  });

  test.each<[string, Buffer, string, string]>([
    ["one file in xz", base64(XZ_FILE), "unsupported", "compressed with xz"],
    ["one file in bzip2", base64(BZIP2_FILE), "unsupported", "compressed with bzip2"],
    ["a 7-Zip archive cut off", sevenZip(ACME).subarray(0, -20), "damaged", "cut off"],
    ["a RAR archive with encrypted headers", rar4([ACME], 0x80), "encrypted", "password"],
    ["xz cut off", base64(XZ_TAR).subarray(0, 60), "damaged", "cut off"],
    ["gzip cut off", gzipSync(tar(ACME)).subarray(0, 300), "damaged", "cut off"],
  ])("%s", async (_name, bytes, kind, words) => {
    const {
      lines: [line],
      reasons,
    } = await unpack(bytes);
    expect(line).toBe(`file: ${kind}`);
    expect(reasons[0]).toContain(words);
  });

  test("an encrypted file in an archive is named with what to do", async () => {
    expect(await lines(sevenZip(ACME, true))).toEqual(["acme.xlsx: encrypted"]);
  });

  test("what follows a damaged place is said, what stands before is read", async () => {
    const bytes = tar(ACME, PDF);
    const cut = bytes.subarray(0, 512 + Math.ceil(WORKBOOK.length / 512) * 512 + 300);
    expect(await lines(cut)).toEqual(["acme.xlsx: ok", "file 2: damaged"]);
    expect(await lines(tar(ACME, { ...PDF, claims: 5000 }))).toEqual(["acme.xlsx: ok", "b.pdf: damaged"]);
  });

  test("one compressed file is named as it was", async () => {
    expect(await lines(gzipSync(WORKBOOK), "acme.xlsx.gz")).toEqual(["acme.xlsx: ok"]);
    const named = gzipSync(WORKBOOK);
    named[3] = 8;
    const withName = Buffer.concat([
      named.subarray(0, 10),
      Buffer.from("as sent.xlsx\0"),
      named.subarray(10),
    ]);
    expect(await lines(withName, "x.gz")).toEqual(["as sent.xlsx: ok"]);
  });
});

describe("limits of archives", () => {
  const zeros = Buffer.alloc(3_000_000);
  test.each<[string, Buffer, Partial<typeof LIMITS>]>([
    ["gzip that unpacks to far more", gzipSync(zeros), {}],
    ["gzip that unpacks to more than a workbook may", gzipSync(tar(ACME)), { workbookBytes: 1000 }],
    ["a file larger than a part may be", tar(ACME), { partBytes: 100 }],
    ["files larger than a workbook may be", tar(ACME, PDF), { workbookBytes: WORKBOOK.length }],
    ["more files than a zip may have", tar(ACME, PDF, PDF), { zipEntries: 2 }],
    ["a header that claims much", tar({ ...PDF, claims: 0xf000_0000 }), {}],
  ])("%s", async (_name, bytes, limits) => {
    expect(await lines(bytes, "file", { limits: { ...LIMITS, ...limits } })).toEqual(["file: too-large"]);
  });

  test("containers within each other share one allowance", async () => {
    const inner = buildZip([ACME, PDF]);
    const outer = buildZip([
      { name: "1.zip", bytes: inner },
      { name: "2.zip", bytes: inner },
    ]);
    const ofBytes = WORKBOOK.length + 2 * inner.length + 10;
    expect(await lines(outer, "file", { limits: { ...LIMITS, zipEntries: 5 } })).toEqual([
      "1.zip » acme.xlsx: ok",
      "1.zip » b.pdf: not-a-workbook",
      "file: too-large",
    ]);
    expect(await lines(outer, "file", { limits: { ...LIMITS, archiveBytes: ofBytes } })).toEqual([
      "1.zip » acme.xlsx: ok",
      "1.zip » b.pdf: not-a-workbook",
      "file: too-large",
    ]);
  });
});

describe("a small container that holds much", () => {
  const reasons = async (bytes: Buffer, limits: Partial<typeof LIMITS>) => {
    const found = {
      files: [{ source: FILE, read: async () => bytes }],
      skipped: 0,
      passedOver: [],
      links: 0,
    };
    const all: string[] = [];
    for await (const file of unpackFiles(found, { limits: { ...LIMITS, ...limits } })) {
      const name = sourceText(file.source);
      all.push("failure" in file ? `${name}: ${(file.failure as Error).message}` : name);
    }
    return all;
  };
  const FILE = { path: "a.zip", container: null };
  const many = (count: number, bytes: Buffer, ending: string) =>
    buildZip(Array.from({ length: count }, (_, index) => ({ name: `${index + 1}.${ending}`, bytes })));

  test("zips within zips unpack to a multiple of it, then one line says how many files are left", async () => {
    const zeros = many(20, Buffer.alloc(100_000), "bin");
    const bomb = many(3, many(50, zeros, "zip"), "zip");
    const read = await reasons(bomb, { workbookBytes: 1_000_000 });
    expect(read.length).toBeLessThan(20);
    expect(read.at(-1)).toMatch(
      /^a\.zip: It unpacks to more than the limit allows: \d+ files in it were not read\.$/,
    );
  });

  test("zips within zips with empty files without end are one line", async () => {
    const bomb = many(10, many(100, Buffer.alloc(0), "txt"), "zip");
    const read = await reasons(bomb, { zipEntries: 250 });
    expect(read).toHaveLength(201);
    expect(read.at(-1)).toBe(
      "a.zip: It has more than 250 files, with what lies within each other: 8 files in it were not read.",
    );
  });

  test("a container of its usual size is not held to a multiple", async () => {
    const inner = buildZip([ACME, PDF]);
    expect(await reasons(buildZip([{ name: "1.zip", bytes: inner }]), { workbookBytes: 10 })).toEqual([
      "a.zip » 1.zip » acme.xlsx",
      "a.zip » 1.zip » b.pdf",
    ]);
  });
});

describe("mails", () => {
  test.each<[string, Buffer]>([
    ["blank lines first", text("\r\n".repeat(3000))],
    ["a byte order mark", text("\xef\xbb\xbf")],
    ["a mailbox's line", text("From a@example.org Mon Jan  1 00:00:00 2024\r\n")],
    ["a quoted mailbox's line", text(">From a@example.org Mon Jan  1 00:00:00 2024\n")],
    ["fields of a gateway", text(`X-Spam: ${"no ".repeat(20)}\r\n`.repeat(300))],
    ["one long folded field", text(`ARC-Seal: i=1;\r\n\t${"b".repeat(300_000)}\r\n`)],
  ])("%s before the head", async (_name, before) => {
    expect(await lines(Buffer.concat([before, eml(ACME)]))).toEqual(["acme.xlsx: ok"]);
  });

  test("saved in UTF-16", async () => {
    const utf16 = Buffer.from(`\ufeff${eml(ACME).toString("latin1")}`, "utf16le");
    expect(await lines(utf16)).toEqual(["acme.xlsx: ok"]);
    expect(await lines(Buffer.from(utf16).swap16())).toEqual(["acme.xlsx: ok"]);
  });

  const part = (encoding: string, body: Buffer) =>
    Buffer.concat([
      text(
        `${HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="=_b"\r\n\r\n--=_b\r\nContent-Type: text/plain\r\n\r\nSee\r\n--=_b\r\nContent-Type: application/octet-stream; name="acme.xlsx"\r\n${encoding}\r\n`,
      ),
      body,
      text("\r\n--=_b\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--=_b--\r\n"),
    ]);

  test.each([
    ["binary", "Content-Transfer-Encoding: binary\r\n"],
    ["8bit", "content-transfer-encoding: 8BIT\r\n"],
    ["folded", "Content-Transfer-Encoding:\r\n binary\r\n"],
    ["not said", ""],
  ])("a workbook sent as it is keeps its bytes: encoding %s", async (_name, encoding) => {
    // Every byte value, and the line ends that a line-based reader would change.
    const nasty = Buffer.concat([WORKBOOK, Buffer.from([0, 13, 10, 13, 13, 10, 10, 45, 45, 13]), WORKBOOK]);
    for (const body of [WORKBOOK, nasty]) {
      const members = await openContainer(part(encoding, body), LIMITS);
      expect(members).toMatchObject([{ name: "acme.xlsx", bytes: body }]);
    }
  });

  test("a workbook that is the whole mail, sent as it is", async () => {
    const head = text(
      `${HEAD}Content-Type: application/vnd.ms-excel; name="acme.xls"\r\nContent-Transfer-Encoding: binary\r\n\r\n`,
    );
    const members = await openContainer(Buffer.concat([head, WORKBOOK]), LIMITS);
    expect(members?.[0]).toMatchObject({ name: "acme.xls", bytes: WORKBOOK });
  });

  test("a mail in a mail, whether it is shown in it or attached", async () => {
    const inline = { name: "fwd.eml", bytes: eml(ACME), headers: "Content-Type: message/rfc822; x=y" };
    expect(await lines(eml(inline))).toEqual(["acme.xlsx: ok"]);
  });

  test.each<[string, string, string, string]>([
    ["one part of several", "message/partial; number=2; total=3; id=x", "not-a-workbook", "one part"],
    ["kept elsewhere", "message/external-body; access-type=URL", "not-a-workbook", "kept elsewhere"],
  ])("a mail whose content is %s", async (_name, type, kind, words) => {
    const found = await unpack(
      text(`${HEAD}Content-Type: ${type}\r\n\r\nContent-Type: text/plain\r\n\r\nUEsDB\r\n`),
    );
    expect(found.lines).toEqual([`file » attachment 1: ${kind}`]);
    expect(found.reasons[0]).toContain(words);
  });

  test("reports of delivery, signatures and keys are no attachments that were sent", async () => {
    const added = [
      {
        name: "report",
        bytes: text("Reporting-MTA: x"),
        headers: "Content-Type: message/delivery-status; x=y",
      },
      { name: "smime.p7s", bytes: text("x"), headers: "Content-Type: application/pkcs7-signature" },
      { name: "signature.asc", bytes: text("-----BEGIN PGP SIGNATURE-----\n") },
      { name: "key.asc", bytes: text("-----BEGIN PGP PUBLIC KEY BLOCK-----\n") },
    ];
    expect(await unpack(eml(ACME, ...added))).toMatchObject({ lines: ["file » acme.xlsx: ok"], skipped: 4 });
  });

  test("what a Mac keeps beside a file is skipped, the file keeps its name", async () => {
    const fork = {
      name: "acme.xlsx",
      bytes: appleSingle(ACME, true),
      headers: "Content-Type: application/applefile",
    };
    expect(await unpack(eml(fork, ACME))).toMatchObject({ lines: ["file » acme.xlsx: ok"], skipped: 1 });
    const zip = buildZip([ACME, { name: "fork", bytes: fork.bytes }]);
    expect(await unpack(zip)).toMatchObject({ lines: ["file » acme.xlsx: ok"], skipped: 1 });
  });

  test("Apple Mail's file, and one without its attachments", async () => {
    const mail = eml(ACME);
    const file = Buffer.concat([
      text(`${mail.length}      \n`),
      mail,
      text('<?xml version="1.0"?><plist/>\n'),
    ]);
    expect(await lines(file)).toEqual(["acme.xlsx: ok"]);
    const partial = text(
      mail
        .toString("latin1")
        .replace(/^UEs[^-]*/m, "\r\n")
        .replace("Content-Disposition", "X-Apple-Content-Length: 9\r\nContent-Disposition"),
    );
    const found = await unpack(Buffer.concat([text(`${partial.length}\n`), partial]));
    expect(found.lines).toEqual(["file » acme.xlsx: empty"]);
    expect(found.reasons[0]).toContain("Apple Mail");
  });

  test("an Outlook message with a link in the place of an attachment", async () => {
    expect(await lines(msg({ name: "acme.xlsx", bytes: Buffer.alloc(0) }))).toEqual(["acme.xlsx: empty"]);
  });
});

describe("mailboxes", () => {
  const stored = (mail: Buffer, line = "From a@example.org Mon Jan  1 00:00:00 2024\n") =>
    Buffer.concat([text(line), text(mail.toString("latin1").replaceAll("\r\n", "\n")), text("\n")]);

  test("several mails, in their order", async () => {
    const box = Buffer.concat([stored(eml(ACME)), stored(eml(PDF), "From - Tue Jan  2 00:00:00 2024\n")]);
    expect(await lines(box)).toEqual(["mail 1 » acme.xlsx: ok", "mail 2 » b.pdf: not-a-workbook"]);
  });

  test("a line in a mail that begins alike is none, and quotes are taken off", async () => {
    const csv = {
      name: "a.csv",
      bytes: text("x"),
      headers: "Content-Type: text/csv\r\nContent-Disposition: attachment",
    };
    const body = (line: string) =>
      text(
        eml(csv, ACME)
          .toString("latin1")
          .replace(/base64\r\n\r\neA==/, () => `8bit\r\n\r\n${line}`),
      );
    const box = Buffer.concat([stored(body("\n>From here\n>>From there\nFrom me")), stored(eml(ACME))]);
    const members = await openContainer(box, LIMITS);
    expect(members?.length).toBe(2);
    const first = members?.[0];
    const inFirst = first && "bytes" in first ? await openContainer(first.bytes, LIMITS) : [];
    expect(inFirst?.[0]).toMatchObject({ name: "a.csv", bytes: text("\nFrom here\n>From there\nFrom me\n") });
    expect(inFirst?.[1]).toMatchObject({ bytes: WORKBOOK });
  });

  test("mails without attachments", async () => {
    const { lines: found, reasons } = await unpack(Buffer.concat([stored(eml()), stored(eml())]));
    expect(found).toEqual(["file » mail 1: not-a-workbook", "file » mail 2: not-a-workbook"]);
    expect(reasons[0]).toContain("without attachments");
  });
});

describe("winmail.dat", () => {
  test.each<[string, Buffer, string[]]>([
    [
      "alone",
      tnef({ ...ACME, name: "会社 acme.xlsx" }, PDF),
      ["会社 acme.xlsx: ok", "b.pdf: not-a-workbook"],
    ],
    ["a message in it", tnef({ name: "Fwd", bytes: tnef(ACME), embedded: true }), ["Fwd » acme.xlsx: ok"]],
    ["a zip in it", tnef({ name: "r.zip", bytes: buildZip([ACME]) }), ["r.zip » acme.xlsx: ok"]],
    [
      "in a mail, under any name",
      eml({ name: "ATT0001.dat", bytes: tnef(ACME) }),
      ["ATT0001.dat » acme.xlsx: ok"],
    ],
    [
      "in an Outlook message",
      msg({ name: "winmail.dat", bytes: tnef(ACME) }),
      ["winmail.dat » acme.xlsx: ok"],
    ],
    [
      "cut off in its last file",
      tnef(PDF, ACME).subarray(0, -300),
      ["b.pdf: not-a-workbook", "SHORT~1.XLS: damaged"],
    ],
    ["cut off at once", tnef(ACME).subarray(0, 10), ["file: damaged"]],
    ["without attachments", tnef(), ["file: not-a-workbook"]],
    ["a path for a name", tnef({ ...ACME, name: "C:\\in\\acme.xlsx" }), ["acme.xlsx: ok"]],
  ])("%s", async (_name, bytes, expected) => {
    expect(await lines(bytes)).toEqual(expected);
  });
});

describe("signed and encrypted mails", () => {
  const entity = text(
    eml(ACME)
      .toString("latin1")
      .replace(/^.*?(?=Content-Type: multipart)/s, ""),
  );
  const pem = (bytes: Buffer, label: string) =>
    text(
      `-----BEGIN ${label}-----\n${bytes.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`,
    );
  const smime = (bytes: Buffer) =>
    eml({
      name: "smime.p7m",
      bytes,
      headers:
        "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Disposition: attachment",
    });

  test.each<[string, Buffer, string[]]>([
    ["signed, DER", cms("signed", entity), ["acme.xlsx: ok"]],
    ["signed, BER in pieces", cms("signed", entity, true), ["acme.xlsx: ok"]],
    ["signed, PEM", pem(cms("signed", entity), "PKCS7"), ["acme.xlsx: ok"]],
    ["signed, PEM of another label", pem(cms("signed", entity), "CMS"), ["acme.xlsx: ok"]],
    ["signed, base64", text(cms("signed", entity).toString("base64")), ["acme.xlsx: ok"]],
    ["signed in a mail", smime(cms("signed", entity)), ["smime.p7m » acme.xlsx: ok"]],
    [
      "signed in an Outlook message",
      msg({ name: "smime.p7m", bytes: cms("signed", entity) }),
      ["smime.p7m » acme.xlsx: ok"],
    ],
    [
      "signed in clear, in an Outlook message",
      msg({ name: "smime.p7m", bytes: entity }),
      ["smime.p7m » acme.xlsx: ok"],
    ],
    ["signed twice", cms("signed", smime(cms("signed", entity))), ["smime.p7m » acme.xlsx: ok"]],
    ["compressed", cms("compressed", deflateSync(entity)), ["acme.xlsx: ok"]],
    [
      "signed without attachments",
      cms("signed", text("Content-Type: text/plain\r\n\r\nHello")),
      ["file: not-a-workbook"],
    ],
    ["encrypted", cms("enveloped", entity), ["file: encrypted"]],
    ["encrypted in a mail", smime(cms("enveloped", entity, true)), ["smime.p7m: encrypted"]],
    ["encrypted and signed", cms("signed", smime(cms("enveloped", entity))), ["smime.p7m: encrypted"]],
    ["a signature alone", cms("detached", entity), ["file: not-a-workbook"]],
    ["cut off", cms("signed", entity).subarray(0, 400), ["file: damaged"]],
    ["PGP, armoured", text("-----BEGIN PGP MESSAGE-----\n\nabc\n"), ["file: encrypted"]],
    ["PGP, public key", Buffer.from("85010c03aabbccddeeff0011010800", "hex"), ["file: encrypted"]],
    ["PGP, password", Buffer.from("8c0d04090302aabbccddeeff0011ffd2", "hex"), ["file: encrypted"]],
    [
      "PGP in a mail's text",
      text(`${HEAD}\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n`),
      ["file: encrypted"],
    ],
    [
      "PGP/MIME",
      eml(
        { name: "version", bytes: text("Version: 1"), headers: "Content-Type: application/pgp-encrypted" },
        { name: "encrypted.asc", bytes: text("-----BEGIN PGP MESSAGE-----\n") },
      ),
      ["file: encrypted"],
    ],
  ])("%s", async (_name, bytes, expected) => {
    expect(await lines(bytes)).toEqual(expected);
  });

  test("a signed file is named as it was", async () => {
    expect(await lines(cms("signed", WORKBOOK), "acme.xlsx.p7m")).toEqual(["acme.xlsx: ok"]);
  });

  test("an encrypted mail is said to be one", async () => {
    expect((await unpack(cms("enveloped", entity))).reasons).toEqual(["The e-mail is encrypted (S/MIME)."]);
  });

  test("compressed content that unpacks to far more", async () => {
    expect(await lines(cms("compressed", deflateSync(Buffer.alloc(3_000_000))))).toEqual(["file: too-large"]);
  });
});

describe("uuencoded files", () => {
  const uu = uuencode(ACME);
  const crlf = (words: string) => words.replaceAll("\n", "\r\n");
  const inMail = (type: string, body: string) => text(`${HEAD}${type}\r\n${crlf(body)}`);
  const asBase64 = `begin-base64 644 acme.xlsx\n${WORKBOOK.toString("base64").replace(/.{60}/g, "$&\n")}\n====\n`;
  test.each<[string, Buffer, string[]]>([
    ["as a file", text(uu), ["acme.xlsx: ok"]],
    ["behind a text", text(`Hello,\n\nbegin with this\n\n${uu}\nRegards\n`), ["acme.xlsx: ok"]],
    ["with blanks for zeros", text(uuencode(ACME, " ")), ["acme.xlsx: ok"]],
    ["with blanks lost at line ends", text(uuencode(ACME, " ").replace(/ +$/gm, "")), ["acme.xlsx: ok"]],
    ["in base64", text(asBase64), ["acme.xlsx: ok"]],
    ["two of them", text(uu + uuencode({ ...PDF })), ["acme.xlsx: ok", "b.pdf: not-a-workbook"]],
    ["without the empty line at the end", text(uu.replace("\n`\nend", "\nend")), ["acme.xlsx: ok"]],
    ["cut off", text(uu.slice(0, 500)), ["acme.xlsx: damaged"]],
    ["cut off between two lines", text(uu.slice(0, uu.indexOf("\n", 500) + 1)), ["acme.xlsx: damaged"]],
    ["in a mail", inMail("", `Hello\n\n${uu}`), ["acme.xlsx: ok"]],
    [
      "in a mail whose lines flow",
      inMail("Content-Type: text/plain; format=flowed\r\n", `\n${uuencode(ACME, " ")}`),
      ["acme.xlsx: ok"],
    ],
    [
      "as transfer encoding",
      text(
        eml({ ...ACME, bytes: text("X") })
          .toString("latin1")
          .replace("base64\r\n\r\nWA==", () => `x-uuencode\r\n\r\n${crlf(uu)}`),
      ),
      ["acme.xlsx: ok"],
    ],
    [
      "a text that begins alike",
      text("begin 644 words\nThis is a letter, and nothing else.\n"),
      ["file: not-a-workbook"],
    ],
  ])("%s", async (_name, bytes, expected) => {
    expect(await lines(bytes)).toEqual(expected);
  });
});

describe("files of a Mac", () => {
  test.each<[string, Buffer, string[]]>([
    ["AppleSingle", appleSingle(ACME), ["acme.xlsx: ok"]],
    ["AppleSingle cut off", appleSingle(ACME).subarray(0, 60), ["file: damaged"]],
    ["MacBinary", macBinary(ACME), ["acme.xlsx: ok"]],
  ])("%s", async (_name, bytes, expected) => {
    expect(await lines(bytes)).toEqual(expected);
  });
});
