// The supported families of reporting templates: the only place that lists them.

import { joinWords } from "../lib/join-words.ts";
import { AMRT } from "./amrt/family.ts";
import { CMRT } from "./cmrt/family.ts";
import { CRT } from "./crt/family.ts";
import { EMRT } from "./emrt/family.ts";
import type { Family } from "./form.ts";

/** In the order in which their distinctive sheets are checked: an AMRT has the mine list of an EMRT too. */
export const FAMILIES: readonly Family[] = [CMRT, AMRT, EMRT, CRT];

/** The family that a campaign asks for by default. */
export const DEFAULT_FAMILY: Family = CMRT;

const BY_ID = new Map(FAMILIES.map((family) => [family.id, family]));

/** The blank templates that can be filled in: "CMRT 6.x, AMRT 1.3 or newer or EMRT 2.x". */
export const FILLABLE = joinWords(
  FAMILIES.flatMap(({ fillableAs }) => fillableAs ?? []),
  "or",
);

/** The family with an abbreviation as in a response; undefined if it is not supported. */
export function findFamily(id: string): Family | undefined {
  return BY_ID.get(id);
}

/** The family with an abbreviation that is known to be supported. */
export function familyNamed(id: string): Family {
  const family = findFamily(id);
  if (family === undefined) throw new Error(`no family of templates is named ${id}`);
  return family;
}

/** The heading of a part about one of several templates: "EMRT – Extended Mineral Reporting Template". */
export function familyTitle({ id, title }: Family): string {
  return `${id} – ${title}`;
}

/** The command line option for a family, with a leading space; empty for the default family. */
export function familyOption(family: Family): string {
  return family === DEFAULT_FAMILY ? "" : ` --family ${family.id.toLowerCase()}`;
}
