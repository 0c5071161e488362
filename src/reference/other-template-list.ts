// The look-up sheets of the CMRT's sister templates (EMRT, CRT, AMRT): the same columns, other minerals.

import { layoutFor } from "../forms/layouts.ts";
import { NEWEST } from "../forms/versions.ts";
import { defined } from "../lib/defined.ts";
import { cellText, cleanText, columnNumber, findCell, textAt } from "../model/cells.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { Workbook } from "../model/workbook.ts";
import { isSentinel, type ListRow, toEntries } from "./list-rows.ts";

/** Release dates by abbreviation and version, as the declarations' revision texts give them. */
const RELEASES: Readonly<Record<string, string>> = {
  "EMRT 1.1": "2022-10-14",
  "EMRT 1.11": "2022-11-04",
  "EMRT 1.2": "2023-05-12",
  "EMRT 1.3": "2024-04-26",
  "EMRT 2.0": "2025-04-25",
  "EMRT 2.1": "2025-10-17",
  "CRT 2.2": "2020-10-28",
  "AMRT 1.2": "2024-10-04",
  "AMRT 1.3": "2025-10-17",
};
const TITLES: readonly [title: string, abbreviation: string][] = [
  ["Extended Mineral", "EMRT"],
  ["Additional Minerals", "AMRT"],
  ["Cobalt Reporting", "CRT"],
];

/** Reads the look-up sheet of an EMRT, CRT or AMRT; undefined where the workbook is none of them or has no such sheet. */
export function readOtherTemplate(
  workbook: Workbook,
  source: { file: string; sha256: string },
): ReferenceList | undefined {
  const title = textAt(workbook.sheet("Revision"), "B3") ?? "";
  const abbreviation = TITLES.find(([words]) => title.includes(words))?.[1];
  const layout = layoutFor(NEWEST).ownList;
  const sheet = layout && workbook.sheet(layout.sheet);
  if (abbreviation === undefined || !layout || !sheet) return undefined;
  const { columns } = layout;
  const rows = sheet.rows.flatMap((row): ListRow[] => {
    if (row.row < layout.firstRow) return [];
    const text = (column: string | undefined) => {
      const value = column && cellText(findCell(row, columnNumber(column)));
      return value ? cleanText(value).replace(/^0$/, "") || undefined : undefined;
    };
    const metal = text(columns.metal);
    const lookupName = text(columns.lookupName);
    if (metal === undefined || lookupName === undefined || isSentinel(lookupName)) return [];
    return [
      defined({
        metal,
        lookupNames: [lookupName],
        standardName: text(columns.standardName),
        country: text(columns.country),
        id: text(columns.id),
        idSource: text(columns.idSource),
        city: text(columns.city),
        state: text(columns.state),
        at: `${sheet.name}!${columns.metal}${row.row}`,
      }),
    ];
  });
  if (rows.length === 0) return undefined;
  const revision = textAt(workbook.sheet("Declaration"), "J3") ?? "";
  const version = /(\d+(?:\.\d+)?)/.exec(revision)?.[1];
  const name = version === undefined ? abbreviation : `${abbreviation} ${version}`;
  return {
    schema: 1,
    name,
    kind: "look-up",
    asOf: RELEASES[name] ?? null,
    source: { ...source, sheet: sheet.name, rows: rows.length },
    entries: toEntries(rows),
  };
}
