// The names of all countries in every language of the country library, in the format of `src/forms/library-names.json`.
import { createRequire } from "node:module";
import { foldWords } from "../../src/forms/fold.ts";
import { compareTexts, sortTexts } from "../../src/lib/compare-texts.ts";

const load = createRequire(import.meta.url);

/**
 * A JSON object with a line per country (ISO alpha-2): its names, folded like texts that are looked up, separated by
 * blanks. A name shared by several countries is listed for each, unless it is the English name of one.
 */
export function libraryNames(): string {
  const { getSupportedLanguages } = load("i18n-iso-countries") as { getSupportedLanguages(): string[] };
  const codes = new Map<string, Set<string>>();
  const english = new Set<string>();
  for (const language of ["en", ...getSupportedLanguages()]) {
    const { countries } = load(`i18n-iso-countries/langs/${language}.json`) as {
      countries: Record<string, string | string[]>;
    };
    for (const [code, spellings] of Object.entries(countries)) {
      // Some languages of the library give one Congo the other's name: ours are in the aliases.
      if (code === "CG" || code === "CD") continue;
      for (const name of [spellings].flat().map(foldWords)) {
        if (language === "en") english.add(name);
        else if (english.has(name)) continue;
        codes.set(name, (codes.get(name) ?? new Set()).add(code));
      }
    }
  }
  const byCode = new Map<string, string[]>();
  for (const [name, those] of codes) {
    for (const code of those) byCode.set(code, [...(byCode.get(code) ?? []), name]);
  }
  const lines = [...byCode]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([code, names]) => `  ${JSON.stringify(code)}: ${JSON.stringify(sortTexts(names).join(" "))}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
