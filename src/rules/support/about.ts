// The parts of a template that a rule is about, from which the editions that it applies to follow.
import type { Edition, Family, Instruction, Meaning, PracticeMeaning } from "../../forms/form.ts";
import { findPractice, findQuestion } from "../../forms/layouts.ts";
import type { CompanyField, SmelterColumn } from "../../model/vocabulary.ts";

/** All of the parts given must be present in an edition. */
export interface About {
  /** Questions per mineral that the edition asks. */
  questions?: readonly Meaning[];
  /** Company questions that the edition asks. */
  practices?: readonly PracticeMeaning[];
  /** Company fields that the edition has a cell for. */
  fields?: readonly CompanyField[];
  /** Columns that the edition's smelter list has. */
  columns?: readonly SmelterColumn[];
  /** The list of products. */
  products?: true;
  /** The mine list. */
  mines?: true;
  /** Cells that select the minerals. */
  selection?: true;
  /** What the edition's instructions require. */
  instruction?: Instruction;
  /** Any other condition on the edition. */
  where?(edition: Edition): boolean;
}

/** Whether a rule about this applies to an edition. */
export function holdsFor(about: About | undefined, edition: Edition): boolean {
  if (about === undefined) return true;
  const { questions, practices, fields, columns, products, mines, selection, instruction, where } = about;
  const { layout, required } = edition;
  return (
    (questions ?? []).every((meaning) => findQuestion(layout, meaning)) &&
    (practices ?? []).every((meaning) => findPractice(layout, meaning)) &&
    (fields ?? []).every((field) => layout.company[field] !== undefined) &&
    (columns ?? []).every((column) => layout.smelters.columns[column] !== undefined) &&
    (products === undefined || layout.products !== undefined) &&
    (mines === undefined || layout.mines !== undefined) &&
    (selection === undefined || layout.selection !== undefined) &&
    (instruction === undefined || required.instructions.includes(instruction)) &&
    (where === undefined || where(edition))
  );
}

/** The text for a family that a rule does not apply to. */
export const NO_EDITIONS = "none";

/** The editions of a family that a rule about this applies to, worded for people: "3.00 and later". */
export function editionsText(about: About | undefined, { editions }: Family): string {
  const holding = editions.map((edition) => holdsFor(about, edition));
  const spans: string[] = [];
  for (let first = holding.indexOf(true); first >= 0; ) {
    const after = holding.indexOf(false, first);
    const [from, before] = [editions[first]?.version, editions[after]?.version];
    if (before === undefined) spans.push(first === 0 ? "all" : `${from} and later`);
    else spans.push(first === 0 ? `before ${before}` : `from ${from} to before ${before}`);
    if (before === undefined) break;
    first = holding.indexOf(true, after);
  }
  return spans.length === 0 ? NO_EDITIONS : spans.join(", ");
}
