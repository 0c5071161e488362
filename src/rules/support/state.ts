// The state of a response once the rules have run, and its risk mark.
import { counts } from "../../domain/standing.ts";
import type { ResponseState, Standing } from "../../model/campaign.ts";
import type { Finding } from "../../model/finding.ts";

/**
 * Superseded, stale, late and withdrawn come from where the response stands. Of the others: any error makes it invalid,
 * any warning a response with questions. Accepted findings and marks of risk do not count; an undated response is
 * invalid. `findings` are those of this response.
 */
export function responseState(standing: Standing, findings: readonly Finding[]): ResponseState {
  if (standing === "undated") return "invalid";
  if (!counts(standing)) return standing;
  const open = findings.filter((finding) => !finding.accepted && !finding.risk);
  if (open.some((finding) => finding.severity === "error")) return "invalid";
  return open.some((finding) => finding.severity === "warning") ? "questions" : "valid";
}
