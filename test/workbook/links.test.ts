// Targets of cell hyperlinks in every format.
import XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { formulaLink } from "../../src/workbook/formula-link.ts";
import { buildOoxml, MAIN } from "../helpers/build-ooxml.ts";
import { opened } from "./other-readers.ts";

const POLICY = "https://acme.example/policy?a=1&b=2";

describe.each(["xlsx", "xlsm", "xlsb", "biff8", "ods"] as const)("%s", (bookType) => {
  test("a cell's hyperlink leads where it says", async () => {
    const sheet: XLSX.WorkSheet = {
      "!ref": "A1:B2",
      A1: { t: "s", v: "Our policy", l: { Target: POLICY } },
      B1: { t: "s", v: "none" },
      B2: { t: "s", v: "write", l: { Target: "mailto:ada@acme.example" } },
    };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "Declaration");
    const workbook = await opened(XLSX.write(book, { type: "buffer", bookType }));
    expect(Object.fromEntries(workbook.sheet("Declaration")?.links() ?? [])).toEqual({
      A1: POLICY,
      B2: "mailto:ada@acme.example",
    });
  });
});

describe("an Office package", () => {
  const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Our policy</t></is></c></row>';
  const relations = (targets: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets}</Relationships>`;
  const RELATION = `<Relationship Id="rId9" Type="${R}/hyperlink" Target="${POLICY.replace("&", "&amp;")}" TargetMode="External"/>`;

  async function linksOf(sheet: string, rels = relations(RELATION)) {
    const bytes = buildOoxml({
      sheets: { Declaration: sheet },
      parts: { "xl/worksheets/_rels/sheet1.xml.rels": rels },
    });
    return Object.fromEntries((await opened(bytes)).sheet("Declaration")?.links() ?? []);
  }
  const sheet = (rest: string, rows = CELL) =>
    `<worksheet xmlns="${MAIN}" xmlns:r="${R}"><sheetData>${rows}</sheetData>${rest}</worksheet>`;

  test("of merged cells has the link at the first; links within the workbook and lost ones are left out", async () => {
    const links =
      '<hyperlinks><hyperlink ref="A1:D1" r:id="rId9"/><hyperlink ref="B5" location="Checker!A1"/><hyperlink ref="B6" r:id="rId1"></hyperlink><hyperlink ref="B7" r:id="rId9"/></hyperlinks>';
    expect(await linksOf(sheet(links))).toEqual({ A1: POLICY, B7: POLICY });
  });

  test("with prefixes", async () => {
    const prefixed = `<x:worksheet xmlns:x="${MAIN}" xmlns:r="${R}"><x:sheetData/><x:hyperlinks><x:hyperlink ref="G77" r:id="rId9"/></x:hyperlinks></x:worksheet>`;
    expect(await linksOf(prefixed)).toEqual({ G77: POLICY });
  });

  test("whose formula makes the link", async () => {
    const formula = 'HYPERLINK("https://b.example/?x=1&amp;y=2",&quot;Policy&quot;)';
    const rows = `<row r="3"><c r="C3" s="1" t="str"><f>IF(TRUE,1)</f><v>1</v></c><c r="D3" t="str"><f>${formula}</f><v>Policy</v></c></row>`;
    expect(await linksOf(sheet("", rows))).toEqual({ D3: "https://b.example/?x=1&y=2" });
  });

  test("that is damaged there has no links, and is read all the same", async () => {
    expect(await linksOf(sheet("<hyperlinks><hyperlink ref="))).toEqual({});
    expect(
      await linksOf(sheet('<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>'), "<Relation"),
    ).toEqual({});
  });
});

test.each([
  ['HYPERLINK("https://a.example","A")', "https://a.example"],
  ['hyperlink( "https://a.example/""q""" )', 'https://a.example/"q"'],
  ["HYPERLINK(B1)", undefined],
  ['HYPERLINK("")', undefined],
  ["1+1", undefined],
])("the formula %s leads to %s", (formula, target) => {
  expect(formulaLink(formula)).toBe(target);
});
