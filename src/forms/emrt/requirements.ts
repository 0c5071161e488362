// The requirements of each generation of the EMRT, as counted by the formulas of its Checker (1.1 to 1.3, 2.0, 2.1).
import { REQUIRED_6_00 } from "../cmrt/requirements.ts";
import type { Requirements } from "../form.ts";

/**
 * Unlike in the CMRT, an Unknown to either of the first two answers ends the questions, and a missing answer counts
 * once. In every edition that could be read, the date cell refuses days after 31 March 2026, so that every later return
 * violates it, which is not the supplier's error.
 */
export const REQUIRED_2: Requirements = {
  ...REQUIRED_6_00,
  checkerCounts: false,
  exempt: "eitherOrUnknown",
  outOfScope: "either",
  dates: { first: "2006-12-31" },
};

/** 1.x counts a survey in another format without a description. */
export const REQUIRED_1_2: Requirements = { ...REQUIRED_2, otherFormatCounts: true };

/** Up to 1.11 a hidden line requires the URL beside the first company question too. */
export const REQUIRED_1: Requirements = {
  ...REQUIRED_1_2,
  notListedDetails: "shown",
  policyUrlOf: ["hasPolicy", "publishesPolicy"],
};
