// Rows of the mine list for the same mine.
import { countryName } from "../../forms/countries.ts";
import { fold } from "../../lib/text.ts";
import { type MineRow, mineCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import type { Example } from "../support/example.ts";
import { mineName } from "../support/mine-rows.ts";

/** The key of a mine within a mineral: its ID, else its name. */
function mineKey({ metal, id, name }: MineRow): string | undefined {
  const text = fold(id ?? "") || fold(name ?? "");
  return metal === undefined || text === "" ? undefined : JSON.stringify([metal, text]);
}

function twice(metal: string, smelter: string, country: string): Pick<Example, "mines"> {
  const mine = { metal, name: "Exampleton Mine", smelter, country: "GB" };
  return {
    mines: [
      { row: 5, ...mine },
      { row: 6, ...mine, country },
    ],
  };
}

export const mineDuplicate = defineRule<{ row: number; mine: string; firstRow: number }>({
  id: "mine-duplicate",
  severity: "info",
  needs: ["mines"],
  about: { mines: true },
  title: "A mine is listed twice for one mineral and smelter.",
  why: "One row for each mine and smelter is enough; counts of mines are then too high.",
  ask: "Is the second row meant for another mine?",
  source: "The template's instructions.",
  message: ({ row, mine, firstRow }) => `Row ${row} of the mine list (${mine}) repeats row ${firstRow}.`,
  *check({ response }) {
    const seen = new Map<string, number>();
    for (const row of response.mines ?? []) {
      const key = mineKey(row);
      if (key === undefined) continue;
      const same = JSON.stringify([
        key,
        fold(row.smelter ?? ""),
        row.country ?? fold(row.raw?.country ?? ""),
        fold(row.state ?? ""),
        fold(row.city ?? ""),
      ]);
      const firstRow = seen.get(same);
      if (firstRow === undefined) seen.set(same, row.row);
      else
        yield {
          at: mineCell(response, row, "name"),
          facts: { row: row.row, mine: mineName(row), firstRow },
        };
    }
  },
  example: ({ first, second }) => ({
    fires: { about: "the same row again", ...twice(first.id, first.listed.name, "GB") },
    silent: {
      about: "one mine of two minerals",
      mines: [first, second].map(({ id, listed }, index) => ({
        row: 5 + index,
        metal: id,
        name: "Exampleton Mine",
        smelter: listed.name,
        country: "GB",
      })),
    },
  }),
});

export const mineCountriesDisagree = defineRule<{
  row: number;
  mine: string;
  here: string;
  firstRow: number;
  there: string;
}>({
  id: "mine-countries-disagree",
  severity: "warning",
  needs: ["mines"],
  about: { mines: true },
  title: "One mine is listed in two countries.",
  why: "A mine is in one place: where the mineral comes from is then open, or two mines have one name.",
  ask: "In which country is this mine, or are there two mines of this name?",
  source: "Derived; rows of one mineral with the same ID, or without IDs with the same name.",
  message: ({ row, mine, here, firstRow, there }) =>
    `Row ${row} of the mine list puts the mine "${mine}" into ${countryName(here)}, but row ${firstRow} into ${countryName(there)}.`,
  *check({ response }) {
    const seen = new Map<string, MineRow>();
    for (const row of response.mines ?? []) {
      const key = mineKey(row);
      if (key === undefined || row.country === undefined) continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row);
      else if (first.country !== row.country)
        yield {
          at: mineCell(response, row, "country"),
          facts: {
            row: row.row,
            mine: mineName(row),
            here: row.country,
            firstRow: first.row,
            there: first.country as string,
          },
        };
    }
  },
  example: ({ first }) => ({
    fires: { about: "one name, two countries", ...twice(first.id, first.listed.name, "IE") },
    silent: { about: "one name, one country", ...twice(first.id, first.listed.name, "GB") },
  }),
});
