// What each generation of the EMRT requires, as the formulas of its Checker count it (1.1 to 1.3, 2.0, 2.1).
import { REQUIRED_6_00 } from "../cmrt/requirements.ts";
import type { Requirements } from "../form.ts";

/**
 * Unlike in the CMRT an Unknown to either of the first two answers ends the questions, and an answer that is missing
 * counts once. The cell of the date refuses days after 31 March 2026 in every edition that could be read, so that every
 * later return breaks it: that is not a fault of the supplier.
 */
export const REQUIRED_2: Requirements = {
  ...REQUIRED_6_00,
  checkerCounts: false,
  exempt: "eitherOrUnknown",
  outOfScope: "either",
  dates: { first: "2006-12-31" },
};

/** 1.x counts another survey format that is not described. */
export const REQUIRED_1_2: Requirements = { ...REQUIRED_2, otherFormatCounts: true };

/** Up to 1.11 a hidden line asks for the address beside the first company question too. */
export const REQUIRED_1: Requirements = {
  ...REQUIRED_1_2,
  notListedDetails: "shown",
  policyUrlOf: ["hasPolicy", "publishesPolicy"],
};
