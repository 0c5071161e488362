import { expect, test } from "vitest";
import { RELEASES } from "../src/forms/versions.ts";
import { responseSchema } from "../src/model/response.ts";
import { buildResponse } from "./helpers/build-response.ts";

test.each(RELEASES.map((release) => release.version))(
  "a built response of %s has the shape of a stored one",
  (version) => {
    const response = buildResponse({ version });
    expect(responseSchema.parse(response)).toEqual(response);
  },
);
