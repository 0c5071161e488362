// The state of a response once the rules have run, and its risk flag.
import { counts } from "../../domain/standing.ts";
import type { ResponseState, Standing } from "../../model/campaign.ts";
import type { Finding } from "../../model/finding.ts";

/** The rule that says that it is another company's declaration: until a person accepts what it finds, the response is not valid. */
export const DECLARANT_RULE = "declarant-not-supplier";

/** The rule that asks the same of a name that may be the supplier's, in short or in another script. */
export const UNCLEAR_NAME_RULE = "declarant-name-to-confirm";

/** The rules that ask whose declaration it is. */
export const DECLARANT_RULES: ReadonlySet<string> = new Set([DECLARANT_RULE, UNCLEAR_NAME_RULE]);

/**
 * A response that does not count has the state of its standing. Of the others: any error makes it invalid, the question
 * whose declaration it is foreign, any other warning a response with questions. Accepted findings and marks of risk do
 * not count. `findings` are those of this response.
 */
export function responseState(standing: Standing, findings: readonly Finding[]): ResponseState {
  if (!counts(standing)) return standing;
  const open = findings.filter((finding) => !finding.accepted && !finding.risk);
  if (open.some((finding) => finding.severity === "error")) return "invalid";
  const questions = open.filter((finding) => finding.severity === "warning");
  if (questions.some((finding) => DECLARANT_RULES.has(finding.rule))) return "foreign";
  return questions.length > 0 ? "questions" : "valid";
}
