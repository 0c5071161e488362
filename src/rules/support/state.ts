// The state of a response once the rules have run, and its risk flag.
import { counts } from "../../domain/standing.ts";
import type { ResponseState, Standing } from "../../model/campaign.ts";
import type { Finding } from "../../model/finding.ts";

/** The rule that asks whose declaration it is: until a person accepts what it finds, the response is not valid. */
export const DECLARANT_RULE = "declarant-not-supplier";

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
  if (questions.some((finding) => finding.rule === DECLARANT_RULE)) return "foreign";
  return questions.length > 0 ? "questions" : "valid";
}
