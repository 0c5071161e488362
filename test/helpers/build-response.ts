// Responses for tests, made in memory: by default complete and without findings.
export { LISTED } from "../../fixtures/cmrt.ts";
export {
  type ExampleOptions as BuildOptions,
  exampleResponse as buildResponse,
} from "../../src/forms/example-response.ts";
