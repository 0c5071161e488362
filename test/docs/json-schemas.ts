// JSON schemas of what people and programs read and write, generated from the schemas that the program itself uses.
import { z } from "zod";
import { reportManifestSchema, responseSchema, settingsSchema } from "../../src/forms/schemas.ts";
import { checkSchema } from "../../src/model/check.ts";

/** Where the schemas are published. */
const BASE = "https://raw.githubusercontent.com/cmrt-tools/cmrt/main/docs/schema";

interface Described {
  title: string;
  schema: z.ZodType;
  /** People may omit keys with a default; what cmrt writes is complete. */
  io: "input" | "output";
}

/** By file name in docs/schema, without extension. */
export const SCHEMAS = {
  settings: { title: "Settings of a campaign: cmrt.json", schema: settingsSchema, io: "input" },
  response: { title: "A response: cmrt show --json", schema: responseSchema, io: "output" },
  check: { title: "Findings: cmrt check --format json", schema: checkSchema, io: "output" },
  "report-manifest": {
    title: "The manifest of a report pack: manifest.json",
    schema: reportManifestSchema,
    io: "output",
  },
} as const satisfies Record<string, Described>;
export type SchemaName = keyof typeof SCHEMAS;

/** The JSON schema in draft 7, the newest one that editors support without an extension. */
export function jsonSchema(name: SchemaName): object {
  const { title, schema, io } = SCHEMAS[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io });
  return { $schema, $id: `${BASE}/${name}.schema.json`, title, ...rest };
}
