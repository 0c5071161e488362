import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

test.each([
  ["the usual folder", [], "responses"],
  ["the usual folder among others", ["inbox", "responses"], "responses"],
  ["the only folder", ["inbox 2025", "reference", "reports", ".git"], '"inbox 2025"'],
])("ingest without a path, where none was ingested, suggests %s", async (_, folders, suggested) => {
  const root = temporaryFolder();
  for (const name of folders) mkdirSync(join(root, name));
  const { code, err } = await runCli(["ingest"], root);
  expect({ code, err }).toEqual({
    code: 2,
    err: `cmrt: Name the files or folders to ingest, such as \`cmrt ingest ${suggested}\`.\n`,
  });
});
