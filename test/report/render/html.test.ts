import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { loadDrawChart } from "../../../src/report/render/draw-chart.ts";
import { buildPack } from "../../helpers/build-report.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { csvReader, recompute } from "../../helpers/recompute.ts";

const HOSTILE = '<script>alert(1)</script>"><img src=http://evil.example/x>';
const PACK = await buildPack(
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
      company: { companyName: "Beta", effectiveDate: { value: "2016-03-01" } },
    }),
  ],
  { findings: [["a", "error", { message: HOSTILE }]] },
);
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
  const [script = ""] = /(?<=<script>)[\s\S]*?(?=<\/script>)/.exec(HTML) ?? [];
  const hash = createHash("sha256").update(script).digest("base64");
  expect(HTML).toContain(`script-src 'sha256-${hash}'`);
  const references = [...HTML.matchAll(/\s(?:src|href|xlink:href|data|action)="([^"]*)"/g)].map(
    ([, to]) => to,
  );
  expect(references.filter((to) => !to?.startsWith("#"))).toEqual([]);
  expect(HTML).not.toMatch(/@import|url\(/);
});

test("supplier text is shown, never obeyed", () => {
  expect(HTML.match(/<script/g)).toHaveLength(1);
  expect(HTML).not.toContain("<img");
  expect(HTML).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("charts have a name and a description, and are alike every time they are drawn", async () => {
  const draw = await loadDrawChart();
  const chart = {
    id: "chart-x",
    title: "X",
    description: "About X.",
    kind: "stacked" as const,
    categories: ["a <b>", "c"],
    series: [
      { name: "one", values: [1, 2] },
      { name: "two", values: [0, 3] },
    ],
  };
  const svg = draw(chart);
  expect(svg).toMatch(/^<svg role="img" aria-labelledby="chart-x-title" aria-describedby="chart-x-about" /);
  expect(svg).toContain("var(--series-2)");
  expect(svg).toContain("a &lt;b&gt;");
  expect(draw(chart)).toBe(svg);
  for (const id of HTML.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)) {
    expect(HTML).toContain(`id="${id[1]}"`);
  }
});

test("headings, captions and scopes for those who do not see the page", () => {
  expect(HTML).toMatch(/<html lang="en">/);
  expect(HTML.match(/<h1>/g)).toHaveLength(1);
  for (const [, attributes] of HTML.matchAll(/<th( [^>]*)?>/g))
    expect(attributes).toMatch(/scope="(col|row)"/);
  const ids = [...HTML.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
