import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { countryName, readCountry, readListedCountry, splitCountries } from "../../src/forms/countries.ts";
import { TEMPLATE_COUNTRIES } from "../../src/forms/template-countries.ts";

describe("readCountry", () => {
  test("every name of the templates' lists, but for the one that two countries share", () => {
    for (const [name, code] of Object.entries(TEMPLATE_COUNTRIES)) {
      if (name === "CONGO") continue;
      expect([name, readCountry(name)]).toEqual([name, code ? { code } : { reason: "former" }]);
      expect(readListedCountry(name)).toBe(code ?? undefined);
    }
  });

  test("every name of the country library, in whatever language: no word for unknown is one", () => {
    const load = createRequire(import.meta.url);
    const { getSupportedLanguages } = load("i18n-iso-countries") as { getSupportedLanguages(): string[] };
    for (const language of getSupportedLanguages()) {
      const { countries } = load(`i18n-iso-countries/langs/${language}.json`) as {
        countries: Record<string, string | string[]>;
      };
      // Some languages of the library give one Congo the other's name: ours take precedence.
      const named = Object.entries(countries).filter(([code]) => code !== "CG" && code !== "CD");
      const names = named.flatMap(([, spellings]) => spellings);
      const unread = names.filter((name) => {
        const reading = readCountry(name);
        return reading.code === undefined && reading.reason === "unknown";
      });
      expect([language, unread]).toEqual([language, []]);
    }
  });

  test.each([
    ["DRC", "CD"],
    ["D.R. Congo", "CD"],
    ["Congo (Kinshasa)", "CD"],
    ["Democratic Republic of the Congo (DRC)", "CD"],
    ["República Democrática do Congo", "CD"],
    ["コンゴ民主共和国", "CD"],
    ["Republic of the Congo", "CG"],
    ["Viet'nam", "VN"],
    ["Vietnam", "VN"],
    ["U.S.A.", "US"],
    ["usa", "US"],
    ["Korea", "KR"],
    ["Korea, Republic of", "KR"],
    ["North Korea", "KP"],
    ["Taiwan (R.O.C.)", "TW"],
    ["Taiwan, Province of China", "TW"],
    ["P.R. China", "CN"],
    ["中国", "CN"],
    ["Deutschland", "DE"],
    ["Allemagne", "DE"],
    ["Österreich", "AT"],
    ["Brasil", "BR"],
    ["Türkiye", "TR"],
    ["日本", "JP"],
    ["ペルー", "PE"],
    ["Россия", "RU"],
    ["CHN", "CN"],
    ["JP", "JP"],
  ])("%j is %s", (text, code) => {
    expect(readCountry(text)).toEqual({ code });
  });

  test.each(["Congo", "CONGO", "Kongo", "コンゴ"])("%j alone is two countries", (text) => {
    expect(readCountry(text)).toEqual({ reason: "ambiguous", among: ["CD", "CG"] });
  });

  test("a text chosen from the list of a template is the country of that list", () => {
    expect(readListedCountry("CONGO")).toBe("CG");
    expect(readListedCountry("Congo")).toBeUndefined();
    expect(readListedCountry("constructor")).toBeUndefined();
  });

  test.each(["", "NA", "No", "various", "see attached", "__proto__"])("%j is none", (text) => {
    expect(readCountry(text)).toEqual({ reason: "unknown" });
  });
});

describe("splitCountries", () => {
  const nothing = { countries: [], words: [], classes: [], places: [], ambiguous: [], unresolved: [] };
  test.each([
    ["DRC, Rwanda", { countries: ["CD", "RW"] }],
    ["Peru and Bolivia", { countries: ["PE", "BO"] }],
    ["Congo, Democratic Republic of the; Congo", { countries: ["CD"], ambiguous: ["Congo"] }],
    ["Korea, Republic of, Japan", { countries: ["KR", "JP"] }],
    ["Bosnia and Herzegovina / Guinea-Bissau", { countries: ["BA", "GW"] }],
    ["Brazil - Peru", { countries: ["BR", "PE"] }],
    ["ペルー、ブラジル", { countries: ["PE", "BR"] }],
    ["DRC (Katanga), Australia 30%", { countries: ["CD", "AU"] }],
    ["Lima, Peru", { countries: ["PE"], unresolved: ["Lima"] }],
    ["Recycled/Scrap", { words: ["recycled", "scrap"] }],
    ["recycled & China", { words: ["recycled"], countries: ["CN"] }],
    ["RCOI confirmed as per RMI", { words: ["rcoiConfirmed"] }],
    ["Unknown", { words: ["unknown"] }],
    ["N/A", { words: ["unknown"] }],
    ["Not disclosed by smelter", { words: ["unknown"] }],
    ["see attached", { unresolved: ["see attached"] }],
    ["Peru, Peru\nPERU", { countries: ["PE"] }],
    ["CC", { classes: ["covered"] }],
    ["Covered Countries (CC)", { classes: ["covered"] }],
    ["DRC or adjoining countries", { classes: ["covered"] }],
    ["CC, HR, LR, R/S", { classes: ["covered", "highRisk", "lowRisk", "recycledScrap"] }],
    ["LR/RS", { classes: ["lowRisk", "recycledScrap"] }],
    ["High-Risk countries", { classes: ["highRisk"] }],
    ["Level 1; L2 / LEVEL3", { classes: ["level1", "level2", "level3"] }],
    ["Level 1 - Low risk", { classes: ["level1", "lowRisk"] }],
    ["DRC, Level 2", { countries: ["CD"], classes: ["level2"] }],
    ["CC, PE, BO", { countries: ["PE", "BO"], classes: ["covered"] }],
    ["PE, BO, LR", { countries: ["PE", "BO", "LR"] }],
    ["PE, BO, LR, Level 2", { countries: ["PE", "BO"], classes: ["lowRisk", "level2"] }],
    ["Peru, RW", { countries: ["PE", "RW"] }],
    ["PE", { unresolved: ["PE"] }],
    ["US", { countries: ["US"] }],
    ["Rutsiro District", { countries: ["RW"], places: [{ place: "Rutsiro District", country: "RW" }] }],
    ["Kivu (DRC)", { countries: ["CD"], places: [{ place: "Kivu (DRC)", country: "CD" }] }],
    ["Non-DRC", { unresolved: ["Non-DRC"] }],
    ["Peru, not DRC or Rwanda; Chile", { countries: ["PE", "CL"], unresolved: ["not DRC or Rwanda"] }],
    ["", {}],
  ])("%j", (text, parts) => {
    expect(splitCountries(text)).toEqual({ ...nothing, ...parts });
  });
});

test("names for people", () => {
  expect(countryName("CD")).toBe("Democratic Republic of the Congo");
  expect(countryName("SE")).toBe("Sweden");
  expect(countryName("??")).toBe("??");
});
