// Fills the user's blank template with our declaration, in as many workbooks as its rows require.

import { DEFAULT_FAMILY } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { defined } from "../../lib/defined.ts";
import { UsageError } from "../../lib/errors.ts";
import type { OwnDeclaration } from "../../model/own-declaration.ts";
import type { Language } from "../../model/vocabulary.ts";
import { smelterCapacity } from "../../rollup/fill-template.ts";
import { aboutMinerals, ownContent } from "../../rollup/own-form.ts";
import { splitSmelters } from "../../rollup/split.ts";
import { fillBlank, filledName, openBlank, refusing } from "./blank-template.ts";

/** A template that the user named, to be filled with the declaration. */
export interface FillTask {
  bytes: Uint8Array;
  file: string;
  declaration: OwnDeclaration;
  /** Abbreviation of the declaration's family. */
  family: string;
  /** The language to set the form to. */
  language?: Language;
}

/**
 * Fills the template's bytes with the declaration. Returns one workbook by file name, or several named 1-of-n if there
 * are more smelters than rows. `file` is the template's name in errors. Throws UsageError if it is not a blank template
 * of a fillable edition, or the declaration does not fit.
 */
export async function fillWorkbooks(
  bytes: Buffer,
  file: string,
  declaration: OwnDeclaration,
  family: Family = DEFAULT_FAMILY,
  language?: Language,
): Promise<Record<string, Buffer>> {
  return refusing(file, async () => {
    const opened = await openBlank(bytes, file, family);
    if (language !== undefined && family.optionWords.languages[language] === undefined)
      throw new UsageError(`${file} has no choice of the language ${language}.`);
    const detected = {
      ...aboutMinerals(opened.template.detected, declaration),
      ...defined({ language }),
    };
    const blank = { ...opened, template: { ...opened.template, detected } };
    const lists = splitSmelters(declaration, smelterCapacity(blank.template));
    return Object.fromEntries(
      lists.map((smelters, index) => {
        const ofMany = lists.length === 1 ? "" : `_${index + 1}-of-${lists.length}`;
        const content = { ...ownContent(declaration, smelters, blank.template), ...defined({ language }) };
        return [`${filledName(blank, content)}${ofMany}.xlsx`, fillBlank(blank, content, smelters)];
      }),
    );
  });
}
