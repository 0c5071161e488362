import { defineRule } from "../rule.ts";

const NAMES = new Intl.DisplayNames(["en"], { type: "language" });

export const languageNotEnglish = defineRule<{ language: string }>({
  id: "language-not-english",
  severity: "info",
  needs: [],
  about: { instruction: "english" },
  title: "The template's language is not English.",
  why: "Only the labels change; the choices stay English. It tells in which language to write back.",
  ask: "May we write to you in this language?",
  source: "The language selector; the template's instructions ask for English.",
  message: ({ language }) => `The template is set to ${NAMES.of(language) ?? language}.`,
  *check({ response, layout }) {
    const { language } = response.template;
    if (language === null || language === "en") return;
    yield { at: `${layout.declaration}!D3`, facts: { language } };
  },
  internal: true,
  example: {
    fires: { about: "a template in Japanese", template: { language: "ja" } },
    silent: { about: "a template in English" },
  },
});
