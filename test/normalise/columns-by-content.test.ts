// Smelter lists without a header row and with columns inserted, deleted or moved: a value is read from its own column,
// or not at all with a note; if the content does not contradict the template, as before.
import { describe, expect, test } from "vitest";
import { layoutFor } from "../../fixtures/cmrt.ts";
import { detect } from "../../src/forms/detect.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { buildTemplate } from "../helpers/build-template.ts";
import { type Edit, edit } from "../helpers/edit-workbook.ts";
import { filledForm } from "../helpers/edited-forms.ts";

const SHEET = "Smelter List";
const NO_HEADER: Edit = { kind: "delete", line: "row", at: 4 };
const insert = (before: number, texts?: Record<number, string>): Edit => ({
  kind: "insert",
  line: "column",
  before,
  ...(texts ? { texts } : {}),
});
const remove = (at: number): Edit => ({ kind: "delete", line: "column", at });
const move = (from: number, before: number): Edit => ({ kind: "move", line: "column", from, before });
const vendorNumbers = { 4: "V-1001", 5: "V-1002", 6: "V-1003", 7: "V-1004" };

const EDITS: readonly (readonly [about: string, Edit])[] = [
  ["a blank column inserted left of the names", insert(3)],
  ["a filled column inserted left of the names", insert(3, vendorNumbers)],
  ["a filled column inserted left of the countries", insert(5, vendorNumbers)],
  ["a blank column inserted left of the IDs", insert(6)],
  ["a column of metals inserted left of the metals", insert(2, { 4: "Tin", 5: "Tin", 6: "Tin", 7: "Tin" })],
  ["the column of metals deleted", remove(2)],
  ["the column of names deleted", remove(3)],
  ["the column of countries deleted", remove(5)],
  ["the column of IDs deleted", remove(6)],
  ["the column of countries moved", move(5, 10)],
  ["the column of IDs moved", move(6, 9)],
  ["the column of metals moved", move(2, 10)],
];

describe.each(["2.02", "3.01", "6.5"])("%s without the header of its smelters", (version) => {
  const form = filledForm(buildCmrt(version), layoutFor(version));
  test.each(EDITS)("and with %s", (_, change) => {
    const edits = [NO_HEADER, change].map((each) => ({ sheet: SHEET, change: each }));
    expect(form.faultsAfter(edits)).toEqual([]);
  });
  test("and nothing else", () => {
    expect(form.faultsAfter([{ sheet: SHEET, change: NO_HEADER }])).toEqual([]);
  });
});

const UNREAD =
  "The headers of the smelter list cannot be read: its columns were read where the template has them.";

function read(workbook: Workbook, ...edits: readonly Edit[]) {
  const edited = edits.reduce((each, change) => edit(each, SHEET, change), workbook);
  const detected = detect(edited);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const source = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
  const { smelters, notes } = normalise(edited, detected.template, source);
  return {
    smelters,
    notes: notes.filter(({ at }) => at?.startsWith(SHEET)).map(({ at, note }) => `${at}: ${note}`),
  };
}

type Texts = readonly (string | undefined)[];

/** Rows of a list: metal, look-up name, name, country, ID, source of the ID, street. */
function rows(...lists: readonly Texts[]) {
  return Object.fromEntries(
    lists.flatMap((texts, index) =>
      texts.flatMap((text, at) => (text === undefined ? [] : [[`${"BCDEFGH"[at]}${5 + index}`, text]])),
    ),
  );
}

const cobalt = (...lists: readonly Texts[]) => buildTemplate(EMRT, "1.3", { [SHEET]: rows(...lists) });
const gold = (...lists: readonly Texts[]) => buildCmrt("6.5", { sheets: { [SHEET]: rows(...lists) } });

const REFINERS = [
  ["Cobalt", "Harrow Refining", "Harrow Refining", "FINLAND", "CID003226", "RMI", "Mill Lane 1"],
  ["Cobalt", "Smelter not listed", "Birch Metals", "CHINA", "CID003255", "RMI", "Mill Lane 2"],
  ["Cobalt", "Alder Cobalt", "Alder Cobalt", "JAPAN", "CID003278", "RMI", "Mill Lane 3"],
] as const;

describe("EMRT without the header of its smelters", () => {
  test("is read where the template has the columns", () => {
    const { smelters, notes } = read(cobalt(...REFINERS), NO_HEADER);
    expect(smelters.map(({ metal, name, country, id }) => [metal, name, country, id])).toEqual([
      ["cobalt", "Harrow Refining", "FI", "CID003226"],
      ["cobalt", "Birch Metals", "CN", "CID003255"],
      ["cobalt", "Alder Cobalt", "JP", "CID003278"],
    ]);
    expect(notes).toEqual([`${SHEET}!4:4: ${UNREAD}`]);
  });

  test.each([
    [
      "an inserted column",
      insert(5, vendorNumbers),
      "E4:E7 does not hold countries (column F holds countries)",
    ],
    ["a deleted column", remove(4), "E4:E6 does not hold countries (column D holds countries)"],
    ["a moved column", move(5, 9), "E4:E6 does not hold countries (column H holds countries)"],
  ])("and with %s gives no value of another column", (_, change, says) => {
    const { smelters, notes } = read(cobalt(...REFINERS), NO_HEADER, change);
    for (const smelter of smelters) {
      for (const key of ["country", "id", "idSource", "lookupName", "name"] as const)
        expect(smelter[key]).toBeUndefined();
      expect(smelter.metal).toBe("cobalt");
    }
    expect(notes.join("\n")).toContain(says);
    expect(notes.join("\n")).toMatch(/Nothing was read for .*"Smelter Country/);
  });
});

/** Lists without headers whose columns are in place, whatever their content. */
const IN_PLACE: readonly (readonly [about: string, Workbook])[] = [
  ["one row whose country is a city", gold(["Gold", "Acme", "Acme", "Basel", "CID000001"])],
  [
    "two rows whose countries nobody knows",
    gold(["Gold", "A", "A", "Atlantis"], ["Tin", "B", "B", "Lemuria"]),
  ],
  [
    "IDs of a supplier's own",
    gold(
      ["Gold", "A", "A", "PERU", "4711"],
      ["Tin", "B", "B", "CHINA", "4712"],
      ["Tin", "C", "C", "JAPAN", "V-9"],
    ),
  ],
  [
    "IDs of 2.x",
    gold(
      ["Gold", "A", "A", "PERU", "1PER001"],
      ["Tin", "B", "B", "CHINA", "2CHN001"],
      ["Tin", "C", "C", "JAPAN", "2JPN004"],
    ),
  ],
  [
    "smelters that are not listed, without IDs",
    gold(...["A", "B", "C", "D"].map((name) => ["Gold", "Smelter not listed", name, "PERU", "n/a"])),
  ],
  [
    "names that say metals",
    gold(
      ["Gold", "Gold", "Gold Works", "PERU", "CID000001"],
      ["Tin", "Tin Works", "Tin Works", "CHINA", "CID000002"],
    ),
  ],
  [
    "blank countries and IDs",
    gold(
      ...["A", "B", "C", "D"].map((name) => [
        "Gold",
        name,
        name,
        undefined,
        undefined,
        undefined,
        "Peru Road",
      ]),
    ),
  ],
];

test.each(IN_PLACE)("nothing is doubted of %s", (_, workbook) => {
  const before = read(workbook);
  const { smelters, notes } = read(workbook, NO_HEADER);
  expect(smelters).toEqual(before.smelters.map((row) => ({ ...row, row: row.row - 1 })));
  expect(notes).toEqual([`${SHEET}!4:4: ${UNREAD}`]);
});

test.each([
  ["a country", ["", "Acme", "Acme", "PERU"]],
  ["an ID", ["", "Acme", "Acme", undefined, "CID000001"]],
])("a smelter of %s without a metal is read where the row above the header is deleted too", (_, first) => {
  const list = gold([undefined, ...first.slice(1)], ["Gold", "Birch", "Birch", "CHINA", "CID000002"]);
  const above: Edit = { kind: "delete", line: "row", at: 2 };
  const { smelters, notes } = read(list, above, { ...NO_HEADER, at: 3 });
  expect(smelters.map(({ row, name }) => [row, name])).toEqual([
    [3, "Acme"],
    [4, "Birch"],
  ]);
  expect(notes).toEqual([`${SHEET}!4:4: ${UNREAD}`]);
});

test("a header in words that nobody knows is not read as a smelter", () => {
  const header = Object.fromEntries(
    [..."ABCDEFGHIJKLMNOPQRST"].map((letters) => [`${letters}4`, `Qwx ${letters}`]),
  );
  const list = buildCmrt("6.5", {
    sheets: { [SHEET]: { ...header, ...rows(["Gold", "Birch", "Birch", "CHINA", "CID000002"]) } },
  });
  const { smelters } = read(list, { kind: "delete", line: "row", at: 2 });
  expect(smelters.map(({ name }) => name)).toEqual(["Birch"]);
});
