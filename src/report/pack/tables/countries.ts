import { countryName } from "../../../forms/countries.ts";
import { WANTED } from "../../../forms/wanted.ts";
import type { OriginLine } from "../../../model/consolidation.ts";
import type { TableDefinition } from "../../render/table.ts";

export const countriesTable: TableDefinition<OriginLine> = {
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
    {
      name: "covered_country",
      type: "text",
      about:
        "Whether it is the Democratic Republic of the Congo or a country adjoining it; “not known” for an unresolved text.",
      value: (line) => line.covered,
    },
    {
      name: "provenance",
      type: "text",
      about: "Who says so: supplier, or an origin list with its date.",
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
    { name: "rows", type: "number", about: "Smelter rows concerned.", value: (line) => line.rows },
  ],
};
