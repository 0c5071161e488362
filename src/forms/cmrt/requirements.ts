// The requirements of each generation of the CMRT. What the Checker counts was read from the formulas of 2.03a, 3.01
// and 6.01–6.5. 1.00 has no Checker, so its starred labels are used instead. The Checkers of 4.x and 5.x could not be
// read: for them only what both neighbours require is required.
import type { CompanyField } from "../../model/vocabulary.ts";
import type { Requirements } from "../form.ts";

const REPRESENTATIVE: readonly CompanyField[] = [
  "companyName",
  "scope",
  "authorizerName",
  "authorizerEmail",
  "effectiveDate",
];
const CONTACT: readonly CompanyField[] = ["contactName", "contactEmail", "contactPhone"];

/** The formulas of 2.00 to 2.02 give #VALUE!. Up to 3.x date limits were meant for the 1904 date system. */
export const REQUIRED_2: Requirements = {
  source: "checker",
  checkerCounts: false,
  company: REPRESENTATIVE,
  emailNeedsAt: false,
  scopesWithoutDescription: ["company", "product"],
  secondAlways: false,
  exempt: "firstNo",
  outOfScope: "firstNo",
  policyUrl: "no matter",
  smelterRows: { firstRow: 5, lastRow: 14 },
  notListedDetails: false,
  dates: { first: "2011-01-01", last: "2030-04-01" },
  instructions: ["english", "yearly", "practices", "smeltersOfScope"],
};

export const REQUIRED_2_03: Requirements = { ...REQUIRED_2, checkerCounts: true };

export const REQUIRED_1: Requirements = {
  source: "stars",
  checkerCounts: false,
  company: ["companyName", "authorizerName", "authorizerEmail", "effectiveDate"],
  emailNeedsAt: false,
  scopesWithoutDescription: ["company", "product"],
  secondAlways: false,
  exempt: "firstNo",
  outOfScope: "firstNo",
  policyUrl: "no matter",
  smelterRows: { firstRow: 6, lastRow: 300 },
  notListedDetails: false,
  instructions: [],
};

export const REQUIRED_3: Requirements = {
  ...REQUIRED_2_03,
  company: [...REPRESENTATIVE, ...CONTACT, "authorizerPhone"],
  secondAlways: true,
  exempt: "bothNo",
  outOfScope: "bothNo",
  policyUrl: "www",
  instructions: [
    ...REQUIRED_2.instructions,
    "persons",
    "blankOutOfScope",
    "originRestsOnAnswers",
    "productNumbers",
    "smelterDetails",
  ],
};

/**
 * 6.x kept the serial numbers of the date limits, which are other days in the 1900 date system; since 6.3 there is no
 * upper limit.
 */
export const REQUIRED_6_00: Requirements = {
  ...REQUIRED_3,
  company: [...REPRESENTATIVE, ...CONTACT],
  emailNeedsAt: true,
  secondAlways: false,
  exempt: "eitherNo",
  outOfScope: "eitherNo",
  policyUrl: "anything",
  smelterRows: "perMetal",
  notListedDetails: true,
  dates: { first: "2006-12-31", last: "2026-03-31" },
  instructions: [...REQUIRED_3.instructions, "nameForNotListed"],
};

export const REQUIRED_6: Requirements = { ...REQUIRED_6_00, dates: { first: "2007-01-01" } };

/** The instructions of 4.x and 5.x require a smelter row for each metal in scope; their latest date is unknown. */
export const REQUIRED_5: Requirements = {
  ...REQUIRED_6_00,
  source: "neighbours",
  emailNeedsAt: false,
  notListedDetails: false,
  dates: { first: "2011-01-01" },
  instructions: REQUIRED_3.instructions,
};

/** Of its neighbours, 3.x asks further after a single No, but 5.x, with its other wording, does not. */
export const REQUIRED_4: Requirements = { ...REQUIRED_5, outOfScope: "noWithoutYes" };
