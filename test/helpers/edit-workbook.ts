// What people do to a form: rows and columns of a sheet inserted, deleted and moved. Each edit returns a new workbook.
import type { Row, Sheet, Workbook } from "../../src/model/workbook.ts";

export type Line = "row" | "column";

export type Edit =
  | { kind: "insert"; line: Line; before: number; texts?: Readonly<Record<number, string>> }
  | { kind: "delete"; line: Line; at: number }
  | { kind: "move"; line: Line; from: number; before: number };

/** The workbook after an edit of one of its sheets. `texts` of an inserted row are by column, of a column by row. */
export function edit(workbook: Workbook, sheet: string, change: Edit): Workbook {
  const edited = editSheet(workbook.sheet(sheet) as Sheet, change);
  const own = sheet.toLowerCase();
  return {
    ...workbook,
    sheet: (name) => (name.toLowerCase() === own ? edited : workbook.sheet(name)),
  };
}

/** The position of a row or column after an edit; undefined for the deleted one. */
export function movedTo(change: Edit, line: Line, at: number): number | undefined {
  if (change.line !== line) return at;
  if (change.kind === "insert") return at >= change.before ? at + 1 : at;
  if (change.kind === "delete") return at === change.at ? undefined : at > change.at ? at - 1 : at;
  const { from, before } = change;
  const target = before > from ? before - 1 : before;
  if (at === from) return target;
  const without = at > from ? at - 1 : at;
  return without >= target ? without + 1 : without;
}

function editSheet(sheet: Sheet, change: Edit): Sheet {
  const rows = new Map<number, Omit<Row, "row">>();
  const rowAt = (number: number) => {
    const row = rows.get(number) ?? { cells: [], blankFormulas: [], uncalculated: [] };
    rows.set(number, row);
    return row;
  };
  for (const row of sheet.rows) {
    const number = movedTo(change, "row", row.row);
    if (number === undefined) continue;
    for (const cell of row.cells) {
      const column = movedTo(change, "column", cell.column);
      if (column !== undefined) rowAt(number).cells.push({ ...cell, row: number, column });
    }
    for (const kind of ["blankFormulas", "uncalculated"] as const) {
      for (const formula of row[kind]) {
        const column = movedTo(change, "column", formula);
        if (column !== undefined) rowAt(number)[kind].push(column);
      }
    }
  }
  if (change.kind === "insert") {
    for (const [other, text] of Object.entries(change.texts ?? {})) {
      const [row, column] =
        change.line === "row" ? [change.before, Number(other)] : [Number(other), change.before];
      rowAt(row).cells.push({ row, column, value: { type: "text", text }, formula: false });
    }
  }
  return {
    ...sheet,
    rows: [...rows]
      .map(
        ([row, { cells, blankFormulas, uncalculated }]): Row => ({
          row,
          cells: cells.sort((a, b) => a.column - b.column),
          blankFormulas: blankFormulas.sort((a, b) => a - b),
          uncalculated: uncalculated.sort((a, b) => a - b),
        }),
      )
      .sort((a, b) => a.row - b.row),
  };
}
