import { expect, test } from "vitest";
import { type SelectOptions, select } from "../../src/campaign/select.ts";
import type { Response } from "../../src/model/response.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

/** A response with this file name, date and scope. */
function response(file: string, date: string | null, more: BuildOptions = {}): Response {
  return buildResponse({
    id: file,
    file,
    ...more,
    company: { effectiveDate: date === null ? null : { value: date }, ...more.company },
  });
}

const OPTIONS: SelectOptions = { period: 2016, today: "2017-06-30" };

/** Standings by file, as a readable table. */
function standings(responses: Response[], options = OPTIONS) {
  return Object.fromEntries(
    select(responses, options).selected.map((one) => [one.response.id, one.standing as string]),
  );
}

function reasons(responses: Response[], options = OPTIONS) {
  return Object.fromEntries(select(responses, options).selected.map((one) => [one.response.id, one.reason]));
}

const named = (companyName: string) => ({ company: { companyName } });

test.each([
  ["2015-12-31", "stale"],
  ["2016-01-01", "standing"],
  ["2017-05-31", "standing"],
  ["2017-06-01", "late"],
  ["2017-07-01", "late"],
  [null, "undated"],
])("a response dated %s is %s in the period 2016", (date, standing) => {
  expect(standings([response("a", date)])).toEqual({ a: standing });
});

test("the cut-off can be set, and the reason names it", () => {
  const options = { ...OPTIONS, cutoff: "2017-03-31" };
  expect(standings([response("a", "2017-03-31"), response("b", "2017-04-01", named("B"))], options)).toEqual({
    a: "standing",
    b: "late",
  });
  expect(reasons([response("b", "2017-04-01")], options).b).toBe(
    "It is dated 2017-04-01, after the cut-off (2017-03-31).",
  );
  expect(select([], options).cutoff).toBe("2017-03-31");
  expect(select([], { ...OPTIONS, cutoffDay: "04-30" }).cutoff).toBe("2017-04-30");
});

test("a date later than the day of the run is late even before the cut-off", () => {
  const options = { ...OPTIONS, today: "2016-12-31" };
  expect(standings([response("a", "2016-12-31"), response("b", "2017-01-01", named("B"))], options)).toEqual({
    a: "standing",
    b: "late",
  });
});

test("a response whose file has gone is withdrawn and supersedes nobody", () => {
  const options = { ...OPTIONS, withdrawn: new Set(["new"]) };
  expect(standings([response("old", "2016-02-01"), response("new", "2016-03-01")], options)).toEqual({
    old: "standing",
    new: "withdrawn",
  });
});

test("the newest of one supplier and scope counts; all others point to it", () => {
  const { selected } = select(
    [response("b", "2016-05-01"), response("c", "2016-09-01"), response("a", "2016-02-01")],
    OPTIONS,
  );
  expect(selected.map((one) => [one.response.id, one.standing, one.supersededBy])).toEqual([
    ["a", "superseded", "c"],
    ["b", "superseded", "c"],
    ["c", "standing", undefined],
  ]);
  expect(selected[0]?.reason).toBe(
    "Same supplier and scope (company); c counts instead: dated 2016-09-01, newer.",
  );
});

test("a stale or late response is not superseded and supersedes nobody", () => {
  expect(
    standings([response("a", "2015-02-01"), response("b", "2016-02-01"), response("c", "2017-06-20")]),
  ).toEqual({ a: "stale", b: "standing", c: "late" });
});

test("spellings of one company name are one supplier, shown as the newest writes it", () => {
  const { selected } = select(
    [
      response("a", "2016-02-01", named("ACME  fixings, Ltd.")),
      response("b", "2016-03-01", named("Acme Fixings Ltd")),
    ],
    OPTIONS,
  );
  expect(selected.map((one) => [one.supplier.name, one.standing])).toEqual([
    ["Acme Fixings Ltd", "superseded"],
    ["Acme Fixings Ltd", "standing"],
  ]);
  expect(selected[0]?.reason).toContain(
    "company name is “ACME fixings, Ltd.” here and “Acme Fixings Ltd” there",
  );
});

test("responses without a company name are suppliers of their own", () => {
  const nobody = { company: { companyName: null } };
  const { selected } = select(
    [response("a", "2016-02-01", nobody), response("b", "2016-03-01", nobody)],
    OPTIONS,
  );
  expect(selected.map((one) => [one.supplier.name, one.standing])).toEqual([
    ["(no company name in a)", "standing"],
    ["(no company name in b)", "standing"],
  ]);
});

test("equal dates: the newer template version, then the file changed last, then the name; the reason says which", () => {
  const older = response("older", "2016-05-01", { version: "4.10" });
  const newer = response("newer", "2016-05-01", { version: "4.20" });
  expect(reasons([newer, older]).older).toBe(
    "Same supplier and scope (company); newer counts instead: the same date (2016-05-01), the newer template version (4.20).",
  );

  const [a, b] = [response("a", "2016-05-01"), response("b", "2016-05-01")];
  const saved = [
    { ...a, source: { ...a.source, modified: "2016-05-04T10:00:00.000Z" } },
    { ...b, source: { ...b.source, modified: "2016-05-03T10:00:00.000Z" } },
  ];
  expect(standings(saved)).toEqual({ a: "standing", b: "superseded" });
  expect(reasons(saved).b).toContain("saved last (2016-05-04T10:00:00.000Z)");

  expect(standings([a, b])).toEqual({ a: "superseded", b: "standing" });
  expect(reasons([a, b]).a).toContain("the last file name in sort order was used");
});

const scoped = (scope: string | null, description: string | null, numbers: string[] = []): BuildOptions => ({
  company: { scope: scope === null ? null : { value: scope }, scopeDescription: description },
  products: numbers.map((number, index) => ({ row: 6 + index, number })),
});
const company = scoped("company", null);
const products = (...numbers: string[]) => scoped("product", null, numbers);

test.each<[string, BuildOptions, BuildOptions, string]>([
  ["company and product", company, products("A"), "standing"],
  ["the same products in another order", products("A-1", "B 2"), products("b 2", "a-1"), "superseded"],
  ["different products", products("A"), products("A", "B"), "standing"],
  [
    "the same description",
    scoped("userDefined", "Valves, EU"),
    scoped("userDefined", "valves EU"),
    "superseded",
  ],
  ["different descriptions", scoped("userDefined", "Valves"), scoped("userDefined", "Pumps"), "standing"],
  ["an older one without scope", scoped(null, null), company, "superseded"],
  ["an older one without its product list", products(), products("A"), "superseded"],
  ["a newer one without scope", company, scoped(null, null), "standing"],
])("scopes, %s: the older response is then %s", (_name, older, newer, standing) => {
  expect(standings([response("a", "2016-02-01", older), response("b", "2016-03-01", newer)])).toEqual({
    a: standing,
    b: "standing",
  });
});

test("of two scopes, each is superseded by the newest of its own", () => {
  const { selected } = select(
    [
      response("c1", "2016-01-01", company),
      response("p1", "2016-02-01", products("A")),
      response("c2", "2016-03-01", company),
      response("p2", "2016-04-01", products("A")),
    ],
    OPTIONS,
  );
  expect(selected.map((one) => [one.response.id, one.supersededBy ?? one.standing])).toEqual([
    ["c1", "c2"],
    ["p1", "p2"],
    ["c2", "standing"],
    ["p2", "standing"],
  ]);
  expect(selected[2]?.reason).toBe(
    "The newest response of its supplier and scope in the period (company); 1 with another scope counts too.",
  );
});

test("without a period, each response is looked at for the earliest year whose window holds its date", () => {
  const { selected, periods, period, cutoff } = select(
    [
      response("a", "2015-11-02"),
      response("b", "2016-03-01"), // still within the window of 2015
      response("c", "2016-06-01"), // after the cut-off of 2015
      response("d", "2016-09-01"),
      response("e", null),
    ],
    { today: "2017-06-30" },
  );
  expect({ period, periods, cutoff }).toEqual({ period: null, periods: [2015, 2016], cutoff: null });
  expect(selected.map((one) => [one.response.id, one.period, one.supersededBy ?? one.standing])).toEqual([
    ["e", null, "undated"],
    ["a", 2015, "b"],
    ["b", 2015, "standing"],
    ["c", 2016, "d"],
    ["d", 2016, "standing"],
  ]);
});

test("a date in the future makes no period of its own", () => {
  const { selected, periods } = select(
    [response("a", "2016-02-01"), response("b", "2099-02-01", named("B"))],
    {
      today: "2016-12-31",
    },
  );
  expect(periods).toEqual([2016]);
  expect(selected.map((one) => [one.response.id, one.period, one.standing])).toEqual([
    ["a", 2016, "standing"],
    ["b", null, "late"],
  ]);
});

test("the order of the responses does not matter", () => {
  const all = [
    response("a", "2016-02-01"),
    response("b", "2016-03-01", named("Beta")),
    response("c", "2016-03-01"),
    response("d", null, named("Delta")),
    response("e", "2016-03-01", { version: "4.20" }),
  ];
  expect(select([...all].reverse(), OPTIONS)).toEqual(select(all, OPTIONS));
});

test("a roster's word on the supplier goes before the company name", () => {
  const supplierOf = () => ({ key: "S-1", name: "Supplier One" });
  const { selected } = select(
    [response("a", "2016-02-01", named("Alpha")), response("b", "2016-03-01", named("Beta"))],
    { ...OPTIONS, supplierOf },
  );
  expect(selected.map((one) => [one.supplier.name, one.standing])).toEqual([
    ["Supplier One", "superseded"],
    ["Supplier One", "standing"],
  ]);
});
