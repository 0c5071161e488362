// The tables that a filing needs in full.

import { countryName } from "../../../forms/countries.ts";
import { familyOption } from "../../../forms/families.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import type { Block } from "../../render/document.ts";
import { countRows, type FilledTable } from "../../render/table.ts";
import { facilityName } from "../facility-name.ts";
import type { ReportContext } from "../report-input.ts";
import { originColumns, originRows } from "./origins.ts";

export function annexes(context: ReportContext): Block[] {
  const { consolidation, family, numberOf } = context;
  const { facilities, countries } = consolidation;
  return [
    { kind: "heading", level: 2, text: `${numberOf("annexes")}. Annexes`, id: "annexes" },
    { kind: "heading", level: 3, text: `Annex A: ${family.facilities}`, id: "annex-a" },
    facilities.length === 0
      ? { kind: "paragraph", text: ["No smelter is reported in the responses that count."] }
      : {
          kind: "data",
          file: "smelters.csv",
          caption: "As in smelters.csv",
          columns: [
            { title: capitalised(family.mineral) },
            { title: "Smelter" },
            { title: "ID" },
            { title: "Facility country" },
            { title: "Status" },
            { title: "Suppliers", number: true },
          ],
          rows: facilities.map((one) => [
            one.metal ?? "",
            facilityName(one),
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
          text: [
            "No country of origin is reported in the responses that count, and no list of origins is available.",
          ],
        }
      : {
          kind: "data",
          file: "countries.csv",
          caption: "As in countries.csv",
          columns: originColumns(family),
          rows: originRows(family, countries),
        },
    ...correctionsAnnex(context),
  ];
}

/** What suppliers changed when they answered again; empty if none did. */
function correctionsAnnex({ tables, family, corrections = [] }: ReportContext): Block[] {
  if (corrections.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Corrections received in the period", id: "annex-corrections" },
    packTable(tables, "corrections.csv", [
      "supplier",
      "date_before",
      "date_after",
      "findings_answered",
      "findings_open",
      "findings_new",
      "answers_changed",
      "smelters_in",
      "smelters_out",
    ]),
    {
      kind: "paragraph",
      text: ["Cell by cell: ", { code: `cmrt diff${familyOption(family)} --supplier <name>` }, "."],
    },
  ];
}

/** Longer tables are only in their CSV, so that the page can still be opened. */
const LONGEST_TABLE = 2_000;

function packTable(tables: readonly FilledTable[], file: string, columns: readonly string[]): Block {
  const table = tables.find((one) => one.file === file) as FilledTable;
  const indexes = columns.map((name) => table.columns.findIndex((column) => column.name === name));
  const count = countRows(table);
  const rows: (string | number)[][] = [];
  for (const cells of table.cells(indexes)) {
    if (rows.length === LONGEST_TABLE) break;
    rows.push(cells.map((cell) => cell ?? ""));
  }
  if (count === 0) return { kind: "paragraph", text: ["None."] };
  return {
    kind: "data",
    caption:
      count > LONGEST_TABLE ? `The first ${LONGEST_TABLE} of ${count}; all in ${file}` : `As in ${file}`,
    columns: indexes.map((index) => {
      const { name, type } = table.columns[index] as FilledTable["columns"][number];
      return { title: name.replaceAll("_", " "), ...(type === "number" ? { number: true } : {}) };
    }),
    rows,
  };
}
