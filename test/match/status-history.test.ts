import { expect, test } from "vitest";
import { statusChange, statusText } from "../../src/domain/status-change.ts";
import { createStatusHistory } from "../../src/match/status-history.ts";
import type { ReferenceEntry, ReferenceList } from "../../src/model/reference.ts";
import { buildList } from "../helpers/build-list.ts";

function snapshot(name: string, asOf: string | null, ...entries: Partial<ReferenceEntry>[]): ReferenceList {
  return {
    ...buildList([], { kind: "status", name, asOf }),
    entries: entries.map((entry, index) => ({
      metal: "gold",
      standardName: "",
      lookupNames: [],
      statusClass: "conformant",
      at: `line ${index + 2}`,
      ...entry,
    })),
  };
}

const DOWA = { metal: "gold", id: "CID000401", standardName: "Dowa" } as const;
const AGOSI = { metal: "gold", id: "CID000035", standardName: "Agosi AG" } as const;
const HISTORY = createStatusHistory([
  snapshot("RMI", "2025-10-01", { id: "CID000035", status: "Conformant" }),
  snapshot(
    "RMI",
    "2025-03-01",
    { id: "CID000401", status: "RMAP Conformant" },
    { id: "CID000035", status: "Active", statusClass: "active" },
  ),
  snapshot("LBMA", "2025-06-01", { standardName: "Agosi AG", status: "Conformant", scheme: "LBMA" }),
  snapshot("undated", null, { id: "CID000401", status: "Suspended", statusClass: "other" }),
  buildList(["Gold | Dowa | Dowa | JAPAN | CID000401"]),
]);

const brief = (facility: typeof DOWA | typeof AGOSI, day: string) => statusText(HISTORY.on(facility, day));

test("the newest snapshot up to a day speaks for it; one of a later day does not", () => {
  expect(HISTORY.days).toEqual(["2025-03-01", "2025-06-01", "2025-10-01"]);
  expect(brief(DOWA, "2025-02-28")).toBe("not known");
  expect(brief(DOWA, "2025-03-01")).toBe("RMAP Conformant (RMI of 2025-03-01)");
  expect(brief(DOWA, "2025-09-30")).toBe("RMAP Conformant (RMI of 2025-03-01)");
});

test("a facility that a newer snapshot of the same list lacks is not on the list", () => {
  expect(brief(DOWA, "2025-10-01")).toBe("not on the list (RMI of 2025-10-01, LBMA of 2025-06-01)");
  expect(HISTORY.all(DOWA).map(({ asOf, status }) => [asOf, status])).toEqual([
    ["2025-03-01", "RMAP Conformant"],
  ]);
});

test("a list's own word goes before that of a programme that it recognises, and both are told", () => {
  const said = HISTORY.on(AGOSI, "2025-06-30");
  expect(said.status).toMatchObject({ list: "RMI", status: "Active" });
  expect(said.also).toMatchObject([{ list: "LBMA", recognition: "cross-recognised", scheme: "LBMA" }]);
});

test("what became of a status", () => {
  const change = (facility: typeof DOWA | typeof AGOSI, from: string, to: string) =>
    statusChange(HISTORY.on(facility, from), HISTORY.on(facility, to));
  expect(change(DOWA, "2025-01-01", "2025-10-01")).toBe("not known");
  expect(change(DOWA, "2025-03-01", "2025-06-01")).toBe("same");
  expect(change(DOWA, "2025-03-01", "2025-10-01")).toBe("lost");
  expect(change(AGOSI, "2025-03-01", "2025-10-01")).toBe("gained");
});

test("another programme with the same words is a change", () => {
  const history = createStatusHistory([
    snapshot("RMI", "2025-03-01", { id: "CID000401", status: "Conformant", scheme: "RMAP" }),
    snapshot("RMI", "2025-10-01", { id: "CID000401", status: "Conformant", scheme: "LBMA" }),
  ]);
  const [was, is] = [history.on(DOWA, "2025-03-01"), history.on(DOWA, "2025-10-01")];
  expect(statusChange(was, is)).toBe("changed");
  expect(statusText(is)).toBe("Conformant, cross-recognised: LBMA (RMI of 2025-10-01)");
});
