// What is sent instead of a workbook: each kind is named, with advice on what to ask for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LIMITS } from "../../src/model/limits.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { buildOoxml, MAIN } from "../helpers/build-ooxml.ts";
import { buildZip } from "../helpers/build-zip.ts";

const SHEET = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;
const HOSTILE = join(import.meta.dirname, "..", "..", "fixtures", "hostile");
const WORKBOOK = buildOoxml({ sheets: { S: SHEET } });

test.each<[string, Buffer | string, string, string]>([
  ["no bytes", "", "empty", "empty"],
  ["zero bytes only", Buffer.alloc(5000), "not-a-workbook", "zero bytes"],
  ["a PDF", "%PDF-1.7\n", "not-a-workbook", "PDF"],
  ["a JPEG", Buffer.from("ffd8ffe000104a464946", "hex"), "not-a-workbook", "JPEG"],
  ["a PNG", Buffer.from("89504e470d0a1a0a", "hex"), "not-a-workbook", "PNG"],
  ["a web page", "<!DOCTYPE html><html></html>", "not-a-workbook", "web page"],
  ["XML", '<?xml version="1.0"?><a/>', "not-a-workbook", "XML"],
  [
    "XML 2003",
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
    "not-a-workbook",
    "XML 2003",
  ],
  [
    "XML 2003 without its mark",
    '<?xml version="1.0"?>\n<!-- list -->\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "not-a-workbook",
    "XML 2003",
  ],
  [
    "a flat OpenDocument",
    '<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
    "not-a-workbook",
    ".fods",
  ],
  [
    "a table in HTML",
    "<!-- saved --><html><body><table><tr><td>1</table></html>",
    "not-a-workbook",
    "table saved as a web page",
  ],
  [
    "a table in HTML, UTF-16",
    Buffer.from("\ufeff<html><table><tr><td>1", "utf16le"),
    "not-a-workbook",
    "table saved as a web page",
  ],
  [
    "a table in HTML, UTF-16 with the high byte first",
    Buffer.from("\ufeff<html><table><tr><td>1", "utf16le").swap16(),
    "not-a-workbook",
    "table saved as a web page",
  ],
  [
    "Excel's HTML",
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>',
    "not-a-workbook",
    "table saved as a web page",
  ],
  [
    "a web archive",
    "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n\r\n",
    "not-a-workbook",
    "web archive",
  ],
  ["a link (.url)", "[InternetShortcut]\r\nURL=https://example.org/\r\n", "not-a-workbook", "a link"],
  [
    "a link (.webloc)",
    '<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "x" "y">\n<plist><dict><key>URL</key></dict></plist>',
    "not-a-workbook",
    "a link",
  ],
  [
    "a link (.desktop)",
    "[Desktop Entry]\nName=CMRT\nType=Link\nURL=https://example.org/\n",
    "not-a-workbook",
    "a link",
  ],
  [
    "a link (.lnk)",
    Buffer.from("4c0000000114020000000000c0000000000000", "hex"),
    "not-a-workbook",
    "shortcut",
  ],
  [
    "a link to Google",
    '{"url":"https://docs.google.com/open?id=1","doc_id":"1","email":"a@example.org"}',
    "not-a-workbook",
    "link to a Google document",
  ],
  ["a OneNote notebook", Buffer.from("e4525c7b8cd8a74daeb15378d02996d3", "hex"), "not-a-workbook", "OneNote"],
  ["an Outlook data file", "!BDN", "not-a-workbook", ".pst"],
  [
    "a mail protected by rights management",
    Buffer.from("76e80460c411e386", "hex"),
    "not-a-workbook",
    "rights management",
  ],
  ["Zstandard", Buffer.from("28b52ffd0458", "hex"), "not-a-workbook", "Zstandard"],
  ["LZ4", Buffer.from("04224d1864", "hex"), "not-a-workbook", "LZ4"],
  ["ARJ", Buffer.from("60ea2a00", "hex"), "not-a-workbook", "ARJ"],
  ["Windows image", "MSWIM\0\0\0\xd0", "not-a-workbook", "Windows image"],
  ["xar", "xar!\0\x1c", "not-a-workbook", "xar"],
  ["ar", "!<arch>\n", "not-a-workbook", "ar archive"],
  ["ELF", "\x7fELF\x02", "not-a-workbook", "program"],
  ["LZH", Buffer.from("1d2b2d6c68352d00", "hex"), "not-a-workbook", "LZH"],
  ["ACE", "1234567**ACE**", "not-a-workbook", "ACE"],
  ["StuffIt", "StuffIt (c)1997", "not-a-workbook", "StuffIt"],
  ["a program", "MZ\x90\0", "not-a-workbook", "Do not run it"],
  ["BinHex", "(This file must be converted with BinHex 4.0)\n\n:abc", "not-a-workbook", "BinHex"],
  ["yEnc", "=ybegin line=128 size=9 name=acme.xlsx\r\nabc", "not-a-workbook", "yEnc"],
  ["AppleDouble", Buffer.from("0005160700020000", "hex"), "not-a-workbook", "AppleDouble"],
  ["PGP", "-----BEGIN PGP MESSAGE-----\n\nabc", "encrypted", "PGP"],
  ["a key of PGP", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc", "not-a-workbook", "key"],
  ["a business card", "BEGIN:VCARD\nVERSION:3.0\n", "not-a-workbook", "business card"],
  ["SYLK", "ID;PWXL;N;E\n", "not-a-workbook", "SYLK"],
  ["CSV", "Company;Scope\nAcme;A\n", "not-a-workbook", "CSV"],
  ["CSV that begins like a bitmap", "BMW supplier;Scope\nAcme;A\n", "not-a-workbook", "CSV"],
  ["CSV that begins like a program", "MZ Metall;Scope\nAcme;A\n", "not-a-workbook", "CSV"],
  ["a bitmap", Buffer.from("424d36000000000000003600", "hex"), "not-a-workbook", "bitmap"],
  ["a letter", "Dear all,\nplease find attached\n", "not-a-workbook", "plain text"],
  ["a mail", "Received: from x\nFrom: a@example.org\nSubject: CMRT\n\nHello", "not-a-workbook", "e-mail"],
  [
    "a mailbox",
    "From a@example.org Mon Jan  1 00:00:00 2024\nFrom: a@example.org\n",
    "not-a-workbook",
    "mailbox",
  ],
  ["UTF-16 text", Buffer.from("\ufeffDear all", "utf16le"), "not-a-workbook", "plain text"],
  ["binary rubbish", Buffer.from([1, 2, 3, 4, 5, 0xfe]), "not-a-workbook", "unknown kind"],
  ["a RAR", "Rar!\x1a\x07", "not-a-workbook", "RAR"],
  [
    "a Word document",
    buildZip([{ name: "word/document.xml", bytes: "<w/>" }]),
    "not-a-workbook",
    "Word document",
  ],
  [
    "a zip of something",
    buildZip([{ name: "a.txt", bytes: "a" }]),
    "not-a-workbook",
    "zip archive (files in it: 1)",
  ],
  [
    "a package without a workbook",
    buildZip([{ name: "[Content_Types].xml", bytes: "<T/>" }]),
    "damaged",
    "missing",
  ],
  ["a workbook cut off", WORKBOOK.subarray(0, WORKBOOK.length / 2), "damaged", "cut off"],
  ["an OLE container cut off", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "damaged", "OLE"],
  // Found by fuzzing: the library that looks for encryption does not expect an empty stream.
  [
    "an .xls without content",
    readFileSync(join(HOSTILE, "hollow.xls")),
    "damaged",
    "nothing in its workbook",
  ],
])("%s", async (_name, bytes, kind, words) => {
  const opened = await openWorkbook(Buffer.from(bytes as string));
  expect(opened).toMatchObject({ ok: false, unreadable: { kind } });
  if (opened.ok) return;
  const { reason, ask } = opened.unreadable;
  expect(`${reason} ${ask}`).toContain(words);
  expect(ask).toMatch(/\.$/);
});

test("a view into a larger buffer is read as what it is", async () => {
  const large = new Uint8Array(WORKBOOK.length + 20);
  large.set(WORKBOOK, 10);
  const opened = await openWorkbook(large.subarray(10, 10 + WORKBOOK.length));
  expect(opened).toMatchObject({ ok: true, workbook: { format: "xlsx", encrypted: false } });
});

test("a workbook with macros", async () => {
  const opened = await openWorkbook(
    buildOoxml({ sheets: { S: SHEET }, parts: { "xl/vbaProject.bin": "x" } }),
  );
  expect(opened).toMatchObject({ ok: true, workbook: { format: "xlsm" } });
});

test("no truncation of a workbook crashes, and none passes for the whole", async () => {
  for (let length = 1; length < WORKBOOK.length; length += 7) {
    const opened = await openWorkbook(WORKBOOK.subarray(0, length));
    expect(opened.ok).toBe(false);
  }
});

test("no flipped byte crashes: the workbook reads the same or is unreadable with a reason", async () => {
  for (let at = 0; at < WORKBOOK.length; at += 3) {
    const bytes = Buffer.from(WORKBOOK);
    bytes[at] = (bytes[at] as number) ^ 0x55;
    const opened = await openWorkbook(bytes);
    if (!opened.ok) {
      expect(opened.unreadable.reason).not.toBe("");
      continue;
    }
    try {
      const cell = opened.workbook.sheet("S")?.rows[0]?.cells[0];
      if (cell !== undefined) expect(cell.value).toMatchObject({ number: 1 });
    } catch (error) {
      expect(error).toMatchObject({ name: "UnreadableError" });
    }
  }
});

test.each([
  ["a file larger than the limit", WORKBOOK, { ...LIMITS, fileBytes: 100 }],
  ["a directory larger than the limit", WORKBOOK, { ...LIMITS, zipEntries: 3 }],
  ["a part larger than the limit", WORKBOOK, { ...LIMITS, partBytes: 100 }],
  ["parts larger than the limit together", WORKBOOK, { ...LIMITS, workbookBytes: 500 }],
  ["a part that unpacks to far more", buildOoxml({ sheets: { S: " ".repeat(3_000_000) } }), LIMITS],
])("%s", async (_name, bytes, limits) => {
  const opened = await openWorkbook(bytes, { limits });
  const attempt = async () => {
    if (opened.ok) opened.workbook.sheet("S");
    else throw Object.assign(new Error(), opened);
  };
  await expect(attempt()).rejects.toMatchObject({ unreadable: { kind: "too-large" } });
});

test("a directory that lies about a size is found out before the part is unpacked further", async () => {
  const parts = buildZip([
    { name: "xl/workbook.xml", bytes: "<workbook/>".padEnd(100_000), claims: { size: 50 } },
  ]);
  const opened = await openWorkbook(parts);
  expect(opened).toMatchObject({ ok: false, unreadable: { kind: "damaged" } });
});

test("a part whose check sum is wrong is damaged", async () => {
  const parts = buildZip([{ name: "xl/workbook.xml", bytes: "<workbook/>", claims: { crc: 1 } }]);
  expect(await openWorkbook(parts)).toMatchObject({ ok: false, unreadable: { kind: "damaged" } });
});

test("two parts of one name are damaged: nobody can say which one counts", async () => {
  const part = { name: "xl/workbook.xml", bytes: "<workbook/>" };
  expect(await openWorkbook(buildZip([part, { ...part, bytes: "<workbook></workbook>" }]))).toMatchObject({
    ok: false,
    unreadable: { kind: "damaged", reason: expect.stringContaining("twice") },
  });
});

test("parts that share bytes are damaged", async () => {
  const zip = buildZip([
    { name: "xl/a.xml", bytes: "<a/>", stored: true },
    { name: "xl/b.xml", bytes: "<a/>", stored: true },
  ]);
  // Points the directory's second entry at the first part's place.
  zip.writeUInt32LE(0, zip.lastIndexOf("PK\x01\x02") + 42);
  expect(await openWorkbook(zip)).toMatchObject({
    ok: false,
    unreadable: { kind: "damaged", reason: expect.stringContaining("overlaps") },
  });
});

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

test.each([
  ['xsi:type="dcterms:W3CDTF"', "2016-05-04T10:00:00Z", "2016-05-04T10:00:00.000Z"],
  ["", "2016-05-04T12:30:00+02:00", "2016-05-04T10:30:00.000Z"],
  ["", "yesterday", undefined],
  ["", "2016-99-99T10:00:00Z", undefined],
])("when it was last saved, as its properties say: %s %s", async (attribute, text, modified) => {
  const opened = await openWorkbook(
    buildOoxml({
      sheets: { S: SHEET },
      parts: {
        "_rels/.rels": `<Relationships xmlns="x"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="b" Type="${CORE}" Target="docProps/core.xml"/></Relationships>`,
        "docProps/core.xml": `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified ${attribute}>${text}</dcterms:modified></cp:coreProperties>`,
      },
    }),
  );
  expect(opened).toMatchObject({ ok: true });
  if (opened.ok) expect(opened.workbook.modified).toBe(modified);
});
