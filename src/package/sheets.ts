// The worksheets of a package.
import type { Draft } from "./package.ts";
import { relationsOf } from "./relations.ts";
import { sheetEntries } from "./workbook-part.ts";

/** The worksheets in their order. */
export function sheetsOf(draft: Draft): { name: string; part: string; relation: string }[] {
  const { workbookPart } = draft.original;
  const parts = new Map(
    relationsOf(draft, workbookPart).flatMap(({ id, kind, target }): [string, string][] =>
      kind === "worksheet" && target !== undefined ? [[id, target]] : [],
    ),
  );
  return sheetEntries(draft.text(workbookPart)).flatMap(({ name, relation }) => {
    const part = parts.get(relation);
    return part === undefined ? [] : [{ name, part, relation }];
  });
}

/** An address of a single cell. */
export const CELL_ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$/;
