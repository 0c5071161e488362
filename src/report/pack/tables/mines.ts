import { areaName } from "../../../domain/areas.ts";
import { countryName } from "../../../forms/countries.ts";
import { WANTED } from "../../../forms/wanted.ts";
import type { MineLine } from "../../../model/consolidation.ts";
import { sourceText } from "../../../model/workbook.ts";
import { splitCell } from "../../render/split-cell.ts";
import type { TableDefinition } from "../../render/table.ts";

export const minesTable: TableDefinition<MineLine> = {
  file: "mines.csv",
  title: "Mines",
  onePer: "row of a mine list, or of a smelter list that names mines",
  columns: [
    {
      name: "supplier",
      type: "text",
      about: "Name of the supplier.",
      value: ({ from }) => from.supplier.name,
    },
    {
      name: "file",
      type: "text",
      about: "The workbook.",
      value: ({ from }) => sourceText(from.response.source),
    },
    { name: "sheet", type: "text", about: "Sheet of the cell.", value: ({ at }) => splitCell(at)[0] },
    {
      name: "cell",
      type: "text",
      about: "The cell with the mine's name.",
      value: ({ at }) => splitCell(at)[1],
    },
    {
      name: "provenance",
      type: "text",
      about: "mine list, or smelter list: its columns of mines, which may name several in one cell.",
      value: (line) => line.provenance,
    },
    { name: "metal", type: "text", about: `${WANTED.oneMineral}.`, value: (line) => line.metal },
    { name: "mine", type: "text", about: "Its name as written.", value: (line) => line.name },
    { name: "mine_id", type: "text", about: "Its ID as written.", value: (line) => line.id },
    {
      name: "country",
      type: "text",
      about: "Its country; as written where it could not be resolved to one.",
      value: ({ country, countryText }) => (country === null ? countryText : countryName(country)),
    },
    {
      name: "iso",
      type: "text",
      about: "ISO 3166-1 alpha-2; empty where the text could not be resolved to one country.",
      value: (line) => line.country,
    },
    { name: "state", type: "text", about: "State or province as written.", value: (line) => line.state },
    { name: "city", type: "text", about: "City as written.", value: (line) => line.city },
    {
      name: "areas",
      type: "list",
      about: "Areas of your lists of conflict-affected and high-risk areas that it lies in.",
      value: ({ areas }) => areas.map(areaName).join("; ") || null,
    },
    {
      name: "smelter",
      type: "text",
      about:
        "The smelter that sources from it: by the reference list where its row was matched, else as written.",
      value: (line) => line.smelter,
    },
    {
      name: "smelter_id",
      type: "text",
      about: "ID of the smelter by the reference list.",
      value: (line) => line.smelterId,
    },
    {
      name: "response",
      type: "text",
      about: "SHA-256 of the workbook.",
      value: ({ from }) => from.response.id,
    },
  ],
};
