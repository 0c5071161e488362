// The list of facilities that a template carries in itself.

import { type LookUpRow, readLookUpRows } from "../domain/look-up-rows.ts";
import { editionFor, findEdition } from "../forms/editions.ts";
import type { Family } from "../forms/form.ts";
import { defined } from "../lib/defined.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { Workbook } from "../model/workbook.ts";
import { dayOfList } from "./list-day.ts";
import { type ListRow, toEntries } from "./list-rows.ts";

/**
 * Reads the look-up list of a workbook of any edition of a family, as of the day that its Revision sheet gives, else of its release.
 * `version` is the normalised template version; `source` names the workbook's file in the list that comes out.
 * Undefined where the workbook has no such list or the list names no facility.
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

/** Entries by the rows they were made of: equal lists of many workbooks come as the same rows. */
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
