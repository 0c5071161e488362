import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cellOf } from "../../../src/client/data/unpack-table.ts";
import { drawChart } from "../../../src/report/render/draw-chart.ts";
import { htmlBlock } from "../../../src/report/render/html.ts";
import { buildPack } from "../../helpers/build-report.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { tablesOf } from "../../helpers/page-tables.ts";
import { csvReader, recompute } from "../../helpers/recompute.ts";

const HOSTILE = '<script>alert(1)</script>"><img src=http://evil.example/x>';
const build = () =>
  buildPack(
    [
      buildResponse({
        id: "a",
        version: "4.20",
        company: { companyName: HOSTILE, effectiveDate: { value: "2016-03-01" } },
        smelters: [
          { metal: "tin", lookupName: "EM Vinto", mineCountries: "Bolivia, Rwanda" },
          { metal: "tin", lookupName: "Smelter not listed", name: HOSTILE, country: "PE" },
        ],
      }),
      buildResponse({
        id: "b",
        version: "4.20",
        company: {
          companyName: "Beta",
          effectiveDate: { value: "2016-03-01" },
          contactName: "Erika Muster",
          contactEmail: "erika@beta.example",
          contactPhone: "+49 30 1234567",
        },
        answers: {
          tin: { coveredCountries: { value: null, raw: "ask Erika Muster, +49 30 1234567" } },
        },
        smelters: [
          {
            metal: "tin",
            lookupName: "Smelter not listed",
            name: "A smelter",
            contactName: "Smelter Contact",
            contactEmail: "erika@beta.example",
            raw: { contactName: "Smelter Contact", name: "A  smelter (Smelter Contact)" },
          },
        ],
      }),
    ],
    { findings: [["a", "error", { message: HOSTILE }]] },
  );
const PACK = await build();
const HTML = String(PACK["report.html"]);

test("every figure carries its source, and the source gives the figure", () => {
  const readCsv = csvReader(PACK);
  const figures = [...HTML.matchAll(/<data value="([^"]*)" title="([^"]*)">([^<]*)<\/data>/g)];
  expect(figures.length).toBeGreaterThan(150);
  const plainText = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  for (const [, value, source, printed] of figures) {
    expect([source, value]).toEqual([source, String(recompute(plainText(source as string), readCsv))]);
    expect(printed).toBe(value);
  }
});

test("nothing is loaded from anywhere, and only the page's own script may run", () => {
  expect(HTML).toContain("default-src 'none'");
  for (const [element, directive] of [
    ["script", "script-src"],
    ["style", "style-src"],
  ]) {
    const [, text = ""] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(HTML) ?? [];
    const hash = createHash("sha256").update(text).digest("base64");
    expect(HTML).toContain(`${directive} 'sha256-${hash}'`);
  }
  expect(HTML).not.toMatch(/ style="| on\w+="/);
  const references = [...HTML.matchAll(/\s(?:src|href|xlink:href|data|action)="([^"]*)"/g)].map(
    ([, to]) => to,
  );
  expect(references.filter((to) => !to?.startsWith("#"))).toEqual([]);
  // SVG patterns within the page are not requests.
  expect(HTML.replace(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/@import|url\((?!#)/);
});

test("supplier text is shown, never obeyed", () => {
  const elements = [...HTML.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(elements.filter((attributes) => attributes === "")).toHaveLength(1);
  for (const attributes of elements) {
    expect(attributes).toMatch(/^$|^ type="application\/(?:json|octet-stream)" id="[\w-]+"$/);
  }
  expect(HTML).not.toContain("<img");
  expect(HTML).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("the same pack gives the same page", async () => {
  expect(String((await build())["report.html"])).toBe(HTML);
});

test("the tables of the page are those of the pack, row by row", () => {
  const readCsv = csvReader(PACK);
  const carried = tablesOf(HTML);
  for (const file of Object.keys(PACK).filter((name) => name.endsWith(".csv"))) {
    const table = carried.get(file);
    const names = Object.keys(readCsv(file)[0] ?? {});
    const rows = Array.from({ length: table?.rows ?? -1 }, (_, row) =>
      Object.fromEntries(
        names.map((name) => {
          const column = table?.columns.find((one) => one.name === name);
          return [name, String((column && cellOf(column, row)) ?? "")];
        }),
      ),
    );
    // The CSV adds an apostrophe before what a spreadsheet would take for a formula.
    expect([file, rows]).toEqual([file, readCsv(file)]);
  }
});

test("names, addresses and numbers of persons are in no table of the page", async () => {
  const page = String((await build())["report.html"]);
  const texts = [...tablesOf(page).values()].flatMap(({ columns }) =>
    columns.flatMap(({ values }) => values),
  );
  const all = [page, ...texts].join("\n");
  expect(all).toContain("withheld");
  for (const contact of ["Erika Muster", "erika@beta.example", "+49 30 1234567", "Smelter Contact"]) {
    expect(all).not.toContain(contact);
  }
});

test("charts have a name and a description, and tell series apart without colour", () => {
  const svg = drawChart({
    id: "chart-x",
    title: "X",
    description: "About X.",
    categories: ["a <b>", "c"],
    series: [
      { name: "one", values: [1, 2] },
      { name: "two", values: [0, 3] },
    ],
  }).html;
  expect(svg).toMatch(
    /^<svg class="chart" role="img" aria-labelledby="chart-x-title" aria-describedby="chart-x-about" /,
  );
  expect([...svg.matchAll(/fill="url\(#([\w-]+)\)"/g)].map(([, id]) => id)).toEqual([
    "fill-1",
    "fill-1",
    "fill-2",
  ]);
  expect(svg).toContain("a &lt;b&gt;");
  for (const [, ids = ""] of HTML.matchAll(
    /(?:aria-labelledby|aria-describedby|fill|href)="(?:url\()?#?([\w-]+)\)?"/g,
  )) {
    if (/^(?:fill|land|chart|map|overview-)/.test(ids)) expect(HTML).toContain(`id="${ids}"`);
  }
});

test("of a long table that the page has as a table of its own, the text says how many rows it shows", () => {
  const rows = Array.from({ length: 700 }, (_, row) => [`row ${row}`]);
  const block = { kind: "data" as const, caption: "", columns: [{ title: "Row" }], rows };
  expect(htmlBlock(block).html.match(/<td>/g)).toHaveLength(700);
  const linked = htmlBlock({ ...block, file: "smelters.csv" }).html;
  expect(linked.match(/<td>/g)).toHaveLength(500);
  expect(linked).toContain(
    'These are the first 500 of 700 rows. <a href="#table/smelters.csv">All of them</a>',
  );
});

test("headings, captions and scopes for those who do not see the page", () => {
  expect(HTML).toMatch(/<html lang="en">/);
  expect(HTML.match(/<h1>/g)).toHaveLength(1);
  for (const [, attributes] of HTML.matchAll(/<th( [^>]*)?>/g))
    expect(attributes).toMatch(/scope="(col|row)"/);
  const ids = [...HTML.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
