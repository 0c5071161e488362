// The manifest of a report pack: its inputs and outputs, so that anyone can verify it.
import { z } from "zod";
import { settingsSchemaWith } from "./settings.ts";
import type { TemplateWords } from "./vocabulary.ts";

const input = z.object({
  file: z.string().describe("Path; outer files of a contained one first, joined by » ."),
  sha256: z.string().nullable().describe("Null where not even the bytes could be read."),
  bytes: z.int().nullable(),
});

const list = z.object({
  name: z.string(),
  kind: z.string(),
  asOf: z.string().nullable().describe("The day that the list is as of; null where nobody said."),
  use: z.string().describe("What the report used it for: matching, statuses, origins …"),
  file: z.string(),
  sha256: z.string(),
  entries: z.int(),
});

/** The schema of the manifest, with the minerals and questions that settings may name. */
export const reportManifestSchemaWith = (words: TemplateWords, all = words) =>
  z.object({
    schema: z.literal(1),
    tool: z.object({ name: z.literal("cmrt"), version: z.string() }),
    family: z
      .enum(all.families)
      .exactOptional()
      .describe("The template that the report is about, where it is not the campaign's own."),
    period: z.int(),
    cutoff: z.string().describe("The last day on which a response of the period counts."),
    today: z.string().describe("The day of the run."),
    withContacts: z.boolean().describe("Contact names, e-mails and phones are in the pack."),
    settings: settingsSchemaWith(words, all).describe("The settings of the run, with their defaults."),
    inputs: z.array(input).describe("Files that the responses came from."),
    lists: z.array(list).describe("Reference lists that matching rested on."),
    kept: z
      .array(z.object({ file: z.string(), sha256: z.string() }))
      .describe("Files that people keep beside the responses."),
    outputs: z
      .array(z.object({ file: z.string(), sha256: z.string(), bytes: z.int() }))
      .describe("All other files of the pack."),
  });
export type ReportManifest = z.infer<ReturnType<typeof reportManifestSchemaWith>>;
