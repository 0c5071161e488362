import { expect, test } from "vitest";
import type { EvaluatedResponse } from "../../src/model/evaluation.ts";
import { covers, parseProducts, productsOf } from "../../src/rollup/products.ts";
import { buildEvaluation } from "../helpers/build-evaluation.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

const TABLE =
  "\ufeffPart number,Description,Supplier,Supplier part\nA-1,Lamp,Acme,77\nA-1,Lamp,Bolt,\nB-2,,Acme,78\n";

function response(name: string, more: BuildOptions = {}): EvaluatedResponse {
  const built = buildResponse({
    ...more,
    company: { companyName: name, effectiveDate: { value: "2016-10-01" }, ...more.company },
  });
  return buildEvaluation([built]).responses[0] as EvaluatedResponse;
}

test("headers are found by their meaning, products stand once", () => {
  const lines = parseProducts(TABLE, "parts.csv");
  expect(lines[0]).toEqual({ number: "A-1", name: "Lamp", supplier: "Acme", supplierPart: "77" });
  expect(productsOf(lines)).toEqual([{ number: "A-1", name: "Lamp" }, { number: "B-2" }]);
});

test("a product that two customers' numbers stand for is two products", () => {
  const lines = parseProducts("number,customer number\nA-1,R-1\nA-1,R-2\nA-1,R-1\n", "parts.csv");
  expect(productsOf(lines)).toEqual([
    { number: "A-1", requesterNumber: "R-1" },
    { number: "A-1", requesterNumber: "R-2" },
  ]);
});

test("a table without product numbers is refused by its name", () => {
  expect(() => parseProducts("colour,size\nred,2\n", "parts.csv")).toThrow(
    "parts.csv has no column of product numbers",
  );
});

test("a response covers the products where its supplier is named, at product level with the part", () => {
  const lines = parseProducts(TABLE, "parts.csv");
  expect(covers(response("ACME"), lines)).toBe(true);
  expect(covers(response("Other"), lines)).toBe(false);
  const scope = { company: { scope: { value: "product", raw: "B. Product (or List of Products)" } } };
  expect(covers(response("Acme", { ...scope, products: [{ row: 6, number: "78" }] }), lines)).toBe(true);
  expect(covers(response("Acme", { ...scope, products: [{ row: 6, number: "99" }] }), lines)).toBe(false);
  const ours = [{ row: 6, number: "X", requesterNumber: "78" }];
  expect(covers(response("Acme", { ...scope, products: ours }), lines)).toBe(true);
  expect(covers(response("Other"), parseProducts("number\nA-1\n", "parts.csv"))).toBe(true);
});
