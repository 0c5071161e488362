// The table of languages in docs/corrections.md; `npm run docs` updates it.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LETTER_LANGUAGES } from "../../src/model/vocabulary.ts";
import { gapsOf, languageName } from "../../src/report/letters/languages.ts";
import { between } from "./between.ts";

const PAGE = readFileSync(new URL("../../docs/corrections.md", import.meta.url), "utf8");

function languageTable(): string {
  const rows = LETTER_LANGUAGES.map((language) => {
    const gaps = [...gapsOf(language)].map((gap) => `\`${gap.split("\u0000").at(-1)}\``);
    const words = gaps.length === 0 ? "every point" : `every point but ${gaps.join(", ")}`;
    return `| ${languageName(language)} | \`${language}\` | ${words} |`;
  });
  return ["| letters in | code | have words for |", "|---|---|---|", ...rows].join("\n");
}

test("the languages and what they lack are those of the wording (else: npm run docs)", async () => {
  await expect(between(PAGE, "languages", languageTable())).toMatchFileSnapshot("../../docs/corrections.md");
});
