// JSON schemas applied by a validator independent of zod, as strangers would.
import { Ajv, type ValidateFunction } from "ajv";
import { jsonSchema, type SchemaName } from "../docs/json-schemas.ts";

const ajv = new Ajv({ strict: true, allErrors: true });
const validators = new Map<SchemaName, ValidateFunction>();

/** The violations of a schema of docs/schema by a value, each with its place in the value. */
export function schemaErrors(name: SchemaName, value: unknown): string[] {
  const validate = validators.get(name) ?? ajv.compile(jsonSchema(name));
  validators.set(name, validate);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
  );
}
