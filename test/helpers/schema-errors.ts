// JSON schemas applied by a validator that knows nothing of zod, as strangers would.
import { Ajv, type ValidateFunction } from "ajv";
import { jsonSchema, type SchemaName } from "../docs/json-schemas.ts";

const ajv = new Ajv({ strict: true, allErrors: true });
const validators = new Map<SchemaName, ValidateFunction>();

/** What is wrong with a value by a schema of docs/schema, each fault with its place in the value. */
export function schemaErrors(name: SchemaName, value: unknown): string[] {
  const validate = validators.get(name) ?? ajv.compile(jsonSchema(name));
  validators.set(name, validate);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
  );
}
