import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutIdDigits } from "../../src/domain/smelter-id.ts";
import { type DigitSlip, digitSlip, typedDigits } from "../../src/match/id-digits.ts";
import { createMatcher, type ReportedSmelter } from "../../src/match/matcher.ts";
import { buildList } from "../helpers/build-list.ts";

describe("digits that were typed as an ID", () => {
  test.each<[string, ReportedSmelter, string[]]>([
    ["an ID without its prefix", { id: "001875" }, ["001875"]],
    ["fewer digits, as a number has them", { idInput: "1875" }, ["1875"]],
    ["an ID with a digit too many", { id: "CID0018755" }, ["0018755"]],
    ["letters in place of digits", { id: "CIDOOI875" }, ["001875"]],
    ["an ID in the name", { name: "Acme (CID 001875)" }, ["001875"]],
    ["an ID as the look-up name", { lookupName: "cid-001875" }, ["001875"]],
    ["full-width letters", { name: "ＣＩＤ００１８７５" }, ["001875"]],
    ["six bare digits in the name", { name: "001875 Acme" }, ["001875"]],
    ["nothing but digits as the name", { name: "1875" }, ["1875"]],
    ["digits inside a longer number", { name: "Acme 20018751" }, []],
    ["a year in a name", { name: "Acme 2015" }, []],
    ["a word that begins like an ID", { name: "Acid Works 12" }, []],
    ["the same digits twice", { id: "CID001875", name: "CID001875" }, ["001875"]],
  ])("%s", (_name, row, expected) => {
    expect(typedDigits(row).map(({ digits }) => digits)).toEqual(expected);
  });

  test("what is left of a name without the ID", () => {
    expect(withoutIdDigits("Acme CID001875 Works").replace(/\s+/g, " ")).toBe("Acme Works");
    expect(withoutIdDigits("Unit 2, 1998")).toBe("Unit 2, 1998");
  });
});

describe("slips of the pen", () => {
  test.each<[string, DigitSlip | undefined]>([
    ["001875", "none"],
    ["1875", "none"],
    ["001857", "swapped"],
    ["010875", "swapped"],
    ["001874", "oneWrong"],
    ["01875", "none"],
    ["00185", "oneMissing"],
    ["0018755", "oneMore"],
    ["001984", undefined],
    ["005781", undefined],
  ])("%s for CID001875: %s", (typed, expected) => {
    expect(digitSlip(typed, "CID001875")).toBe(expected);
  });

  test("a slip is one whichever of the two IDs is the right one", () => {
    const digits = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        expect(digitSlip(one, `CID${other}`)).toBe(digitSlip(other, `CID${one}`));
      }),
    );
  });
});

describe("as reasons for a candidate", () => {
  const list = buildList([
    "Gold | Acme | Acme Refinery | PERU | CID901875 | Lima",
    "Gold | Beta | Beta Refinery | PERU | CID904321 | Lima",
    "Tin | Gamma | Gamma Tin | PERU | CID907777 | Lima",
  ]);
  const matcher = createMatcher(list);
  const first = (row: ReportedSmelter) => matcher.match(row).candidates[0];

  test.each<[string, ReportedSmelter, string, string]>([
    [
      "in the name",
      { metal: "gold", name: "CID901875" },
      "CID901875",
      'the ID\'s digits agree ("CID901875" was typed as a name)',
    ],
    ["in the look-up column", { metal: "gold", lookupName: "901875" }, "CID901875", "the ID's digits agree"],
    ["beside a name", { metal: "gold", name: "Zzyzx CID901875" }, "CID901875", "the ID's digits agree"],
    [
      "two digits swapped",
      { metal: "gold", id: "CID904312" },
      "CID904321",
      "except for two that are swapped",
    ],
    ["one digit wrong", { metal: "gold", id: "CID904329", name: "Beta" }, "", ""],
    ["a digit missing", { metal: "gold", id: "CID90432" }, "CID904321", "except for one that is missing"],
    ["of another metal", { metal: "gold", name: "CID907777" }, "", ""],
    ["with no metal stated", { name: "CID907777" }, "CID907777", "for tin: the ID's digits agree"],
  ])("%s", (_name, row, id, evidence) => {
    const match = matcher.match(row);
    if (id === "") return expect(match.candidates).toEqual([]);
    expect([match.id, match.kind]).toEqual([undefined, "candidates"]);
    expect(first(row)?.id).toBe(id);
    expect(first(row)?.evidence).toContain(evidence);
  });
});
