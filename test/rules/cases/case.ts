// One row of a rule's table: the situation, the run, and every expected finding, as "cell severity".

import { EMRT } from "../../../src/forms/emrt/family.ts";
import type { RowMatch } from "../../../src/model/match.ts";
import type { ReferenceList } from "../../../src/model/reference.ts";
import type { MineRow } from "../../../src/model/response.ts";
import type { Example } from "../../../src/rules/support/example.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../../src/rules/support/example-matches.ts";

export type Case = [situation: string, run: Omit<Example, "about">, finds: readonly string[]];
export type Cases = Readonly<Record<string, readonly Case[]>>;

const D = "Declaration!";
/** Findings on the declaration: `on("error", "D8", "D9")`. */
export function on(severity: "error" | "warning" | "info", ...cells: string[]): string[] {
  return cells.map((cell) => `${cell.includes("!") ? "" : D}${cell} ${severity}`);
}

/** Findings on the smelter list. */
export function inList(severity: "error" | "warning" | "info", ...cells: string[]): string[] {
  return on(severity, ...cells.map((cell) => `Smelter List!${cell}`));
}

export const NO_METALS = {
  tantalum: { used: "no" },
  tin: { used: "no" },
  gold: { used: "no" },
  tungsten: { used: "no" },
} as const;

export const PRODUCT_SCOPE = { scope: { value: "product", raw: "B. Product (or List of Products)" } };

export const VINTO = { metal: "tin", lookupName: "EM Vinto", inOwnList: true } as const;

export const NOT_LISTED = { metal: "tin", lookupName: "Smelter not listed", country: "GB" } as const;

/** One tin row with its match. */
export function matched(match: Partial<RowMatch>, row: object = {}) {
  return {
    reference: EXAMPLE_LIST,
    smelters: [{ ...VINTO, ...row }],
    matches: [exampleMatch({ metal: "tin", kind: "alias", id: "CID000438", ...match })],
  };
}

/** A list of areas: two countries, and a region of a third. */
export const AREAS: ReferenceList = {
  ...EXAMPLE_LIST,
  name: "Our areas",
  entries: [
    { metal: "", standardName: "Myanmar", lookupNames: [], country: "MM", at: "line 2" },
    { metal: "", standardName: "Rwanda", lookupNames: [], country: "RW", at: "line 3" },
    { metal: "", standardName: "Cauca", lookupNames: [], country: "CO", state: "Cauca", at: "line 4" },
  ],
};

/** An EMRT with one cobalt mine, and a list of areas. */
export const listedMine = (more: Partial<MineRow>) => ({
  family: EMRT,
  areaLists: [AREAS],
  mines: [
    {
      row: 5,
      metal: "cobalt",
      smelter: EMRT.example.facilities.cobalt?.name ?? "",
      name: "Exampleton Mine",
      ...more,
    },
  ],
});
