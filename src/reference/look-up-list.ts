// The list of facilities included in a template.

import { type LookUpRow, readLookUpRows } from "../domain/look-up-rows.ts";
import { editionFor, findEdition } from "../forms/editions.ts";
import type { Family } from "../forms/form.ts";
import { defined } from "../lib/defined.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { Workbook } from "../model/workbook.ts";
import { dayOfList } from "./list-day.ts";
import { type ListRow, toEntries } from "./list-rows.ts";

/**
 * Reads the look-up list of a workbook of any edition of a family, dated by its Revision sheet or else by its release.
 * `version` is the normalised template version; `source` is the workbook's file, recorded in the list. Undefined if the
 * workbook has no such list or the list has no facilities.
 */
export function readLookUpList(
  workbook: Workbook,
  family: Family,
  version: string,
  source: { file: string; sha256: string },
): ReferenceList | undefined {
  const rows = readLookUpRows(workbook, family, editionFor(family, version).layout);
  const first = rows[0];
  if (!first) return undefined;
  return {
    schema: 1,
    name: `${family.id} ${version}`,
    kind: "look-up",
    asOf: dayOfList(workbook, findEdition(family, version)?.released ?? undefined),
    source: {
      ...source,
      sheet: first.at.replace(/![^!]*$/, ""),
      templateVersion: version,
      rows: rows.length,
    },
    entries: entriesOf(rows),
  };
}

/** Entries by the array of rows: equal lists of many workbooks share one array. */
const made = new WeakMap<readonly LookUpRow[], ReferenceList["entries"]>();

function entriesOf(rows: readonly LookUpRow[]): ReferenceList["entries"] {
  const entries = made.get(rows) ?? toEntries(rows.map(listRow));
  made.set(rows, entries);
  return entries;
}

function listRow({ lookupName, country, countryText, id, legacyId, ...row }: LookUpRow): ListRow {
  return defined({
    ...row,
    lookupNames: [lookupName],
    country: countryText ?? country,
    id: id ?? legacyId,
    more: id !== undefined && legacyId !== undefined ? { legacyId } : undefined,
  });
}
