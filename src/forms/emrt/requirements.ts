// What each generation of the EMRT requires, as the formulas of its Checker count it (1.1 to 1.3, 2.0, 2.1).
import { REQUIRED_6_00 } from "../cmrt/requirements.ts";
import type { Requirements } from "../form.ts";

/**
 * Unlike in the CMRT an Unknown to either of the first two answers ends the questions, and an answer that is missing
 * counts once. Dates are refused after 31 March 2026 in every edition that could be read.
 */
export const REQUIRED_2: Requirements = {
  ...REQUIRED_6_00,
  checkerCounts: false,
  exempt: "eitherOrUnknown",
  outOfScope: "either",
};
