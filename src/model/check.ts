// The result of `cmrt check`: `check --format json` prints it, and all other formats are made from it.
import { z } from "zod";
import { RESPONSE_STATES } from "./campaign.ts";
import { acceptedFindingSchema, findingSchema, notRunSchema } from "./finding.ts";
import { SCHEMA } from "./response.ts";

const family = z
  .string()
  .exactOptional()
  .describe(
    "Abbreviation of the template; only where the answer is about several and the template is known.",
  );

const checkedFile = z.object({
  id: z
    .string()
    .nullable()
    .describe("Id of the response; of an unreadable file its hash, null where not even that is known."),
  file: z.string(),
  supplier: z.string().describe("Empty where nothing indicates the supplier."),
  period: z.int().nullable(),
  state: z.enum(RESPONSE_STATES),
  risk: z.boolean().describe("A finding marks an exposure, whatever the state."),
  templateVersion: z.string().nullable(),
  effectiveDate: z.string().nullable(),
  possibleDates: z
    .array(z.string())
    .describe("Both days where day and month of the effective date may be in either order; else empty."),
  reason: z.string().describe("Why it has this state; for an unreadable file, what it is."),
  countsToo: z
    .array(z.int())
    .exactOptional()
    .describe("Other periods for which it counts as well; absent where there is none."),
  family,
});
export type CheckedFile = z.infer<typeof checkedFile>;

const checkSummary = z.object({
  responses: z.int().describe("Responses that were read and looked at."),
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  accepted: z.int().describe("Findings among them that a person accepted."),
  risks: z.int().describe("Findings among them that mark an exposure."),
  notRun: z.int(),
  unreadable: z.int(),
});

const listUsed = z.object({ name: z.string(), why: z.string() }).nullable();

const checkedFinding = findingSchema.extend({ family });
export type CheckedFinding = z.infer<typeof checkedFinding>;

const checkNotRun = notRunSchema.extend({ family });

export const checkSchema = z.object({
  schema: z.literal(SCHEMA),
  strict: z.boolean().describe("Warnings counted like errors for the exit code."),
  today: z.string().describe("The day of the run."),
  period: z.int().nullable().describe("The period asked for; null where every period was looked at."),
  periods: z.array(z.int()).describe("Periods that the responses' dates name, ascending."),
  cutoff: z.string().nullable().describe("The last day on which a response of the period counts."),
  reference: listUsed.describe(
    "The list used for matching and why; null where no list is available. Of several templates, that of the first.",
  ),
  family: z
    .string()
    .exactOptional()
    .describe("Abbreviation of the template that was looked at; absent for the CMRT, and for several."),
  responses: z.array(checkedFile),
  findings: z.array(checkedFinding),
  notRun: z.array(checkNotRun),
  acceptedGone: z.array(acceptedFindingSchema).describe("Accepted findings that no longer occur."),
  summary: checkSummary.describe("Of all templates together, where there are several."),
  families: z
    .array(
      z.object({
        family: z.string().describe("Abbreviation of the template."),
        periods: z.array(z.int()),
        reference: listUsed,
        summary: checkSummary,
      }),
    )
    .exactOptional()
    .describe(
      "Where the answer is about several templates, each by itself, as `--family` gives it. A file that gave no response, and whose supplier is not known, counts in each, but once in `summary`.",
    ),
});
export type CheckAnswer = z.infer<typeof checkSchema>;
