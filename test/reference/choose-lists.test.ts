import { expect, test } from "vitest";
import { chooseLists } from "../../src/reference/choose-lists.ts";
import { buildList } from "../helpers/build-list.ts";

function list(version: string, asOf: string | null) {
  return buildList(["Gold | Dowa | Dowa | JAPAN | CID000401"], {
    name: `CMRT ${version}`,
    asOf,
    source: { file: `${version}.xlsx`, templateVersion: version, sha256: version, rows: 1 },
  });
}
const V4_01B = list("4.01b", "2015-11-16");
const V4_10 = list("4.10", null);
const V4_20 = list("4.20", "2016-11-30");
const V6_4 = list("6.4", "2024-04-26");
const V6_5 = list("6.5", "2025-04-25");

test("without a period the newest list counts, and the reason names its file", () => {
  const choice = chooseLists([V4_20, V6_5, V6_4]);
  expect(choice.counting?.why).toBe("CMRT 6.5 (as of 2025-04-25; from 6.5.xlsx), the newest of 3 lists");
  expect(choice.earlier).toEqual([V6_4, V4_20]);
  expect(choice.later).toEqual([]);
});

test("for a period the nearest list that is not later than the cut-off counts", () => {
  const choice = chooseLists([V6_5, V4_20, V4_01B], { period: 2016 });
  expect(choice.counting?.list).toBe(V4_20);
  expect(choice.counting?.why).toContain(
    "nearest to 2016-12-31 that is not later than the cut-off 2017-05-31",
  );
  expect(choice.earlier).toEqual([V4_01B]);
  expect(choice.later).toEqual([V6_5]);
  expect(chooseLists([V6_5, V6_4], { period: 2024 }).counting?.list).toBe(V6_5);
  expect(chooseLists([V6_5, V6_4], { period: 2024, cutoff: "2025-03-31" }).counting?.list).toBe(V6_4);
});

test("a release without a known date stands after the one before it", () => {
  expect(chooseLists([V4_10, V4_01B]).counting?.list).toBe(V4_10);
  expect(chooseLists([V4_10, V4_20, V4_01B]).earlier).toEqual([V4_10, V4_01B]);
});

test("only later lists: the oldest counts, and the reason says so", () => {
  const { counting } = chooseLists([V6_5, V6_4], { period: 2016 });
  expect(counting?.list).toBe(V6_4);
  expect(counting?.why).toContain("later than the cut-off 2017-05-31");
});

test("a list that a person names counts whatever its date", () => {
  const { counting, later } = chooseLists([V6_5, V4_20], { named: [V4_20], period: 2024 });
  expect([counting?.list, counting?.why.endsWith("named with --reference"), later]).toEqual([
    V4_20,
    true,
    [V6_5],
  ]);
  expect(chooseLists([V6_5, V4_20], { list: V4_20 }).counting?.list).toBe(V4_20);
});

test("of several lists that a person names the newest counts, whatever their order, and the reason says so", () => {
  for (const named of [
    [V4_20, V6_4],
    [V6_4, V4_20],
  ]) {
    const { counting, earlier, later } = chooseLists([V6_5, V4_20, V6_4], { named, period: 2024 });
    expect([counting?.list, earlier, later]).toEqual([V6_4, [V4_20], [V6_5]]);
    expect(counting?.why).toBe(
      "CMRT 6.4 (as of 2024-04-26; from 6.4.xlsx), named with --reference, the newest of 2",
    );
  }
});

test("no list, no choice; the order of the lists does not matter", () => {
  expect(chooseLists([]).counting).toBeNull();
  const one = chooseLists([V4_20, V6_4, V6_5, V4_10], { period: 2020 });
  expect(chooseLists([V6_5, V4_10, V6_4, V4_20], { period: 2020 })).toEqual(one);
});

test("of lists of other kinds one snapshot of each name counts, none from after the cut-off, newest first", () => {
  const status = (name: string, asOf: string) => ({ ...list("6.5", asOf), kind: "status" as const, name });
  const old = status("conformant", "2024-06-01");
  const fresh = status("conformant", "2025-02-01");
  const late = status("conformant", "2025-08-01");
  const active = status("active", "2024-03-01");
  expect(chooseLists([V6_5, late, old, active, fresh], { period: 2024 }).status).toEqual([fresh, active]);
  expect(chooseLists([V6_5, late, old, active, fresh]).status).toEqual([late, active]);
  expect(chooseLists([late], { period: 2016 }).status).toEqual([]);
  const named = chooseLists([V6_5, late, old, active, fresh], { period: 2024, named: [late] });
  expect([named.counting?.list, named.status]).toEqual([V6_5, [late, active]]);
});
