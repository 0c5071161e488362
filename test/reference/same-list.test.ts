import { describe, expect, test } from "vitest";
import type { ListKind, ReferenceList } from "../../src/model/reference.ts";
import { nameByFile, snapshotOf } from "../../src/reference/same-list.ts";

describe("the name of a list by its file", () => {
  test.each([
    ["rmi-2025-02-01", "rmi"],
    ["RMI_conformant_20250201", "RMI conformant"],
    ["smelters 2025-12", "smelters"],
    ["Gold list Feb 2025", "Gold list"],
    ["1-Mar-2025 status", "status"],
    ["status Q1 2025", "status"],
    ["download (3)", "download"],
    // There is no other indication.
    ["2025-02-01", "2025-02-01"],
    ["old", "old"],
    ["list_of_smelters", "list_of_smelters"],
    ["EU 2017-821", "EU 2017-821"],
    ["CMRT 6.5", "CMRT 6.5"],
    ["marble smelters", "marble smelters"],
  ])("%s: %s", (stem, name) => {
    expect(nameByFile(stem)).toBe(name);
  });
});

function list(
  name: string,
  asOf: string,
  statuses: Record<string, string | undefined>,
  kind: ListKind = "status",
): ReferenceList {
  return {
    schema: 1,
    name,
    kind,
    asOf,
    source: { file: `${name}.csv`, sha256: `${name} ${asOf}`, rows: 1 },
    entries: Object.entries(statuses).map(([id, status], at) => ({
      metal: "tin",
      id,
      standardName: id,
      lookupNames: [id],
      ...(status === undefined ? {} : { status }),
      at: `line ${at + 2}`,
    })),
  };
}

describe("snapshots of one list", () => {
  const first = list("a", "2025-01-01", { 1: "Conformant", 2: "Conformant", 3: "Conformant", 4: "Active" });

  test.each([
    ["a status changed", { 1: "Conformant", 2: "Removed", 3: "Conformant", 4: "Active" }],
    ["one left, one came", { 1: "Conformant", 2: "Conformant", 3: "Conformant", 5: "Active" }],
  ])("%s", (_what, statuses) => {
    expect(snapshotOf(list("b", "2026-01-01", statuses), [first])).toBe(first);
  });

  const next = { 1: "Conformant", 2: "Conformant", 3: "Conformant", 4: "Active" };
  test.each([
    ["of other facilities", list("b", "2026-01-01", { 7: "Conformant", 8: "Active" })],
    ["of another kind", list("b", "2026-01-01", next, "watch")],
    ["of the same day", list("b", "2025-01-01", next)],
    [
      "of the conformant ones alone",
      list("b", "2026-01-01", { 1: "Conformant", 2: "Conformant", 3: "Conformant" }),
    ],
  ])("a list %s is another one", (_what, other) => {
    expect(snapshotOf(other, [first])).toBeUndefined();
  });

  test("one list whose facilities all had one status, of which one was lost since", () => {
    const all = list("a", "2025-01-01", { 1: "Conformant", 2: "Conformant" });
    expect(snapshotOf(list("b", "2026-01-01", { 1: "Conformant", 2: "Active" }), [all])).toBe(all);
  });

  test("the same file again is the same snapshot; a look-up list speaks by its day", () => {
    const again = { ...first, name: "other" };
    expect(snapshotOf(again, [first])).toBe(first);
    const lookUp = list("l", "2025-01-01", next, "look-up");
    expect(snapshotOf(list("m", "2026-01-01", next, "look-up"), [lookUp])).toBeUndefined();
  });
});
