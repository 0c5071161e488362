import { expect, test } from "vitest";
import { staleFormulas } from "../../src/package/stale-formulas.ts";

const cells = (formulas: Record<string, string>) =>
  `<sheetData><row r="1">${Object.entries(formulas)
    .map(([address, formula]) => `<c r="${address}" s="1">${formula}<v>1</v></c>`)
    .join("")}</row></sheetData>`;

test("straight, over other formulas, over ranges, over other sheets that change", () => {
  const xml = cells({
    P1: "<f>IF(D$26=&quot;No&quot;,&quot;&quot;,1)</f>",
    B1: '<f ca="1">OFFSET(L!$C$1,MATCH(1,L!$A:$A,0)-1,SL,,)&amp;P1</f>',
    B2: "<f>OFFSET(L!$C$1,MATCH(1,L!$A:$A,0)-1,SL,,)</f>",
    B3: "<f>COUNTIF(D$24:D$29,&quot;No&quot;)</f>",
    B4: "<f>Checker!D2</f>",
    B5: "<f>'Smelter List'!A5&amp;L!D26</f>",
    B6: '<f t="shared" si="1"/>',
    B7: "<f>LEFT(D9,1)</f>",
  });
  expect(staleFormulas(xml, new Set(["D26"]), ["Checker"])).toEqual(["P1", "B1", "B3", "B4", "B6"]);
  expect(staleFormulas(xml, new Set(), ["Smelter List"])).toEqual(["B5", "B6"]);
  expect(staleFormulas(xml, new Set(["D9"]))).toEqual(["B6", "B7"]);
});
