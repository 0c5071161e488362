// What was worked out for a row, kept for the rows that say the same.
import type { ReportedSmelter } from "../model/reported-smelter.ts";

/** What a match depends on besides name and ID, and the value that was worked out. */
interface Remembered<Value> {
  metal: ReportedSmelter["metal"] | undefined;
  country: string | undefined;
  lookupName: string | undefined;
  idInput: string | undefined;
  /** Only where rows are told apart by it. */
  address: string;
  value?: Value;
}

/** Rows alike in name and ID that are remembered; to go through more would take longer than to work one out. */
const MOST_ALIKE = 100;

/**
 * Remembers one value per distinct row, whatever its row number. Rows are told apart by name and ID first and then
 * compared field by field: making a key out of the texts would cost more than it saves. `byAddress`: rows with another
 * address are other rows.
 */
export function rememberRows<Value extends object>(
  workOut: (row: ReportedSmelter) => Value,
  byAddress = false,
): (row: ReportedSmelter) => Value {
  const byName = new Map<string | undefined, Map<string | undefined, Remembered<Value>[]>>();

  function find(row: ReportedSmelter): Remembered<Value> {
    const { name, id, metal, country, lookupName, idInput } = row;
    const address = byAddress ? `${row.city ?? ""}\n${row.state ?? ""}\n${row.street ?? ""}` : "";
    let byId = byName.get(name);
    if (byId === undefined) {
      byId = new Map();
      byName.set(name, byId);
    }
    let alike = byId.get(id);
    if (alike === undefined) {
      alike = [];
      byId.set(id, alike);
    }
    for (const known of alike) {
      const same = known.metal === metal && known.country === country;
      const alsoSame = known.lookupName === lookupName && known.idInput === idInput;
      if (same && alsoSame && known.address === address) return known;
    }
    const fresh: Remembered<Value> = { metal, country, lookupName, idInput, address };
    if (alike.length < MOST_ALIKE) alike.push(fresh);
    return fresh;
  }

  return (row) => {
    const known = find(row);
    known.value ??= workOut(row);
    return known.value;
  };
}
