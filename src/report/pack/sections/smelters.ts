// Smelters and refiners, by metal and status.

import { countryName } from "../../../forms/countries.ts";
import { familyOption } from "../../../forms/families.ts";
import type { Family } from "../../../forms/form.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { joinWords } from "../../../lib/join-words.ts";
import type { Facility } from "../../../model/consolidation.ts";
import type { MineralId } from "../../../model/vocabulary.ts";
import { type Block, type FigureRow, isFigure } from "../../render/document.ts";
import { facilityName } from "../facility-name.ts";
import type { ReportContext } from "../report-input.ts";
import { smelterRisks } from "./smelter-risks.ts";

/** Longer lists are only in the CSV. */
const LONGEST_LIST = 30;
/** The number of suppliers named beside a smelter; any more are only counted. */
const NAMED = 3;

const CLASSES: readonly [label: string, statusClass: string][] = [
  ["Conformant", "conformant"],
  ["Active", "active"],
  ["Other status", "other"],
  ["Not on the list of statuses", "not on list"],
  ["Status not known (no list of statuses available)", "not known"],
  ["Not matched to the reference list", "unmatched"],
];

/** The reported smelters by status and metal, without statuses that do not occur. */
export function statusRows({ rows, figurePerMineral }: ReportContext): FigureRow[] {
  const lines = CLASSES.map(([label, statusClass]) =>
    figurePerMineral(label, (metal) => rows("smelters.csv", { metal, status_class: statusClass })),
  );
  return lines.filter((row) => row.cells.some((cell) => isFigure(cell) && cell.value > 0));
}

export function smeltersSection(context: ReportContext): Block[] {
  const { rows, sum, consolidation, figurePerMineral, mineralHeaders, numberOf, family } = context;
  const shown = statusRows(context);
  return [
    {
      kind: "heading",
      level: 2,
      text: `${numberOf("smelters")}. ${capitalised(family.facilities)}`,
      id: "smelters",
    },
    {
      kind: "figures",
      caption: "Distinct smelters reported, by status",
      columns: mineralHeaders,
      rows: [
        figurePerMineral("Named by suppliers", (metal) => rows("smelters.csv", { metal })),
        ...shown,
        figurePerMineral("Rows “not yet identified”", (metal) =>
          sum("not_identified_rows", "declarations.csv", { metal }),
        ),
      ],
    },
    {
      kind: "chart",
      chart: {
        id: "chart-smelters",
        title: `Smelters by ${family.mineral} and status`,
        description: "The reported smelters of the table above by status, as stacked bars.",
        categories: mineralHeaders,
        series: shown.map(({ label, cells }) => ({
          name: label,
          values: cells.map((cell) => (isFigure(cell) ? cell.value : 0)),
        })),
      },
    },
    {
      kind: "paragraph",
      text: [
        "A status is as of the date of its list. Absence from a list does not imply non-conformance. Annex A gives the number of suppliers that report each smelter, as does ",
        { code: "smelters.csv" },
        "; every reported row and its match is in ",
        { code: "smelter-rows.csv" },
        ".",
      ],
    },
    ...unlistedMinerals(family, consolidation.minerals),
    ...smelterRisks(context),
    ...facilityList(
      family,
      "Removed from the reference list",
      "These smelters are on an earlier list but no longer on the reference list in use.",
      consolidation.facilities.filter((one) => one.removedFrom !== undefined),
    ),
    ...facilityList(
      family,
      "Not matched",
      `No match is certain: decide on those with a name (\`cmrt smelters${familyOption(family)}\`). Rows without a name, or without a ${family.mineral}, are for their suppliers to complete; the letters ask for it.`,
      consolidation.facilities.filter((one) => one.id === undefined),
    ),
  ];
}

function facilityList(
  { mineral }: Family,
  title: string,
  about: string,
  facilities: readonly Facility[],
): Block[] {
  if (facilities.length === 0) return [];
  const mostNamedFirst = [...facilities].sort((a, b) => b.suppliers.length - a.suppliers.length);
  const shown = mostNamedFirst.slice(0, LONGEST_LIST);
  const more = facilities.length - shown.length;
  const [before = "", command, after = ""] = about.split("`");
  return [
    { kind: "heading", level: 3, text: title },
    { kind: "paragraph", text: command === undefined ? [about] : [before, { code: command }, after] },
    {
      kind: "data",
      caption: more > 0 ? `The ${shown.length} most named of ${facilities.length}` : "",
      columns: [
        { title: capitalised(mineral) },
        { title: "Name" },
        { title: "ID" },
        { title: "Country" },
        { title: "Suppliers", number: true },
        { title: "Rows", number: true },
        { title: "Reported by" },
      ],
      rows: shown.map((one) => [
        one.metal ?? "",
        facilityName(one),
        one.id ?? "",
        one.country === undefined ? "" : countryName(one.country),
        one.suppliers.length,
        one.rows,
        firstOf(one.suppliers),
      ]),
    },
  ];
}

/** Names the first few and counts the others, for a cell. */
function firstOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** The minerals for which no list has smelters: some of the template's, and those that suppliers name themselves. */
function unlistedMinerals({ minerals, id }: Family, declared: readonly MineralId[]): Block[] {
  const own = declared.filter((metal) => !minerals.some((mineral) => mineral.id === metal));
  const unlisted = [
    ...minerals.filter((mineral) => mineral.unlisted),
    ...own.map((metal) => ({ id: metal })),
  ];
  if (unlisted.length === 0) return [];
  return [
    {
      kind: "paragraph",
      text: [
        `The look-up list of the ${id} has no smelter of ${joinWords(
          unlisted.map((mineral) => mineral.id),
          "or",
        )}: that none of them is matched says nothing of the suppliers or the smelters.`,
      ],
    },
  ];
}
