import { expect, test } from "vitest";
import { CMRT, layoutFor } from "../../fixtures/cmrt.ts";

import { readScope } from "../../src/normalise/scope.ts";

test.each([
  ["6.5", "A. Company", "company"],
  ["6.5", "b. product (or list of products) ", "product"],
  ["6.5", "C. User defined [Specify in 'Description of scope']", "userDefined"],
  ["6.5", "C. User defined", "userDefined"],
  ["6.5", "Ａ．Company（会社）", "company"],
  ["6.5", "B", "product"],
  ["6.5", "C: our plant in Graz", "userDefined"],
  ["6.5", "Unternehmensweit", "company"],
  ["6.5", "D. Product Level", "product"],
  ["2.00", "B. Division Level [Specify in 'Description of scope']", "division"],
  ["2.00", "C. Product Category Level", "productCategory"],
  ["2.00", "D. Product Level", "product"],
  ["2.00", "D", "product"],
  ["2.03a", "B", "division"],
])("%s %j is %s", (version, text, scope) => {
  expect(readScope(text, CMRT, layoutFor(version))).toBe(scope);
});

test.each(["Whatever you need", "Batteries", "D", "A company in Graz"])("%j is no scope of 6.5", (text) => {
  expect(readScope(text, CMRT, layoutFor("6.5"))).toBeUndefined();
});
