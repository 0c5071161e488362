// Countries of origin, with who says so.

import { countryName } from "../../../forms/countries.ts";
import type { Inquiry } from "../../../forms/form.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { compareTexts } from "../../../lib/compare-texts.ts";
import type { OriginLine } from "../../../model/consolidation.ts";
import type { Block } from "../../render/document.ts";
import type { ReportContext } from "../report-input.ts";

export function originsSection(context: ReportContext): Block[] {
  const { inquiry } = context.family;
  if (inquiry === null) return [];
  const { area, country } = inquiry;
  const { rows, sum, consolidation, figurePerMineral, mineralHeaders, numberOf } = context;
  const { countries } = consolidation;
  const covered = countries.filter((line) => line.covered === "yes");
  const unresolved = countries.filter((line) => line.code === null);
  return [
    { kind: "heading", level: 2, text: `${numberOf("origins")}. Countries of origin`, id: "origins" },
    {
      kind: "paragraph",
      text: [
        "Origin is where the mineral was mined, as suppliers state it in the mine columns of their smelter lists or as an origin list says. The country in which a smelter stands is not used: it says nothing of origin. Words such as “recycled” or “unknown” are answers, not countries; classes of RMI’s data (CC, HR, LR, Level 1 to 3) name no country and are listed by their class.",
      ],
    },
    {
      kind: "figures",
      caption: "Lines of countries.csv",
      columns: mineralHeaders,
      rows: [
        figurePerMineral(capitalised(area), (metal) =>
          rows("countries.csv", { metal, covered_country: "yes" }),
        ),
        figurePerMineral("Other countries", (metal) =>
          rows("countries.csv", { metal, covered_country: "no" }),
        ),
        figurePerMineral("Texts that do not name a known country", (metal) =>
          rows("countries.csv", { metal, covered_country: "not known" }),
        ),
        figurePerMineral(`Smelter rows that name a mine in a ${country}`, (metal) =>
          sum("mine_covered_rows", "declarations.csv", { metal }),
        ),
      ],
    },
    ...originChart(countries, inquiry),
    ...originList(`${capitalised(area)} named`, covered, inquiry),
    ...originList("Texts that could not be resolved to one country", unresolved, inquiry),
  ];
}

/** As many countries as a chart can show. */
const CHARTED = 20;

interface Count {
  covered: number;
  other: number;
}

/** Countries by the smelter rows that name them, most named first, those that the inquiry asks about always among them. */
function originChart(lines: readonly OriginLine[], { area }: Inquiry): Block[] {
  const rows = new Map<string, Count>();
  for (const { code, covered, rows: count } of lines) {
    if (code === null) continue;
    const name = countryName(code);
    const known = rows.get(name) ?? { covered: 0, other: 0 };
    known[covered === "yes" ? "covered" : "other"] += count;
    rows.set(name, known);
  }
  const total = ({ covered, other }: Count) => covered + other;
  const mostNamed = ([a, countA]: [string, Count], [b, countB]: [string, Count]) =>
    total(countB) - total(countA) || compareTexts(a, b);
  const named = [...rows].sort(mostNamed);
  // Those that the inquiry asks about are shown however seldom they are named.
  const asked = named.filter(([, { covered }]) => covered > 0);
  const others = named.filter(([, { covered }]) => covered === 0);
  const most = [...asked, ...others.slice(0, Math.max(0, CHARTED - asked.length))].sort(mostNamed);
  if (most.length === 0) return [];
  return [
    {
      kind: "chart",
      chart: {
        id: "chart-origins",
        title: "Countries of origin by smelter rows that name them",
        description:
          rows.size > most.length
            ? `${capitalised(area)} and the most named others of ${rows.size} countries, over all metals and sources; all of them are listed in annex B.`
            : "All countries, over all metals and sources; their figures are in annex B.",
        categories: most.map(([name]) => name),
        series: [
          { name: "Other countries", values: most.map(([, { other }]) => other) },
          { name: capitalised(area), values: most.map(([, { covered }]) => covered), warning: true },
        ],
      },
    },
  ];
}

/** Rows of the annexes on countries. */
export function originRows(lines: readonly OriginLine[]): (string | number)[][] {
  return lines.map((line) => [
    line.metal ?? "",
    line.code === null ? (line.text ?? "") : countryName(line.code),
    line.covered,
    line.provenance,
    line.suppliers,
    line.smelters,
    line.rows,
  ]);
}

/** Columns of the annexes on countries. */
export const originColumns = ({ country }: Inquiry) => [
  { title: "Metal" },
  { title: "Country of origin" },
  { title: capitalised(country) },
  { title: "Provenance" },
  { title: "Suppliers", number: true },
  { title: "Smelters", number: true },
  { title: "Rows", number: true },
];

const LONGEST_LIST = 40;

function originList(title: string, lines: readonly OriginLine[], inquiry: Inquiry): Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LONGEST_LIST);
  return [
    { kind: "heading", level: 3, text: title },
    {
      kind: "data",
      caption: shown.length < lines.length ? `The first ${shown.length} of ${lines.length}` : "",
      columns: originColumns(inquiry),
      rows: originRows(shown),
    },
  ];
}
