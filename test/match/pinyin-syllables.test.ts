import { describe, expect, test } from "vitest";
import { createHeardAlike, syllableInitials } from "../../src/match/pinyin-syllables.ts";

describe("pinyin taken apart", () => {
  test.each([
    ["haicang", ["hic", "hc"]],
    ["zhongyuan", ["zya", "zy"]],
    ["xian", ["xa"]],
    ["metal", []],
  ])("%s is shortened to one of %j", (word, initials) => {
    expect(syllableInitials(word)).toEqual(initials);
  });

  test("another syllable of the same beginning is heard alike, one of another beginning is not", () => {
    const heardAlike = createHeardAlike(["zhongyuan", "zhongjin", "dayuan", "metals"]);
    expect(heardAlike("zhaoyuan")).toEqual(["zhongyuan"]);
    expect(heardAlike("zhaojin")).toEqual(["zhongjin"]);
    expect(heardAlike("dongyuan")).toEqual(["dayuan"]);
    expect(heardAlike("gaoyuan")).toEqual([]);
    expect(heardAlike("zhongyuan")).toEqual([]);
    expect(heardAlike("refinery")).toEqual([]);
  });
});
