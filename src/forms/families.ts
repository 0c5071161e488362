// The families of reporting templates that can be read: the one place that lists them.

import { joinWords } from "../lib/join-words.ts";
import { AMRT } from "./amrt/family.ts";
import { CMRT } from "./cmrt/family.ts";
import { CRT } from "./crt/family.ts";
import { EMRT } from "./emrt/family.ts";
import type { Family } from "./form.ts";

/** In the order in which sheets of their own are looked for: an AMRT has the mine list of an EMRT too. */
export const FAMILIES: readonly Family[] = [CMRT, AMRT, EMRT, CRT];

/** The family that a campaign asks for. */
export const DEFAULT_FAMILY: Family = CMRT;

const BY_ID = new Map(FAMILIES.map((family) => [family.id, family]));

/** What the blank templates that can be filled in are called: "CMRT 6.x, AMRT 1.3 or newer or EMRT 2.x". */
export const FILLABLE = joinWords(
  FAMILIES.flatMap(({ fillableAs }) => fillableAs ?? []),
  "or",
);

/** The family of an abbreviation such as a response names; undefined for one that cannot be read. */
export function findFamily(id: string): Family | undefined {
  return BY_ID.get(id);
}

/** The family of an abbreviation that only a family that can be read has. */
export function familyNamed(id: string): Family {
  const family = findFamily(id);
  if (family === undefined) throw new Error(`no family of templates is named ${id}`);
  return family;
}

/** The heading of what is about one of several templates: "EMRT – Extended Mineral Reporting Template". */
export function familyTitle({ id, title }: Family): string {
  return `${id} – ${title}`;
}

/** The words by which a command is about a family, after a space; none for that of campaigns. */
export function familyOption(family: Family): string {
  return family === DEFAULT_FAMILY ? "" : ` --family ${family.id.toLowerCase()}`;
}
