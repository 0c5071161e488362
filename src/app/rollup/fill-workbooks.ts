// Our declaration as workbooks: a blank template of the user's, filled, as often as its rows need.

import { DEFAULT_FAMILY } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import type { OwnDeclaration } from "../../model/own-declaration.ts";
import { smelterCapacity } from "../../rollup/fill-template.ts";
import { aboutMinerals, ownContent } from "../../rollup/own-form.ts";
import { splitSmelters } from "../../rollup/split.ts";
import { fillBlank, filledName, openBlank, refusing } from "./blank-template.ts";

/** A template that the user named, to be filled with the declaration. */
export interface FillTask {
  bytes: Uint8Array;
  file: string;
  declaration: OwnDeclaration;
  /** Abbreviation of the family of the declaration. */
  family: string;
}

/**
 * Fills the template's bytes with the declaration. One workbook by its file name, or several named 1-of-n where the
 * smelters need more rows than it has. `file` names the template in errors.
 * Throws UsageError for a workbook that is not a blank template of a fillable edition, or that this declaration does not fit.
 */
export async function fillWorkbooks(
  bytes: Buffer,
  file: string,
  declaration: OwnDeclaration,
  family: Family = DEFAULT_FAMILY,
): Promise<Record<string, Buffer>> {
  return refusing(file, async () => {
    const opened = await openBlank(bytes, file, family);
    const detected = aboutMinerals(opened.template.detected, declaration);
    const blank = { ...opened, template: { ...opened.template, detected } };
    const lists = splitSmelters(declaration, smelterCapacity(blank.template));
    return Object.fromEntries(
      lists.map((smelters, index) => {
        const ofMany = lists.length === 1 ? "" : `_${index + 1}-of-${lists.length}`;
        const content = ownContent(declaration, smelters, blank.template);
        return [`${filledName(blank, content)}${ofMany}.xlsx`, fillBlank(blank, content, smelters)];
      }),
    );
  });
}
