// Prepares our own declaration as the content of a form.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Family, SelectionLayout } from "../forms/form.ts";
import { inRowOrder, withSelected } from "../forms/selected-minerals.ts";
import { capitalised } from "../lib/capitalised.ts";
import { defined } from "../lib/defined.ts";
import type { OwnDeclaration, OwnMine } from "../model/own-declaration.ts";
import type { MineralId } from "../model/vocabulary.ts";
import {
  COUNTRY_NAMES,
  type FormContent,
  type FormMine,
  type FormMineral,
  type FormSmelter,
  shownName,
  type Template,
} from "./fill-template.ts";

/** The template for the minerals of the declaration, if they are selected. */
export function aboutMinerals(detected: DetectedTemplate, { metals }: OwnDeclaration): DetectedTemplate {
  const { family, layout } = detected;
  const { selection } = layout;
  if (selection === undefined) return detected;
  const minerals = inRowOrder(metals.map((metal) => formMineral(family, selection, metal)));
  return withSelected(
    detected,
    minerals.map(({ id }) => ({ id, at: "" })),
  );
}

/** The content of the form, which is for the minerals of the declaration, including the mines of the given smelters. */
export function ownContent(
  declaration: OwnDeclaration,
  smelters: readonly FormSmelter[],
  template: Template,
): FormContent {
  const { mines = [], minesLeftOut: _, ...content } = declaration;
  const { family, layout } = template.detected;
  const { selection } = layout;
  const minerals = selection && layout.minerals.map((metal) => formMineral(family, selection, metal));
  const rows = mines.flatMap((mine) => {
    const smelter = smelters.find((one) => isSmelterOf(one, mine));
    return smelter === undefined ? [] : formMine(mine, shownName(template, smelter), family);
  });
  return { ...content, ...defined({ minerals }), mines: rows };
}

function formMineral(family: Family, { offers }: SelectionLayout, id: MineralId): FormMineral {
  const word = family.minerals.find((mineral) => mineral.id === id)?.names[0];
  const isOther = word === undefined || offers?.includes(id) === false;
  return { id, name: word ?? capitalised(id), isOther };
}

function isSmelterOf({ metal, id, name, country }: FormSmelter, mine: OwnMine): boolean {
  const { smelter } = mine;
  if (metal !== mine.metal || id !== smelter.id) return false;
  return id !== undefined || (name === smelter.name && country === smelter.country);
}

function formMine(mine: OwnMine, smelter: string | undefined, family: Family): FormMine {
  const { metal, name, id, idSource, country, street, city, state } = mine;
  return {
    metal: family.minerals.find((mineral) => mineral.id === metal)?.names[0] ?? capitalised(metal),
    ...defined({ smelter, name, id, idSource, street, city, state }),
    ...defined({ country: country === undefined ? undefined : COUNTRY_NAMES.get(country) }),
  };
}
