// Responses for tests, made in memory: complete and free of findings unless told otherwise.
export { LISTED } from "../../fixtures/cmrt.ts";
export {
  type ExampleOptions as BuildOptions,
  exampleResponse as buildResponse,
} from "../../src/forms/example-response.ts";
