// What of a template a rule speaks of, and with it the editions that the rule holds for.
import type { Edition, Family, Instruction, Meaning, PracticeMeaning } from "../../forms/form.ts";
import { findPractice, findQuestion } from "../../forms/layouts.ts";
import type { CompanyField, SmelterColumn } from "../../model/vocabulary.ts";

/** Every part that is named must be there. */
export interface About {
  /** Questions per mineral that the edition asks. */
  questions?: readonly Meaning[];
  /** Company questions that it asks. */
  practices?: readonly PracticeMeaning[];
  /** Company fields that have a cell of their own. */
  fields?: readonly CompanyField[];
  /** Columns that its smelter list has. */
  columns?: readonly SmelterColumn[];
  /** The list of products. */
  products?: true;
  /** The mine list. */
  mines?: true;
  /** Cells that select the minerals. */
  selection?: true;
  /** What its instructions ask for. */
  instruction?: Instruction;
  /** A requirement or a peculiarity that none of the above names. */
  where?(edition: Edition): boolean;
}

/** Whether a rule about this holds for an edition. */
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

/** What is said of a family that a rule does not hold for. */
export const NO_EDITIONS = "none";

/** The editions of a family that a rule about this holds for, in words: "3.00 and later". */
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
