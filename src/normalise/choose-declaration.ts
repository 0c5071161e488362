// Chooses the declaration sheet of a workbook in which people worked on a copy of it.
import { type DetectedTemplate, withDeclaration } from "../forms/detect.ts";
import { type FoundSheet, tryRead } from "../forms/find-sheets.ts";
import { defined } from "../lib/defined.ts";
import type { Answer, Note, SelectionFault, UnusedSheet } from "../model/response.ts";
import type { Workbook } from "../model/workbook.ts";
import { type Declaration, readDeclaration } from "./declaration.ts";
import { placeSelected } from "./mineral-selection.ts";
import type { Placement } from "./placement.ts";
import { isPlain, shifted, unusedNote } from "./second-sheets.ts";

export interface ChosenDeclaration {
  /** For the declaration that was chosen. */
  template: DetectedTemplate;
  placement: Placement;
  declaration: Declaration;
  /** Problems in its selection of minerals. */
  selectionFaults?: readonly SelectionFault[];
  notes: Note[];
  unused: UnusedSheet[];
}

/**
 * Reads the declaration from the sheet with that name, or from a copy if that sheet is blank or contains nothing beyond
 * what the copy contains. Other sheets with more or different content are mentioned in the notes.
 */
export function chooseDeclaration(workbook: Workbook, detected: DetectedTemplate): ChosenDeclaration {
  const [first, ...further] = detected.sheets.declaration;
  const own = read(workbook, detected, first);
  const copies = further.flatMap((found) => {
    const template = tryRead(workbook, found.name) && withDeclaration(workbook, detected, found);
    const copy = template && read(workbook, template, found);
    return copy && copy.says.size > 0 ? [copy] : [];
  });
  const chosen = copies.find((copy) => isPlain(copy) && isBetter(copy, own)) ?? own;
  const name = chosen.sheet.name;
  const notes =
    chosen === own
      ? []
      : [shifted(chosen.sheet, `${whyNot(own, chosen)}: the declaration was read from the sheet "${name}".`)];
  const unused: UnusedSheet[] = [];
  for (const other of [own, ...copies]) {
    if (other === chosen || other.says.size === 0) continue;
    const named = `The sheet "${other.sheet.name}"`;
    if (isPartOf(other, chosen)) {
      if (other !== own)
        notes.push(unusedNote(other.sheet, `${named} only repeats "${name}": it was not used.`));
      continue;
    }
    const why = whyUnused(other);
    // The sheet that was read may be blank, if the other one is hidden or named as something else.
    const isBlank = declaresNothing(chosen) && !declaresNothing(other);
    const what = isBlank
      ? `The sheet "${name}" names no company and answers no question on a mineral, and the ${why === "hidden" ? "hidden " : ""}sheet "${other.sheet.name}" holds a declaration`
      : `${named} holds another declaration than "${name}"`;
    notes.push(unusedNote(other.sheet, `${what}: it was not used.`));
    unused.push({
      kind: "declaration",
      sheet: other.sheet.name,
      instead: name,
      why,
      ...(isBlank ? { insteadOfBlank: true } : {}),
    });
  }
  const { template, placement, declaration, faults } = chosen;
  return { template, placement, declaration, ...defined({ selectionFaults: faults }), notes, unused };
}

function read(workbook: Workbook, detected: DetectedTemplate, found: FoundSheet | undefined) {
  const { template, placement, faults } = placeSelected(workbook, detected);
  const declaration = readDeclaration(template, placement, workbook.date1904);
  return {
    found,
    sheet: template.declaration,
    template,
    placement,
    faults,
    declaration,
    says: saidBy(declaration),
  };
}

type ReadDeclaration = ReturnType<typeof read>;

/** The content of a declaration by field and question, wherever it is. */
function saidBy({ company, answers, policies }: Declaration): ReadonlyMap<string, string> {
  const says = new Map<string, string>();
  const say = (key: string, value: string | null | undefined) => {
    if (value !== undefined && value !== null) says.set(key, value);
  };
  const answer = (key: string, given: Answer | undefined) => {
    say(key, given?.value ?? given?.raw);
    say(`${key} comment`, given?.comment?.value);
  };
  for (const [field, value] of Object.entries(company)) say(field, value?.value ?? value?.raw);
  for (const [mineral, ofMineral] of Object.entries(answers)) {
    for (const [question, given] of Object.entries(ofMineral ?? {})) answer(`${mineral} ${question}`, given);
  }
  for (const [practice, given] of Object.entries(policies)) answer(practice, given);
  return says;
}

function isPartOf({ says }: ReadDeclaration, whole: ReadDeclaration): boolean {
  return [...says].every(([key, value]) => whole.says.get(key) === value);
}

/** Whether a form names neither a company nor any answers, whatever is selected further down. */
function declaresNothing({ declaration: { company, answers } }: ReadDeclaration): boolean {
  return company.companyName === undefined && Object.keys(answers).length === 0;
}

function isBetter(copy: ReadDeclaration, own: ReadDeclaration): boolean {
  if (isPartOf(own, copy)) return copy.says.size > own.says.size;
  return declaresNothing(own) && !declaresNothing(copy);
}

function whyNot(own: ReadDeclaration, chosen: ReadDeclaration): string {
  const named = `The sheet "${own.sheet.name}"`;
  if (own.says.size === 0) return `${named} is blank`;
  if (declaresNothing(own)) return `${named} names no company and answers no question on a mineral`;
  return `${named} says only a part of what "${chosen.sheet.name}" says`;
}

function whyUnused({ found, sheet }: ReadDeclaration): UnusedSheet["why"] {
  if (sheet.state !== "visible") return "hidden";
  return found?.saysOtherwise ? "otherName" : "otherAnswers";
}
