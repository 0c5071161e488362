import { expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

test("figures, files and filters, as text and as JSON, of the newest period", async () => {
  const root = temporaryFolder();
  await runCli(["demo", "."], root);
  await runCli(["ingest", "responses"], root);
  const explain = (...words: string[]) => runCli(["explain", ...words], root);

  const { code, out, err } = await explain("outcome.smelter-rows-naming-a-mine-or-a-class-of-origin.tin");
  expect({ code, err }).toEqual({ code: 0, err: "Period: 2016.\n" });
  expect(out).toMatch(/^outcome\.smelter-rows-naming-a-mine-or-a-class-of-origin\.tin: 1\n/);
  expect(out).toContain("Smelter List!O6 · Democratic Republic of the Congo");

  const json = await explain("findings.csv", "severity=error", "--period", "2016", "--json");
  const [one] = JSON.parse(json.out).explanations;
  expect(one).toMatchObject({ figure: null, source: "findings.csv where severity=error", value: 9, rows: 9 });
  expect(one.shown[0]).toMatchObject({ file: "findings.csv", restsOn: [] });
  expect(one.rules.length).toBeGreaterThan(5);
  const figures = JSON.parse((await explain("--json")).out).figures;
  expect(figures[0]).toMatchObject({ id: expect.stringMatching(/^inputs\./), value: expect.any(Number) });

  expect(await explain("responded", "--quiet")).toMatchObject({
    code: 2,
    err: expect.stringContaining("results.responded.suppliers"),
  });
});
