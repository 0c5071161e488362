// Smelter names that cannot be names.

import {
  isPlaceholder,
  isRemark,
  SMELTER_NOT_LISTED,
  saysNotIdentified,
  saysNotListed,
} from "../../domain/sentinels.ts";
import { readCountry } from "../../forms/countries.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const smelterNameImplausible = defineRule<{ row: number; smelter: string }>({
  id: "smelter-name-implausible",
  severity: "warning",
  needs: ["smelters"],
  about: { instruction: "smelterDetails" },
  title: "The name of a smelter that is not listed is too short to be one.",
  why: "A facility cannot be found under one or two letters.",
  ask: "What is the full name of this smelter?",
  source: "Reviewers' practice.",
  message: ({ row, smelter }) => `The smelter in row ${row} is named "${smelter}", which is hardly a name.`,
  *check({ response }) {
    for (const row of response.smelters) {
      const name = row.name?.trim();
      if (!saysNotListed(row) || name === undefined || name === row.lookupName) continue;
      // Two Chinese characters can be a complete name.
      const short = name.length <= 2 && !/\p{Script=Han}{2}/u.test(name);
      if (!short && !/^(.)\1*$/u.test(name)) continue;
      yield { at: smelterCell(response, row, "name"), facts: { row: row.row, smelter: name } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "three times the same letter",
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "xxx", country: "GB" }],
    },
    silent: {
      about: "a name",
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Tin", country: "GB" }],
    },
  }),
});

export const smelterExclamation = defineRule<{ row: number; text: string }>({
  id: "smelter-exclamation",
  severity: "warning",
  needs: ["smelters"],
  about: { instruction: "smelterDetails" },
  title: "The name or country of a smelter holds an exclamation mark.",
  why: "The template marks such cells: the mark once meant a combination that does not exist.",
  ask: "What are the name and the country of this smelter?",
  source: "The template's conditional formats.",
  message: ({ row, text }) => `"${text}" in row ${row} of the smelter list holds an exclamation mark.`,
  *check({ response }) {
    for (const row of response.smelters) {
      for (const column of ["name", "country"] as const) {
        const text = row.raw?.[column] ?? row[column];
        if (!text?.includes("!")) continue;
        yield { at: smelterCell(response, row, column), facts: { row: row.row, text } };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a mark of the template's own",
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "error!", country: "GB" }],
    },
    silent: {
      about: "a name",
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Tin", country: "GB" }],
    },
  }),
});

export const smelterNotAName = defineRule<{ row: number; smelter: string; what: string }>({
  id: "smelter-not-a-name",
  severity: "warning",
  needs: ["smelters"],
  title: "A remark or a country is given instead of a smelter's name.",
  why: "The row names no facility, so nothing can be looked up.",
  ask: "What is the name of this smelter?",
  source: "Reviewers' practice.",
  message: ({ row, smelter, what }) =>
    `"${smelter}" in row ${row} of the smelter list is a ${what}, not the name of a smelter.`,
  *check({ response }) {
    for (const row of response.smelters) {
      const name = (row.name ?? row.lookupName)?.trim();
      if (name === undefined || saysNotIdentified(row) || row.inOwnList === true) continue;
      if (saysNotListed(row) && name === row.lookupName) continue;
      const what = isPlaceholder(name)
        ? "placeholder"
        : isRemark(name)
          ? "remark"
          : readCountry(name).code !== undefined
            ? "country"
            : undefined;
      if (what === undefined) continue;
      const column = saysNotListed(row) || row.lookupName === undefined ? "name" : "lookupName";
      yield { at: smelterCell(response, row, column), facts: { row: row.row, smelter: name, what } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a remark",
      smelters: [
        { metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "see attached list", country: "GB" },
      ],
    },
    silent: {
      about: "a name",
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Tin", country: "GB" }],
    },
  }),
});

export const smelterNameWithoutNotListed = defineRule<{ row: number; typed: string; smelter: string }>({
  id: "smelter-name-without-not-listed",
  severity: "info",
  needs: ["smelters"],
  about: { instruction: "nameForNotListed" },
  title: "A name is typed beside a smelter that was chosen from the list.",
  why: "The name column is meant for smelters that are not listed; the two names may mean two facilities.",
  ask: "Do the chosen and the typed name mean the same smelter?",
  source: "The template greys the cell out; its instructions.",
  message: ({ row, typed, smelter }) =>
    `Row ${row} has "${typed}" typed as name beside the listed smelter "${smelter}".`,
  *check({ response }) {
    for (const row of response.smelters) {
      const typed = row.raw?.name;
      if (typed === undefined || row.lookupName === undefined || saysNotListed(row) || saysNotIdentified(row))
        continue;
      yield {
        at: smelterCell(response, row, "name"),
        facts: { row: row.row, typed, smelter: row.lookupName },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a second name beside the choice",
      smelters: [
        {
          ...second.row,
          name: second.listed.name,
          raw: { name: "Vinto Tin" },
          inOwnList: true,
        },
      ],
    },
    silent: {
      about: "the choice alone",
      smelters: [{ ...second.row, name: second.listed.name, inOwnList: true }],
    },
  }),
});
