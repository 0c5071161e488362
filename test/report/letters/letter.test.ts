// The parts of a letter around its findings: days, signature, subject, reminders, one request per fact.
import { describe, expect, test } from "vitest";
import { workingDay } from "../../../src/lib/dates.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { LETTER_LANGUAGES } from "../../../src/model/vocabulary.ts";
import { formatDay } from "../../../src/report/letters/format-day.ts";
import { gapsOf, letterLanguage, whyOther } from "../../../src/report/letters/languages.ts";
import {
  composeLetter,
  type LetterInput,
  renderLetterMarkdown,
  renderLetterText,
  withAttached,
} from "../../../src/report/letters/letter.ts";
import { oneRequestPerFact } from "../../../src/report/letters/one-request.ts";
import { wordingOf } from "../../../src/report/letters/wording.ts";

const finding = (rule: string, at: string, facts: Finding["facts"]): Finding => ({
  rule,
  severity: "error",
  supplier: "Acme",
  file: "acme.xlsx",
  response: "1",
  at,
  facts,
  message: "",
});
const MISSING = finding("contact-name-missing", "Declaration!D15", { field: "contactName" });
const input = (more: Partial<LetterInput> = {}): LetterInput => ({
  supplier: "Acme",
  language: "en",
  period: 2025,
  answerBy: "2025-07-07",
  signature: "",
  received: [{ file: "acme.xlsx", version: "6.5", dates: { earliest: "2025-07-01", latest: "2025-07-01" } }],
  findings: [MISSING],
  ...more,
});
const textOf = (more: Partial<LetterInput>) => {
  const letter = composeLetter(input(more));
  return letter ? renderLetterText(letter) : "";
};

describe("days", () => {
  test.each([
    ["en", "7 July 2025", "Monday, 7 July 2025"],
    ["ja", "2025年7月7日", "2025年7月7日（月）"],
    ["zh", "2025年7月7日", "2025年7月7日（星期一）"],
  ] as const)("in %s", (language, day, weekday) => {
    const { dates } = wordingOf(language);
    expect([formatDay("2025-07-07", "day", dates), formatDay("2025-07-07", "weekday", dates)]).toEqual([
      day,
      weekday,
    ]);
  });

  test("a text that is no day stays", () => {
    expect(formatDay("soon", "day", wordingOf("en").dates)).toBe("soon");
  });

  test.each([
    ["2025-07-04", "2025-07-04"],
    ["2025-07-05", "2025-07-07"],
    ["2025-07-06", "2025-07-07"],
    ["2025-12-31", "2025-12-31"],
  ])("the working day of %s is %s", (day, working) => expect(workingDay(day)).toBe(working));
});

test("signature and subject of the settings; line breaks stay, marks are not obeyed", () => {
  const letter = composeLetter(
    input({ subject: "CMRT {period}: {supplier}", signature: "Jo Doe\n*Purchasing*\nExample Inc." }),
  );
  expect(letter?.subject).toBe("CMRT 2025: Acme");
  expect(letter && renderLetterText(letter)).toMatch(
    /Kind regards\n\nJo Doe\n\*Purchasing\*\nExample Inc\.\n$/,
  );
  expect(letter && renderLetterMarkdown(letter)).toContain("Jo Doe  \n\\*Purchasing\\*  \nExample Inc.");
});

test("what need not be done is said in every language", () => {
  for (const language of LETTER_LANGUAGES) {
    const { letter } = wordingOf(language);
    const text = textOf({ language, findings: [MISSING, { ...MISSING, severity: "warning" }] });
    expect(text).toContain(letter.correctionsIntro);
    expect(text).toContain(letter.questionsIntro);
  }
});

test("a Chinese letter closes on two lines, a Japanese one opens with its phrase", () => {
  expect(textOf({ language: "zh" })).toMatch(/^尊敬的Acme：$/m);
  expect(textOf({ language: "zh" })).toMatch(/\n\n此致\n敬礼\n$/);
  expect(textOf({ language: "ja" })).toContain("Acme 御中\n\n平素より大変お世話になっております。\n\n");
});

test("headings are in the capitals of the letter's language", () => {
  expect(textOf({ language: "tr" })).toContain("\nDÜZELTİLMESİ GEREKENLER\n");
  expect(textOf({ language: "it" })).toContain("\nCHE COSA CORREGGERE\n");
});

test("a reminder says of what", () => {
  expect(textOf({ remindsOf: { day: "2025-06-02", of: "letter" } })).toContain(
    "This is a reminder of our letter of 2 June 2025.",
  );
});

test("the marked workbook is named where there is one", () => {
  const letter = composeLetter(input());
  if (!letter) throw new Error("no letter");
  expect(withAttached(letter, [], "en")).toBe(letter);
  expect(renderLetterText(withAttached(letter, ["acme.xlsx"], "en"))).toContain(
    "your own workbook (acme.xlsx)",
  );
});

describe("one request for one fact", () => {
  const row = (rule: string, number: number) =>
    finding(rule, `Smelter List!C${number}`, { row: number, metal: "tin" });
  test.each([
    ["of a row", [row("smelter-not-listed", 5), row("smelter-unmatched", 5)], ["smelter-not-listed"]],
    [
      "of two rows both stay",
      [row("smelter-not-listed", 5), row("smelter-unmatched", 6)],
      ["smelter-not-listed", "smelter-unmatched"],
    ],
    [
      "of a mineral",
      [
        finding("covered-country-sourcing", "Declaration!D39", { metal: "tin" }),
        finding("cahra-sourcing", "Declaration!D45", { metal: "tin" }),
        finding("cahra-sourcing", "Declaration!D46", { metal: "gold" }),
      ],
      ["covered-country-sourcing", "cahra-sourcing"],
    ],
    [
      "of a practice",
      [
        finding("company-answer-no", "Declaration!D83", { policy: "supplierSurvey", letter: "E" }),
        finding("answers-without-survey", "Declaration!D83", { letter: "E", metals: ["tin"] }),
        finding("company-answer-no", "Declaration!D85", { policy: "reviewSupplierInfo", letter: "F" }),
        finding("practices-contradict", "Declaration!D87", { letter: "G", deniedLetter: "F" }),
        finding("company-answer-no", "Declaration!D75", { policy: "policyEstablished", letter: "A" }),
      ],
      ["answers-without-survey", "practices-contradict", "company-answer-no"],
    ],
    [
      "of a policy that is denied and public",
      [
        finding("company-answer-no", "Declaration!D75", { policy: "policyEstablished", letter: "A" }),
        finding("company-answer-no", "Declaration!D87", { policy: "correctiveAction", letter: "G" }),
        finding("policy-missing-but-public", "Declaration!D75", { policyLetter: "A", letter: "B" }),
      ],
      ["company-answer-no", "policy-missing-but-public"],
    ],
    [
      "of the response",
      [
        finding("product-list-empty", "Product List!B6", {}),
        finding("product-number-missing", "Product List!B7", { row: 7 }),
      ],
      ["product-list-empty"],
    ],
  ])("%s", (_, findings, rules) => {
    expect(oneRequestPerFact(findings).map(({ rule }) => rule)).toEqual(rules);
  });

  test("for a declaration of the period it is asked once, beside the newest that is too old", () => {
    const old = (date: string | null, number: number) =>
      finding("date-before-period", `Declaration!D${number}`, { date, other: null });
    const asked = (...findings: Finding[]) => oneRequestPerFact(findings).map(({ at }) => at);
    expect(asked(old("2023-05-01", 1), old("2024-05-01", 2), old("2022-05-01", 3))).toEqual([
      "Declaration!D2",
    ]);
    expect(asked(old("2024-05-01", 1), old("2024-05-01", 2))).toEqual(["Declaration!D2"]);
    expect(asked(old(null, 1), old("2024-05-01", 2))).toEqual(["Declaration!D2"]);
    expect(asked(old(null, 1))).toEqual(["Declaration!D1"]);
  });
});

test("that a smelter is listed after all is said along, but is no reason to write", () => {
  const along = {
    ...finding("smelter-not-listed-is-listed", "Smelter List!C9", {
      row: 9,
      smelter: "EM Vinto",
      id: "CID000438",
    }),
    severity: "info" as const,
  };
  const text = textOf({ findings: [MISSING, along] });
  expect(text).toContain("C9: Row 9 says “not listed”, but EM Vinto is on the list as CID000438.");
  expect(composeLetter(input({ findings: [MISSING, along] }))).toMatchObject({
    corrections: 1,
    questions: 0,
  });
  expect(textOf({ findings: [along] })).toBe("");
  expect(textOf({ findings: [MISSING, { ...MISSING, severity: "info" }] })).not.toContain("WHAT WE WOULD");
});

test.each([
  [undefined, "en", undefined],
  ["", "en", undefined],
  ["Deutsch", "de", undefined],
  ["zh-CN", "zh", undefined],
  ["nl", "en", "“nl” is not a language of the template"],
  ["Türkçe", "tr", undefined],
  ["ja", "en", "there are no words in Japanese for one of its points yet"],
] as const)("wanted %s, written in %s: %s", (wanted, language, why) => {
  expect(whyOther(wanted, language)).toBe(why);
});

describe("the language of a letter", () => {
  test.each(LETTER_LANGUAGES)(
    "%s has words for everything but rules that may be newer than they",
    (language) => {
      const isFirst = ["en", "ja", "zh"].includes(language);
      const gaps = [...gapsOf(language)];
      expect(isFirst ? gaps : gaps.filter((gap) => !gap.startsWith("rules\u0000"))).toEqual([]);
    },
  );

  test("is English as a whole where the wanted one has no words for a rule, or is none of letters", () => {
    expect(letterLanguage("ja", ["smelter-removed"])).toBe("ja");
    expect(letterLanguage("nl", [])).toBe("en");
    expect(letterLanguage("Japanese", [])).toBe("ja");
    expect(letterLanguage("DE-at", [])).toBe("de");
    const without = (gap: string) => () => new Set([gap]);
    expect(letterLanguage("ja", ["smelter-removed"], without("rules\u0000smelter-removed"))).toBe("en");
    expect(letterLanguage("ja", ["smelter-removed"], without("rules\u0000smelter-unmatched"))).toBe("ja");
    expect(letterLanguage("ja", [], without("metal\u0000gold"))).toBe("en");
  });
});
