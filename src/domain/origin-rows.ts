// The rows of a response that say where a mineral was mined: rows of its smelter list with mine columns
// filled in, and rows of its mine list.
import { countryName } from "../forms/countries.ts";
import type { Family } from "../forms/form.ts";
import { type MineRow, mineCell, type Response, type SmelterRow, smelterCell } from "../model/response.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { countryOrigin, createOriginReader, type OriginsNamed } from "./origins.ts";

/** A row with a mineral and a statement about where it was mined. */
export interface OriginRow {
  /** The row itself, of the smelter list or the mine list. */
  of: { list: "smelters"; row: SmelterRow } | { list: "mines"; row: MineRow };
  metal: MineralId;
  /** The cell with the statement. */
  at: string;
  /** The text of that cell. */
  stated: string;
  origins: OriginsNamed;
  /** Texts that may name a region of the country. */
  texts: readonly (string | undefined)[];
}

/** The rows of the smelter list, then those of the mine list, in the order of the workbook. */
export function originRows(response: Response, family: Family): OriginRow[] {
  const readOrigin = createOriginReader(family);
  const inColumns = response.smelters.flatMap((row): OriginRow[] => {
    const { metal, mineNames, mineCountries } = row;
    if (metal === undefined || (mineNames === undefined && mineCountries === undefined)) return [];
    const column = mineCountries === undefined ? "mineNames" : "mineCountries";
    return [
      {
        of: { list: "smelters", row },
        metal,
        at: smelterCell(response, row, column),
        stated: row.raw?.[column] ?? row[column] ?? "",
        origins: readOrigin(response, row),
        texts: [mineNames, mineCountries],
      },
    ];
  });
  const listed = (response.mines ?? []).flatMap((row): OriginRow[] => {
    const { metal, country, state, city, name, raw } = row;
    const text = raw?.country;
    if (metal === undefined || (country === undefined && text === undefined)) return [];
    return [
      {
        of: { list: "mines", row },
        metal,
        at: mineCell(response, row, "country"),
        stated: text ?? countryName(country as string),
        // A text that is not a country may still be one of RMI's classes of countries.
        origins:
          country === undefined
            ? readOrigin(response, text === undefined ? {} : { mineCountries: text })
            : countryOrigin(family, country),
        texts: [state, city, name],
      },
    ];
  });
  return [...inColumns, ...listed];
}
