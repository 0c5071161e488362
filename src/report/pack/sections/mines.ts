// The mines that suppliers name, by mineral and by source.
import { areaName } from "../../../domain/areas.ts";
import { countryName } from "../../../forms/countries.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { joinList } from "../../../lib/join-list.ts";
import type { Block } from "../../render/document.ts";
import type { ReportContext } from "../report-input.ts";

/** Longer lists are only in the CSV. */
const LONGEST_LIST = 40;

export function minesSection(context: ReportContext): Block[] {
  const { consolidation, family, rows, distinct, figurePerMineral, mineralHeaders, numberOf } = context;
  const { mines } = consolidation;
  const heading: Block = { kind: "heading", level: 2, text: `${numberOf("mines")}. Mines`, id: "mines" };
  if (mines.length === 0)
    return [heading, { kind: "paragraph", text: ["No mine is named in the responses that count."] }];
  const ofList = { provenance: "mine list" };
  const shown = mines.slice(0, LONGEST_LIST);
  return [
    heading,
    {
      kind: "paragraph",
      text: [
        `As suppliers name them; nothing here was looked up. The template does not require a mine list: that a ${family.mineral} has none says nothing of the supplier. `,
        { code: "mines.csv" },
        " has all of them, each with its cell.",
      ],
    },
    {
      kind: "figures",
      caption: "Rows on mines",
      columns: mineralHeaders,
      rows: [
        figurePerMineral("In mine lists", (metal) => rows("mines.csv", { metal, ...ofList })),
        figurePerMineral("of these, without a country", (metal) =>
          rows("mines.csv", { metal, ...ofList, country: "" }),
        ),
        figurePerMineral("In mine columns of smelter lists", (metal) =>
          rows("mines.csv", { metal, provenance: "smelter list" }),
        ),
        figurePerMineral("Suppliers with such rows", (metal) => distinct("supplier", "mines.csv", { metal })),
      ],
    },
    {
      kind: "data",
      file: "mines.csv",
      caption: shown.length < mines.length ? `The first ${shown.length} of ${mines.length}` : "",
      columns: [
        capitalised(family.mineral),
        "Mine",
        "Country",
        "Listed area",
        "Smelter",
        "Supplier",
        "Said in",
      ].map((title) => ({ title })),
      rows: shown.map((line) => [
        line.metal ?? "",
        line.name ?? line.id ?? "",
        line.country === null ? (line.countryText ?? "") : countryName(line.country),
        joinList(line.areas.map(areaName)),
        line.smelter ?? "",
        line.from.supplier.name,
        line.at,
      ]),
    },
  ];
}
