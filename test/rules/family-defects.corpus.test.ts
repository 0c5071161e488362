// Complete EMRTs, AMRTs and CRTs, each with one defect added, which its rule must find at its cell. They are not part
// of the project: CMRT_FAMILIES names their folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { detect } from "../../src/forms/detect.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import { columnNumber } from "../../src/model/cells.ts";
import type { Cell, Row, Sheet, Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { FAMILY_CASES, OF_FAMILY_CASES } from "../helpers/corpus.ts";
import { edit } from "../helpers/edit-workbook.ts";
import { type Defect, FAMILY_DEFECTS, type Typed } from "../helpers/family-defects.ts";

async function open(name: string): Promise<Workbook> {
  const folder = join(FAMILY_CASES ?? "", name);
  const file = readdirSync(folder).find((one) => one.endsWith(".xlsx")) ?? "";
  const opened = await openWorkbook(readFileSync(join(folder, file)));
  if (!opened.ok) throw new Error(opened.unreadable.reason);
  return opened.workbook;
}

/** The workbook with a change applied to each sheet. */
function mapSheets(workbook: Workbook, change: (name: string, sheet: Sheet) => Sheet): Workbook {
  const sheets = new Map(
    workbook.sheets.map(({ name }) => [name.toLowerCase(), change(name, workbook.sheet(name) as Sheet)]),
  );
  return { ...workbook, sheet: (name) => sheets.get(name.toLowerCase()) };
}

function typed(sheet: Sheet, cells: Readonly<Record<string, Typed>>): Sheet {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  for (const [address, value] of Object.entries(cells)) {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const [number, column] = [Number(digits), columnNumber(letters)];
    const row: Row = rows.get(number) ?? { row: number, cells: [], blankFormulas: [], uncalculated: [] };
    const kept = row.cells.filter((cell) => cell.column !== column);
    const cell: Cell[] =
      value === null
        ? []
        : [
            {
              ...{ row: number, column, formula: false },
              value:
                typeof value === "number" ? { type: "number", number: value } : { type: "text", text: value },
            } as Cell,
          ];
    rows.set(number, {
      ...row,
      cells: [...kept, ...cell].sort((a, b) => a.column - b.column),
      blankFormulas: row.blankFormulas.filter((one) => one !== column),
      uncalculated: row.uncalculated.filter((one) => one !== column),
    });
  }
  return { ...sheet, rows: [...rows.values()].sort((a, b) => a.row - b.row) };
}

/** The sheet as saved by a program that does not calculate formulas. */
function uncalculated(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const formulas = [
        ...row.blankFormulas,
        ...row.cells.filter(({ formula }) => formula).map(({ column }) => column),
      ].sort((a, b) => a - b);
      const cells = row.cells.filter(({ formula }) => !formula);
      return { ...row, cells, blankFormulas: formulas, uncalculated: formulas };
    }),
  };
}

function damaged(workbook: Workbook, { cells = {}, edits = [], renamed = {}, ...defect }: Defect): Workbook {
  const filled = mapSheets(workbook, (name, sheet) => {
    const own = typed(sheet, cells[name] ?? {});
    return defect.uncalculated ? uncalculated(own) : own;
  });
  const edited = edits.reduce((one, [sheet, change]) => edit(one, sheet, change), filled);
  const nameOf = new Map(Object.entries(renamed).map(([from, to]) => [to.toLowerCase(), from]));
  return {
    ...edited,
    sheets: edited.sheets.map((sheet) => ({ ...sheet, name: renamed[sheet.name] ?? sheet.name })),
    sheet: (name) => {
      const found = edited.sheet(nameOf.get(name.toLowerCase()) ?? name);
      return found && { ...found, name };
    },
  };
}

/** The findings in a workbook, as "rule cell severity". */
function findings(workbook: Workbook): string[] {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const { template } = detected;
  const source = { path: "a.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
  const response = normalise(workbook, template, source);
  const list = readLookUpList(workbook, template.family, template.version, { file: "a.xlsx", sha256: "0" });
  const { findings: found } = evaluate(
    {
      responses: [response],
      ...{ withdrawn: new Set(), unreadable: [], copies: [] },
      lists: [],
    },
    {
      // On the day of the declaration nothing is stale and no newer template has been released.
      today: response.company.effectiveDate?.value ?? "2025-12-01",
      settings: DEFAULT_SETTINGS,
      family: template.family,
      lists: list ? [list] : [],
    },
  );
  return found.map(({ rule, at, severity }) => `${rule} ${at ?? "file"} ${severity}`);
}

describe.skipIf(FAMILY_CASES === undefined)(`defects in filled templates ${OF_FAMILY_CASES}`, () => {
  describe.each(Object.entries(FAMILY_DEFECTS))("%s", (name, defects) => {
    const opened = FAMILY_CASES === undefined ? undefined : open(name);

    test("nothing is found in the complete one", async () => {
      expect(findings((await opened) as Workbook).filter((one) => !one.endsWith(" info"))).toEqual([]);
    });

    test.each(defects.map((defect) => [defect.about, defect] as const))("%s", async (_, defect) => {
      const found = findings(damaged((await opened) as Workbook, defect));
      const missed = defect.finds.filter((one) => !found.some((each) => each.startsWith(`${one} `)));
      expect(missed, found.join("\n")).toEqual([]);
    });
  });
});
