// Countries of origin, with their source.

import { areaName } from "../../../domain/areas.ts";
import { MINE_LIST } from "../../../domain/origins.ts";
import { countryName } from "../../../forms/countries.ts";
import type { Family, Inquiry } from "../../../forms/form.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { compareTexts } from "../../../lib/compare-texts.ts";
import { joinList } from "../../../lib/join-list.ts";
import { joinWords } from "../../../lib/join-words.ts";
import type { OriginLine } from "../../../model/consolidation.ts";
import type { Block } from "../../render/document.ts";
import type { ReportContext } from "../report-input.ts";

export function originsSection(context: ReportContext): Block[] {
  const { inquiry } = context.family;
  const { numberOf } = context;
  return [
    { kind: "heading", level: 2, text: `${numberOf("origins")}. Countries of origin`, id: "origins" },
    ...(inquiry === null ? originsByArea(context) : originsInquired(context, inquiry)),
  ];
}

const ABOUT_PLACES =
  "The country in which a smelter is located is not used: it says nothing about origin. Words such as “recycled” or “unknown” are answers, not countries; classes of RMI’s data (CC, HR, LR, Level 1 to 3) name no country and are listed by their class.";

function originsInquired(context: ReportContext, { area, country }: Inquiry): Block[] {
  const { rows, sum, consolidation, family, figurePerMineral, mineralHeaders } = context;
  const { countries } = consolidation;
  const covered = countries.filter((line) => line.covered === "yes");
  const unresolved = countries.filter((line) => line.code === null);
  return [
    {
      kind: "paragraph",
      text: [
        `Origin is where the mineral was mined, as suppliers state it in the mine columns of their smelter lists or as an origin list says. ${ABOUT_PLACES}`,
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
    ...originChart(countries, { highlighted: (line) => line.covered === "yes", area, what: "smelter rows" }),
    ...originList(`${capitalised(area)} named`, covered, family),
    ...originList("Texts that could not be resolved to one country", unresolved, family),
  ];
}

/**
 * Origins for families without a law that names countries: the conflict-affected and high-risk areas are those on the
 * user's lists.
 */
function originsByArea(context: ReportContext): Block[] {
  const { distinct, rows, consolidation, evaluation, family, figurePerMineral, mineralHeaders } = context;
  const { countries } = consolidation;
  const lists = (evaluation.furtherLists ?? []).filter(({ use }) => use === "area");
  const inAreas = countries.filter(({ areas = [] }) => areas.length > 0);
  const area = "listed areas";
  return [
    {
      kind: "paragraph",
      text: [
        `Origin is where the mineral was mined, as suppliers state it in their mine lists and in the mine columns of their smelter lists, or as an origin list says. ${ABOUT_PLACES}`,
      ],
    },
    {
      kind: "paragraph",
      text: [
        lists.length === 0
          ? "Which origins lie in conflict-affected and high-risk areas is not known: no list of such areas is available."
          : `Conflict-affected and high-risk areas are those of ${joinWords(
              lists.map(({ list: { name, asOf } }) => (asOf === null ? name : `${name} (as of ${asOf})`)),
              "and",
            )}. Where a list names only a region, an origin lies in it where its text names the region.`,
      ],
    },
    {
      kind: "figures",
      caption: "Countries of origin",
      columns: mineralHeaders,
      rows: [
        figurePerMineral("Countries named", (metal) => distinct("iso", "countries.csv", { metal })),
        ...["supplier", MINE_LIST].map((provenance) =>
          figurePerMineral(
            provenance === MINE_LIST ? "Countries in mine lists" : "Countries in smelter lists",
            (metal) => distinct("iso", "countries.csv", { metal, provenance }),
          ),
        ),
        figurePerMineral("Texts that do not name a known country", (metal) =>
          rows("countries.csv", { metal, iso: "" }),
        ),
      ],
    },
    ...originChart(countries, {
      highlighted: ({ areas = [] }) => areas.length > 0,
      area,
      what: "rows of smelter and mine lists",
    }),
    ...originList(`Origins in ${area}`, inAreas, family),
    ...originList(
      "Texts that could not be resolved to one country",
      countries.filter((line) => line.code === null),
      family,
    ),
  ];
}

/** Most countries in a chart. */
const CHARTED = 20;

interface Count {
  covered: number;
  other: number;
}

/** What a chart of origins highlights, its label, and what it counts. */
interface Charting {
  highlighted(line: OriginLine): boolean;
  area: string;
  what: string;
}

/** Countries by the number of rows that name them, most first, always including the highlighted ones. */
function originChart(lines: readonly OriginLine[], { highlighted, area, what }: Charting): Block[] {
  const rows = new Map<string, Count>();
  for (const line of lines) {
    if (line.code === null) continue;
    const name = countryName(line.code);
    const known = rows.get(name) ?? { covered: 0, other: 0 };
    known[highlighted(line) ? "covered" : "other"] += line.rows;
    rows.set(name, known);
  }
  const total = ({ covered, other }: Count) => covered + other;
  const mostNamed = ([a, countA]: [string, Count], [b, countB]: [string, Count]) =>
    total(countB) - total(countA) || compareTexts(a, b);
  const named = [...rows].sort(mostNamed);
  // Highlighted countries are shown however rarely they are named.
  const asked = named.filter(([, { covered }]) => covered > 0);
  const others = named.filter(([, { covered }]) => covered === 0);
  const most = [...asked, ...others.slice(0, Math.max(0, CHARTED - asked.length))].sort(mostNamed);
  if (most.length === 0) return [];
  return [
    {
      kind: "chart",
      chart: {
        id: "chart-origins",
        title: `Countries of origin by ${what} that name them`,
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
export function originRows({ inquiry }: Family, lines: readonly OriginLine[]): (string | number)[][] {
  return lines.map((line) => [
    line.metal ?? "",
    line.code === null ? (line.text ?? "") : countryName(line.code),
    inquiry === null ? joinList((line.areas ?? []).map(areaName)) : line.covered,
    line.provenance,
    line.suppliers,
    line.smelters,
    line.rows,
  ]);
}

/** Columns of the annexes on countries. */
export const originColumns = ({ mineral, inquiry }: Family) => [
  { title: capitalised(mineral) },
  { title: "Country of origin" },
  { title: inquiry === null ? "Listed area" : capitalised(inquiry.country) },
  { title: "Provenance" },
  { title: "Suppliers", number: true },
  { title: "Smelters", number: true },
  { title: "Rows", number: true },
];

const LONGEST_LIST = 40;

function originList(title: string, lines: readonly OriginLine[], family: Family): Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LONGEST_LIST);
  return [
    { kind: "heading", level: 3, text: title },
    {
      kind: "data",
      caption: shown.length < lines.length ? `The first ${shown.length} of ${lines.length}` : "",
      columns: originColumns(family),
      rows: originRows(family, shown),
    },
  ];
}
