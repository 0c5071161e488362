import { defineRule } from "../rule.ts";
import { typedTexts } from "../support/typed-texts.ts";

/** A letter of a script other than Latin. Greek is allowed, as it occurs in units and alloy names. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

export const freeTextNotEnglish = defineRule<{ text: string } | { person: string }>({
  id: "free-text-not-english",
  severity: "info",
  needs: [],
  about: { instruction: "english" },
  title: "A text is written in a script other than Latin.",
  why: "The template asks for English; names and remarks in other scripts are kept, but are harder to compare.",
  ask: "Could you add this text in English?",
  source: "The template's instructions.",
  message: (facts) => `${"text" in facts ? `"${facts.text}"` : `The ${facts.person}`} is not in English.`,
  *check(subject) {
    for (const { at, text, person } of typedTexts(subject)) {
      // Findings are passed on, so text that identifies a person is left out.
      if (OTHER_SCRIPT.test(text)) yield { at, facts: person === undefined ? { text } : { person } };
    }
  },
  internal: true,
  example: {
    fires: { about: "a company name in Chinese characters", company: { companyName: "株式会社例" } },
    silent: { about: "accents are Latin letters", company: { companyName: "Žluťoučký kůň a.s." } },
  },
});
