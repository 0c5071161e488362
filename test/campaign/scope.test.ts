import { expect, test } from "vitest";
import { scopeOf } from "../../src/campaign/scope.ts";
import { buildResponse } from "../helpers/build-response.ts";

test.each(["constructor", "toString", "__proto__"])("a scope typed as %s is that text", (raw) => {
  const response = buildResponse({ company: { scope: { value: null, raw }, scopeDescription: null } });
  expect(scopeOf(response)).toEqual({ key: null, text: `${raw}, not described` });
});
