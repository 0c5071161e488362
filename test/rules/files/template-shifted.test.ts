import { expect, test } from "vitest";
import { evaluate } from "../../../src/app/campaign/evaluate.ts";
import { DEFAULT_SETTINGS } from "../../../src/forms/schemas.ts";

import { buildResponse } from "../../helpers/build-response.ts";

function shifted(options: Parameters<typeof buildResponse>[0]) {
  const campaign = {
    responses: [buildResponse(options)],
    withdrawn: new Set<string>(),
    unreadable: [],
    lists: [],
    copies: [],
  };
  const { findings } = evaluate(campaign, { today: "2025-11-30", settings: DEFAULT_SETTINGS });
  return findings.filter(({ rule }) => rule === "template-shifted").map(({ at, message }) => [at, message]);
}

test("what the reader found elsewhere in the declaration is a finding with the reader's words", () => {
  const notes = [
    { at: "Declaration!B27", kind: "shifted" as const, note: "The question labels stand 2 rows down." },
    { at: "Declaration!D22", kind: "notUnderstood" as const, note: "The effective date is not a date." },
    { kind: "shifted" as const, note: 'The sheet "Smelter List" is named "Smelters".' },
  ];
  expect(shifted({ notes }).sort()).toEqual([
    [null, 'The sheet "Smelter List" is named "Smelters".'],
    ["Declaration!B27", "The question labels stand 2 rows down."],
  ]);
});

test("what could not be read, as its label is gone, is a finding too: a missing answer may be no fault of the supplier", () => {
  const note = 'No label tells where "question 2 (necessaryInProduct)" is: nothing was read for it.';
  expect(shifted({ notes: [{ at: "Declaration", kind: "labels", note }] })).toEqual([["Declaration", note]]);
});

test("rows in other columns are one finding, not another for the reader's note on them", () => {
  const found = shifted({
    version: "2.03",
    smelters: [{ metal: "tin", lookupName: "EM Vinto", id: "2BOL001", columns: { id: "A" } }],
    notes: [
      { at: "Smelter List!A5", kind: "shifted", note: "Row 5 has the columns of another template version." },
    ],
  });
  expect(found).toEqual([
    ["Smelter List!B5", "Row 5 of the smelter list is in other columns than the template's."],
  ]);
});
