import { expect, test } from "vitest";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { EvaluatedResponse } from "../../src/model/evaluation.ts";
import { rollUp } from "../../src/rollup/roll-up.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

const { cobalt, lithium } = EMRT.example.facilities as Record<
  string,
  { name: string; id: string; country: string }
>;
const works = { metal: "cobalt", lookupName: "Smelter not listed", name: "Exampleton Works", country: "GB" };

/** Counted responses of suppliers A, B … whose rows are matched by their IDs. */
function counted(...options: BuildOptions[]): EvaluatedResponse[] {
  return options.map((each, index): EvaluatedResponse => {
    const letter = String.fromCharCode(97 + index);
    const response = buildResponse({ family: EMRT, id: letter.repeat(64), file: `${letter}.xlsx`, ...each });
    const matches = response.smelters.map((row) => ({
      ...{ metal: row.metal ?? null, disagreements: [], evidence: "", candidates: [] },
      ...(row.id === undefined ? { kind: "none" } : { kind: "id", id: row.id, standardName: row.name }),
    })) as unknown as EvaluatedResponse["matches"];
    const supplier = { key: letter, name: `Supplier ${letter.toUpperCase()}` };
    return {
      response,
      matches,
      supplier,
      standing: "standing",
      state: "valid",
      findings: [],
    } as unknown as EvaluatedResponse;
  });
}

function roll(...options: BuildOptions[]) {
  const { mines, minesLeftOut, metals } = rollUp({
    ...{
      family: EMRT,
      period: 2025,
      counted: counted(...options),
      missing: [],
      survey: null,
      company: undefined,
    },
    ...{ scope: "company", effectiveDate: "2025-12-20", products: [] },
  });
  return { mines, minesLeftOut, metals };
}

test("the same mine of the same smelter is one, whoever names it; another smelter's is another", () => {
  const tied = (smelter: string | undefined) => ({
    row: 5,
    metal: "cobalt",
    smelter: smelter as string,
    name: "Pit 1",
    country: "ZM",
  });
  const { mines, minesLeftOut } = roll(
    { mines: [tied(cobalt?.name)] },
    { mines: [{ ...tied(cobalt?.id), name: "PIT 1" }] },
    { smelters: [works], mines: [tied("exampleton works")] },
  );
  expect(minesLeftOut).toEqual([]);
  expect(
    mines?.map(({ smelter, sources }) => [smelter.name, sources.map(({ supplier }) => supplier)]),
  ).toEqual([
    ["Exampleton Works", ["Supplier C"]],
    [cobalt?.name, ["Supplier A", "Supplier B"]],
  ]);
});

test("a mine whose smelter is not in the declaration is left out, with the reason", () => {
  const { mines, minesLeftOut } = roll({
    answers: { lithium: { intentionallyAdded: "no", necessaryInProduct: null } },
    mines: [
      { row: 5, metal: "lithium", smelter: lithium?.name as string, name: "Salar" },
      { row: 6, metal: "cobalt", smelter: "Nowhere Works", name: "Pit 2" },
    ],
  });
  expect(mines).toEqual([]);
  expect(minesLeftOut?.map(({ name, reason }) => [name, reason])).toEqual([
    ["Salar", "Its smelter is not in the declaration."],
    ["Pit 2", "The row names no smelter of the supplier's smelter list."],
  ]);
});

test("the declaration is about the minerals that responses select", () => {
  const minerals = [{ id: "lithium", at: "Declaration!D13" }];
  expect(roll({ minerals, smelters: [] }).metals).toEqual(["lithium"]);
});
