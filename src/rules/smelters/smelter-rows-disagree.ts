import { facilityKey } from "../../domain/facility.ts";
import { SMELTER_NOT_LISTED } from "../../domain/sentinels.ts";
import { countryName } from "../../forms/countries.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import type { SmelterColumn } from "../../model/vocabulary.ts";
import { defineRule, type Subject } from "../rule.ts";
import { rowName } from "../support/rows.ts";
import { plantDifference, plantKeys } from "../support/same-plant.ts";

type Facts = {
  row: number;
  smelter: string;
  firstRow: number;
  about: "metal" | "country" | "recycled";
  here: string;
  there: string;
};

const COLUMNS = { metal: "metal", country: "country", recycled: "recycled" } as const satisfies Record<
  Facts["about"],
  SmelterColumn
>;

export const smelterRowsDisagree = defineRule<Facts>({
  id: "smelter-rows-disagree",
  severity: "warning",
  needs: ["smelters"],
  about: { columns: ["country"] },
  title: "Two rows of the smelter list contradict each other on one smelter.",
  why: "A plant is in one country, an ID is of one metal, and its feedstock is all recycled or not; a difference that rests on the name alone may be two plants of one name (info).",
  ask: "Which of the two rows is right, or are they two smelters?",
  source: "Derived; the same ID, or the same name where an ID is missing.",
  message: ({ row, smelter, firstRow, about, here, there }) => {
    const says = {
      metal: () => `lists ${smelter} for ${here}, but row ${firstRow} lists the same ID for ${there}`,
      country: () =>
        `puts ${smelter} into ${countryName(here)}, but row ${firstRow} into ${countryName(there)}`,
      recycled: () =>
        `answers "${here}" on whether all feedstock of ${smelter} is recycled, but row ${firstRow} answers "${there}"`,
    }[about];
    return `Row ${row} ${says()}.`;
  },
  *check(subject) {
    const { response } = subject;
    for (const { row, first, about, here, there, severity } of differences(subject)) {
      yield {
        at: smelterCell(response, row, COLUMNS[about]),
        facts: { row: row.row, smelter: rowName(row), firstRow: first.row, about, here, there },
        severity,
      };
    }
  },
  example: ({ second }) => {
    const plant = {
      metal: second.id,
      lookupName: SMELTER_NOT_LISTED,
      name: "Exampleton Works",
      id: "CID999990",
    };
    const run = (country: string) => ({
      smelters: [
        { ...plant, country: "GB" },
        { ...plant, country, mineNames: "Exampleton Mine" },
      ],
    });
    return {
      fires: { about: "one ID in two countries", ...run("IE") },
      silent: { about: "one ID in one country, with another mine", ...run("GB") },
    };
  },
});

/** Rows that contradict the first row of the same plant, each row at most once per kind of difference. */
function* differences({ response, matches, says }: Subject) {
  // For a matched row, these rules already report contradictions of the list.
  const said = { metal: says("smelter-id-other-metal"), country: says("smelter-country-disagree") };
  const plants = new Map<string, SmelterRow>();
  const feedstocks = new Map<string, SmelterRow>();
  for (const [index, row] of response.smelters.entries()) {
    const match = matches[index];
    const isTied = match?.standardName !== undefined;
    if (!isTied || !said.metal || !said.country) {
      const keys = plantKeys(row);
      const first = keys.map((key) => plants.get(key)).find((one) => one !== undefined);
      const found = first && plantDifference(row, first);
      if (first && found && !(isTied && said[found.about])) {
        const { about, by, here, there } = found;
        yield { row, first, about, here, there, severity: by === "id" ? "warning" : "info" } as const;
      }
      for (const key of keys) if (!plants.has(key)) plants.set(key, row);
    }
    const { recycled } = row;
    const key = facilityKey(row, match);
    if (key === null || (recycled !== "yes" && recycled !== "no")) continue;
    const before = feedstocks.get(key);
    if (before === undefined) feedstocks.set(key, row);
    else if (before.recycled !== recycled) {
      const there = before.recycled as string;
      yield { row, first: before, about: "recycled", here: recycled, there, severity: "warning" } as const;
    }
  }
}
