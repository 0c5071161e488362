import { expect, test } from "vitest";
import { compareLists } from "../../src/reference/compare-lists.ts";
import { buildList } from "../helpers/build-list.ts";

test("added, removed with its successor, renamed, moved status and country; 2.x IDs are translated", () => {
  const before = buildList([
    "Gold | Agosi | Allgemeine Gold | GERMANY | 1DEU001",
    "Gold | Old Mint | Old Mint | PERU | CID000001",
    "Gold | Gone | Gone | PERU | CID000002",
    "Tin | Minsur | Minsur | PERU | CID001182",
  ]);
  const after = buildList([
    "Gold | Agosi AG | Agosi AG | GERMANY | CID000035",
    "Gold | Old Mint | New Mint | PERU | CID000009",
    "Tin | Minsur | Minsur | CHILE | CID001182",
  ]);
  for (const entry of before.entries) if (entry.id === "CID001182") entry.status = "Active";
  for (const entry of after.entries) if (entry.id === "CID001182") entry.status = "Conformant";
  expect(compareLists(before, after)).toEqual({
    added: [{ metal: "gold", id: "CID000009", standardName: "New Mint" }],
    removed: [
      { metal: "gold", id: "CID000002", standardName: "Gone" },
      { metal: "gold", id: "CID000001", standardName: "Old Mint", successor: "CID000009" },
    ],
    renamed: [{ metal: "gold", id: "CID000035", standardName: "Agosi AG", was: "Allgemeine Gold" }],
    status: [{ metal: "tin", id: "CID001182", standardName: "Minsur", was: "Active", is: "Conformant" }],
    country: [{ metal: "tin", id: "CID001182", standardName: "Minsur", was: "PE", is: "CL" }],
    unchanged: 0,
  });
  expect(compareLists(after, after)).toMatchObject({ added: [], removed: [], renamed: [], unchanged: 3 });
});
