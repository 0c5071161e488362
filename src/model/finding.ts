// What a rule yields, and what a run of the rules yields.
import { z } from "zod";

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Plain facts of a finding: what the message is made from, and what programs read. */
export const factsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type Facts = z.infer<typeof factsSchema>;

export const findingSchema = z.object({
  /** Id of the rule, kebab-case. */
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  /** A mark of exposure (a declared origin, a facility's status), not a fault of the response. */
  risk: z.literal(true).exactOptional(),
  supplier: z.string(),
  /** Path of the response's file as in its source; null for a finding about no single file. */
  file: z.string().nullable(),
  /** Id of the response; null for a finding about no single response. */
  response: z.string().nullable(),
  /** Cell with sheet, "Declaration!D39"; null where the finding is about the file as a whole. */
  at: z.string().nullable(),
  facts: factsSchema,
  message: z.string(),
  /** A person accepted this finding: still counted, printed as accepted. */
  accepted: z
    .object({ reason: z.string(), by: z.string().exactOptional(), date: z.string().exactOptional() })
    .exactOptional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A rule that could not run on a response, and why: never a pass. */
export interface NotRun {
  rule: string;
  supplier: string;
  file: string | null;
  reason: string;
}

/** A person's decision that a finding may stand: one line of accepted-findings.csv. */
export interface AcceptedFinding {
  rule: string;
  supplier: string;
  /** The finding's cell, "Declaration!D39"; empty for a finding about the file as a whole. */
  cell: string;
  reason: string;
  by?: string;
  date?: string;
}
