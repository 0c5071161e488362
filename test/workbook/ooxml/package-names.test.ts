// Workbooks whose parts are named by zip programs that know nothing about packages.
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import { openPackage } from "../../../src/workbook/ooxml/open-package.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { openZip } from "../../../src/workbook/zip/zip.ts";
import { buildOoxml, MAIN } from "../../helpers/build-ooxml.ts";
import { buildZip } from "../../helpers/build-zip.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { unpackLines } from "../../helpers/unpack-lines.ts";

const PLAIN = buildOoxml({
  sheets: {
    S: `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`,
  },
});

/** The workbook with other names for its parts, and additional files. */
async function renamed(rename: (name: string) => string, ...beside: string[]): Promise<Buffer> {
  const zip = await openZip(PLAIN, LIMITS);
  return buildZip([
    ...zip.names.map((name) => ({ name: rename(name), bytes: zip.read(name) })),
    ...beside.map((name) => ({ name, bytes: "x" })),
  ]);
}

const NAMES: [string, (name: string) => string][] = [
  ["a leading slash", (name) => `/${name}`],
  ["two leading slashes", (name) => `//${name}`],
  ["a leading dot", (name) => `./${name}`],
  ["a leading backslash", (name) => `\\${name.replaceAll("/", "\\")}`],
  ["backslashes", (name) => name.replaceAll("/", "\\")],
  ["dots and empty steps between", (name) => name.replaceAll("/", "/.//")],
  ["a drive", (name) => `C:\\${name.replaceAll("/", "\\")}`],
  ["capitals", (name) => name.toUpperCase()],
  ["a folder around them", (name) => `acme/${name}`],
  ["folders around them", (name) => `C:/in/ACME 2024/${name}`],
];

describe.each(NAMES)("%s", (_name, rename) => {
  test("is read as the workbook that it is, and not taken for an archive", async () => {
    const bytes = await renamed(rename);
    const opened = await openWorkbook(bytes);
    expect(opened.ok && opened.workbook.sheet("S")?.rows[0]?.cells[0]?.value).toMatchObject({ number: 7 });
    expect((await unpackLines(temporaryFolder(), "acme.xlsx", bytes)).lines).toEqual(["acme.xlsx: ok"]);
  });

  test("its parts can be written anew", async () => {
    const before = await openPackage(await renamed(rename));
    const part = before.sheet("S")?.part ?? "";
    const after = before.rewrite(new Map([[part, before.text(part).replace("7", "8")]]));
    const opened = await openWorkbook(after);
    expect(opened.ok && opened.workbook.sheet("S")?.rows[0]?.cells[0]?.value).toMatchObject({ number: 8 });
  });
});

test("what a Mac leaves beside a packed folder does not hide the workbook", async () => {
  const bytes = await renamed((name) => `acme/${name}`, "__MACOSX/acme/._x");
  expect(await openWorkbook(bytes)).toMatchObject({ ok: true });
});

test("two parts that only differ in what does not count: nobody can say which one is meant", async () => {
  const bytes = await renamed((name) => name, "/xl/workbook.xml");
  expect(await openWorkbook(bytes)).toMatchObject({
    unreadable: { kind: "damaged", reason: expect.stringContaining("twice") },
  });
});

test("an archive of workbooks in one folder stays an archive", async () => {
  const bytes = buildZip(["in/a.xlsx", "in/b.xlsx"].map((name) => ({ name, bytes: PLAIN })));
  expect((await unpackLines(temporaryFolder(), "r.zip", bytes)).lines).toEqual([
    "r.zip » in/a.xlsx: ok",
    "r.zip » in/b.xlsx: ok",
  ]);
});

test.each<[string, string[]]>([
  ["Numbers", ["Index/Document.iwa", "Index/Tables/DataList.iwa", "preview.jpg"]],
  ["Numbers of another age", ["Index/CalculationEngine.iwa", "Metadata/Properties.plist"]],
  ["a folder of Numbers", ["acme.numbers/Index.zip", "acme.numbers/preview.jpg"]],
])("a file of %s is named with what to ask for", async (_name, names) => {
  const bytes = buildZip(names.map((name) => ({ name, bytes: "x" })));
  const { lines, reasons } = await unpackLines(temporaryFolder(), "acme.numbers", bytes);
  expect(lines).toEqual(["acme.numbers: not-a-workbook"]);
  expect(reasons[0]).toContain("Numbers");
});
