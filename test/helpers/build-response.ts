// Responses for tests, made in memory: complete and free of findings unless told otherwise.
export {
  type ExampleOptions as BuildOptions,
  exampleResponse as buildResponse,
  LISTED,
} from "../../src/forms/example-response.ts";
