import { areaName } from "../../../domain/areas.ts";
import { countryName } from "../../../forms/countries.ts";
import type { Family } from "../../../forms/form.ts";
import { WANTED } from "../../../forms/wanted.ts";
import type { OriginLine } from "../../../model/consolidation.ts";
import type { Column, TableDefinition } from "../../render/table.ts";

const COVERED: Column<OriginLine> = {
  name: "covered_country",
  type: "text",
  about:
    "Whether it is the Democratic Republic of the Congo or a country adjoining it; “not known” for an unresolved text.",
  value: (line) => line.covered,
};

const AREAS: Column<OriginLine> = {
  name: "areas",
  type: "list",
  about: "Areas of your lists of conflict-affected and high-risk areas that the origin lies in.",
  value: (line) => line.areas?.map(areaName).join("; "),
};

/**
 * The table. For a family with an inquiry it says which countries the inquiry covers, otherwise which are in areas on
 * the user's lists.
 */
export const countriesTable = ({ inquiry }: Family): TableDefinition<OriginLine> => ({
  file: "countries.csv",
  title: "Countries of origin",
  onePer: "metal × country × provenance",
  columns: [
    { name: "metal", type: "text", about: `${WANTED.oneMineral}.`, value: (line) => line.metal },
    {
      name: "country",
      type: "text",
      about:
        "The country in which the mineral is said to be mined; as written where it could not be resolved.",
      value: (line) => (line.code === null ? line.text : countryName(line.code)),
    },
    {
      name: "iso",
      type: "text",
      about: "ISO 3166-1 alpha-2; empty where the text could not be resolved.",
      value: (line) => line.code,
    },
    ...(inquiry === null ? [] : [COVERED]),
    {
      name: "provenance",
      type: "text",
      about: `Who says so: supplier${inquiry === null ? " in a smelter list, supplier in a mine list" : ""}, or an origin list with its date.`,
      value: (line) => line.provenance,
    },
    {
      name: "suppliers",
      type: "number",
      about: "Suppliers whose rows say so.",
      value: (line) => line.suppliers,
    },
    {
      name: "smelters",
      type: "number",
      about: "Distinct smelters concerned.",
      value: (line) => line.smelters,
    },
    {
      name: "rows",
      type: "number",
      about: inquiry === null ? "Rows of smelter lists and mine lists concerned." : "Smelter rows concerned.",
      value: (line) => line.rows,
    },
    ...(inquiry === null ? [AREAS] : []),
  ],
});
