// The state of a response after the rules have run, and its risk flag.
import { counts } from "../../domain/standing.ts";
import type { ResponseState, Standing } from "../../model/campaign.ts";
import type { Finding } from "../../model/finding.ts";

/**
 * The rule that reports a declaration of another company: unless its finding is accepted, the response is not
 * valid.
 */
export const DECLARANT_RULE = "declarant-not-supplier";

/** The rule for a name that may be the supplier's in an abbreviated form or another script. */
export const UNCLEAR_NAME_RULE = "declarant-name-to-confirm";

/** The rules that question whose declaration it is. */
export const DECLARANT_RULES: ReadonlySet<string> = new Set([DECLARANT_RULE, UNCLEAR_NAME_RULE]);

/**
 * A response that does not count has the state of its standing. Otherwise any error makes it invalid, doubts
 * about whose declaration it is make it foreign, and any other warning gives a response with questions.
 * Accepted findings and risk flags are ignored. `findings` are those of this response.
 */
export function responseState(standing: Standing, findings: readonly Finding[]): ResponseState {
  if (!counts(standing)) return standing;
  const open = findings.filter((finding) => !finding.accepted && !finding.risk);
  if (open.some((finding) => finding.severity === "error")) return "invalid";
  const questions = open.filter((finding) => finding.severity === "warning");
  if (questions.some((finding) => DECLARANT_RULES.has(finding.rule))) return "foreign";
  return questions.length > 0 ? "questions" : "valid";
}
