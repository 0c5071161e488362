// The response of the previous period: only if that period was actually surveyed.
import { expect, test } from "vitest";
import { isAvailable, previousOf } from "../../src/campaign/previous.ts";
import { type SelectOptions, select } from "../../src/campaign/select.ts";
import { buildResponse } from "../helpers/build-response.ts";

const OPTIONS: SelectOptions = { today: "2017-06-30" };
const dated = (id: string, date: string, companyName = "Acme Ltd") =>
  buildResponse({ id, company: { companyName, effectiveDate: date } });

test.each([
  ["dated within the calendar year", ["2015-10-01"], true],
  ["dated only in the months that belong to two periods", ["2016-03-01"], false],
  ["one of each", ["2015-10-01", "2016-03-01"], true],
  ["none", [], false],
])("a period is at hand: %s", (_situation, dates, expected) => {
  const responses = dates.map((date, index) => dated(`r${index}`, date, `Supplier ${index}`));
  expect(isAvailable(select(responses, { ...OPTIONS, period: 2015 }).selected, 2015)).toBe(expected);
});

test.each([
  ["last year's response", ["2015-10-01", "2016-09-01"], "r0"],
  ["an early draft of the same campaign is not last year's", ["2016-03-01", "2016-09-01"], undefined],
  ["a response that stands for both periods", ["2016-03-01"], undefined],
  ["one that stands for both, beside an older one of the period before", ["2015-10-01", "2016-03-01"], "r0"],
])("%s", (_situation, dates, previous) => {
  const responses = dates.map((date, index) => dated(`r${index}`, date));
  const { selected } = select(responses, { ...OPTIONS, period: 2016 });
  const standing = selected.find((one) => one.standing === "standing");
  expect(standing && previousOf(responses, selected, 2016, OPTIONS)(standing)?.id).toBe(previous);
});
