import { EMRT } from "../../../src/forms/emrt/family.ts";
import type { MineRow } from "../../../src/model/response.ts";
import type { Cases } from "./case.ts";

const SMELTER = EMRT.example.facilities.cobalt?.name ?? "";
const ROW: MineRow = { row: 5, metal: "cobalt", smelter: SMELTER, name: "Exampleton Mine", country: "GB" };
const run = (...mines: MineRow[]) => ({ family: EMRT, mines });
const without = (...keys: (keyof MineRow)[]): MineRow => {
  const row: Partial<MineRow> = { ...ROW };
  for (const key of keys) delete row[key];
  return row as MineRow;
};
const at = (cell: string) => [`Mine List!${cell} warning`];

export const MINES: Cases = {
  "mine-metal-missing": [
    ["a whole row", run(ROW), []],
    ["empty", run(without("metal")), at("A5")],
    [
      "a text that is no mineral of the declaration",
      run({ ...without("metal"), raw: { metal: "Gold" } }),
      [],
    ],
    ["1.x has no mine list", { family: EMRT, version: "1.3" }, []],
  ],
  "mine-name-missing": [
    ["a whole row", run(ROW), []],
    ["empty", run(without("name")), at("C5")],
    ["an ID in place of the name", run({ ...without("name"), id: "M-1" }), []],
  ],
  "mine-smelter-missing": [
    ["a whole row", run(ROW), []],
    ["empty", run(without("smelter")), at("B5")],
  ],
  "mine-country-missing": [
    ["a whole row", run(ROW), []],
    ["empty", run(without("country")), at("F5")],
    ["a text that is no country is no empty cell", run({ ...without("country"), raw: { country: "?" } }), []],
  ],
  "mine-country-invalid": [
    ["a country as it is written there", run({ ...ROW, raw: { country: "Great Britain" } }), []],
    ["a text that is none", run({ ...without("country"), raw: { country: "Various" } }), at("F5")],
  ],
  "mine-metal-out-of-scope": [
    ["in scope", run(ROW), []],
    ["declared as not used", { ...run({ ...ROW, row: 9 }), answers: { cobalt: { used: "no" } } }, at("A9")],
    ["not declared", { ...run(ROW), answers: { cobalt: { used: "notDeclaring" } } }, at("A5")],
    ["whether it is used is open", { ...run(ROW), answers: { cobalt: { used: "unknown" } } }, []],
    ["not selected", { ...run(ROW), minerals: [{ id: "mica", at: "Declaration!E13" }] }, at("A5")],
    ["of no template", run({ ...without("metal"), raw: { metal: "Gold" } }), at("A5")],
  ],
  "mine-smelter-not-on-list": [
    ["the name of a row", run(ROW), []],
    ["the same in other letter case", run({ ...ROW, smelter: SMELTER.toLowerCase() }), []],
    ["its ID", run({ ...ROW, smelter: EMRT.example.facilities.cobalt?.id ?? "" }), []],
    ["a name that no row has", run({ ...ROW, smelter: "Exampleton Works" }), at("B5")],
    [
      "a name of another mineral's row",
      run({ ...ROW, smelter: EMRT.example.facilities.mica?.name ?? "" }),
      at("B5"),
    ],
    [
      "without a mineral any row will do",
      run({ ...without("metal"), smelter: EMRT.example.facilities.mica?.name ?? "" }),
      [],
    ],
  ],
};
