// Reference lists for tests, made in memory from rows of text.
import { defined } from "../../src/lib/defined.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { type ListRow, toEntries } from "../../src/reference/list-rows.ts";

/** Rows as "metal | look-up name | standard name | country | ID | city". */
export function buildList(rows: readonly string[], options: Partial<ReferenceList> = {}): ReferenceList {
  const listRows = rows.map((text, index): ListRow => {
    const [metal = "", lookupName, standardName, country, id, city] = text
      .split("|")
      .map((part) => part.trim() || undefined);
    return defined({
      metal,
      lookupNames: lookupName === undefined ? [] : [lookupName],
      standardName,
      country,
      id,
      city,
      at: `Smelter Look-up!A${index + 5}`,
    });
  });
  return {
    schema: 1,
    name: "CMRT 6.5",
    kind: "look-up",
    asOf: "2025-04-25",
    source: {
      file: "acme.xlsx",
      sheet: "Smelter Look-up",
      templateVersion: "6.5",
      sha256: "b".repeat(64),
      rows: rows.length,
    },
    ...options,
    entries: toEntries(listRows),
  };
}
