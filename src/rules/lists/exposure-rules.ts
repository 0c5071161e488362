// What lists say about the facilities in a response: risk flags, not errors of the supplier.

import { codeOf } from "../../domain/answers.ts";
import { isInquired } from "../../domain/inquired.ts";
import { SMELTER_NOT_LISTED } from "../../domain/sentinels.ts";
import { countryName } from "../../forms/countries.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { EXAMPLE_LIST, exampleMatch } from "../support/example-matches.ts";
import { matchedRows, nameColumn } from "../support/matched-rows.ts";
import { findAsked } from "../support/subject.ts";

const STATUS_LIST = { ...EXAMPLE_LIST, name: "Conformance list", kind: "status" as const };
const ORIGIN_LIST = { ...EXAMPLE_LIST, name: "Origin list", kind: "origin" as const };
const WATCH_LIST = { ...EXAMPLE_LIST, name: "Own watch list", kind: "watch" as const };

export const smelterNotConformant = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  status: string;
  list: string;
  asOf: string | null;
}>({
  id: "smelter-not-conformant",
  severity: "info",
  risk: true,
  needs: ["smelters", "reference", "statusList"],
  title: "A facility's status is neither conformant nor active.",
  why: "The report says so in the list's own words. A facility that is on no list is a different case.",
  ask: "Can you source from a facility with a validated programme instead?",
  source: "The status list used for the period.",
  message: ({ row, smelter, status, list, asOf }) =>
    `${list}${asOf === null ? "" : ` of ${asOf}`} gives "${smelter}" in row ${row} the status "${status}".`,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      if (match.status?.class !== "other") continue;
      const { status, list, asOf } = match.status;
      yield { at: at(nameColumn(row)), facts: { ...facts, status, list, asOf } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a facility in outreach",
      reference: EXAMPLE_LIST,
      statusList: STATUS_LIST,
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          status: {
            status: "Outreach Required",
            class: "other",
            list: "Conformance list",
            asOf: "2025-04-25",
          },
        }),
      ],
    },
    silent: {
      about: "a conformant facility",
      reference: EXAMPLE_LIST,
      statusList: STATUS_LIST,
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          status: { status: "Conformant", class: "conformant", list: "Conformance list", asOf: "2025-04-25" },
        }),
      ],
    },
  }),
});

/** What a declaration states about a metal instead of Yes on the covered countries. */
const NOT_DECLARED = {
  no: (answer: string, metal: string) => `${answer} denies sourcing of ${metal} from there`,
  unknown: (answer: string, metal: string) =>
    `${answer} says that it is unknown whether ${metal} comes from there`,
  nothing: (answer: string, metal: string) => `${answer} does not answer whether ${metal} comes from there`,
  outOfScope: (_answer: string, metal: string) => `${metal} is declared out of scope`,
};

export const smelterInCoveredCountry = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  country: string;
  /** The cell of the answer; null if the metal is declared out of scope. */
  answer: string | null;
  says: "no" | "unknown" | "nothing" | "outOfScope";
}>({
  id: "smelter-in-covered-country",
  severity: "warning",
  risk: true,
  needs: ["answers", "smelters"],
  about: { questions: ["coveredOrigin"] },
  title: "A facility is located in a covered country, but sourcing from there is not declared.",
  why: "Where a smelter is located is not where its metal was mined, but it is a reason to ask (info where the metal is declared out of scope).",
  ask: "Where does the material of this smelter come from?",
  source: "The law's covered countries; the facility's country by the list, else as stated.",
  message: ({ row, metal, smelter, country, answer, says }) =>
    `The country of "${smelter}" in row ${row} is ${countryName(country)}, a covered country, but ${NOT_DECLARED[says](answer ?? "", metal ?? "the metal")}.`,
  *check(subject) {
    for (const [index, row] of subject.response.smelters.entries()) {
      const country = subject.matches[index]?.country ?? row.country;
      if (country === undefined || !isInquired(subject.family, country)) continue;
      if (row.metal === undefined) continue;
      const outOfScope = subject.scope[row.metal] === "no";
      const asked = outOfScope ? undefined : findAsked(subject, "coveredOrigin", row.metal);
      const code = codeOf(subject.response, row.metal, "coveredOrigin");
      if (code === "yes" || (!asked && !outOfScope)) continue;
      const answered = code === "no" || code === "unknown" ? code : "nothing";
      const column = subject.response.smelterColumns.country === undefined ? "metal" : "country";
      yield {
        at: smelterCell(subject.response, row, column),
        facts: {
          row: row.row,
          metal: row.metal,
          smelter: row.name ?? row.lookupName ?? row.id ?? "",
          country,
          answer: asked?.at ?? null,
          says: outOfScope ? "outOfScope" : answered,
        },
        ...(outOfScope ? { severity: "info" as const } : {}),
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `a ${second.id} smelter in Rwanda`,
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Tin", country: "RW" }],
    },
    silent: {
      about: `a ${second.id} smelter in Bolivia`,
      smelters: [{ ...second.row, country: "BO" }],
    },
  }),
});

export const smelterOriginCovered = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  countries: string[];
  list: string;
  denied: boolean;
}>({
  id: "smelter-origin-covered",
  severity: "info",
  risk: true,
  needs: ["answers", "smelters", "reference", "originList"],
  about: { questions: ["coveredOrigin"] },
  title: "An origin list says that a facility sources from a covered country.",
  why: "It is evidence of covered-country origin, whatever the supplier answered (warning where it answered No).",
  ask: "Does the metal that you buy come from this country?",
  source: "The origin list that the user brings; the law's covered countries.",
  message: ({ row, smelter, countries, list, denied }) =>
    `${list} names ${countries.map(countryName).join(" and ")} as a source of "${smelter}" in row ${row}${denied ? ", but sourcing from the covered countries is denied" : ""}.`,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      const covered = (match.origins ?? []).filter(
        ({ country }) => country !== undefined && isInquired(subject.family, country),
      );
      const [first] = covered;
      if (first === undefined) continue;
      const denied = row.metal !== undefined && codeOf(subject.response, row.metal, "coveredOrigin") === "no";
      yield {
        at: at(nameColumn(row)),
        facts: {
          ...facts,
          countries: [...new Set(covered.flatMap(({ country }) => country ?? []))],
          list: first.list,
          denied,
        },
        severity: denied ? "warning" : "info",
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a smelter that buys in Rwanda",
      reference: EXAMPLE_LIST,
      originList: ORIGIN_LIST,
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          origins: [{ country: "RW", text: "Rwanda", list: "Origin list", asOf: "2025-04-25" }],
        }),
      ],
    },
    silent: {
      about: "a smelter that buys in Peru",
      reference: EXAMPLE_LIST,
      originList: ORIGIN_LIST,
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          origins: [{ country: "PE", text: "Peru", list: "Origin list", asOf: "2025-04-25" }],
        }),
      ],
    },
  }),
});

export const smelterWatchList = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  list: string;
  line: string;
}>({
  id: "smelter-watch-list",
  severity: "info",
  risk: true,
  needs: ["smelters", "reference", "watchList"],
  title: "A facility is on a list that the user watches.",
  why: "Sanctions and a company's own lists call for a look, whatever the template says.",
  ask: "Do you still source from this facility?",
  source: "The watch lists that the user brings.",
  message: ({ row, smelter, list, line }) => `"${smelter}" in row ${row} is on ${list} (${line}).`,
  internal: true,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      for (const { list, at: line } of match.watch ?? []) {
        yield { at: at(nameColumn(row)), facts: { ...facts, list, line } };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a facility of the user's own list",
      reference: EXAMPLE_LIST,
      watchLists: [WATCH_LIST],
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          watch: [{ list: "Own watch list", asOf: null, at: "line 7" }],
        }),
      ],
    },
    silent: {
      about: "a facility that is not on it",
      reference: EXAMPLE_LIST,
      watchLists: [WATCH_LIST],
      smelters: [{ ...second.row }],
      matches: [exampleMatch({ metal: second.id, kind: "alias", id: second.listed.id })],
    },
  }),
});
