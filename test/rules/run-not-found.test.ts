import { expect, test } from "vitest";
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { Response } from "../../src/model/response.ts";
import { buildResponse } from "../helpers/build-response.ts";

function check(options: Parameters<typeof buildResponse>[0], read: Partial<Response> = {}) {
  const campaign = {
    responses: [{ ...buildResponse(options), ...read }],
    withdrawn: new Set<string>(),
    unreadable: [],
    lists: [],
    copies: [],
  };
  const { findings, notRun } = evaluate(campaign, { today: "2025-11-30", settings: DEFAULT_SETTINGS });
  return {
    at: (rule: string) => findings.filter((one) => one.rule === rule).map(({ at }) => at),
    why: (rule: string) => notRun.filter((one) => one.rule === rule).map(({ reason }) => reason),
  };
}

const NO_NAME = { company: { companyName: null } };

test("a blank cell is named where it is, and none that was not found is called blank", () => {
  expect(check(NO_NAME).at("company-name-missing")).toEqual(["Declaration!D8"]);
  const moved = check(NO_NAME, { movedCells: { D8: "E9" } });
  expect(moved.at("company-name-missing")).toEqual(["Declaration!E9"]);
  const lost = check(NO_NAME, { movedCells: { D8: null } });
  expect(lost.at("company-name-missing")).toEqual([]);
  expect(lost.why("company-name-missing")).toEqual(["the cells that it looks at were not found"]);
});

test("the product list is looked at where it is", () => {
  const scope = {
    company: { scope: { value: "product" as const, raw: "B. Product (or List of Products)" } },
  };
  const place = { productColumns: { number: "C", name: "D" }, productFirstRow: 8 };
  const first = { row: 8, number: "A" };
  expect(check({ ...scope, products: [first] }, place).at("product-list-empty")).toEqual([]);
  expect(check(scope, place).at("product-list-empty")).toEqual(["Product List!C8"]);
  const second = check({ ...scope, products: [first, { row: 9, name: "B" }] }, place);
  expect(second.at("product-number-missing")).toEqual(["Product List!C9"]);
});

test("rules on a column that was not found, and on answers of which none was, are not run", () => {
  const { at, why } = check(
    { smelters: [{ metal: "tin", name: "Works" }] },
    {
      smelterColumns: { metal: "B", name: "D" },
      answers: {},
      unread: [{ part: "answers", reason: "nothing tells where the answers are" }],
    },
  );
  expect(at("smelter-lookup-missing")).toEqual([]);
  expect(why("smelter-lookup-missing")).toEqual([expect.stringContaining('"Smelter Look-up"')]);
  expect(why("use-answer-missing")).toEqual(["nothing tells where the answers are"]);
});
