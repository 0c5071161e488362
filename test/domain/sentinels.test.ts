import { describe, expect, test } from "vitest";
import {
  isNoName,
  isNotAvailable,
  isPlaceholder,
  isRemark,
  readSentinel,
  SMELTER_NOT_IDENTIFIED,
  SMELTER_NOT_LISTED,
  saysNotIdentified,
  saysNotListed,
} from "../../src/domain/sentinels.ts";

test.each([
  ["Smelter not listed", SMELTER_NOT_LISTED],
  ["SMELTER NOT LISTED", SMELTER_NOT_LISTED],
  ["Not listed.", SMELTER_NOT_LISTED],
  ["Smelter Not Yet Identified", SMELTER_NOT_IDENTIFIED],
  ["not yet identified", SMELTER_NOT_IDENTIFIED],
  ["EM Vinto", undefined],
  ["", undefined],
])("%j is the choice %s", (text, choice) => {
  expect(readSentinel(text)).toBe(choice);
});

test("a row is asked by its choice, whatever the letter case", () => {
  expect(saysNotListed({ lookupName: "Smelter Not Listed" })).toBe(true);
  expect(saysNotIdentified({ lookupName: SMELTER_NOT_IDENTIFIED })).toBe(true);
  expect(saysNotListed({ lookupName: SMELTER_NOT_IDENTIFIED })).toBe(false);
  expect(saysNotListed({})).toBe(false);
});

describe("texts that say nothing", () => {
  // Each kind includes the ones before it.
  const KINDS = [isNotAvailable, isPlaceholder, isNoName];
  test.each([
    ["n/a", 0],
    ["N.A.", 0],
    ["not-available", 0],
    ["Not applicable", 0],
    ["none", 1],
    ["Unknown", 1],
    ["TBD", 1],
    ["0", 1],
    ["-", 1],
    ["???", 1],
    ["–", 1],
    ["various", 2],
    ["See attached", 2],
    ["Smelter not listed", 2],
    ["undisclosed", 2],
    ["无", 2],
    ["EM Vinto", 3],
    ["Nam", 3],
    ["Unknown Soldier Metals", 3],
    ["不明金属", 3],
  ])("%j", (text, from) => {
    expect(KINDS.map((is) => is(text))).toEqual([0, 1, 2].map((kind) => kind >= from));
  });

  test("a remark is known by its beginning", () => {
    expect(["see attached list", "Various traders", "Variousmetal AG"].map(isRemark)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isRemark("EM Vinto")).toBe(false);
  });
});

test.each([
  "not identified",
  "Unidentified smelter",
  "Smelter is not yet identified",
  "Smelter yet to be identified",
  "unknown smelter",
  "Schmelzhütte noch nicht identifiziert",
  "fonderie non encore identifiée",
  "Fundición aún no identificada",
  "fonderia non ancora identificata",
  "Fundidor ainda não identificado",
  "Henüz tanımlanmamış izabehane",
  "尚未识别",
  "未識別的冶煉廠",
  "製錬業者未特定",
  "まだ特定されていない製錬業者",
  "아직 확인되지 않은 제련소",
])("%j is the choice for a facility that is not identified, in other words", (text) => {
  expect(readSentinel(text)).toBe(SMELTER_NOT_IDENTIFIED);
});

test.each([
  "not on the list",
  "Schmelzhütte nicht aufgeführt",
  "fonderie non répertoriée",
  "未列出的冶炼厂",
  "リストにない",
  "목록에 없는 제련소",
])("%j is the choice for a facility that is not listed, in other words", (text) => {
  expect(readSentinel(text)).toBe(SMELTER_NOT_LISTED);
});

test.each([
  "unknown",
  "Unlisted Metals Refinery Ltd",
  "Known Metals",
  "Identified Smelting Co.",
  "未来金属冶炼厂",
  "미래금속",
])("%j is neither", (text) => {
  expect(readSentinel(text)).toBeUndefined();
});
