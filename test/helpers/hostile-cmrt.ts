// A CMRT with one text in every cell that is read.

import { layoutFor } from "../../fixtures/cmrt.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { buildCmrt } from "./build-cmrt.ts";

type Cells = Record<string, string>;

/** What stays as in the template, so that the rest of its row or question is processed. */
const SMELTER_ROWS: readonly Readonly<Record<string, string>>[] = [
  {},
  { metal: "Gold", lookupName: "Smelter not listed" },
  { metal: "Gold" },
  { metal: "Tin", country: "RWANDA", id: "", idInput: "" },
  { metal: "Tungsten", id: "CID999999", recycled: "Yes" },
];

/** The workbook of a version. Some answers, metals and choices are kept, so that everything else is processed too. */
export function hostileCmrt(version: string, text: string): Workbook {
  const { company, dateParts, questions, policies, smelters, products, ownList, ...layout } =
    layoutFor(version);
  const declaration: Cells = {};
  for (const address of [...Object.values(company), ...Object.values(dateParts ?? {})])
    declaration[address] = text;
  for (const column of layout.commentColumns) {
    for (const { row } of questions)
      for (let metal = 1; metal <= 4; metal++) declaration[`${column}${row + metal}`] = text;
    for (const { row } of policies) declaration[`${column}${row}`] = text;
  }
  for (const { row } of questions) declaration[`${layout.answerColumn}${row + 4}`] = text;
  declaration[`${layout.answerColumn}${policies[2]?.row}`] = text;

  const list: Cells = {};
  for (const [index, kept] of SMELTER_ROWS.entries()) {
    for (const [key, column] of Object.entries(smelters.columns)) {
      const cell = kept[key] ?? text;
      if (cell !== "") list[`${column}${smelters.firstRow + index}`] = cell;
    }
  }
  const table = (columns: Readonly<Record<string, string | undefined>>, firstRow: number): Cells =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([key, column]) => [
        [`${column}${firstRow}`, key === "metal" ? "Gold" : text],
        [`${column}${firstRow + 1}`, key === "metal" ? "Gold" : `${text}.`],
      ]),
    );
  return buildCmrt(version, {
    sheets: {
      Declaration: declaration,
      [smelters.sheet]: list,
      ...(products ? { [products.sheet]: table(products.columns, products.firstRow) } : {}),
      ...(ownList ? { [ownList.sheet]: table({ ...ownList.columns }, ownList.firstRow) } : {}),
    },
  });
}
