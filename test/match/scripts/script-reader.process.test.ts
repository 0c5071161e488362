// Names in other scripts, read with the words of an invented list.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fold } from "../../../src/lib/text.ts";
import { COMPANIES, MEANINGS } from "../../../src/match/scripts/meanings.ts";
import { createScriptReader } from "../../../src/match/scripts/script-reader.ts";

const WORDS =
  "yamakawa kikinzoku kogyo torikai sungdeok haneul taldykol novogorsk jianghe lishan precinol mebius nishida".split(
    " ",
  );

function reader(words: readonly string[] = WORDS) {
  return createScriptReader(() => words.map((word) => [word, [word]] as const));
}

describe("reads by the list's words, then by meaning, then letter by letter", () => {
  const read = reader();
  test.each<[string, string, string]>([
    [
      "Japanese, a family name and words of the list",
      "山川貴金属工業株式会社",
      "yamakawa kikinzoku industry",
    ],
    ["Japanese without the list's words for the trade", "西田非鉄金属㈱", "nishida nonferrous metal"],
    ["katakana for a foreign word", "プレシノル", "precinol"],
    ["katakana with long vowels and a meaning", "メビウス・メタル", "mebius metal"],
    ["kana for a name of the list", "とりかい", "torikai"],
    ["simplified Chinese", "江河有色金属有限公司", "jianghe nonferrous metal"],
    ["traditional Chinese", "麗山鎢業股份有限公司", "lishan tungsten industry"],
    ["Chinese that the list does not have", "翠屏冶炼厂", "cuiping smelter plant"],
    ["a character with a meaning inside a name", "海翠冶炼", "haicui smelter"],
    ["Korean in another romanisation than the official one", "성덕금속 주식회사", "sungdeok metal"],
    ["Korean with a legal form in brackets", "(주)하늘제련", "haneul smelter"],
    ["Latin letters beside others", "XY하늘메탈", "xy haneul metal"],
    [
      "Cyrillic with another ending",
      "Новогорский завод цветных металлов",
      "novogorsk plant nonferrous metal",
    ],
    ["Cyrillic and legal forms", "ТОО «Талдыкол»", "taldykol"],
    ["Greek, letter by letter", "Μέταλλα", "metalla"],
  ])("%s", (_name, name, expected) => {
    expect(read(name, false)?.join(" ")).toBe(expected);
  });

  test("a name in Latin letters is not read at all", () => {
    expect(read("Métaux Précieux Ångström", false)).toBeUndefined();
    expect(read("", false)).toBeUndefined();
  });

  test("a character of a family name is read as Japanese where the row is", () => {
    expect(reader([])("鈴池", true)?.join(" ")).toBe("suzuike");
    expect(reader([])("鈴池", false)?.join(" ")).toBe("lingchi");
  });

  test("a run as long as no name costs no more than a name", () => {
    const words = read("金".repeat(5000), false);
    expect(words?.length).toBeLessThanOrEqual(60);
  });
});

test("the libraries are loaded with the first name in another script, not before", () => {
  const script = `
    import { createRequire } from "node:module";
    const { createMatcher } = await import("./src/match/matcher.ts");
    const { buildList } = await import("./test/helpers/build-list.ts");
    const matcher = createMatcher(buildList(["Gold | Acme | Acme | JAPAN | CID900001 | Kyoto"]));
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => /pinyin-pro|wanakana|any-ascii/.test(file)).length;
    matcher.match({ metal: "gold", name: "Acmé Works", country: "JP" });
    const before = loaded();
    matcher.match({ metal: "gold", name: "山川メタル", country: "JP" });
    console.log(JSON.stringify([before, loaded() > 0]));
  `;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    { cwd: join(import.meta.dirname, "..", "..", ".."), encoding: "utf8" },
  );
  expect([stdout.trim(), stderr]).toEqual(["[0,true]", ""]);
});

describe("the tables", () => {
  const all = [...MEANINGS, ...COMPANIES];

  test("words in Latin letters are folded, and each line has English words", () => {
    const odd = all.flatMap(({ english, latin }) =>
      [...english, ...latin].filter((word) => fold(word) !== word),
    );
    expect(odd).toEqual([]);
    expect(all.filter(({ english }) => english.length === 0 || english.includes(""))).toEqual([]);
  });

  test("no spelling stands in two lines", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { english, spellings } of all) {
      for (const spelling of new Set(spellings)) {
        const before = seen.get(spelling);
        if (before !== undefined) twice.push(`${spelling}: ${before} and ${english.join(" ")}`);
        seen.set(spelling, english.join(" "));
      }
    }
    expect(twice).toEqual([]);
  });
});
