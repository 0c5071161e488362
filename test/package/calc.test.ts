import { expect, test } from "vitest";
import { withoutCells } from "../../src/package/calc-chain.ts";
import { calculateOnLoad } from "../../src/package/calc-on-load.ts";

test("the calculation chain loses the cells without formulas and keeps the others' sheets", () => {
  const chain =
    '<calcChain><c r="B5" i="5" l="1"/><c r="C5"/><c r="B5" i="4"/><c r="B6"/><c r="C6" s="1"/></calcChain>';
  const gone = (sheet: number, ...cells: string[]) => new Map([[sheet, new Set(cells)]]);
  expect(withoutCells(chain, gone(5, "B5"))).toBe(
    '<calcChain><c r="C5" i="5"/><c r="B5" i="4"/><c r="B6"/><c r="C6" s="1"/></calcChain>',
  );
  expect(withoutCells(chain, gone(4, "B5", "B6"))).toBe(
    '<calcChain><c r="B5" i="5" l="1"/><c r="C5"/><c r="C6" s="1" i="4"/></calcChain>',
  );
  expect(withoutCells(chain, gone(5, "B5", "C5"))).toBe(
    '<calcChain><c r="B5" i="4"/><c r="B6"/><c r="C6" s="1"/></calcChain>',
  );
});

test("everything is calculated on loading, whatever the workbook said before", () => {
  const all = (before: string) => calculateOnLoad(`<workbook><sheets/><sheets></sheets>${before}</workbook>`);
  expect(all('<calcPr calcId="1"/>')).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
  expect(all('<calcPr fullCalcOnLoad="0" calcId="1"/>')).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
  expect(all("<definedNames></definedNames>")).toContain('</definedNames><calcPr fullCalcOnLoad="1"/>');
  expect(all("")).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
});
