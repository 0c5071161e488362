// The mines that responses name, each with its source and the smelter supplied from it.
import type { AreaReader } from "../domain/areas.ts";
import { smeltersOfMine } from "../domain/mine-smelters.ts";
import { createOriginReader } from "../domain/origins.ts";
import type { Family } from "../forms/form.ts";
import type { MineLine } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import { mineCell, smelterCell } from "../model/response.ts";

/**
 * The rows of counted responses' mine lists, then the rows of their smelter lists that name a mine, in workbook order.
 * A smelter list row gives the country only if its columns name a single one.
 */
export function gatherMines(
  counted: readonly EvaluatedResponse[],
  family: Family,
  { areasOf }: AreaReader,
): MineLine[] {
  const readOrigin = createOriginReader(family);
  return counted.flatMap((from) => {
    const { response, matches } = from;
    const smelterOf = (index: number | undefined, written: string | undefined) => {
      const match = index === undefined ? undefined : matches[index];
      return { smelter: match?.standardName ?? written ?? null, smelterId: match?.id ?? null };
    };
    const listed = (response.mines ?? []).map((mine): MineLine => {
      const { country, state, city } = mine;
      const ofMine = smeltersOfMine(response, mine);
      return {
        from,
        metal: mine.metal ?? null,
        provenance: "mine list",
        at: mineCell(response, mine, "name"),
        name: mine.name ?? null,
        id: mine.id ?? null,
        country: country ?? null,
        countryText: country === undefined ? (mine.raw?.country ?? null) : null,
        state: state ?? null,
        city: city ?? null,
        // If two rows have the name that the mine gives, they may be two smelters.
        ...smelterOf(ofMine.length === 1 ? ofMine[0] : undefined, mine.smelter),
        areas: country === undefined ? [] : areasOf({ country, texts: [state, city, mine.name] }),
      };
    });
    const inColumns = response.smelters.flatMap((row, index): MineLine[] => {
      if (row.mineNames === undefined) return [];
      const { countries } = readOrigin(response, row);
      const [country] = countries.length === 1 ? countries : [];
      const { mineNames, mineCountries } = row;
      return [
        {
          from,
          metal: matches[index]?.metal ?? row.metal ?? null,
          provenance: "smelter list",
          at: smelterCell(response, row, "mineNames"),
          name: mineNames,
          id: null,
          country: country ?? null,
          countryText: country === undefined ? (mineCountries ?? null) : null,
          state: null,
          city: null,
          ...smelterOf(index, row.name ?? row.lookupName),
          areas: countries.flatMap((code) => areasOf({ country: code, texts: [mineNames, mineCountries] })),
        },
      ];
    });
    return [...listed, ...inColumns];
  });
}
