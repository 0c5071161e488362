import { expect, test } from "vitest";
import { sheetEntries, withFirstSheet, withoutSheet } from "../../src/package/workbook-part.ts";
import { unselected, withLegacyDrawing } from "../../src/package/worksheet-part.ts";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const part = (views: string, names = "") =>
  `<workbook xmlns="m" xmlns:rel="r"><bookViews>${views}</bookViews><sheets><sheet name="A &amp; B" sheetId="4" rel:id="rId1"/><sheet name="C" sheetId="9" state="hidden" rel:id="rId2"/></sheets><definedNames>${names}</definedNames></workbook>`;
const NEW = { name: "Please", sheetId: 10, relation: "rId3" };

test("the sheets are told by name, number and relation, whatever the prefix of relations", () => {
  expect(sheetEntries(part(""))).toEqual([
    { name: "A & B", sheetId: 4, relation: "rId1" },
    { name: "C", sheetId: 9, relation: "rId2" },
  ]);
});

test("a first sheet is shown, and names of single sheets stay with theirs; taken out again all is as before", () => {
  const names =
    '<definedName name="x" localSheetId="1">C!$A$1</definedName><definedName name="y">1</definedName>';
  const before = part("<workbookView/>", names);
  const after = withFirstSheet(part('<workbookView activeTab="1" firstSheet="1"/>', names), NEW, R);
  expect(sheetEntries(after)[0]).toEqual(NEW);
  expect(after).toContain("<workbookView/>");
  expect(after).toContain('<definedName name="x" localSheetId="2">');
  expect(withoutSheet(after, 0)).toBe(before);
  const own = after.replace('name="x" localSheetId="2"', 'name="x" localSheetId="0"');
  expect(withoutSheet(own, 0)).not.toContain('name="x"');
});

test("a sheet is no longer selected", () => {
  const view = (more: string) =>
    `<worksheet><sheetViews><sheetView${more} workbookViewId="0"/></sheetViews></worksheet>`;
  expect(unselected(view(' tabSelected="1"'))).toBe(view(""));
  expect(unselected(view(""))).toBe(view(""));
});

test.each([
  ["<drawing r:id='1'/>", ""],
  ["<drawing r:id='1'/>", "<tableParts/>"],
  [
    "<pageSetup/>",
    '<mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>',
  ],
  ["<sheetData><row/></sheetData>", "<extLst><ext/></extLst>"],
])("the drawing of notes stands behind %s and before %j", (before, behind) => {
  const xml = withLegacyDrawing(`<worksheet>${before}${behind}</worksheet>`, "rId7", R);
  expect(xml).toMatch(/<legacyDrawing xmlns:r="[^"]+relationships" r:id="rId7"\/>/);
  expect(xml.replace(/<legacyDrawing[^>]*>/, "|")).toBe(`<worksheet>${before}|${behind}</worksheet>`);
});
