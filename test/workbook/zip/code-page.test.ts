// Names without a declared encoding are read as a person would read them; ASCII and UTF-8 always as such.
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeNames } from "../../../src/workbook/zip/code-page.ts";

/** Names used by suppliers in these countries, with the code pages in which their machines write zips. */
const NAMES: readonly { from: string; codePages: readonly string[]; names: readonly string[] }[] = [
  {
    from: "Germany",
    codePages: ["cp437", "cp850", "win1252"],
    names: [
      "Müller Präzision.xlsx",
      "Weißenfels GmbH.xlsx",
      "CMRT Köln.xlsx",
      "Erklärung für Händler.xlsx",
      "ÖBB Zulieferer.xlsx",
    ],
  },
  {
    from: "France",
    codePages: ["cp437", "cp850", "win1252"],
    names: ["Générale des métaux.xlsx", "Château.xlsx", "Société française d'étain.xlsx", "Déclaration.xlsx"],
  },
  {
    from: "Sweden and Denmark",
    codePages: ["cp850", "win1252"],
    names: ["Åkerströms Björbo.xlsx", "Søren Østergård.xlsx", "Kærgård.xlsx"],
  },
  {
    from: "Spain and Portugal",
    codePages: ["cp850", "win1252"],
    names: ["Compañía Minera.xlsx", "Declaração São Paulo.xlsx", "Fundición Núñez.xlsx", "Estanho João.xlsx"],
  },
  {
    from: "Russia",
    codePages: ["cp866", "win1251"],
    names: [
      "Отчёт по металлам.xlsx",
      "ООО Электроника.xlsx",
      "АНКЕТА.xlsx",
      "Завод Прогресс/декларация.xlsx",
      "cmrt_ответ.xlsx",
    ],
  },
  {
    from: "Ukraine",
    codePages: ["win1251"],
    names: ["Завод Київ.xlsx", "Декларація про метали.xlsx"],
  },
  {
    from: "Poland",
    codePages: ["cp852", "win1250"],
    names: ["Łódź Zakłady Elektroniczne.xlsx", "Spółka Części Żółć.xlsx"],
  },
  {
    from: "Czechia",
    codePages: ["cp852", "win1250"],
    names: ["Závody Přerov Šťastný.xlsx", "Příbram šrouby.xlsx"],
  },
  { from: "Greece", codePages: ["cp737"], names: ["Ελληνική Εταιρεία Μετάλλων.xlsx"] },
  {
    from: "Japan",
    codePages: ["shift_jis"],
    names: [
      "株式会社テスト　鉱業.xlsx",
      "会社回答.xlsx",
      "日本電気硝子.xlsx",
      "CMRT回答_2024.xlsx",
      "紛争鉱物/調査票.xlsx",
    ],
  },
  {
    from: "China",
    codePages: ["gb18030"],
    names: ["中国电子.xlsx", "冲突矿产报告模板.xlsx", "深圳市电子有限公司/CMRT.xlsx"],
  },
  { from: "Taiwan", codePages: ["big5"], names: ["台灣電子公司.xlsx", "衝突礦產報告.xlsx"] },
  { from: "Korea", codePages: ["euc-kr"], names: ["한국전자.xlsx", "분쟁광물 보고서.xlsx"] },
];

describe.each(NAMES)("$from", ({ codePages, names }) => {
  const cases = codePages.flatMap((codePage) => names.map((name) => [codePage, name] as const));
  test.each(
    cases.filter(([codePage, name]) => iconv.decode(iconv.encode(name, codePage), codePage) === name),
  )("in %s: %s", (codePage, name) => {
    expect(decodeNames([iconv.encode(name, codePage)])).toEqual([name]);
  });

  test("all of an archive together", () => {
    for (const codePage of codePages) {
      const fitting = names.filter((name) => iconv.decode(iconv.encode(name, codePage), codePage) === name);
      const encoded = ["plain.xlsx", ...fitting].map((name) => iconv.encode(name, codePage));
      expect(decodeNames(encoded)).toEqual(["plain.xlsx", ...fitting]);
    }
  });
});

test("ASCII and UTF-8 are never read as anything else", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: "binary", maxLength: 40 }).filter((name) => Buffer.from(name).toString() === name),
      ),
      (names) => {
        expect(decodeNames(names.map((name) => Buffer.from(name)))).toEqual(names);
      },
    ),
  );
});

test("any bytes give some name, one for each", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (names) => {
      const decoded = decodeNames(names.map((name) => Buffer.from(name)));
      expect(decoded).toHaveLength(names.length);
      for (const name of decoded) expect(typeof name).toBe("string");
    }),
  );
});

test("names without end cost no time", () => {
  const names = Array.from({ length: 50 }, (_, index) => Buffer.alloc(60_000, 0x80 + index));
  expect(decodeNames(names)).toHaveLength(50);
});
