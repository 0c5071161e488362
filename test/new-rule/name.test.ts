import { expect, test } from "vitest";
import { faultOf, topics } from "./name.ts";

test("every topic can take a rule", () => {
  expect(topics()).toContain("dates");
  for (const topic of topics()) expect(faultOf(`${topic}/a-new-rule`)).toBeUndefined();
});

test.each([
  ["", "Name the topic and the id of the rule."],
  ["date-on-a-sunday", "Name the topic and the id of the rule."],
  ["dates/a/b", "Name the topic and the id of the rule."],
  ["weather/rain", "There is no topic weather."],
  ["support/rain", "There is no topic support."],
  ["dates/dateOnSunday", "dateOnSunday is not kebab-case."],
  ["dates/company-name-missing", "There is a rule company-name-missing."],
  ["dates/period-dates", "There is a file src/rules/dates/period-dates.ts."],
])("%j: %s", (name, fault) => {
  expect(faultOf(name)).toBe(fault);
});
