// The letters that would be sent, for the page's view of a supplier.
import { type Letter, letterAsks, renderLetterText } from "../letters/letter.ts";
import type { ColumnInfo, TableDefinition } from "../render/table.ts";
import type { Withholding } from "../render/withhold.ts";

export const LETTERS = "letters";

export interface LetterRow {
  supplier: string;
  letter: Letter;
}

/** Letters as written to files, with the same data withheld. */
export function* letterRows(letters: readonly LetterRow[], withholding: Withholding): Iterable<LetterRow> {
  for (const { supplier, letter } of letters) yield { supplier, letter: withholding.deep(letter) };
}

const column = <Value extends string | number>(
  name: string,
  type: ColumnInfo["type"],
  about: string,
  value: (row: LetterRow) => Value,
) => ({ name, type, about, value });

export const lettersTable: TableDefinition<LetterRow> = {
  file: LETTERS,
  title: "Letters",
  onePer: "supplier with something open, as its letter would go out on the day of the report",
  columns: [
    column("supplier", "text", "Name of the supplier.", ({ supplier }) => supplier),
    column("language", "text", "Language of the letter.", ({ letter }) => letter.language),
    column("corrections", "number", "Points to correct.", ({ letter }) => letter.corrections),
    column("questions", "number", "Points to explain.", ({ letter }) => letter.questions),
    column("asks", "text", "What it asks, in a few words.", ({ letter }) => letterAsks(letter)),
    column("subject", "text", "Its subject.", ({ letter }) => letter.subject),
    column("letter", "text", "Its text.", ({ letter }) => renderLetterText(letter)),
  ],
};
