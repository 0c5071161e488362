// Section 10: the tables that a filing needs in full.
import { countryName } from "../../template/countries.ts";
import type { Block } from "../document.ts";
import type { ReportContext } from "../report-input.ts";
import { ORIGIN_COLUMNS, originRows } from "./origins.ts";

export function annexes({ consolidation }: ReportContext): Block[] {
  const { facilities, countries } = consolidation;
  return [
    { kind: "heading", level: 2, text: "10. Annexes", id: "annexes" },
    { kind: "heading", level: 3, text: "Annex A: smelters and refiners", id: "annex-a" },
    facilities.length === 0
      ? { kind: "paragraph", text: ["The responses that count name no smelter."] }
      : {
          kind: "data",
          caption: "As in smelters.csv",
          columns: [
            { title: "Metal" },
            { title: "Smelter" },
            { title: "ID" },
            { title: "Facility country" },
            { title: "Status" },
            { title: "Suppliers", number: true },
          ],
          rows: facilities.map((one) => [
            one.metal ?? "",
            one.standardName ?? one.reportedName,
            one.id ?? "not matched",
            one.country === undefined ? "" : countryName(one.country),
            one.status?.status ?? "",
            one.suppliers.length,
          ]),
        },
    { kind: "heading", level: 3, text: "Annex B: countries of origin", id: "annex-b" },
    countries.length === 0
      ? {
          kind: "paragraph",
          text: ["The responses that count name no country of origin, and no origin list is at hand."],
        }
      : {
          kind: "data",
          caption: "As in countries.csv",
          columns: ORIGIN_COLUMNS,
          rows: originRows(countries),
        },
  ];
}
