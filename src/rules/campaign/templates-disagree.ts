import { SMELTER_NOT_LISTED } from "../../domain/sentinels.ts";
import { counts } from "../../domain/standing.ts";
import { countryName } from "../../forms/countries.ts";
import { FAMILIES } from "../../forms/families.ts";
import { defined } from "../../lib/defined.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { SelectedResponse } from "../../model/campaign.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import { sourceText } from "../../model/workbook.ts";
import { defineCampaignRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";
import { plantDifference, plantKeys } from "../support/same-plant.ts";
import { about as aboutResponse, standing } from "../support/standing.ts";

type Facts = {
  row: number;
  smelter: string;
  about: "metal" | "country";
  here: string;
  there: string;
  otherRow: number;
  otherFile: string;
  /** The template of the other response. */
  other: string;
};

export const templatesDisagreeOnSmelter = defineCampaignRule<Facts>({
  id: "templates-disagree-on-smelter",
  severity: "info",
  needs: [],
  title: "A supplier's declarations in two templates contradict each other on one smelter.",
  why: "A plant is in one country, and an ID is of one metal; a difference that rests on the name alone may be two plants of one name.",
  ask: "Which of your declarations is right, or are they two smelters?",
  source:
    "Derived; the same ID, or the same name where an ID is missing, in responses of the same period. Said of the template that was added to the campaign's own.",
  message: ({ row, smelter, about, here, there, otherRow, otherFile, other }) => {
    const elsewhere = `but row ${otherRow} of the supplier's ${other} (${otherFile})`;
    return about === "metal"
      ? `Row ${row} lists ${smelter} for ${here}, ${elsewhere} lists the same ID for ${there}.`
      : `Row ${row} puts ${smelter} into ${countryName(here)}, ${elsewhere} into ${countryName(there)}.`;
  },
  *check(input) {
    const bySupplier = groupBy(
      (input.beside ?? []).filter((one) => counts(one.standing)),
      ({ period, supplier }) => JSON.stringify([period, supplier.key]),
    );
    for (const checked of standing(input)) {
      const { response, period, supplier } = checked.selected;
      const others = (bySupplier.get(JSON.stringify([period, supplier.key])) ?? []).filter(
        (one) => rank(one) < rank(checked.selected),
      );
      // Returns early without loading the response's rows, which may still be in the store.
      if (others.length === 0) continue;
      const plants = plantsOf(others);
      for (const row of response.smelters) {
        const named = plantKeys(row).flatMap((key) => plants.get(key) ?? []);
        const found = named
          // A difference between the templates' own lists is not a statement of the supplier.
          .filter(({ row: other }) => row.inOwnList !== true || other.inOwnList !== true)
          .map((one) => ({ ...one, difference: plantDifference(row, one.row) }))
          .find(({ difference }) => difference !== undefined);
        if (found?.difference === undefined) continue;
        const { about, here, there } = found.difference;
        yield aboutResponse<Facts>(checked, {
          at: smelterCell(response, row, about),
          facts: {
            row: row.row,
            smelter: rowName(row),
            ...{ about, here, there },
            otherRow: found.row.row,
            otherFile: sourceText(found.of.response.source),
            other: found.of.response.template.family,
          },
        });
      }
    }
  },
  example: () => {
    const [own, other] = FAMILIES;
    const named = (metal: string | undefined, country: string) => ({
      supplier: "Acme Fixings Ltd",
      smelters: [
        { lookupName: SMELTER_NOT_LISTED, name: "Exampleton Works", country, ...defined({ metal }) },
      ],
    });
    const run = (country: string) => ({
      ...named(other?.minerals[0]?.id, country),
      ...defined({ family: other }),
      beside: [named(own?.minerals[0]?.id, "GB")],
    });
    return {
      fires: { about: "one name, two countries", ...run("IE") },
      silent: { about: "one name, one country", ...run("GB") },
    };
  },
});

/** The position of a response's template in the order of families: of two, the later one is reported. */
function rank({ response }: SelectedResponse): number {
  return FAMILIES.findIndex(({ id }) => id === response.template.family);
}

function plantsOf(others: readonly SelectedResponse[]) {
  const plants = new Map<string, { of: SelectedResponse; row: SmelterRow }[]>();
  for (const of of others)
    for (const row of of.response.smelters)
      for (const key of plantKeys(row)) {
        const its = plants.get(key);
        if (its) its.push({ of, row });
        else plants.set(key, [{ of, row }]);
      }
  return plants;
}
