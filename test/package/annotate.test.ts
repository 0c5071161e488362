import * as xlsx from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/model/limits.ts";
import { type AnnotatedPackage, annotate } from "../../src/package/annotate.ts";
import type { EarlierRound } from "../../src/package/earlier-round.ts";
import type { Request } from "../../src/package/request-sheet.ts";
import { openPackage } from "../../src/workbook/ooxml/open-package.ts";
import { openZip } from "../../src/workbook/zip/zip.ts";
import { buildOoxml, MAIN, type OoxmlOptions } from "../helpers/build-ooxml.ts";
import { checkPackage } from "../helpers/check-package.ts";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORDS = {
  name: "Please correct",
  title: "Title",
  intro: "Intro",
  number: "No.",
  sheet: "Sheet",
  cell: "Cell",
  found: "Now",
  request: "To do",
};
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/></cellXfs></styleSheet>`;

const sheet = (rows: string, more = "") =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${R}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>${rows}</sheetData>${more}</worksheet>`;
const plain = (text: string) => `<worksheet xmlns="${MAIN}"><sheetData>${text}</sheetData></worksheet>`;

/** A workbook with a relation to its styles part. */
function workbook(options: OoxmlOptions): Buffer {
  const built = { ...options.parts };
  const names = Object.keys(options.sheets);
  const targets = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${R}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const more = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const own = Object.keys(built).flatMap((part) =>
    part.includes("comments")
      ? [more(part, "comments")]
      : part.startsWith("xl/threadedComments")
        ? [`<Override PartName="/${part}" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>`]
        : [],
  );
  return buildOoxml({
    ...options,
    parts: {
      "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Default Extension="xml" ContentType="application/xml"/>${more("xl/workbook.xml", "sheet.main")}${names.map((_, index) => more(`xl/worksheets/sheet${index + 1}.xml`, "worksheet")).join("")}${more("xl/styles.xml", "styles")}${own.join("")}</Types>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}">${targets.join("")}<Relationship Id="rIdStyles" Type="${R}/styles" Target="styles.xml"/></Relationships>`,
      "xl/styles.xml": STYLES,
      ...built,
    },
  });
}

const request = (sheetName: string | null, cell: string | null, more: Partial<Request> = {}): Request => ({
  number: 1,
  sheet: sheetName,
  cell,
  found: "",
  request: "Please correct this.",
  ...more,
});

async function marked(
  bytes: Buffer,
  requests: readonly Request[],
  earlier?: EarlierRound,
): Promise<AnnotatedPackage & { read: xlsx.WorkBook }> {
  const result = annotate(await openPackage(bytes), requests, WORDS, earlier);
  expect(await checkPackage(result.bytes)).toEqual([]);
  return { ...result, read: xlsx.read(result.bytes, { cellStyles: true, cellNF: true }) };
}

const cellOf = (read: xlsx.WorkBook, name: string, address: string) => read.Sheets[name]?.[address];
const fillOf = (read: xlsx.WorkBook, name: string, address: string) =>
  cellOf(read, name, address)?.s?.fgColor?.rgb as string | undefined;
const noteOf = (read: xlsx.WorkBook, name: string, address: string) =>
  cellOf(read, name, address)
    ?.c?.map(({ t }: { t: string }) => t)
    .join("|") as string | undefined;
const ORANGE = "FFB266";

describe("a cell", () => {
  test("is filled and has a note; its value, number format and neighbours stay", async () => {
    const bytes = workbook({
      sheets: { A: sheet('<row r="3"><c r="B3" s="1"><v>45820</v></c><c r="C3" s="1"><v>7</v></c></row>') },
    });
    const { read } = await marked(bytes, [request("A", "B3", { number: 4, found: "45820" })]);
    expect(fillOf(read, "A", "B3")).toBe(ORANGE);
    expect(cellOf(read, "A", "B3")).toMatchObject({ v: 45820, z: "m/d/yy" });
    expect(noteOf(read, "A", "B3")).toBe("No. 4\nPlease correct this.");
    expect(fillOf(read, "A", "C3")).toBe("00FF00");
    expect(noteOf(read, "A", "C3")).toBeUndefined();
  });

  test("comes into being where the sheet has none, with the style of its row or column", async () => {
    const rows = '<row r="2" s="1" customFormat="1"><c r="A2"/></row>';
    const xml = `<worksheet xmlns="${MAIN}"><cols><col min="4" max="4" style="1" width="9"/></cols><sheetData>${rows}</sheetData></worksheet>`;
    const { bytes } = await marked(workbook({ sheets: { A: xml } }), [
      request("A", "C2"),
      request("A", "D9"),
      request("A", "E9"),
    ]);
    const zip = await openZip(bytes, LIMITS);
    const formats = [
      ...zip
        .read("xl/styles.xml")
        .toString()
        .matchAll(/<xf numFmtId="(\d+)"[^>]*fillId="3"/g),
    ].map(([, format]) => format);
    // One format with a date, one without: row and column share theirs.
    expect(formats).toEqual(["14", "0"]);
  });

  test("of a merged range is the first one of it; a row is marked at its beginning", async () => {
    const xml = sheet(
      '<row r="1"><c r="B1"/></row>',
      '<mergeCells count="1"><mergeCell ref="B1:D3"/></mergeCells>',
    );
    const { read } = await marked(workbook({ sheets: { A: xml } }), [
      request("A", "C2"),
      request("A", "7:7"),
    ]);
    expect(noteOf(read, "A", "B1")).toContain("correct");
    expect(noteOf(read, "A", "A7")).toContain("correct");
    const list = read.Sheets["Please correct"];
    expect([list?.C5?.v, list?.C5?.l?.Target, list?.C6?.v, list?.C6?.l?.Target]).toEqual([
      "C2",
      "#'A'!B1",
      "7:7",
      "#'A'!A7",
    ]);
  });

  test("has all its requests in one note", async () => {
    const { read } = await marked(workbook({ sheets: { A: sheet("") } }), [
      request("A", "A1", { number: 1, request: "First." }),
      request("a", "A1", { number: 2, request: "Second." }),
    ]);
    expect(noteOf(read, "A", "A1")).toBe("No. 1\nFirst.\n\nNo. 2\nSecond.");
  });
});

test("the list has every request in order, links where there is a cell, and what is not in the workbook too", async () => {
  const name = 'It\'s & "B" <1>';
  const bytes = workbook({
    sheets: {
      [name.replace(/[&"<]/g, (c) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;" })[c] as string)]: sheet(""),
    },
  });
  const { read, onListOnly } = await marked(bytes, [
    request(name, "B2", { found: "=1+1", number: 1 }),
    request(name, null, { number: 2 }),
    request("Gone", "B2", { number: 3 }),
    request(null, null, { number: 4, request: '=HYPERLINK("http://evil")' }),
  ]);
  const list = read.Sheets["Please correct"] as xlsx.WorkSheet;
  const rows = xlsx.utils.sheet_to_json<string[]>(list, { header: 1, range: "A4:E8", defval: "" });
  expect(rows).toEqual([
    ["No.", "Sheet", "Cell", "Now", "To do"],
    [1, name, "B2", "=1+1", "Please correct this."],
    [2, name, "", "", "Please correct this."],
    [3, "Gone", "B2", "", "Please correct this."],
    [4, "", "", "", '=HYPERLINK("http://evil")'],
  ]);
  expect(list.C5?.l?.Target).toBe("#'It''s & \"B\" <1>'!B2");
  expect([list.E8?.f, list.D5?.f]).toEqual([undefined, undefined]);
  expect(onListOnly).toEqual(["Gone!B2"]);
  expect(read.Workbook?.Sheets?.map(({ name: each }) => each)).toEqual(["Please correct", name]);
});

test("a sheet that has the name already gets no second of it", async () => {
  const { read } = await marked(workbook({ sheets: { "please CORRECT": sheet("") } }), [request(null, null)]);
  expect(read.SheetNames).toEqual(["Please correct (2)", "please CORRECT"]);
});

const COMMENTS = (inner: string) =>
  `<comments xmlns="${MAIN}"><authors><author>Jo</author></authors><commentList>${inner}</commentList></comments>`;
const BOX = (row: number, column: number) =>
  `<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const VML = (inner: string) =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${inner}</xml>`;
const withNotes = (comments: string, boxes: string, more: Record<string, string> = {}) =>
  workbook({
    sheets: { A: sheet('<row r="1"><c r="A1"/></row>', '<legacyDrawing r:id="rId2"/>') },
    parts: {
      "xl/comments1.xml": COMMENTS(comments),
      "xl/drawings/vmlDrawing1.vml": VML(boxes),
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${R}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${R}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>${more.relation ?? ""}</Relationships>`,
      ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "relation")),
    },
  });

describe("notes that are there", () => {
  const theirs =
    '<comment ref="A1" authorId="0"><text><t>theirs</t></text></comment><comment ref="B9" authorId="0"><text><r><t>other</t></r></text></comment>';

  test("stay, on the same cell above ours, and are as before once ours are taken out", async () => {
    const bytes = withNotes(theirs, BOX(0, 0) + BOX(8, 1));
    const { read, bytes: first } = await marked(bytes, [request("A", "A1"), request("A", "C3")]);
    expect(noteOf(read, "A", "A1")).toBe("theirs\n──── cmrt ────\nNo. 1\nPlease correct this.");
    expect(noteOf(read, "A", "B9")).toBe("other");
    expect(noteOf(read, "A", "C3")).toContain("No. 1");
    const again = await marked(first, [request("A", "D4")], { sheet: "Please correct", marks: [] });
    expect(["A1", "B9", "C3", "D4"].map((address) => noteOf(again.read, "A", address))).toEqual([
      "theirs",
      "other",
      undefined,
      "No. 1\nPlease correct this.",
    ]);
  });

  test("and a conversation is left alone: the cell is marked, and said to be without a note", async () => {
    const threads = "http://schemas.microsoft.com/office/2017/10/relationships";
    const thread =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}" personId="{2}"><text>Why?</text></threadedComment></ThreadedComments>';
    const bytes = withNotes(theirs, BOX(0, 0) + BOX(8, 1), {
      relation: `<Relationship Id="rId3" Type="${threads}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>`,
      "xl/threadedComments/threadedComment1.xml": thread,
    });
    const { read, bytes: after, withoutNote } = await marked(bytes, [request("A", "A1"), request("A", "B2")]);
    expect(withoutNote).toEqual(["A!A1"]);
    expect(fillOf(read, "A", "A1")).toBe(ORANGE);
    expect(noteOf(read, "A", "B2")).toContain("No. 1");
    const zip = await openZip(after, LIMITS);
    expect(zip.read("xl/threadedComments/threadedComment1.xml").toString()).toBe(thread);
    expect(zip.read("xl/comments1.xml").toString()).toContain("<text><t>theirs</t></text>");
  });

  test("in a drawing with prefixes of its own and in bytes that are no UTF-8", async () => {
    const odd = `<xml><n:shape xmlns:n="urn:schemas-microsoft-com:vml" id="a"><m:ClientData xmlns:m="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><m:Row>0</m:Row><m:Column>0</m:Column></m:ClientData></n:shape></xml>`;
    const bytes = withNotes(theirs, BOX(0, 0) + BOX(8, 1), { "xl/drawings/vmlDrawing1.vml": odd });
    const text = Buffer.from(odd.replace('id="a"', 'id="\u00e9"'), "latin1");
    const result = annotate(
      await openPackage((await openPackage(bytes)).rewrite(new Map([["xl/drawings/vmlDrawing1.vml", text]]))),
      [request("A", "C3")],
      WORDS,
      undefined,
    );
    const vml = (await openZip(result.bytes, LIMITS)).read("xl/drawings/vmlDrawing1.vml").toString("latin1");
    expect(vml).toContain('id="\u00e9"');
    expect(vml).toMatch(/<v:shape xmlns:v="urn:schemas-microsoft-com:vml"[^>]* id="_x0000_s\d+"/);
  });
});

describe("what an earlier round added", () => {
  test("gives way: its sheet, its notes and its fills, in place of which the old ones come", async () => {
    const bytes = workbook({ sheets: { A: sheet('<row r="3"><c r="B3" s="1"/><c r="C3"/></row>') } });
    const first = await marked(bytes, [request("A", "B3"), request("A", "C3")]);
    const list = first.read.Sheets["Please correct"] as xlsx.WorkSheet;
    expect(list.A1?.v).toBe("cmrt:requests:1");
    const marks = [5, 6].map((row) => ({
      sheet: list[`F${row}`]?.v,
      cell: list[`G${row}`]?.v,
      fill: list[`H${row}`]?.v,
    }));
    const earlier = { sheet: "Please correct", marks };
    const second = await marked(first.bytes, [request("A", "C3", { number: 9 })], earlier);
    expect(second.read.SheetNames).toEqual(["Please correct", "A"]);
    expect(fillOf(second.read, "A", "B3")).toBe("00FF00");
    expect(noteOf(second.read, "A", "B3")).toBeUndefined();
    expect(fillOf(second.read, "A", "C3")).toBe(ORANGE);
    expect(noteOf(second.read, "A", "C3")).toBe("No. 9\nPlease correct this.");
    // Repeating the same does not add a round.
    const third = await marked(second.bytes, [request("A", "C3", { number: 9 })], {
      ...earlier,
      marks: marks.slice(1),
    });
    expect([...(await openZip(third.bytes, LIMITS)).names].sort()).toEqual(
      [...(await openZip(second.bytes, LIMITS)).names].sort(),
    );
  });

  test("may have been changed by the supplier: no XML of it comes into the styles, and other fills stay", async () => {
    const bytes = workbook({ sheets: { A: sheet('<row r="3"><c r="B3"/><c r="C3" s="1"/></row>') } });
    const first = await marked(bytes, [request("A", "B3")]);
    const marks = [
      { sheet: "A", cell: "B3", fill: "<fill/></fills><evil/>" },
      { sheet: "A", cell: "C3", fill: '<fill><patternFill patternType="solid"/></fill>' },
      { sheet: "A", cell: "nowhere", fill: "" },
      { sheet: "Gone", cell: "A1", fill: "" },
    ];
    const { read, bytes: after } = await marked(first.bytes, [request(null, null)], {
      sheet: "Please correct",
      marks,
    });
    expect((await openZip(after, LIMITS)).read("xl/styles.xml").toString()).not.toContain("evil");
    expect(fillOf(read, "A", "B3")).toBeUndefined();
    expect(fillOf(read, "A", "C3")).toBe("00FF00");
  });
});

test("a signature goes, and that is told", async () => {
  const origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
  const bytes = workbook({
    sheets: { A: sheet("") },
    parts: {
      "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId9" Type="${origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>`,
      "_xmlsignatures/origin.sigs": "",
      "_xmlsignatures/sig1.xml": "<Signature/>",
    },
  });
  const { bytes: after, signatureRemoved } = await marked(bytes, [request("A", "A1")]);
  expect(signatureRemoved).toBe(true);
  expect((await openZip(after, LIMITS)).names.filter((name) => name.includes("signature"))).toEqual([]);
});

test.each<[string, Partial<OoxmlOptions>]>([
  ["without styles", {}],
  ["strict", { strict: true }],
  ["with absolute targets", { absolute: true }],
])("a workbook %s is marked too", async (_, options) => {
  const bytes = buildOoxml({
    sheets: { A: plain(""), B: plain('<row r="1"><c r="A1"/></row>') },
    ...options,
  });
  const result = annotate(
    await openPackage(bytes),
    [request("A", "B2"), request("B", "A1")],
    WORDS,
    undefined,
  );
  expect((await checkPackage(result.bytes)).filter((fault) => !fault.includes("sharedstrings"))).toEqual([]);
  const read = xlsx.read(result.bytes, { cellStyles: true });
  expect([fillOf(read, "A", "B2"), fillOf(read, "B", "A1")]).toEqual([ORANGE, ORANGE]);
});

test("the same workbook and requests give the same bytes", async () => {
  const bytes = workbook({ sheets: { A: sheet("") } });
  const first = await marked(bytes, [request("A", "A1")]);
  const second = await marked(bytes, [request("A", "A1")]);
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test("any text of a supplier is inert in note and list, and the parts stay legal XML", async () => {
  const bytes = workbook({ sheets: { A: sheet("") } });
  const nasty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constantFrom(
      "=1+1",
      "<b>x</b>",
      "]]>",
      "&amp;",
      "\u0000",
      "\ud800",
      "_x0041_",
      "x".repeat(32_767),
      "\r\n",
      "'",
    ),
  );
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (found, text) => {
      const { read } = await marked(bytes, [request("A", "A1", { found, request: text })]);
      const list = read.Sheets["Please correct"] as xlsx.WorkSheet;
      expect([list.D5?.f, list.E5?.f]).toEqual([undefined, undefined]);
      expect(String(list.D5?.v ?? "").length).toBeLessThan(2_100);
      expect((noteOf(read, "A", "A1") ?? "").length).toBeLessThan(4_100);
    }),
    { numRuns: 25 },
  );
});
