// The look-up sheets of templates that cannot be read otherwise: the same columns as those that can, other minerals.

import { newestEdition } from "../forms/editions.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import { OTHER_TEMPLATES } from "../forms/other-templates.ts";
import { defined } from "../lib/defined.ts";
import { cellText, cleanText, columnNumber, findCell, textAt } from "../model/cells.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { Workbook } from "../model/workbook.ts";
import { dayOfList } from "./list-day.ts";
import { isSentinel, type ListRow, toEntries } from "./list-rows.ts";

/** Reads the look-up sheet of another template; undefined where the workbook is none of them or has no such sheet. */
export function readOtherTemplate(
  workbook: Workbook,
  source: { file: string; sha256: string },
): ReferenceList | undefined {
  const title = textAt(workbook.sheet("Revision"), "B3") ?? "";
  const template = OTHER_TEMPLATES.find(({ titles }) => titles.some((each) => title.includes(each)));
  const layout = newestEdition(DEFAULT_FAMILY).layout.ownList;
  const sheet = layout && workbook.sheet(layout.sheet);
  if (template === undefined || !layout || !sheet) return undefined;
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
  const version = /(\d+(?:\.\d+)*)/.exec(revision)?.[1];
  const name = version === undefined ? template.id : `${template.id} ${version}`;
  return {
    schema: 1,
    name,
    kind: "look-up",
    asOf: dayOfList(workbook, template.releases[version ?? ""]),
    source: { ...source, sheet: sheet.name, rows: rows.length },
    entries: toEntries(rows),
  };
}
