// What a rule yields, and what a run of the rules yields.
import { z } from "zod";

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Plain facts of a finding, from which its message is made, and which programs read. */
export const factsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type Facts = z.infer<typeof factsSchema>;

export const findingSchema = z.object({
  rule: z.string().describe("Id of the rule, kebab-case."),
  severity: z.enum(SEVERITIES),
  risk: z
    .literal(true)
    .exactOptional()
    .describe("Reports exposure (a declared origin, a facility's status), not an error in the response."),
  supplier: z.string(),
  file: z
    .string()
    .nullable()
    .describe("Path of the response's file as in its source; null for a finding about no single file."),
  response: z
    .string()
    .nullable()
    .describe("Id of the response; null for a finding about no single response."),
  at: z
    .string()
    .nullable()
    .describe('Cell with sheet, "Declaration!D39"; null where the finding is about the file as a whole.'),
  facts: factsSchema,
  message: z.string().describe("Made from the facts alone."),
  accepted: z
    .object({ reason: z.string(), by: z.string().exactOptional(), date: z.string().exactOptional() })
    .exactOptional()
    .describe("A person accepted this finding: still counted, printed as accepted."),
});
export type Finding = z.infer<typeof findingSchema>;

/** A rule that could not run on a response, and why. It neither passes nor fails. */
export const notRunSchema = z.object({
  rule: z.string(),
  supplier: z.string(),
  file: z.string().nullable(),
  reason: z.string(),
});
export type NotRun = z.infer<typeof notRunSchema>;

/** A person's decision to accept a finding: one line of accepted-findings.csv. */
export const acceptedFindingSchema = z.object({
  rule: z.string(),
  supplier: z.string(),
  cell: z
    .string()
    .describe('The finding\'s cell, "Declaration!D39"; empty for a finding about the file as a whole.'),
  reason: z.string(),
  by: z.string().exactOptional(),
  date: z.string().exactOptional(),
  family: z
    .string()
    .exactOptional()
    .describe("Abbreviation of the template whose findings it accepts; those of every one without it."),
});
export type AcceptedFinding = z.infer<typeof acceptedFindingSchema>;
