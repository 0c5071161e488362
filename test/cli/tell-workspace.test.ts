// Which campaign a command works in, where its store lies in a folder above.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const SAID =
  /^Using the campaign in \.\., the nearest folder above with \.cmrt\/\. For one of this folder: --workspace \.$/m;

async function below(): Promise<{ root: string; folder: string }> {
  const dated = { effectiveDate: { value: "2016-10-10" } };
  const root = await workspaceWith([buildResponse({ version: "4.20", company: dated })]);
  const folder = join(root, "other");
  mkdirSync(folder);
  return { root, folder };
}

test.each([["status"], ["check"], ["suppliers"], ["doctor"], ["smelters"], ["reference", "list"]])(
  "%s %s says that it uses a campaign of a folder above",
  async (...words) => {
    const { root, folder } = await below();
    expect((await runCli(words, folder)).err).toMatch(SAID);
    expect((await runCli(words, root)).err).not.toContain("Using the campaign");
  },
);

test.each([
  ["that is named", ["status", "--workspace", ".."]],
  ["of a quiet command", ["status", "--quiet"]],
  ["of a command without one", ["rules"]],
])("nothing is said of a campaign %s", async (_, words) => {
  const { folder } = await below();
  expect((await runCli(words, folder)).err).toBe("");
});
