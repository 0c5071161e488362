import { areaName } from "../../../domain/areas.ts";
import { plantKeyOf } from "../../../domain/facility.ts";
import { countryName } from "../../../forms/countries.ts";
import type { Family } from "../../../forms/form.ts";
import { WANTED } from "../../../forms/wanted.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { defined } from "../../../lib/defined.ts";
import { joinList } from "../../../lib/join-list.ts";
import type { Facility } from "../../../model/consolidation.ts";
import { MATCH_NAMES, namedBy } from "../../../model/labels.ts";
import { type Column, flag, type TableDefinition } from "../../render/table.ts";

/** The status column for a smelter that is not on the list of statuses. */
const NOT_ON_LIST = "not on the list";

/** A facility, and whether any list of statuses is in use. */
export interface SmelterRow {
  facility: Facility;
  statusesKnown: boolean;
}

function statusClass({ facility, statusesKnown }: SmelterRow): string {
  if (facility.id === undefined) return "unmatched";
  if (facility.status) return facility.status.class;
  return statusesKnown ? "not on list" : "not known";
}

/** Columns about the plant over all minerals and templates, for a table about one template. */
const plantColumns = (family: string): Column<SmelterRow>[] => [
  {
    name: "plant",
    type: "text",
    about:
      "Key of its plant, by name and country: the same for every mineral and in every template. Two plants of one name in a country share it. Empty where the rows could not be matched.",
    // The key has the name in normalised spelling, in which a contact typed as a name would not be recognised.
    value: ({ facility: { standardName, country, id } }) =>
      standardName === undefined ? null : plantKeyOf({ name: standardName, ...defined({ country, id }) }),
  },
  {
    name: "plant_minerals",
    type: "list",
    about:
      "Minerals for which responses of the period name the plant; those of other templates with their template.",
    value: ({ facility }) =>
      facility.minerals
        ?.map(({ metal, template }) => (template === family ? metal : `${metal} (${template})`))
        .join("; "),
  },
];

export const smeltersTable = ({ id, inquiry, facilities }: Family): TableDefinition<SmelterRow> => ({
  file: "smelters.csv",
  title: capitalised(facilities),
  onePer: "distinct smelter",
  columns: [
    {
      name: "metal",
      type: "text",
      about: `${WANTED.oneMineral}.`,
      value: ({ facility }) => facility.metal,
    },
    {
      name: "smelter_id",
      type: "text",
      about: "ID by the reference list; empty where the rows could not be matched.",
      value: ({ facility }) => facility.id,
    },
    {
      name: "standard_name",
      type: "text",
      about: "Name by the reference list; empty where the rows could not be matched.",
      value: ({ facility }) => facility.standardName,
    },
    {
      name: "facility_country",
      type: "text",
      about: "Country in which the smelter is located, which says nothing about where the mineral was mined.",
      value: ({ facility }) => (facility.country === undefined ? null : countryName(facility.country)),
    },
    {
      name: "status",
      type: "text",
      about: `Status in the words of the list of statuses; “${NOT_ON_LIST}” for a matched smelter that it does not have; empty without such a list.`,
      value: (row) =>
        row.facility.status?.status ?? (statusClass(row) === "not on list" ? NOT_ON_LIST : null),
    },
    {
      name: "status_list",
      type: "text",
      about: "The list that says so.",
      value: ({ facility }) => facility.status?.list,
    },
    {
      name: "status_as_of",
      type: "date",
      about: "The day that the list is as of.",
      value: ({ facility }) => facility.status?.asOf,
    },
    {
      name: "match",
      type: "list",
      about:
        "How its rows were matched: decided, id, legacyId, earlierId, alias, name, placeName; candidates or none where they were not.",
      value: ({ facility }) => facility.matches.join("; "),
      words: (codes) => codes.split("; ").map(namedBy(MATCH_NAMES)).join("; "),
    },
    {
      name: "suppliers",
      type: "number",
      about: "Suppliers that report it.",
      value: ({ facility }) => facility.suppliers.length,
    },
    { name: "rows", type: "number", about: "Rows that report it.", value: ({ facility }) => facility.rows },
    {
      name: "supplier_names",
      type: "list",
      about: "Names of these suppliers.",
      value: ({ facility }) => joinList(facility.suppliers),
    },
    {
      name: "status_class",
      type: "text",
      about:
        "conformant, active, other; not on list; not known (no list of statuses is available); unmatched. Every smelter has one.",
      value: statusClass,
    },
    {
      name: "reported_name",
      type: "text",
      about: "The name as the first row reports it.",
      value: ({ facility }) => facility.reportedName,
    },
    {
      name: "facility_country_iso",
      type: "text",
      about: "ISO 3166-1 alpha-2 of the facility's country.",
      value: ({ facility }) => facility.country,
    },
    {
      name: "removed_from",
      type: "text",
      about: "An earlier list that had the smelter, where the list in use no longer has it.",
      value: ({ facility }) => facility.removedFrom,
    },
    {
      name: "product_level_suppliers",
      type: "number",
      about: "Of the suppliers, those that answered for named products rather than the whole company.",
      value: ({ facility }) => facility.productLevelSuppliers,
    },
    ...(inquiry === null
      ? []
      : [
          {
            name: "origin_covered",
            type: "text" as const,
            about: `Whether an origin list ties the smelter to a ${inquiry.country}.`,
            value: ({ facility }: SmelterRow) => flag(facility.originCovered),
          },
        ]),
    {
      name: "recognition",
      type: "text",
      about:
        "Whose assessment the status is based on: RMAP, its own; cross-recognised, that of another programme. Empty where the list does not say.",
      value: ({ facility }) => facility.status?.recognition,
    },
    {
      name: "scheme",
      type: "text",
      about: "The programme, or the list's words for it.",
      value: ({ facility }) => facility.status?.scheme,
    },
    {
      name: "areas",
      type: "list",
      about: "Areas of your lists of conflict-affected and high-risk areas that it is located in.",
      value: ({ facility }) => facility.areas?.map(areaName).join("; "),
    },
    {
      name: "sanctions",
      type: "list",
      about:
        "Entries of sanctions lists with one of its names; a name does not prove that it is the same company.",
      value: ({ facility }) =>
        facility.sanctions?.map(({ name, list, at }) => `${name} (${list}, ${at})`).join("; "),
    },
    {
      name: "watch_lists",
      type: "list",
      about: "Watch lists that it is on.",
      value: ({ facility }) => facility.watch?.map(({ list }) => list).join("; "),
    },
    // Tables about an inquiry are based only on the responses in its own template.
    ...(inquiry === null ? plantColumns(id) : []),
  ],
});
