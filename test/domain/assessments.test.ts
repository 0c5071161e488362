import { expect, test } from "vitest";
import { assessmentOf, cycleMonths, programmeOf } from "../../src/domain/assessments.ts";
import type { ReferenceEntry } from "../../src/model/reference.ts";

const entry = (more: Partial<ReferenceEntry>): ReferenceEntry => ({
  metal: "gold",
  standardName: "Dowa",
  lookupNames: [],
  at: "line 2",
  ...more,
});

test.each([
  ["RMAP's own by its words", { status: "RMAP Conformant" }, { recognition: "RMAP", scheme: "RMAP" }],
  [
    "RMAP's own by the column",
    { status: "Conformant", scheme: "RMAP" },
    { recognition: "RMAP", scheme: "RMAP" },
  ],
  [
    "assessed by both",
    { status: "Conformant", scheme: "LBMA, RMAP", crossRecognition: "LBMA" },
    { recognition: "RMAP", scheme: "RMAP" },
  ],
  [
    "another programme by the words of the status",
    { status: "Conformant - LBMA", scheme: "RMAP" },
    { recognition: "cross-recognised", scheme: "LBMA" },
  ],
  [
    "another programme by the column",
    { status: "Conformant", scheme: "TI-CMC" },
    { recognition: "cross-recognised", scheme: "TI-CMC" },
  ],
  [
    "a column of recognised programmes",
    { status: "Conformant", crossRecognition: "RJC, LBMA" },
    { recognition: "cross-recognised", scheme: "RJC, LBMA" },
  ],
  ["a scheme that nobody knows is kept and concludes nothing", { scheme: "RMAPlus" }, { scheme: "RMAPlus" }],
  ["nothing said", { status: "Conformant" }, {}],
] as const)("%s", (_title, more, programme) => {
  expect(programmeOf(entry(more))).toEqual(programme);
});

test.each([
  ["1 Year", 12],
  ["3 years", 36],
  ["Every three years", 36],
  ["36 months", 36],
  ["3-Year", 36],
  ["Annual", 12],
  ["Biennial", 24],
  ["3", 36],
  ["36", undefined],
  ["1 to 3 years", undefined],
  ["as agreed", undefined],
  ["0 years", undefined],
  ["", undefined],
])("the cycle %j", (text, months) => {
  expect(cycleMonths(text)).toBe(months);
});

test("the due day is the list's own, else that of date and cycle, else not known", () => {
  const dated = { auditDate: "2023-08-31", auditCycle: "18 months" };
  expect(assessmentOf(entry(dated))).toEqual({
    date: "2023-08-31",
    cycle: "18 months",
    due: "2025-02-28",
    dueBy: "date and cycle",
  });
  expect(assessmentOf(entry({ ...dated, auditDue: "2025-06-30" }))).toMatchObject({
    due: "2025-06-30",
    dueBy: "the list",
  });
  expect(assessmentOf(entry({ ...dated, auditCycle: "as agreed" }))).not.toHaveProperty("due");
  expect(assessmentOf(entry({ ...dated, auditDate: "2023" }))).not.toHaveProperty("due");
  expect(assessmentOf(entry({ status: "Active (re-audit in progress)" }))).toEqual({ reassessing: true });
  expect(assessmentOf(entry({ status: "Conformant" }))).toBeUndefined();
});
