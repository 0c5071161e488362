import { expect, test } from "vitest";
import { evaluate } from "../../../src/app/campaign/evaluate.ts";
import { composeLetters, listLetters } from "../../../src/app/letters/compose-letters.ts";
import { parseRoster } from "../../../src/campaign/parse-roster.ts";
import { DEFAULT_SETTINGS } from "../../../src/forms/schemas.ts";
import { buildResponse } from "../../helpers/build-response.ts";

function evaluated() {
  const response = (letter: string, more: Parameters<typeof buildResponse>[0]) =>
    buildResponse({ id: letter.repeat(64), file: `responses/${letter}.xlsx`, ...more });
  const responses = [
    response("a", {
      company: { companyName: "Bolt Works", contactName: null },
      answers: { tin: { cahra: null, allSmeltersIdentified: "no" }, gold: { cahra: null } },
    }),
    response("b", { company: { companyName: "Zeta Parts" } }),
    response("c", { company: { companyName: "Acme", effectiveDate: { value: "2019-03-01" } } }),
  ];
  return evaluate(
    { responses, withdrawn: new Set(), unreadable: [], lists: [], copies: [] },
    {
      period: 2025,
      today: "2025-11-30",
      settings: DEFAULT_SETTINGS,
      accepted: [],
      roster: parseRoster("id,name\nV-1,Bolt Works\nV-2,Nobody Ltd"),
    },
  );
}

test("the list of letters has those that would be composed, and asks what they ask", () => {
  const evaluation = evaluated();
  const composed = composeLetters(evaluation, { period: 2025, answerBy: "2025-12-21", settings: {} });
  const listed = listLetters(evaluation);
  expect(listed).toEqual(
    composed.map(({ supplier, letter }) => ({
      supplier,
      corrections: letter.corrections,
      questions: letter.questions,
      asksForDeclaration: letter.asksForDeclaration,
      asksForOtherName: letter.asksForOtherName,
      asksForFile: letter.asksForFile,
    })),
  );
  expect(listed.some(({ corrections }) => corrections > 0)).toBe(true);
  expect(listed.some(({ asksForDeclaration }) => asksForDeclaration)).toBe(true);
});
