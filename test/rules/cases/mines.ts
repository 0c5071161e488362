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
const feeding = (recycled: string, metal = "cobalt") => ({
  metal,
  lookupName: EMRT.example.facilities[metal]?.name ?? "",
  recycled,
});
const OF_MICA: MineRow = { ...ROW, metal: "mica", smelter: EMRT.example.facilities.mica?.name ?? "" };

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
  "mine-of-recycled-mineral": [
    ["not all recycled", { ...run(ROW), answers: { cobalt: { recycledAll: "no" } } }, []],
    ["all recycled", { ...run(ROW), answers: { cobalt: { recycledAll: "yes" } } }, at("C5")],
    ["of another mineral", { ...run(ROW), answers: { nickel: { recycledAll: "yes" } } }, []],
    [
      "a row that names no mine",
      { ...run(without("name")), answers: { cobalt: { recycledAll: "yes" } } },
      [],
    ],
    [
      "out of scope, whatever was answered before",
      { ...run(ROW), answers: { cobalt: { used: "no", recycledAll: "yes" } } },
      [],
    ],
  ],
  "mine-smelter-recycled": [
    ["not all recycled", { ...run(ROW), smelters: [feeding("no")] }, []],
    ["unknown", { ...run(ROW), smelters: [feeding("unknown")] }, []],
    ["all recycled", { ...run(ROW), smelters: [feeding("yes")] }, ["Mine List!B5 info"]],
    ["a mica processor", { ...run(OF_MICA), smelters: [feeding("yes", "mica")] }, ["Mine List!B5 info"]],
    [
      "one of two rows with the name is not",
      { ...run(ROW), smelters: [feeding("yes"), { ...feeding("no"), row: 6 }] },
      [],
    ],
    [
      "said of the mineral as a whole",
      { ...run(ROW), smelters: [feeding("yes")], answers: { cobalt: { recycledAll: "yes" } } },
      [],
    ],
    ["another smelter", { ...run(OF_MICA), smelters: [feeding("yes"), feeding("no", "mica")] }, []],
  ],
  "mine-countries-disagree": [
    ["one country", run(ROW, { ...ROW, row: 6 }), []],
    ["two countries", run(ROW, { ...ROW, row: 6, country: "IE" }), at("F6")],
    ["in other letter case", run(ROW, { ...ROW, row: 6, name: "EXAMPLETON MINE", country: "IE" }), at("F6")],
    ["two IDs are two mines", run({ ...ROW, id: "M-1" }, { ...ROW, row: 6, id: "M-2", country: "IE" }), []],
    ["a text that is no country", run(ROW, { ...without("country"), row: 6, raw: { country: "?" } }), []],
  ],
  "mine-duplicate": [
    ["two mines", run(ROW, { ...ROW, row: 6, name: "Sampleton Mine" }), []],
    ["the same again", run(ROW, { ...ROW, row: 6 }), ["Mine List!C6 info"]],
    ["of another smelter", run(ROW, { ...ROW, row: 6, smelter: "Exampleton Works" }), []],
    ["in another province", run(ROW, { ...ROW, row: 6, state: "Cornwall" }), []],
    ["rows without a name", run(without("name"), { ...without("name"), row: 6 }), []],
  ],
};
