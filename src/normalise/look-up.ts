// A workbook's look-up sheet, queried as its formulas do. It is read only when a row needs it.

import { type LookUpRow, readLookUpRows } from "../domain/look-up-rows.ts";
import { saysNotIdentified, saysNotListed } from "../domain/sentinels.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import { defined } from "../lib/defined.ts";
import { normalForm } from "../lib/normal-form.ts";
import type { MineralId, SmelterColumn } from "../model/vocabulary.ts";
import type { Workbook } from "../model/workbook.ts";

export interface LookUp {
  /** Whether the workbook has a list at all. */
  exists(): boolean;
  /** The entry that the row's formulas resolve to. */
  find(row: { metal?: MineralId; lookupName?: string; name?: string }): LookUpRow | undefined;
  /** The first entry of a mineral with this standard name. */
  findByStandardName(metal: MineralId, standardName: string): LookUpRow | undefined;
  /** The entry that an ID typed in the input column resolves to. */
  findById(id: string): LookUpRow | undefined;
}

/** The look-up list of a workbook; nothing is read before the first query. */
export function lookUpOf(
  workbook: Workbook,
  { family, edition }: Pick<DetectedTemplate, "family" | "edition">,
): LookUp {
  const { layout, quirks } = edition;
  let tables: Tables | undefined;
  const load = () => {
    tables ??= tabulate(readLookUpRows(workbook, family, layout));
    return tables;
  };
  return {
    exists: () => load().size > 0,
    findById: (id) => load().byId.get(id),
    findByStandardName: (metal, name) => load().byStandardName.get(`${metal} ${askedKey(name)}`),
    find: ({ metal, lookupName, name }) => {
      if (lookupName === undefined) return undefined;
      let asked = lookupName;
      if (saysNotListed({ lookupName }) || saysNotIdentified({ lookupName })) {
        if (name === undefined || !quirks.looksUpTypedName) return undefined;
        asked = name;
      }
      if (metal !== undefined) {
        const found = load().byName.get(`${metal} ${askedKey(asked)}`);
        if (found) return found;
      }
      return quirks.looksUpByName ? load().byNameAlone.get(askedKey(asked)) : undefined;
    },
  };
}

/** What the formulas of a row show for a list entry, by column; texts as on the list. */
export function shownTexts(entry: LookUpRow): Partial<Record<SmelterColumn, string>> {
  return defined({
    name: entry.standardName,
    country: entry.countryText,
    id: entry.id ?? entry.legacyId,
    idSource: entry.idSource,
    city: entry.city,
    state: entry.state,
    standardName: entry.standardName,
    countryCode: entry.country,
  });
}

interface Tables {
  size: number;
  byName: Map<string, LookUpRow>;
  byNameAlone: Map<string, LookUpRow>;
  byStandardName: Map<string, LookUpRow>;
  byId: Map<string, LookUpRow>;
}

/** Tables by the array of rows: equal lists of many workbooks share one array. */
const made = new WeakMap<readonly LookUpRow[], Tables>();

/** The first entry with a name or ID counts, as in the template's look-ups. */
function tabulate(rows: readonly LookUpRow[]): Tables {
  const known = made.get(rows);
  if (known) return known;
  const tables: Tables = {
    size: rows.length,
    byName: new Map(),
    byNameAlone: new Map(),
    byStandardName: new Map(),
    byId: new Map(),
  };
  const add = (map: Map<string, LookUpRow>, key: string | undefined, row: LookUpRow) => {
    if (key !== undefined && !map.has(key)) map.set(key, row);
  };
  for (const row of rows) {
    const name = askedKey(row.lookupName);
    add(tables.byName, `${row.metal} ${name}`, row);
    add(tables.byNameAlone, name, row);
    add(tables.byStandardName, `${row.metal} ${askedKey(row.standardName)}`, row);
    add(tables.byId, row.id, row);
    add(tables.byId, row.legacyId, row);
  }
  made.set(rows, tables);
  return tables;
}

/** Spreadsheet look-ups ignore letter case; ignoring blanks is our addition. */
function askedKey(name: string): string {
  return normalForm(name, "NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
