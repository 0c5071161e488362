// The column that says whether a smelter's feedstock is entirely recycled or scrap, and columns that
// contradict it.

import { codeOf } from "../../domain/answers.ts";
import { createOriginReader } from "../../domain/origins.ts";
import { splitCountries } from "../../forms/countries.ts";
import { choicesIn } from "../../forms/layouts.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";
import { findAsked } from "../support/subject.ts";

export const smelterRecycledInvalid = defineRule<{ row: number; text: string; choices: string[] }>({
  id: "smelter-recycled-invalid",
  severity: "warning",
  needs: ["smelters"],
  about: { columns: ["recycled"] },
  title: "The answer on a smelter's recycled feedstock is not one of the choices.",
  why: "It can be counted neither as yes nor as no.",
  ask: "Does all of this smelter's feedstock come from recycled or scrap sources?",
  source: "The column's drop-down list; Unknown was added after 3.x.",
  message: ({ row, text, choices }) =>
    `The answer on recycled feedstock in row ${row} is "${text}"; the choices are ${choices.join(", ")}.`,
  *check({ response, layout }) {
    const { recycledChoices } = layout.smelters;
    const choices = choicesIn(recycledChoices, response.template.language).map(({ text }) => text);
    for (const row of response.smelters) {
      const text = row.raw?.recycled ?? row.recycled;
      const written = text?.trim().toLowerCase();
      if (text === undefined || recycledChoices.some((choice) => choice.text.toLowerCase() === written))
        continue;
      yield { at: smelterCell(response, row, "recycled"), facts: { row: row.row, text, choices } };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: "a share instead of a choice",
      smelters: [{ ...third.row, recycled: "50%" }],
    },
    silent: {
      about: "a choice",
      smelters: [{ ...third.row, recycled: "unknown" }],
    },
  }),
});

/** Whether the text of the mine name column may be a mine's name. */
function namesAMine(text: string | undefined): boolean {
  return text !== undefined && splitCountries(text).unresolved.length > 0;
}

export const smelterRecycledInconsistent = defineRule<{
  row: number;
  smelter: string;
  mine: string;
  recycled: string | null;
}>({
  id: "smelter-recycled-inconsistent",
  severity: "info",
  needs: ["smelters"],
  about: { columns: ["recycled"] },
  title: "The mine columns of a smelter contradict its answer on recycled feedstock.",
  why: "Recycled metal has no mine, and a mine means that not all of it is recycled.",
  ask: "Does all of this smelter's feedstock come from recycled or scrap sources?",
  source: "The template's instructions to the mine columns.",
  message: ({ row, smelter, mine, recycled }) =>
    recycled === "yes"
      ? `Row ${row} (${smelter}) says that all feedstock is recycled or scrap, but names "${mine}" as mine or country.`
      : `Row ${row} (${smelter}) names "${mine}" as mine or country, but the answer on recycled feedstock is ${recycled === null ? "empty" : `"${recycled}"`}.`,
  *check({ response, family }) {
    const readOrigin = createOriginReader(family);
    for (const row of response.smelters) {
      const { mineNames, mineCountries } = row;
      if (mineNames === undefined && mineCountries === undefined) continue;
      const origins = readOrigin(response, row);
      const saysRecycled =
        origins.words.includes("recycled") ||
        origins.words.includes("scrap") ||
        origins.classes.includes("recycledScrap");
      // Recycled material as one source among several needs no Yes: the column asks whether all of the
      // feedstock is recycled.
      const saysMore =
        origins.countries.length + origins.ambiguous.length + origins.unresolved.length > 0 ||
        origins.classes.some((name) => name !== "recycledScrap") ||
        origins.words.includes("unknown") ||
        origins.words.includes("rcoiConfirmed") ||
        namesAMine(mineNames);
      const namesMine = origins.countries.length > 0 || (!saysRecycled && namesAMine(mineNames));
      const recycled = row.recycled ?? null;
      if (recycled === "yes" ? saysRecycled || !namesMine : !saysRecycled || saysMore) continue;
      const column = mineCountries === undefined ? "mineNames" : "mineCountries";
      const mine = row.raw?.[column] ?? row[column] ?? "";
      yield {
        at: smelterCell(response, row, column),
        facts: { row: row.row, smelter: rowName(row), mine, recycled },
      };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: "all recycled, and a mine country",
      smelters: [{ ...third.row, recycled: "yes", mineCountries: "Peru" }],
    },
    silent: {
      about: "the words that the template offers",
      smelters: [
        {
          ...third.row,
          recycled: "yes",
          mineNames: "recycled",
          mineCountries: "RCOI confirmed as per RMI",
        },
      ],
    },
  }),
});

export const recycledDeclaredButSmelterNot = defineRule<{
  row: number;
  smelter: string;
  metal: string;
  number: string;
}>({
  id: "recycled-declared-but-smelter-not",
  severity: "warning",
  needs: ["answers", "smelters"],
  about: { questions: ["recycledAll"], columns: ["recycled"] },
  title: "A metal is declared as all recycled, but one of its smelters is not.",
  why: "Both cannot be true.",
  ask: "Does all of this metal come from recycled or scrap sources?",
  source: "Derived from the template's instructions.",
  message: ({ row, smelter, metal, number }) =>
    `Question ${number} says that all ${metal} is recycled or scrap, but row ${row} (${smelter}) says that the smelter's feedstock is not.`,
  *check(subject) {
    const { response } = subject;
    for (const row of response.smelters) {
      if (row.metal === undefined || row.recycled !== "no" || subject.scope[row.metal] === "no") continue;
      const asked = findAsked(subject, "recycledAll", row.metal);
      if (!asked || codeOf(response, row.metal, "recycledAll") !== "yes") continue;
      yield {
        at: smelterCell(response, row, "recycled"),
        facts: { row: row.row, smelter: rowName(row), metal: row.metal, number: asked.question.number },
      };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: `${third.id} all recycled, one ${third.id} smelter not`,
      answers: { [third.id]: { recycledAll: "yes" } },
      smelters: [{ ...third.row, recycled: "no" }],
    },
    silent: {
      about: `${third.id} all recycled, and the smelter too`,
      answers: { [third.id]: { recycledAll: "yes" } },
      smelters: [{ ...third.row, recycled: "yes" }],
    },
  }),
});
