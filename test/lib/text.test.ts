import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, nameKey, nameWords, words } from "../../src/lib/text.ts";

test.each([
  ["  PX   PRÉCINOX S.A. ", "px precinox sa"],
  ["H. C. Starck", "hc starck"],
  ["Ｆｕｌｌ－Ｗｉｄｔｈ　（株）", "full width 株"],
  ["Xi'an ＆ Sons&Co", "xian and sons and co"],
  ["Łódź, Straße Nr. 7", "lodz strasse nr 7"],
  ["İstanbul Altın Rafinerisi A.Ş.", "istanbul altin rafinerisi as"],
  ["Ǣther", "aether"],
  ["田中 貴金属 工業", "田中貴金属工業"],
  ["がぎぐ", "がぎぐ"],
  ["a1\u0000b2\u200bc3_x4", "a1 b2c3 x4"],
  ["-- / ?", ""],
])("%j folds to %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("words of a text without letters are none", () => {
  expect(words(" – ")).toEqual([]);
});

describe("name keys", () => {
  test.each([
    [
      [
        "Jiangxi Copper Company Limited",
        "JIANGXI COPPER CO.,LTD",
        "Jiangxi Copper Co Ltd.",
        "江西 Jiangxi Copper".slice(3),
      ],
    ],
    [["PT Timah (Persero), Tbk", "PT. TIMAH TBK", "Timah"]],
    [["OJSC Krastsvetmet", "Krastsvetmet OJSC", "Open Joint Stock Company Krastsvetmet"]],
    [["Kazzinc Ltd", "KAZZINC LIMITED", "Kazzinc"]],
    [["Dowa Metals & Mining Co., Ltd.", "Dowa Metals and Mining"]],
    [["Zhao Jin Refining", "Zhaojin Refining"]],
    [["田中貴金属工業株式会社", "田中貴金属工業（株）", "田中 貴金属工業 ㈱"]],
    [["Peñoles S.A. de C.V.", "PENOLES SA DE CV", "Peñoles"]],
    [["Xi'an Metals", "Xi’an Metals"]],
    [["Rand Refinery (Pty) Ltd", "Rand Refinery Pty Limited"]],
    [["Malaysia Ore Berhad", "Malaysia Ore Bhd", "Malaysia Ore Sdn. Bhd."]],
    [["ТОО «Рудник»", "Рудник", "АО Рудник"]],
    [["Polska Huta Spółka Akcyjna", "Polska Huta S.A.", "Polska Huta Sp. z o.o."]],
    [["Công ty Cổ phần Khoáng Sản", "Công ty TNHH Khoáng Sản", "Khoáng Sản"]],
    [["Altın Anonim Şirketi", "Altın A.Ş.", "Altın Ltd. Şti."]],
    [["한강제련 주식회사", "㈜한강제련", "한강제련(주)"]],
    [["5N Metallid OÜ", "5N Metallid"]],
    [["Buntmetall GmbH & Co. KG", "Buntmetall GmbH"]],
    [["Roßhaupter Ges.m.b.H.", "Rosshaupter Gesellschaft mbH", "Rosshaupter GmbH"]],
    [["Nordhavn A/S", "NORDHAVN AKTIESELSKAB"]],
    [["Mebel Sp. z o.o.", "Mebel Spółka z o.o.", "Mebel spółka z ograniczoną odpowiedzialnością"]],
    [["Bellini S.r.l.", "Bellini Società a responsabilità limitata"]],
    [["ООО «Сплав»", "Общество с ограниченной ответственностью «Сплав»"]],
  ])("%j are one", (spellings) => {
    expect(new Set(spellings.map(nameKey)).size).toBe(1);
  });

  test.each([
    ["PT Timah Tbk Kundur", "PT Timah Tbk Mentok"],
    ["Tanaka Kikinzoku", "田中貴金属"],
    ["Umicore Brasil", "Umicore"],
    ["Metalor Technologies SA", "Metalor Technologies (Hong Kong) Ltd."],
  ])("%j and %j are two", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test("legal forms that are all of a name stay", () => {
    expect(nameWords("Limited Co.")).toEqual(["limited", "co"]);
    expect(nameKey("AS")).toBe("as");
  });

  test("a word of a name that looks like a legal form stays inside it", () => {
    expect(nameWords("Umicore SA Business Unit")).toEqual(["umicore", "sa", "business", "unit"]);
  });
});

test("folding twice changes nothing, and case, accents and width never matter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const once = fold(text);
      expect(fold(once)).toBe(once);
      expect(fold(text.normalize("NFD"))).toBe(once);
      expect(/^\S.*$|^$/u.test(once) && !once.includes("  ") && !once.endsWith(" ")).toBe(true);
    }),
  );
});
