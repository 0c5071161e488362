// `cmrt check` of a campaign with several templates: what its total counts.
import { expect, test } from "vitest";
import { checkSchema } from "../../../src/model/check.ts";
import { workspaceWith } from "../../helpers/build-workspace.ts";
import { CMRTS, EMRTS, ROSTER, TODAY } from "../../helpers/campaign-families.ts";
import { runCli } from "../../helpers/run-cli.ts";

test("an unreadable file of no known supplier is listed and counted once, the responses once per template", async () => {
  const root = await workspaceWith([...CMRTS, ...EMRTS], true, { "suppliers.csv": ROSTER });
  const { out, code } = await runCli(["check", "--period", "2025", "--today", TODAY, "--json"], root);
  const { summary, responses, families = [] } = checkSchema.parse(JSON.parse(out));
  expect(code).toBe(3);
  expect(families.length).toBeGreaterThan(1);
  for (const one of families) expect(one.summary.unreadable).toBe(1);
  expect(summary.unreadable).toBe(1);
  const unreadable = responses.filter(({ state }) => state === "unreadable");
  expect(unreadable).toMatchObject([{ file: "responses/broken.xlsx" }]);
  expect(unreadable[0]).not.toHaveProperty("family");
  expect(responses.filter(({ family }) => family === undefined)).toEqual(unreadable);
  expect(summary.responses).toBe(families.reduce((total, one) => total + one.summary.responses, 0));
});
