// Exit code 3 comes with the files that are meant.
import { expect, test } from "vitest";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const dated = (id: string, date: string) =>
  buildResponse({ id, version: "4.20", company: { effectiveDate: { value: date } } });

test.each([
  ["suppliers", "--period", "2016"],
  ["letters", "--period", "2016"],
  ["report", "--period", "2016"],
  ["export", "--format", "csv"],
  ["compare", "2015", "2016"],
])("%s %s %s", async (...words) => {
  const root = await workspaceWith(
    [dated("a".repeat(64), "2015-10-10"), dated("b".repeat(64), "2016-10-10")],
    true,
  );
  const { code, err } = await runCli(words, root);
  expect(code).toBe(3);
  expect(err).toContain("Unreadable: responses/broken.xlsx: The file is cut off.\n");
  expect((await runCli([...words, "--quiet"], root)).err).not.toContain("Unreadable");
});
