import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openWorkspace } from "../../src/store/open-workspace.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const RESPONSE = buildResponse({
  products: [{ row: 6, number: 'a ,"stored":{ b' }],
  smelters: [1, 2].map(() => ({
    metal: "gold",
    name: "A name of more than ten letters",
    raw: { country: "ITALY" },
  })),
});

async function stored(): Promise<{ root: string; path: string }> {
  const root = temporaryFolder();
  await openWorkspace(root, "1").writeResponse(RESPONSE, "1", "6.5-key");
  const folder = join(root, ".cmrt", "responses");
  return { root, path: join(folder, readdirSync(folder)[0] as string) };
}

test("a response comes back as it was stored, with who read it and its list", async () => {
  const { root } = await stored();
  const workspace = openWorkspace(root, "1");
  expect(workspace.response(RESPONSE.id)).toEqual({
    response: RESPONSE,
    tool: "1",
    list: "6.5-key",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(workspace.verify(RESPONSE.id)).toBe("sound");
  expect(workspace.verify("b".repeat(64))).toBe("missing");
});

test("the file is the response's own JSON with one more key", async () => {
  const { path } = await stored();
  const { stored: about, ...response } = JSON.parse(readFileSync(path, "utf8"));
  expect(response).toEqual(RESPONSE);
  expect(about).toEqual({ tool: "1", list: "6.5-key", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("what was changed by hand is not used, and told", async () => {
  const { root, path } = await stored();
  writeFileSync(path, readFileSync(path, "utf8").replace('"value":"yes"', '"value":"no"'));
  expect(openWorkspace(root, "1").response(RESPONSE.id)).toBeUndefined();
  expect(openWorkspace(root, "1").verify(RESPONSE.id)).toBe("changed");
});
