// Checks a response against the user's lists of conflict-affected and high-risk areas, and against sanctions
// lists.
import { codeOf } from "../../domain/answers.ts";
import { areaText, createAreaReader } from "../../domain/areas.ts";
import { isInquired } from "../../domain/inquired.ts";
import { originRows } from "../../domain/origin-rows.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { FacilityArea } from "../../model/match.ts";
import { defineRule } from "../rule.ts";
import { EXAMPLE_LIST, exampleMatch } from "../support/example-matches.ts";
import { matchedRows, nameColumn } from "../support/matched-rows.ts";
import { rowNumbers, rowsGive } from "../support/origin-rows.ts";

const AREA_LIST = {
  ...EXAMPLE_LIST,
  name: "Area list",
  kind: "area" as const,
  entries: [
    { metal: "", standardName: "Myanmar", lookupNames: [], country: "MM", at: "line 2" },
    { metal: "", standardName: "Cauca", lookupNames: [], country: "CO", state: "Cauca", at: "line 3" },
  ],
};
const SANCTIONS_LIST = { ...EXAMPLE_LIST, name: "Sanctions list", kind: "sanctions" as const };

export const smelterInListedArea = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  areas: string[];
}>({
  id: "smelter-in-listed-area",
  severity: "info",
  risk: true,
  needs: ["smelters", "areaList"],
  title: "A facility is located in an area of the user's list of conflict-affected and high-risk areas.",
  why: "Where a smelter is located is not where its metal was mined, but due diligence looks at both.",
  ask: "Where does the material of this smelter come from?",
  source:
    "The area lists that the user brings; the facility's country, region and city by the reference list, else as stated.",
  message: ({ row, smelter, areas }) =>
    `"${smelter}" in row ${row} is located in an area that is listed: ${areas.join("; ")}.`,
  internal: true,
  *check(subject, { areaLists = [] }) {
    const { areasOf } = createAreaReader(areaLists);
    for (const { row, match, facts, at } of matchedRows(subject)) {
      // Without a certain match, no list gives the location, so the stated one is used.
      const stated =
        match.standardName === undefined && match.kind !== "notSmelter" && row.country !== undefined
          ? areasOf({ country: row.country, texts: [row.state, row.city] })
          : [];
      const areas = match.areas ?? stated;
      const [first] = areas;
      if (first === undefined) continue;
      const says = row.metal === undefined ? undefined : codeOf(subject.response, row.metal, "coveredOrigin");
      // For a covered country another rule reports this, together with the answer that it contradicts.
      const contradicted = isInquired(subject.family, first.country) && (says === "no" || says === "unknown");
      if (contradicted && subject.says("smelter-in-covered-country")) continue;
      yield { at: at(nameColumn(row)), facts: { ...facts, areas: areas.map(areaText) } };
    }
  },
  example: ({ second }) => {
    const run = (areas: FacilityArea[]) => ({
      reference: EXAMPLE_LIST,
      areaLists: [AREA_LIST],
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          ...(areas.length > 0 ? { areas } : {}),
        }),
      ],
    });
    return {
      fires: {
        about: "a smelter in a listed country",
        ...run([{ country: "MM", list: "Area list", asOf: "2025-04-25", at: "line 2" }]),
      },
      silent: { about: "a smelter elsewhere", ...run([]) },
    };
  },
});

export const mineInListedArea = defineRule<{
  metal: string;
  rows: string[];
  mineRows: string[];
  /** Areas that the origin lies in. */
  areas: string[];
  /** Listed areas of the same country, if the row does not say in which region the mine is. */
  regions: string[];
}>({
  id: "mine-in-listed-area",
  severity: "info",
  risk: true,
  needs: ["smelters", "areaList"],
  title: "Rows name mines in countries of the user's list of conflict-affected and high-risk areas.",
  why: "It calls for due diligence whatever is answered: once for the metal with all its rows. Where the list names only regions of the country, the region of the mine has to be asked.",
  ask: "In which region of the country is the mine?",
  source: "The area lists that the user brings; the mine columns of the smelter list, and the mine list.",
  message: ({ metal, areas, regions, ...rows }) => {
    const which = `${rowsGive(rows)} an origin of ${metal}`;
    const open = `in a country of which only regions are listed, and which region is meant is not clear: ${regions.join("; ")}`;
    if (areas.length === 0) return `${which} ${open}.`;
    return `${which} that is listed: ${areas.join("; ")}${regions.length === 0 ? "" : `; or ${open}`}.`;
  },
  internal: true,
  *check(subject, { areaLists = [] }) {
    const { response, family } = subject;
    const { areasOf, regionsOf } = createAreaReader(areaLists);
    const found = originRows(response, family).flatMap((named) => {
      const { metal, origins, texts } = named;
      // A contradicting No on high-risk areas, and covered countries, are reported by other rules.
      const denied =
        codeOf(response, metal, "cahraOrigin") === "no" &&
        subject.scope[metal] !== "no" &&
        subject.says("mine-country-covered-but-no");
      const isSaid = subject.says("mine-in-covered-country");
      return origins.countries
        .filter((country) => !isSaid || !isInquired(family, country))
        .flatMap((country) => {
          const areas = areasOf({ country, texts });
          const regions = areas.length === 0 ? regionsOf(country) : [];
          if (areas.length + regions.length === 0 || (areas.length > 0 && denied)) return [];
          return [{ named, metal, areas, regions }];
        });
    });
    for (const [metal, rows] of groupBy(found, (one) => one.metal)) {
      const [{ named }] = rows;
      const texts = (areas: readonly FacilityArea[]) => [...new Set(areas.map(areaText))];
      yield {
        at: named.at,
        facts: {
          metal,
          ...rowNumbers(rows.map((one) => one.named)),
          areas: texts(rows.flatMap(({ areas }) => areas)),
          regions: texts(rows.flatMap(({ regions }) => regions)),
        },
      };
    }
  },
  example: ({ second }) => {
    const run = (mineCountries: string) => ({
      areaLists: [AREA_LIST],
      smelters: [{ ...second.row, mineCountries }],
    });
    return {
      fires: { about: "a mine in a country with a listed region", ...run("Colombia") },
      silent: { about: "a mine elsewhere", ...run("Bolivia") },
    };
  },
});

export const smelterOnSanctionsList = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  name: string;
  list: string;
  asOf: string | null;
  line: string;
  program: string | null;
  country: "same" | "other" | "not known";
}>({
  id: "smelter-on-sanctions-list",
  severity: "warning",
  risk: true,
  needs: ["smelters", "sanctionsList"],
  title: "A sanctions list has an entry with the name of a facility.",
  why: "Names alone do not prove that it is the same company (info where the entry gives another country); a person has to compare the entry before anything is said or bought.",
  ask: "Do you still source from this facility?",
  source:
    "The sanctions lists that the user brings; the names in the row and all that the reference lists have for its facility, without legal forms.",
  message: ({ row, smelter, name, list, asOf, line, program, country }) => {
    const entry = `${list}${asOf === null ? "" : ` of ${asOf}`} (${line}${program === null ? "" : `; ${program}`})`;
    const place =
      country === "other"
        ? "; its country is another one"
        : country === "same"
          ? "; its country is the same"
          : "";
    return `${entry} has an entry "${name}", which is a name given or known for "${smelter}" in row ${row}${place}. Check whether it is the same company.`;
  },
  internal: true,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      for (const { name, list, asOf, at: line, program, sameCountry } of match.sanctions ?? []) {
        yield {
          at: at(nameColumn(row)),
          facts: {
            ...facts,
            ...{ name, list, asOf, line },
            program: program ?? null,
            country: sameCountry === undefined ? "not known" : sameCountry ? "same" : "other",
          },
          severity: sameCountry === false ? "info" : "warning",
        };
      }
    }
  },
  example: ({ second }) => {
    const run = (match: Parameters<typeof exampleMatch>[0]) => ({
      reference: EXAMPLE_LIST,
      sanctionsLists: [SANCTIONS_LIST],
      smelters: [{ ...second.row }],
      matches: [exampleMatch({ metal: second.id, kind: "alias", id: second.listed.id, ...match })],
    });
    return {
      fires: {
        about: "an entry with the same name",
        ...run({
          sanctions: [{ name: second.listed.name, list: "Sanctions list", asOf: "2025-04-25", at: "line 7" }],
        }),
      },
      silent: { about: "no entry with its name", ...run({}) },
    };
  },
});
