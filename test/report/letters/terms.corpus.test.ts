// The words of letters compared with the language sheet of the official templates.
import { describe, expect, test } from "vitest";
import { CMRT } from "../../../fixtures/cmrt.ts";
import { cellText } from "../../../src/model/cells.ts";
import { type AnswerCode, COMPANY_FIELDS } from "../../../src/model/vocabulary.ts";
import { wordingOf } from "../../../src/report/letters/wording.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { CORPUS, corpusBytes, OF_CORPUS } from "../../helpers/corpus.ts";

/** Answers for which the template has a text in each language. */
const ANSWERS: readonly AnswerCode[] = ["yes", "unknown", "pctGt90", "pctGt75", "pctGt50", "pctLe50", "none"];

/** Every text of the language sheet, without asterisks, colons, digits in brackets and blanks. */
async function templateTerms(version: string): Promise<Set<string>> {
  const opened = await openWorkbook(corpusBytes("templates", `RMI_CMRT_${version}.xlsx`));
  const sheet = opened.ok ? opened.workbook.sheet("L") : undefined;
  if (!sheet) throw new Error(`CMRT ${version} has no sheet of languages`);
  const texts = sheet.rows.flatMap(({ cells }) => cells.map((cell) => bare(cellText(cell) ?? "")));
  return new Set(texts);
}

function bare(text: string): string {
  return text
    .replaceAll("’", "'")
    .replace(/[(（][*\d][)）]|[:：*“”「」\s]|^[–-]/g, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

describe.skipIf(!CORPUS)(`the terms of CMRT 6.5 ${OF_CORPUS}`, () => {
  test.each(["ja", "zh", "de", "fr", "es", "pt", "it", "tr", "ko"] as const)("%s", async (language) => {
    const known = await templateTerms("6.5");
    const { field, answer, metal } = wordingOf(language);
    const words = [
      ...COMPANY_FIELDS.map((key) => [key, field[key]]),
      ...ANSWERS.map((key) => [key, answer[key]]),
      // Some have the article that sentences need.
      ...CMRT.minerals.map(({ id }) => [id, metal[id]?.replace(/^(?:le |el |il |lo |o |l’)/, "")]),
    ];
    expect(words.filter(([, word]) => !known.has(bare(word ?? "")))).toEqual([]);
  });
});
