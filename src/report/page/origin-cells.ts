// Every origin named in a smelter row, with its cell: the evidence behind figures about countries of origin.
import { facilityKey } from "../../domain/facility.ts";
import { createOriginReader, namedOrigins } from "../../domain/origins.ts";
import { countryName } from "../../forms/countries.ts";
import type { Family } from "../../forms/form.ts";
import type { EvaluatedResponse } from "../../model/evaluation.ts";
import { smelterCell } from "../../model/response.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import type { TableDefinition } from "../render/table.ts";
import type { Withholding } from "../render/withhold.ts";

export interface OriginCell {
  from: EvaluatedResponse;
  file: string;
  row: number;
  metal: MineralId | null;
  /** Key of the smelter in the page; null if no facility is meant. */
  smelter: string | null;
  name: string | null;
  /** ISO code; null for a class, or a text that is not a known country. */
  code: string | null;
  /** The country's name, the class, or the text. */
  country: string;
  /** Whether the inquiry covers it: yes, no, not known. */
  covered: string;
  typed: string;
  at: string;
}

const column = (name: string, about: string, value: (one: OriginCell) => string | null) =>
  ({ name, type: "text", about, value }) as const;

export const originCellsTable: TableDefinition<OriginCell> = {
  file: "origin-cells",
  title: "Declared origins with their cells",
  onePer: "smelter row × origin that it names",
  columns: [
    column("supplier", "Name of the supplier.", ({ from }) => from.supplier.name),
    column("supplier_id", "Key of the supplier.", ({ from }) => from.supplier.key),
    column("file", "The workbook.", ({ file }) => file),
    { name: "row", type: "number", about: "Row of the smelter sheet.", value: ({ row }) => row },
    column("metal", "The metal of the row.", ({ metal }) => metal),
    column("reported_name", "The smelter's name as the row gives it.", ({ name }) => name),
    column("smelter", "Key of the smelter in this page.", ({ smelter }) => smelter),
    column("country", "The country named; the class or text that is none.", ({ country }) => country),
    column("iso", "Its ISO code; empty where it is no known country.", ({ code }) => code),
    column(
      "covered_country",
      "Whether it is a covered country: yes, no, not known.",
      ({ covered }) => covered,
    ),
    column("typed", "The cell's text.", ({ typed }) => typed),
    column("cell", "Sheet and cell.", ({ at }) => at),
  ],
};

/** The origins named in counted responses, in order; recycled material has none. */
export function* originCells(
  counted: readonly EvaluatedResponse[],
  family: Family,
  keys: ReadonlyMap<string, string>,
  withholding: Withholding,
): Iterable<OriginCell> {
  const readOrigin = createOriginReader(family);
  for (const from of counted) {
    const { response, matches } = from;
    const file = sourceText(response.source);
    for (const [index, row] of response.smelters.entries()) {
      const typed = row.mineCountries ?? row.mineNames;
      if (typed === undefined) continue;
      const match = matches[index];
      const clean = withholding.of(response.id)(typed);
      const facility = match === undefined ? null : facilityKey(row, match);
      for (const { code, text, covered } of namedOrigins(family, readOrigin(response, row))) {
        yield {
          from,
          file,
          row: row.row,
          metal: match?.metal ?? row.metal ?? null,
          smelter: facility === null ? null : (keys.get(facility) ?? null),
          name: row.name ?? row.lookupName ?? null,
          code,
          // After contacts were removed, a text is shown as a whole, because a part of it could still be part of a
          // person's name.
          country: code !== null ? countryName(code) : clean === typed ? (text ?? "") : clean,
          covered,
          typed: clean,
          at: smelterCell(response, row, row.mineCountries === undefined ? "mineNames" : "mineCountries"),
        };
      }
    }
  }
}
