import { describe, expect, test } from "vitest";
import { CMRT, layoutFor } from "../../fixtures/cmrt.ts";
import { readAnswer } from "../../src/forms/answers.ts";
import { findQuestion } from "../../src/forms/layouts.ts";

const choices = (version: string, question: string) => {
  const layout = layoutFor(version);
  const found = [...layout.questions, ...layout.policies].find(({ key }) => key === question);
  if (!found) throw new Error(`${version} does not ask ${question}`);
  return found.choices;
};

describe("readAnswer", () => {
  test.each([
    ["6.5", "coveredCountries", "Yes", "yes"],
    ["6.5", "coveredCountries", " YES ", "yes"],
    ["6.5", "coveredCountries", "Ｙｅｓ", "yes"],
    ["6.5", "coveredCountries", "はい", "yes"],
    ["6.5", "coveredCountries", "不是", "no"],
    ["6.5", "coveredCountries", "No", "no"],
    ["6.5", "coveredCountries", "Non", "no"],
    ["6.5", "coveredCountries", "Sí.", "yes"],
    ["6.5", "coveredCountries", "nicht bekannt", "unknown"],
    ["6.5", "allSmeltersIdentified", "Unknown", "unknown"],
    ["2.03a", "coveredCountries", "Uncertain or Unknown", "unknown"],
    ["2.03a", "supplierResponseRate", "Yes", "pct100"],
    ["2.03a", "supplierResponseRate", "Oui", "pct100"],
    ["2.03a", "supplierResponseRate", "No - none", "none"],
    ["2.03a", "supplierResponseRate", "No but > 25%", "pctGt25"],
    ["2.03a", "supplierResponseRate", "No but < 25%", "pctLt25"],
    ["3.01", "supplierResponseRate", "No, but greater than 75%", "pctGt75"],
    ["3.01", "supplierResponseRate", "No, but greater than 75% ", "pctGt75"],
    ["3.01", "supplierResponseRate", "はい、100％", "pct100"],
    ["6.1", "supplierResponseRate", "1", "pct100"],
    ["6.1", "supplierResponseRate", "1.0", "pct100"],
    ["6.1", "supplierResponseRate", "100 %", "pct100"],
    ["6.1", "supplierResponseRate", "%100", "pct100"],
    ["6.1", "supplierResponseRate", "１００％", "pct100"],
    ["6.5", "supplierResponseRate", "50 % oder weniger", "pctLe50"],
    ["6.5", "supplierSurvey", "Yes, in conformance with IPC-1755 [e.g., CMRT]", "yesIpc1755"],
    ["6.5", "supplierSurvey", "Yes", "yes"],
    ["6.5", "annualDisclosure", "Ja, mit der SEC", "yesSec"],
    ["2.00", "allSmeltersIdentified", "Yes all smelters have been provided", "yes"],
    ["2.00", "requireDrcConflictFree", "Yes included in standard contract language", "yesInContract"],
    ["2.00", "requireValidatedSmelters", "Planned once lists become available", "planned"],
    ["2.00", "reviewSupplierInfo", "Yes (internal audit)", "yesInternalAudit"],
  ])("%s %s %j is %s", (version, question, text, code) => {
    expect(readAnswer(text, choices(version, question), CMRT)).toBe(code);
  });

  test.each([
    ["6.5", "coveredCountries", "see comment"],
    ["6.5", "coveredCountries", "100%"],
    ["6.5", "coveredCountries", "1"],
    ["6.5", "coveredCountries", ""],
    ["6.5", "supplierResponseRate", "No"],
    ["6.5", "supplierResponseRate", "Yes"],
    ["6.5", "supplierResponseRate", "75"],
  ])("%s %s %j is no known answer", (version, question, text) => {
    expect(readAnswer(text, choices(version, question), CMRT)).toBeUndefined();
  });

  test("every word of every language is understood where its code is offered", () => {
    const all = [...layoutFor("6.5").questions, ...layoutFor("6.5").policies, ...layoutFor("2.00").policies];
    const rates = [layoutFor("2.00"), layoutFor("3.01")].map((layout) => {
      const rate = findQuestion(layout, "responseRate");
      if (!rate) throw new Error("no rate question");
      return rate;
    });
    for (const [code, words] of Object.entries(CMRT.optionWords.answers)) {
      for (const word of words) {
        const asking = [...all, ...rates].filter((question) => question.choices.some((c) => c.code === code));
        expect(asking.length, code).toBeGreaterThan(0);
        for (const question of asking) {
          expect([word, question.key, readAnswer(word, question.choices, CMRT)]).toEqual([
            word,
            question.key,
            code,
          ]);
        }
      }
    }
  });
});
