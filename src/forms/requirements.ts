// What the template's own Checker counts as required, by generation, as one table. Read from the Checker formulas of
// 2.03a, 3.01 and 6.01–6.5. 1.00 has no Checker: its starred labels stand in. The Checkers of 4.x and 5.x could not be
// read: for them only what both neighbours require is required.
import { type AnswerCode, type CompanyField, meansYes, type Scope } from "../model/vocabulary.ts";
import { layoutFor, type QuestionLayout } from "./layouts.ts";
import type { Era } from "./versions.ts";

/** Which of the first two answers free a metal from every later question; the last: a No, and no Yes beside it. */
export type Exemption = "firstNo" | "bothNo" | "eitherNo" | "noWithoutYes";

export interface Requirements {
  /** Where the requirements come from. */
  source: "checker" | "stars" | "neighbours";
  /** Company fields that are required whatever else is answered. */
  company: readonly CompanyField[];
  /** E-mail fields count as filled only with an "@" in them. */
  emailNeedsAt: boolean;
  /** Scopes that need no description; every other text does, an unknown one included. */
  scopesWithoutDescription: readonly Scope[];
  /** The second question is asked even of a metal whose first answer is No. */
  secondAlways: boolean;
  /** What frees a metal from later questions. */
  exempt: Exemption;
  /** What declares a metal out of scope. Differs from `exempt` only where that is less than certain. */
  outOfScope: Exemption;
  /** What the comment of "policy publicly available: Yes" must hold: anything, the letters "www", or no matter. */
  policyUrl: "anything" | "www" | "no matter";
  /** One smelter row per metal in scope, or one for the list within these sheet rows. */
  smelterRows: "perMetal" | { firstRow: number; lastRow: number };
  /** Rows of "Smelter not listed" must have name and country. */
  notListedDetails: boolean;
}

const REPRESENTATIVE: readonly CompanyField[] = [
  "companyName",
  "scope",
  "authorizerName",
  "authorizerEmail",
  "effectiveDate",
];
const CONTACT: readonly CompanyField[] = ["contactName", "contactEmail", "contactPhone"];

const ERA_2: Requirements = {
  source: "checker",
  company: REPRESENTATIVE,
  emailNeedsAt: false,
  scopesWithoutDescription: ["company", "product"],
  secondAlways: false,
  exempt: "firstNo",
  outOfScope: "firstNo",
  policyUrl: "no matter",
  smelterRows: { firstRow: 5, lastRow: 14 },
  notListedDetails: false,
};
const ERA_3: Requirements = {
  ...ERA_2,
  company: [...REPRESENTATIVE, ...CONTACT, "authorizerPhone"],
  secondAlways: true,
  exempt: "bothNo",
  outOfScope: "bothNo",
  policyUrl: "www",
};
const ERA_6: Requirements = {
  ...ERA_2,
  company: [...REPRESENTATIVE, ...CONTACT],
  emailNeedsAt: true,
  exempt: "eitherNo",
  outOfScope: "eitherNo",
  policyUrl: "anything",
  smelterRows: "perMetal",
  notListedDetails: true,
};
const BETWEEN: Requirements = {
  ...ERA_6,
  source: "neighbours",
  emailNeedsAt: false,
  // Both want smelters; a row for each metal in scope is what 4.x and 5.x instruct.
  smelterRows: "perMetal",
  notListedDetails: false,
};

const REQUIREMENTS: Record<Era, Requirements> = {
  "1.00": {
    ...ERA_2,
    source: "stars",
    company: ["companyName", "authorizerName", "authorizerEmail", "effectiveDate"],
    smelterRows: { firstRow: 6, lastRow: 300 },
  },
  "2.00": ERA_2,
  "2.02": ERA_2,
  "3": ERA_3,
  // Of the neighbours 3.x asks on after a single No, 5.x with its other wording does not.
  "4": { ...BETWEEN, outOfScope: "noWithoutYes" },
  "5": BETWEEN,
  "6": ERA_6,
};

/** The requirements of a template version. */
export function requirementsOf(version: string): Requirements {
  return REQUIREMENTS[layoutFor(version).era];
}

/** Whether the first two answers of a metal free it from later questions. An unanswered metal is not free. */
export function isExempt(
  exempt: Exemption,
  first: AnswerCode | null | undefined,
  second: AnswerCode | null | undefined,
): boolean {
  switch (exempt) {
    case "firstNo":
      return first === "no";
    case "bothNo":
      return first === "no" && second === "no";
    case "eitherNo":
      return first === "no" || second === "no";
    case "noWithoutYes":
      return (first === "no" || second === "no") && !meansYes(first) && !meansYes(second);
  }
}

/**
 * The questions that must be answered for a metal. `answers` gives the meaning of its first two answers,
 * null or undefined where there is none.
 */
export function requiredQuestions(
  requirements: Requirements,
  questions: readonly QuestionLayout[],
  first: AnswerCode | null | undefined,
  second: AnswerCode | null | undefined,
): readonly QuestionLayout[] {
  const exempt = isExempt(requirements.exempt, first, second);
  return questions.filter((_, index) => {
    if (index === 0) return true;
    // In 1.00 and 2.x the second question is a later one: both conditions are then the same.
    if (index === 1) return requirements.secondAlways || first !== "no";
    return !exempt;
  });
}
