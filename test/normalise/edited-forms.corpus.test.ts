// The same for real workbooks: their labels are formulas, in their own language, and there is more beside them.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../src/forms/detect.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { CORPUS, corpusPath, OF_CORPUS } from "../helpers/corpus.ts";
import { editsOf, filledForm } from "../helpers/edited-forms.ts";

const RUNS = Number(process.env.CMRT_EDITS ?? 15);

/** One of each layout, and in English, Chinese and Japanese. */
const FILES: readonly (readonly [folder: string, ...path: string[]])[] = [
  ["responses", "cmrt-2.00-green.xlsx"],
  ["responses", "cmrt-2.02-green.xlsx"],
  ["templates", "CMRT_2.03_encrypted.xlsx"],
  ["templates", "CMRT_3.01.xls"],
  ["oracle", "6.01-041-only-not-identified", "Thornbury-Optics-BV-2025-06-12.xlsx"],
  ["templates", "RMI_CMRT_6.1.xlsx"],
  ["oracle", "6.22-016-no-3tg", "Eastlake-Precision-Components-Inc-2025-06-12.xlsx"],
  ["templates", "RMI_CMRT_6.31.xlsx"],
  ["templates", "RMI_CMRT_6.5.xlsx"],
  ["oracle", "6.5-030-japanese", "株式会社三ツ峰精密-2025-06-12.xlsx"],
];

describe.skipIf(CORPUS === undefined)(`rows and columns of real workbooks edited ${OF_CORPUS}`, () => {
  test.each(FILES)("%s %s", async (...path) => {
    const opened = await openWorkbook(readFileSync(corpusPath(...path)));
    if (!opened.ok) throw new Error(opened.unreadable.reason);
    const detected = detect(opened.workbook);
    if (!detected.ok) throw new Error(detected.unreadable.reason);
    const { layout } = detected.template;
    const form = filledForm(opened.workbook, layout);
    expect(form.faultsAfter([])).toEqual([]);
    fc.assert(
      fc.property(editsOf(layout), (edit) => {
        expect(form.faultsAfter([edit])).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
