// Caches what was calculated for a row, for rows with the same content.
import type { ReportedSmelter } from "../model/reported-smelter.ts";

/** What a match depends on besides name and ID, and the cached value. */
interface Remembered<Value> {
  metal: ReportedSmelter["metal"] | undefined;
  country: string | undefined;
  lookupName: string | undefined;
  idInput: string | undefined;
  /** Empty unless the address matters. */
  address: string;
  value?: Value;
}

/** Most rows remembered with the same name and ID: searching more would take longer than the calculation. */
const MOST_ALIKE = 100;

/**
 * Caches one value per distinct row, whatever its number. Rows are looked up by name and ID and then compared field by
 * field: building a key from all texts would cost more than it saves. With `byAddress`, rows with different addresses
 * are different.
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
