import { defineRule } from "../rule.ts";
import { typedTexts } from "../support/typed-texts.ts";

export const entryStartsWithFormulaChar = defineRule<{ text: string }>({
  id: "entry-starts-with-formula-char",
  severity: "warning",
  needs: [],
  about: { instruction: "english" },
  title: 'An entry begins with "=" or "#".',
  why: "Spreadsheets take such an entry for a formula or an error; the template forbids it.",
  ask: "What should this cell say?",
  source: "The template's instructions.",
  message: ({ text }) => `The entry "${text}" begins with "${text.charAt(0)}".`,
  *check(subject) {
    for (const { at, text } of typedTexts(subject)) {
      if (/^[=#]/.test(text)) yield { at, facts: { text } };
    }
  },
  example: {
    fires: { about: "a number sign first", company: { address: "#4 Mill Lane, Exampleton" } },
    silent: { about: "a number sign later", company: { address: "Unit #4, Mill Lane, Exampleton" } },
  },
});
