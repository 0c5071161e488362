// What people type in the cells beside a value's cell after the template's merged cells were split.
import { describe, expect, test } from "vitest";
import { layoutFor } from "../../fixtures/cmrt.ts";
import { detect } from "../../src/forms/detect.ts";
import { DEFAULT_FAMILY } from "../../src/forms/families.ts";
import { responseSchema } from "../../src/forms/schemas.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import type { BuiltValue } from "../helpers/build-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };

function read(cells: Record<string, BuiltValue | undefined>, version = "6.5") {
  const workbook = buildCmrt(version, { sheets: { Declaration: cells } });
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const response = responseSchema.parse(normalise(workbook, detected.template, SOURCE));
  return { ...response, notes: response.notes.map(({ at, kind, note }) => [at, kind, note]) };
}

const readFrom = (blank: string, cell: string) => [
  `Declaration!${cell}`,
  "shifted",
  `${blank} is blank, and a value is beside it in ${cell}: it was read from there.`,
];
const notRead = (cell: string, first: string, others = first) => [
  `Declaration!${first}`,
  "shifted",
  `A value is beside ${cell} in ${others}: it was not read.`,
];

describe("a value in the only filled cell of those merged with a blank one is read, with a note", () => {
  test("an answer", () => {
    const { answers, notes } = read({ D26: undefined, E26: "No", G26: "none used" });
    expect(answers.tantalum?.intentionallyAdded).toEqual({
      value: "no",
      raw: "No",
      at: "Declaration!E26",
      comment: { value: "none used", at: "Declaration!G26" },
    });
    expect(notes).toEqual([readFrom("D26", "E26")]);
  });

  test("a comment", () => {
    const { answers, notes } = read({ I26: "see the letter" });
    expect(answers.tantalum?.intentionallyAdded?.comment).toEqual({
      value: "see the letter",
      at: "Declaration!I26",
    });
    expect(notes).toEqual([readFrom("G26", "I26")]);
  });

  test.each([
    ["companyName", "D8", "F8", "Acme"],
    ["contactEmail", "D16", "J16", "a@example.com"],
    ["scope", "D9", "E9", "A. Company"],
    ["effectiveDate", "D22", "E22", "2025-05-02"],
  ] as const)("%s", (field, own, beside, text) => {
    const { company, notes } = read({ [own]: undefined, [beside]: text });
    expect(company[field]).toMatchObject({ at: `Declaration!${beside}` });
    expect(notes).toEqual([readFrom(own, beside)]);
  });

  test("an answer per company", () => {
    const { policies, notes } = read({ D75: undefined, E75: "No" });
    expect(policies.policyEstablished?.value).toBe("no");
    expect(notes).toEqual([readFrom("D75", "E75")]);
  });
});

describe("what cannot be told is not read, with a note", () => {
  test.each([
    ["no answer to the question", { E26: "ask Jane" }, "E26"],
    ["not one of the merged cells", { F26: "No" }, "F26"],
    ["two values", { E26: "Yes", F26: "No" }, "E26, F26"],
  ])("%s", (_, cells, where) => {
    const { answers, notes } = read({ D26: undefined, ...cells });
    expect(answers.tantalum?.intentionallyAdded).toBeUndefined();
    expect(notes).toEqual([
      [
        `Declaration!${where.split(",")[0]}`,
        "shifted",
        `D26 is blank, and a value is beside it in ${where}: it was not read.`,
      ],
    ]);
  });

  test.each([
    ["D26", { E26: "No" }, "E26"],
    ["D8", { E8: "Acme", J8: "Inc" }, "E8, J8"],
    ["G26", { G26: "none", H26: "used" }, "H26"],
  ])("beside %s, which is filled", (cell, cells, where) => {
    const { notes } = read(cells);
    expect(notes).toEqual([notRead(cell, where.split(",")[0] ?? "", where)]);
  });
});

test("values beside several filled cells are one note", () => {
  const { notes } = read({ E26: "No", E27: "No", F27: "Yes", G32: "yes", H32: "see above" });
  expect(notes).toEqual([
    [
      "Declaration!E26",
      "shifted",
      "Values are beside D26 (in E26), D27 (in E27, F27) and G32 (in H32): they were not read.",
    ],
  ]);
});

test("zeros, which formulas show for nothing, are no values beside a cell once they are pasted as values", () => {
  expect(read({ F26: 0, E27: "0", D28: undefined, E28: 0 }).notes).toEqual([]);
});

test.each(["Click here to enter smelter names", 'Link to "CFS Compliant Smelter List"'])(
  "a link of the template right of a question's comments is no head: %s",
  (link) => {
    const { answers, notes } = read({ H25: link, G27: undefined, H27: "see annex" });
    expect(answers.tin?.intentionallyAdded?.comment?.value).toBe("see annex");
    expect(notes).toEqual([readFrom("G27", "H27")]);
  },
);

test("a head that somebody wrote there is one", () => {
  expect(read({ H25: "Internal", H27: "see annex" }).notes).toEqual([]);
});

test.each(DEFAULT_FAMILY.editions.map(({ version }) => version))(
  "nothing is beside the values of %s as the template has them",
  (version) => {
    expect(read({}, version).notes).toEqual([]);
  },
);

test("1.00 does not merge its comments: they are joined, without a note", () => {
  const row = (layoutFor("1.00").questions[0]?.row ?? 0) + 1;
  const { answers, notes } = read({ [`G${row}`]: "none", [`I${row}`]: "used" }, "1.00");
  const [first] = Object.values(Object.values(answers)[0] ?? {});
  expect(first?.comment?.value).toBe("none used");
  expect(notes).toEqual([]);
});

test("formulas and errors beside a value are the template's own", () => {
  expect(read({ H9: { formula: "click here" }, E26: { error: "#REF!" } }).notes).toEqual([]);
});
