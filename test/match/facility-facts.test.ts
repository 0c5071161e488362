import { expect, test } from "vitest";
import { createMatcher } from "../../src/match/matcher.ts";
import type { ReferenceEntry, ReferenceList } from "../../src/model/reference.ts";
import { buildList } from "../helpers/build-list.ts";

const LIST = buildList([
  "Gold | Dowa | Dowa | JAPAN | CID000401 | Kosaka",
  "Tin | Dowa | Dowa | JAPAN | CID000402 | Kosaka",
  "Gold | Agosi AG | Agosi AG | GERMANY | CID000035 | Pforzheim",
]);

function other(
  kind: ReferenceList["kind"],
  name: string,
  asOf: string,
  entries: Partial<ReferenceEntry>[],
): ReferenceList {
  return {
    ...buildList([], { kind, name, asOf }),
    entries: entries.map((entry, index) => ({
      metal: "gold",
      standardName: "",
      lookupNames: [],
      at: `line ${index + 2}`,
      ...entry,
    })),
  };
}

test("the first status list that has the facility tells its status, in the list's own words", () => {
  const newest = other("status", "RMAP", "2025-02-01", [
    { id: "CID000401", status: "Non-Conformant", statusClass: "other" },
  ]);
  const older = other("status", "CFSP", "2024-01-01", [
    { id: "CID000401", status: "Conformant", statusClass: "conformant" },
    { id: "1DEU001", status: "Active", statusClass: "active" },
  ]);
  const matcher = createMatcher(LIST, { status: [newest, older] });
  expect(matcher.match({ metal: "gold", name: "Dowa" }).status).toEqual({
    status: "Non-Conformant",
    class: "other",
    list: "RMAP",
    asOf: "2025-02-01",
  });
  expect(matcher.match({ metal: "gold", name: "Agosi AG" }).status).toMatchObject({
    class: "active",
    list: "CFSP",
  });
  expect(matcher.match({ metal: "tin", name: "Dowa" }).status).toBeUndefined();
});

test("origin and watch lists add what they say; a name counts only within its metal", () => {
  const origins = other("origin", "RCOI data", "2025-01-31", [
    { metal: "", id: "CID000401", country: "RW", more: { level: "Level 1" } },
    { metal: "", id: "CID000401", countryText: "Congo" },
  ]);
  const watch = other("watch", "own list", "2025-01-01", [{ metal: "gold", standardName: "DOWA" }]);
  const matcher = createMatcher(LIST, { origin: [origins], watch: [watch] });
  const match = matcher.match({ metal: "gold", id: "CID000401" });
  expect(match.origins).toEqual([
    { country: "RW", text: "RW", level: "Level 1", list: "RCOI data", asOf: "2025-01-31" },
    { text: "Congo", list: "RCOI data", asOf: "2025-01-31" },
  ]);
  expect(match.watch).toEqual([{ list: "own list", asOf: "2025-01-01", at: "line 2" }]);
  expect(matcher.match({ metal: "tin", id: "CID000402" }).watch).toBeUndefined();
});

test("a revision list names the facility that took the place of a removed one, and why one is gone", () => {
  const earlier = buildList(
    [
      "Gold | Doduco | Doduco | GERMANY | CID000362 | Pforzheim",
      "Gold | Old Mint | Old Mint | PERU | CID000999 | Lima",
    ],
    { name: "CMRT 6.1", asOf: "2021-04-28" },
  );
  const revision = other("revision", "revisions", "2024-01-01", [
    { id: "CID000362", more: { successor: "CID000035", basis: "merged", date: "2024-02-01" } },
    { id: "CID000999", more: { basis: "ceased operations" } },
    { id: "CID000998", more: { successor: "CID000035" } },
    { id: "CID004444", more: { basis: "withdrawn", date: "2023-05-05" } },
  ]);
  const matcher = createMatcher(LIST, { earlier: [earlier], revision: [revision] });
  const match = (row: object) => matcher.match({ metal: "gold", ...row });
  expect(match({ id: "CID000362" })).toMatchObject({
    kind: "earlierId",
    id: "CID000035",
    evidence:
      "ID CID000362 of CMRT 6.1 is Doduco, succeeded by Agosi AG (CID000035) on CMRT 6.5: merged on 2024-02-01 according to revisions",
  });
  expect(match({ name: "Doduco" })).toMatchObject({ id: "CID000362", removed: { list: "CMRT 6.1" } });
  expect(match({ id: "CID000999" })).toMatchObject({
    kind: "id",
    removed: { list: "CMRT 6.1" },
    evidence:
      "ID CID000999 is listed for gold as Old Mint on the earlier CMRT 6.1 of 2021-04-28, not on any later list: ceased operations according to revisions",
  });
  expect(match({ id: "CID000998" })).toMatchObject({
    kind: "earlierId",
    id: "CID000035",
    evidence: "ID CID000998 was replaced by that of Agosi AG (CID000035): revised according to revisions",
  });
  expect(match({ id: "CID004444" })).toMatchObject({
    kind: "none",
    evidence: "ID CID004444 is not on any available list: withdrawn on 2023-05-05 according to revisions",
  });
});

test("an ID that only a later list has is said to be so, and not matched", () => {
  const later = buildList(["Gold | New Mint | New Mint | PERU | CID009999"], {
    name: "CMRT 6.6",
    asOf: "2026-04-24",
  });
  expect(createMatcher(LIST, { later: [later] }).match({ metal: "gold", id: "CID009999" })).toMatchObject({
    kind: "none",
    evidence: "ID CID009999 is only on the later CMRT 6.6",
  });
});
