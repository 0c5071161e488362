// The same workbook in other formats and encrypted gives the same cells.
import XLSX from "@e965/xlsx";
import officeCrypto from "officecrypto-tool";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { buildZip } from "../../helpers/build-zip.ts";
import { differences, opened, plainOwn } from "../other-readers.ts";

/** A workbook with every kind of cell, saved in a format. */
function save(bookType: XLSX.BookType): Buffer {
  const sheet: XLSX.WorkSheet = {
    "!ref": "A1:F9",
    A1: { t: "s", v: "会社 Zinn ≤ 5 & <b>" },
    B1: { t: "n", v: 12.5 },
    C1: { t: "b", v: true },
    D1: { t: "e", v: 42, w: "#N/A" },
    A2: { t: "n", v: 3, f: "1+2" },
    B2: { t: "s", v: "ab", f: '"a"&"b"' },
    C2: { t: "s", v: "", f: '""' },
    A4: { t: "s", v: "two\nlines" },
    F9: { t: "n", v: 45422, z: "m/d/yy" },
  };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "Declaration");
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["x"]]), "L");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return XLSX.write(book, { type: "buffer", bookType });
}

const EXPECTED = {
  Declaration: new Map([
    ["1,1", "t:会社 Zinn ≤ 5 & <b>"],
    ["1,2", "n:12.5"],
    ["1,3", "b:true"],
    ["1,4", "e:#N/A"],
    ["2,1", "=n:3"],
    ["2,2", "=t:ab"],
    ["2,3", "="],
    ["4,1", "t:two\nlines"],
    ["9,6", "n:45422"],
  ]),
  L: new Map([["1,1", "t:x"]]),
};

/** What SheetJS omits when saving: formulas in the binary formats, errors in OpenDocument. */
function savedAs(bookType: XLSX.BookType): typeof EXPECTED {
  const cells = [...EXPECTED.Declaration];
  if (bookType === "ods")
    return { ...EXPECTED, Declaration: new Map(cells.filter(([, cell]) => cell[0] !== "e")) };
  if (bookType.startsWith("xlsx")) return EXPECTED;
  const plain = cells
    .filter(([, cell]) => cell !== "=")
    .map(([at, cell]) => [at, cell.replace(/^=/, "")] as const);
  return { ...EXPECTED, Declaration: new Map(bookType === "xlsm" ? cells : plain) };
}

describe("formats", () => {
  test.each(["xlsx", "xlsm", "xlsb", "biff8", "ods"] as const)("%s", async (bookType) => {
    const workbook = await opened(save(bookType));
    expect(workbook.format).toBe(bookType === "biff8" ? "xls" : bookType === "xlsm" ? "xlsx" : bookType);
    expect(workbook).toMatchObject({ encrypted: false, date1904: false });
    expect(workbook.sheets).toEqual([
      { name: "Declaration", state: "visible" },
      { name: "L", state: bookType === "ods" ? expect.anything() : "hidden" },
    ]);
    expect(differences(plainOwn(workbook), savedAs(bookType))).toEqual([]);
    expect(workbook.sheet("declaration")?.name).toBe("Declaration");
    expect(workbook.sheet("M")).toBeUndefined();
  });

  test.each(["xlsb", "biff8", "ods"] as const)(
    "%s cut off anywhere is unreadable, not a crash",
    async (bookType) => {
      const bytes = save(bookType);
      for (let length = 8; length < bytes.length; length += Math.ceil(bytes.length / 9)) {
        expect(await openWorkbook(bytes.subarray(0, length))).toMatchObject({ ok: false });
      }
    },
  );

  test("an .ods of another kind and one with a password", async () => {
    const text = buildZip([
      { name: "mimetype", bytes: "application/vnd.oasis.opendocument.text", stored: true },
      { name: "content.xml", bytes: "<a/>" },
    ]);
    expect(await openWorkbook(text)).toMatchObject({ unreadable: { kind: "not-a-workbook" } });
    const locked = buildZip([
      { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
      { name: "content.xml", bytes: "rubbish" },
      { name: "META-INF/manifest.xml", bytes: "<manifest:encryption-data/>" },
    ]);
    expect(await openWorkbook(locked)).toMatchObject({ unreadable: { kind: "encrypted" } });
  });

  test("limits hold for formats that are read by a library", async () => {
    expect(await openWorkbook(save("xlsb"), { limits: { ...LIMITS, partBytes: 100 } })).toMatchObject({
      unreadable: { kind: "too-large" },
    });
    const workbook = await opened(save("biff8"), { limits: { ...LIMITS, sheetCells: 5 } });
    expect(() => workbook.sheet("Declaration")).toThrow("more cells");
  });

  test.each(["xlsb", "biff8", "ods"] as const)("a longer text than the limit in %s", async (bookType) => {
    const limits = { ...LIMITS, cellCharacters: 16 };
    const workbook = await opened(save(bookType), { limits });
    expect(() => workbook.sheet("Declaration")).toThrow(
      'The cell A1 of the sheet "Declaration" holds a text of 17 characters; the limit is 16.',
    );
    expect(workbook.sheet("L")?.rows).toHaveLength(1);
    const little = await opened(save(bookType), { limits: { ...LIMITS, sheetCharacters: 30 } });
    expect(() => little.sheet("Declaration")).toThrow("more text than the limit");
  });
});

describe("OLE containers", () => {
  const { CFB } = XLSX;
  const SAVED = save("biff8");
  const STREAM = CFB.find(CFB.read(SAVED, { type: "buffer" }), "/Workbook")?.content as Buffer;

  /** A container with these streams; `rename` changes the names of its entries, including the root's. */
  function container(
    streams: Record<string, Buffer>,
    rename: (name: string) => string = (name) => name,
  ): Buffer {
    const file = CFB.utils.cfb_new();
    for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, path, content);
    const bytes = CFB.write(file, { type: "buffer" }) as Buffer;
    for (const { name } of file.FileIndex) {
      const at = bytes.indexOf(Buffer.from(`${name}\0`, "utf16le"));
      const renamed = Buffer.from(rename(name), "utf16le");
      bytes.fill(0, at, at + 64);
      renamed.copy(bytes, at);
      bytes.writeUInt16LE(renamed.length + 2, at + 64);
    }
    return bytes;
  }

  test.each<[string, Buffer]>([
    ["WORKBOOK", container({ "/WORKBOOK": STREAM })],
    ["workbook", container({ "/workbook": STREAM })],
    ["Book", container({ "/Book": STREAM })],
    ["BOOK", container({ "/BOOK": STREAM })],
    ["Book beside Workbook", container({ "/Book": Buffer.alloc(9000, 1), "/Workbook": STREAM })],
    [
      "Workbook in a root of another name",
      container({ "/Workbook": STREAM }, (name) => name.replace("Root Entry", "R")),
    ],
    ["Workbook in a root in capitals", container({ "/Workbook": STREAM }, (name) => name.toUpperCase())],
    ["Workbook in a folder", container({ "/Storage 1/Workbook": STREAM, "/Storage 1/x": Buffer.from("x") })],
    ["WORKBOOK in a folder", container({ "/MBD0001/WORKBOOK": STREAM })],
    ["no container around the stream", STREAM],
  ])("a workbook whose stream is %s", async (_name, bytes) => {
    const workbook = await opened(bytes);
    expect(workbook).toMatchObject({ format: "xls", encrypted: false });
    expect(differences(plainOwn(workbook), savedAs("biff8"))).toEqual([]);
  });

  test.each<[string, Record<string, Buffer>, string]>([
    [
      "a Word document with a table of Excel in it",
      { "/WordDocument": STREAM, "/ObjectPool/_1/Workbook": STREAM },
      "a Word document",
    ],
    ["a Word document in capitals", { "/WORDDOCUMENT": STREAM }, "a Word document"],
    ["two workbooks in folders", { "/a/Workbook": STREAM, "/b/Workbook": STREAM }, "without a workbook"],
    ["neither", { "/x": STREAM }, "without a workbook"],
  ])("%s is said to be that", async (_name, streams, words) => {
    expect(await openWorkbook(container(streams))).toMatchObject({
      unreadable: { kind: "not-a-workbook", reason: expect.stringContaining(words) },
    });
  });

  test("an encrypted workbook whose streams are in capitals", async () => {
    const bytes = officeCrypto.encrypt(save("xlsx"), { password: "tantalum", type: "standard" });
    const locked = CFB.read(bytes, { type: "buffer" });
    const streams: Record<string, Buffer> = {};
    for (const [index, path] of (locked.FullPaths as string[]).entries()) {
      const { type, content } = locked.FileIndex[index] as { type: number; content: Buffer };
      if (type === 2) streams[path.slice(path.indexOf("/")).toUpperCase()] = content;
    }
    expect(await opened(container(streams), { passwords: ["tantalum"] })).toMatchObject({ encrypted: true });
  });

  test("more rounds than the format allows are refused at once", async () => {
    const locked = CFB.read(officeCrypto.encrypt(save("xlsx"), { password: "tantalum" }), { type: "buffer" });
    const info = CFB.find(locked, "/EncryptionInfo") as { content: Buffer };
    const text = Buffer.from(info.content).toString("latin1");
    const slow = Buffer.from(text.replaceAll(/spinCount="\d+"/g, 'spinCount="9999999999"'), "latin1");
    expect(slow.equals(Buffer.from(info.content))).toBe(false);
    const streams = { "/EncryptionInfo": slow, "/EncryptedPackage": Buffer.alloc(4096) };
    expect(await openWorkbook(container(streams), { passwords: ["one", "two"] })).toMatchObject({
      unreadable: { kind: "unsupported", reason: expect.stringContaining("would take too long") },
    });
  });
});

describe("protection", () => {
  const lock = (password: string, type?: "standard") =>
    officeCrypto.encrypt(save("xlsx"), type === undefined ? { password } : { password, type });

  // Agile encryption is slow by design (some seconds here), so this runs on request, like the other complete
  // comparisons.
  const types =
    process.env.CMRT_CORPUS_ALL === undefined ? ["standard" as const] : ["standard" as const, undefined];
  test.each(types)("Excel's public password, %s encryption", async (type) => {
    const workbook = await opened(lock("VelvetSweatshop", type));
    expect(workbook).toMatchObject({ format: "xlsx", encrypted: true });
    expect(differences(plainOwn(workbook), EXPECTED)).toEqual([]);
  });

  test("a real password is asked for, and used when given", async () => {
    const bytes = lock("tantalum", "standard");
    const asked = await openWorkbook(bytes, { passwords: ["wrong"] });
    expect(asked).toMatchObject({
      unreadable: { kind: "encrypted", ask: expect.stringContaining("--password") },
    });
    const workbook = await opened(bytes, { passwords: ["wrong", "tantalum"] });
    expect(workbook.encrypted).toBe(true);
  });

  test("an encrypted workbook cut off is damaged", async () => {
    const bytes = lock("VelvetSweatshop", "standard");
    expect(await openWorkbook(bytes.subarray(0, 3000))).toMatchObject({ ok: false });
  });
});
