import { expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import type { Document } from "../../../src/report/render/document.ts";
import { renderDocx } from "../../../src/report/render/docx.ts";
import { openZip } from "../../../src/workbook/zip/zip.ts";

const HOSTILE = `<w:t>&amp; "quoted" \u0007 =1+1`;
const DOCUMENT: Document = {
  title: `Draft <1> & more`,
  blocks: [
    { kind: "heading", level: 1, text: "Draft" },
    { kind: "paragraph", text: [HOSTILE, " ", { strong: "strong" }, " ", { place: "the products" }] },
    { kind: "list", items: [["first"], ["second", { code: "a.csv" }]] },
    { kind: "gap", text: "what only the company knows" },
    { kind: "decision", label: "Decision" },
    {
      kind: "data",
      caption: "A table",
      columns: [{ title: "Name" }, { title: "Count", number: true }],
      rows: [["one", 1]],
    },
    {
      kind: "figures",
      caption: "Figures",
      columns: ["Count"],
      rows: [
        { label: "All", cells: [{ value: 3, source: { file: "a.csv", where: [] } }], sources: ["a.csv"] },
      ],
    },
  ],
};

test("the same document gives the same bytes, whenever it is written", async () => {
  const first = await renderDocx(DOCUMENT, "2017-06-30");
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.compare(await renderDocx(DOCUMENT, "2017-06-30"), first)).toBe(0);
  expect(Buffer.compare(await renderDocx(DOCUMENT, "2017-07-01"), first)).not.toBe(0);
});

test("everything in it stands as text", async () => {
  const zip = await openZip(Buffer.from(await renderDocx(DOCUMENT, "2017-06-30")), LIMITS);
  const body = zip.read("word/document.xml").toString("utf8");
  const properties = zip.read("docProps/core.xml").toString("utf8");
  const text = body.replace(/<[^>]+>/g, "");
  for (const wanted of [
    "&lt;w:t&gt;&amp;amp; ",
    "=1+1",
    "[the products]",
    "[To be written by the company: what only the company knows]",
    "Decision: ____",
    "A table",
    "one",
    "a.csv",
  ]) {
    expect(text).toContain(wanted);
  }
  expect(body).not.toContain("\u0007");
  expect(body).toContain('<w:highlight w:val="yellow"/>');
  expect(properties).toContain("<dc:title>Draft &lt;1&gt; &amp; more</dc:title>");
  expect(properties).toContain("2017-06-30T00:00:00Z</dcterms:created>");
});
