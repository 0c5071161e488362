import { expect, test } from "vitest";
import { ensureDefaultType, removeContentType, setContentType } from "../../src/package/content-types.ts";
import { Draft } from "../../src/package/package.ts";
import { relationsPart, resolvePart, sourceOf, targetFrom } from "../../src/package/part-names.ts";
import { addRelation, relationsOf, removeRelations } from "../../src/package/relations.ts";
import { openPackage } from "../../src/workbook/ooxml/open-package.ts";
import { buildOoxml, MAIN } from "../helpers/build-ooxml.ts";

const SHEET = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
const draft = async (options: Partial<Parameters<typeof buildOoxml>[0]> = {}) =>
  new Draft(await openPackage(buildOoxml({ sheets: { A: SHEET, B: SHEET }, ...options })));

test("names of parts: where relations lie, and how they are told from a folder", () => {
  expect(relationsPart("xl/workbook.xml")).toBe("xl/_rels/workbook.xml.rels");
  expect(sourceOf(relationsPart("xl/workbook.xml"))).toBe("xl/workbook.xml");
  expect([relationsPart(""), sourceOf("_rels/.rels")]).toEqual(["_rels/.rels", ""]);
  for (const [folder, part, target] of [
    ["xl/", "xl/styles.xml", "styles.xml"],
    ["xl/worksheets/", "xl/comments1.xml", "../comments1.xml"],
    ["", "xl/a.xml", "xl/a.xml"],
    ["a/b/", "c/d.xml", "../../c/d.xml"],
  ] as const) {
    expect(targetFrom(folder, part)).toBe(target);
    expect(resolvePart(folder, target)).toBe(part);
  }
});

test.each([{}, { absolute: true }, { strict: true }])(
  "a relation is added with an id of its own (%j)",
  async (options) => {
    const changed = await draft(options);
    const before = relationsOf(changed, "xl/workbook.xml");
    const id = addRelation(changed, "xl/workbook.xml", "worksheet", "xl/worksheets/sheet3.xml");
    const after = relationsOf(changed, "xl/workbook.xml");
    expect(before.map((relation) => relation.id)).not.toContain(id);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toEqual({ ...before[0], id, target: "xl/worksheets/sheet3.xml" });
    removeRelations(changed, "xl/workbook.xml", [id]);
    expect(relationsOf(changed, "xl/workbook.xml")).toEqual(before);
  },
);

test("the first relation of a part brings its relations part", async () => {
  const changed = await draft();
  expect(addRelation(changed, "xl/worksheets/sheet1.xml", "comments", "xl/comments1.xml")).toBe("rId1");
  expect(changed.text("xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../comments1.xml"');
});

test("content types are said once", async () => {
  const changed = await draft();
  const types = () => changed.text("[Content_Types].xml");
  const before = types();
  ensureDefaultType(changed, "rels", "other");
  expect(types()).toBe(before);
  ensureDefaultType(changed, "vml", "drawing");
  setContentType(changed, "xl/a.xml", "one");
  setContentType(changed, "xl/A.xml", "two");
  expect(types()).toContain('<Default Extension="vml" ContentType="drawing"/>');
  expect(types().match(/PartName="\/xl\/a\.xml"/gi)).toHaveLength(1);
  removeContentType(changed, "xl/a.xml");
  expect(types()).not.toMatch(/xl\/a\.xml/i);
});
