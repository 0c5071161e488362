// What happened to the workbook itself: shifted columns, cells and formulas without values, a smelter list
// that is full.
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const templateShifted = defineRule<{ rows: number; firstRow: number } | { what: string }>({
  id: "template-shifted",
  severity: "warning",
  // This rule is about what could not be read, so it requires nothing.
  needs: [],
  title: "Rows, columns or sheets are not where the template has them, or have other labels.",
  why: "They were inserted, renamed or pasted from another version. cmrt found them, but the template's own formulas do not; the message names what could not be found and was not read.",
  ask: "Can you enter your data into an unchanged copy of the template?",
  source: "The reader's own verdict.",
  message: (facts) => {
    if ("what" in facts) return facts.what;
    const { rows, firstRow } = facts;
    return `${rows === 1 ? `Row ${firstRow} of the smelter list is` : `${rows} rows of the smelter list, from row ${firstRow} on, are`} in other columns than the template's.`;
  },
  *check({ response }) {
    const shifted = response.smelters.filter((row) => row.columns !== undefined);
    const [first] = shifted;
    if (first !== undefined) {
      yield {
        at: smelterCell(response, first, "metal"),
        facts: { rows: shifted.length, firstRow: first.row },
      };
    }
    for (const { at, kind, note } of response.notes) {
      // Shifted rows are reported together above.
      const ofRows = shifted.some((row) => at === `${row.sheet ?? response.smelterSheet}!A${row.row}`);
      if ((kind === "shifted" || kind === "labels") && !ofRows)
        yield { at: at ?? null, facts: { what: note } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a row pasted from 2.01 into 2.03",
      version: "2.03",
      smelters: [{ ...second.row, id: "2BOL001", columns: { id: "A" } }],
    },
    silent: { about: "a row in its columns", version: "2.03" },
  }),
});

export const cellWithoutValue = defineRule<{ what: string }>({
  id: "cell-without-value",
  severity: "warning",
  needs: [],
  title: "Cells show an error, or hold a formula without a stored result, instead of a value.",
  why: "Whatever the supplier meant to answer there is not in the file: the cells were read as blank, and rules on missing answers say so too.",
  ask: "What should these cells say?",
  source: "The reader's own verdict.",
  message: ({ what }) => what,
  *check({ response }) {
    for (const { at, kind, note } of response.notes) {
      if (kind === "noValue") yield { at: at ?? null, facts: { what: note } };
    }
  },
  example: {
    fires: {
      about: "a link to a deleted sheet",
      notes: [
        {
          at: "Smelter List!C5",
          kind: "noValue",
          note: "C5 (#REF!) shows an error instead of a value: it was read as blank.",
        },
      ],
    },
    silent: { about: "no cell shows an error" },
  },
});

export const formulasNotCalculated = defineRule<{ rows: number }>({
  id: "formulas-not-calculated",
  severity: "info",
  needs: ["smelters"],
  title: "Formulas of the workbook have no stored values.",
  why: "A program wrote the file without calculating it; cmrt looked the values up in the workbook's own list.",
  ask: "Can you open the workbook in a spreadsheet program and save it before sending?",
  source: "The reader's own verdict.",
  message: ({ rows }) =>
    `${rows === 1 ? "One row" : `${rows} rows`} of the smelter list had formulas without stored values; they were looked up in the workbook's own list.`,
  *check({ response }) {
    const recovered = response.smelters.filter((row) => (row.recovered ?? []).length > 0);
    const [first] = recovered;
    const column = first?.recovered?.[0];
    if (first === undefined || column === undefined) return;
    yield { at: smelterCell(response, first, column), facts: { rows: recovered.length } };
  },
  internal: true,
  example: ({ second }) => ({
    fires: {
      about: "a country that was looked up",
      smelters: [{ ...second.row, country: "BO", recovered: ["country"] }],
    },
    silent: {
      about: "a country that was stored",
      smelters: [{ ...second.row, country: "BO" }],
    },
  }),
});

export const smelterListFull = defineRule<{ lastRow: number }>({
  id: "smelter-list-full",
  severity: "info",
  needs: ["smelters"],
  title: "The smelter list is filled to the template's last row.",
  why: "Further smelters may be in a second file.",
  ask: "Is there a second file with further smelters?",
  source: "The rows that the blank template provides.",
  message: ({ lastRow }) =>
    `The smelter list is filled to row ${lastRow}, the last that the template provides.`,
  *check({ response, layout }) {
    const { lastRow } = layout.smelters;
    const last = response.smelters.find((row) => row.sheet === undefined && row.row >= lastRow);
    // A single row at the very end, below a gap, does not make the list full.
    if (last === undefined || response.smelters.length < (lastRow - layout.smelters.firstRow + 1) / 2) return;
    yield { at: smelterCell(response, last, "metal"), facts: { lastRow } };
  },
  example: ({ second }) => ({
    fires: {
      about: "2,500 rows",
      smelters: Array.from({ length: 2500 }, () => ({
        metal: second.id,
        lookupName: second.listed.name,
      })),
    },
    silent: { about: "four rows" },
  }),
});
