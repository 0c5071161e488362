import { expect, test } from "vitest";
import { createMatcher } from "../../src/match/matcher.ts";
import { createSanctionsScreen } from "../../src/match/sanctions.ts";
import type { ReferenceEntry, ReferenceList } from "../../src/model/reference.ts";
import { buildList } from "../helpers/build-list.ts";

function sanctionsList(...entries: Partial<ReferenceEntry>[]): ReferenceList {
  return {
    ...buildList([], { kind: "sanctions", name: "Sanctions", asOf: "2025-06-30" }),
    entries: entries.map((entry, index) => ({
      metal: "",
      standardName: "",
      lookupNames: [],
      at: `line ${index + 2}`,
      ...entry,
    })),
  };
}

const SANCTIONS = sanctionsList(
  { standardName: "African Gold Refinery Limited", lookupNames: ["AGR"], countries: ["UG"] },
  { standardName: "JSC Novosib", lookupNames: ["Novosibirsk Refinery"], more: { program: "RUSSIA-EO14024" } },
);
const HIT = { list: "Sanctions", asOf: "2025-06-30" };

test("a name is hit whatever its legal form, letter case and punctuation; one entry once", () => {
  const screen = createSanctionsScreen([SANCTIONS]);
  expect(screen(["AFRICAN GOLD REFINERY", "African Gold Refinery, Ltd."], "UG")).toEqual([
    { ...HIT, name: "African Gold Refinery Limited", at: "line 2", sameCountry: true },
  ]);
  expect(screen(["novosibirsk-refinery"], "RU")).toEqual([
    { ...HIT, name: "Novosibirsk Refinery", at: "line 3", program: "RUSSIA-EO14024" },
  ]);
});

test("a part of a name, and a name too short to tell companies apart, are no hits", () => {
  const screen = createSanctionsScreen([SANCTIONS]);
  expect(screen(["Gold Refinery", "African Gold Refinery of Kampala", "AGR"], "UG")).toEqual([]);
});

test("whether the country is the same is said only where both are known", () => {
  const screen = createSanctionsScreen([SANCTIONS]);
  expect(screen(["African Gold Refinery"], "PE")[0]?.sameCountry).toBe(false);
  expect(screen(["African Gold Refinery"], undefined)[0]).not.toHaveProperty("sameCountry");
});

const LIST = buildList([
  "Gold | African Gold Refinery | African Gold Refinery | UGANDA | CID003185",
  "Gold | AGR Uganda | African Gold Refinery | UGANDA | CID003185",
  "Gold | Dowa | Dowa | JAPAN | CID000401",
]);

test("a facility is screened with every name of the lists, a row with the names that it gives", () => {
  const matcher = createMatcher(LIST, { sanctions: [SANCTIONS] });
  const hits = (row: object) =>
    matcher.match({ metal: "gold", ...row }).sanctions?.map(({ name, sameCountry }) => [name, sameCountry]);
  expect(hits({ name: "AGR Uganda" })).toEqual([["African Gold Refinery Limited", true]]);
  expect(hits({ name: "African Gold Refinery Ltd", country: "UG" })).toHaveLength(1);
  expect(hits({ name: "Dowa" })).toBeUndefined();
  // Matched to another facility by its ID: the typed name is screened nevertheless.
  expect(hits({ id: "CID000401", name: "JSC Novosib" })).toEqual([["JSC Novosib", undefined]]);
  expect(hits({ name: "Novosibirsk Refinery", country: "RU" })).toEqual([
    ["Novosibirsk Refinery", undefined],
  ]);
});

test("a decision takes no hit away", () => {
  const decisions = ["CID000401", null].map((id, at) => ({
    metal: "gold",
    reportedName: ["JSC Novosib", "Novosibirsk Refinery"][at] as string,
    id,
    reason: "",
    by: "",
    date: "",
    line: at + 2,
  }));
  const matcher = createMatcher(LIST, { sanctions: [SANCTIONS], decisions });
  for (const { reportedName, id } of decisions) {
    const match = matcher.match({ metal: "gold", name: reportedName });
    expect(match.kind).toBe(id === null ? "notSmelter" : "decided");
    expect(match.sanctions).toHaveLength(1);
  }
});
