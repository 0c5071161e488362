import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendTo,
  attribute,
  childrenOf,
  escapeAttribute,
  escapeXml,
  findTag,
  rootTag,
  type Tag,
  tagsOf,
  UnexpectedPart,
  unescapeXml,
  withAttribute,
} from "../../src/package/xml-tags.ts";

test("tags are found with their places; comments, sections and instructions are none", () => {
  const xml = `<?xml version="1.0"?><!-- <a> --><x:a b='>' c="'"><![CDATA[<no/>]]><b/></x:a >`;
  const tags = [...tagsOf(xml)];
  expect(tags.map(({ prefix, name, closes, empty }) => [prefix, name, closes, empty])).toEqual([
    ["x:", "a", false, false],
    ["", "b", false, true],
    ["x:", "a", true, false],
  ]);
  expect(tags.map(({ start, end }) => xml.slice(start, end))).toEqual([
    `<x:a b='>' c="'">`,
    "<b/>",
    "</x:a >",
  ]);
  const [first] = tags as [Tag];
  expect([attribute(first, "b"), attribute(first, "c"), attribute(first, "d")]).toEqual([
    ">",
    "'",
    undefined,
  ]);
});

test.each(["<a", "<a b='", "<!-- ", "<![CDATA[", "<!DOCTYPE a>"])("%j is refused", (xml) => {
  expect(() => [...tagsOf(`<r>${xml}`)]).toThrow(UnexpectedPart);
});

test("children are those of the element, not those within them; one that is not closed is refused", () => {
  const xml = "<r><a><a/>x</a><!-- <b/> --><b>1</b></r>";
  expect([...childrenOf(xml, rootTag(xml).end)].map(({ name, content }) => [name, content])).toEqual([
    ["a", "<a/>x"],
    ["b", "1"],
  ]);
  expect(() => [...childrenOf("<r><a></r>", 3)]).toThrow("a is not closed");
});

describe("an attribute", () => {
  test("is set in its place, added or taken out", () => {
    expect(withAttribute(` a="1" s='2' b="3"`, "s", "9")).toBe(` a="1" s="9" b="3"`);
    expect(withAttribute(` a="1"`, "s", "<&\"'")).toBe(` a="1" s="&lt;&amp;&quot;'"`);
    expect(withAttribute(` a="1" s="2" b="3"`, "s", undefined)).toBe(` a="1" b="3"`);
    expect(withAttribute(` xs="1"`, "s", "2")).toBe(` xs="1" s="2"`);
  });

  test("holds any text that XML can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const tag = findTag(`<a b="${escapeAttribute(text)}"/>`, "a") as Tag;
        expect(escapeAttribute(attribute(tag, "b") ?? "")).toBe(escapeAttribute(text));
      }),
      { numRuns: 100 },
    );
  });
});

test("text is escaped so that it stays text: controls go, halves of pairs and escapes of Excel are made safe", () => {
  expect(escapeXml("a<b>&\u0000\u0001\ud800\r_x0041_\uffff")).toBe("a&lt;b&gt;&amp;\ufffd&#13;_x005F_x0041_");
  expect(unescapeXml("&lt;&#65;&#x1F600;&quot;&unknown;")).toBe('<A😀"&unknown;');
});

test("content is put in last, also where the element was empty", () => {
  expect(appendTo("<r><a/></r>", rootTag("<r><a/></r>"), "<b/>")).toBe("<r><a/><b/></r>");
  expect(appendTo('<x:r y="1"/>', rootTag('<x:r y="1"/>'), "<b/>")).toBe('<x:r y="1"><b/></x:r>');
});
