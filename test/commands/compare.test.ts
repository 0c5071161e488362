import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const response = (date: string, more: BuildOptions = {}) =>
  buildResponse({
    id: sha256Of(date),
    file: `responses/${date}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName: "Acme", effectiveDate: { value: date } },
  });
const RESPONSES = [
  response("2015-09-01"),
  response("2016-09-01", {
    answers: { tin: { coveredCountries: "unknown" } },
    policies: { policyPublic: "no" },
  }),
];

test("figures, weaker answers and findings of two periods", async () => {
  const { code, out } = await runCli(["compare", "2015", "2016"], await workspaceWith(RESPONSES));
  expect(code).toBe(0);
  expect(out).toContain("2015 and 2016 (1 supplier in both)");
  expect(out).toMatch(/suppliers surveyed +not known +not known/);
  expect(out).toMatch(/tin: covered countries: Unknown +0 +1/);
  expect(out).toContain("Acme, tin: sourced from the covered countries: No → Unknown");
  expect(out).toContain("Acme: policy publicly available: Yes → No");
});

test("as CSV and JSON", async () => {
  const folder = await workspaceWith(RESPONSES);
  const csv = await runCli(["compare", "2015", "2016", "--format", "csv"], folder);
  const rows = parse(csv.out, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toContainEqual({
    kind: "answer",
    metal: "tin",
    supplier: "Acme",
    subject: "coveredCountries",
    smelter_id: "",
    before: "no",
    after: "unknown",
    cause: "",
  });
  const json = JSON.parse((await runCli(["compare", "2015", "2016", "--json"], folder)).out);
  expect(json).toMatchObject({ schema: 1, from: 2015, to: 2016, suppliersInBoth: 1 });
});

test.each([
  [["compare", "2016", "2015"], "Name the earlier period first: cmrt compare 2015 2016."],
  [["compare", "2015"], "missing required argument 'later'"],
  [["compare", "then", "now"], "Expected a calendar year"],
])("wrong usage ends with exit code 2: %j", async (args, message) => {
  const { code, err } = await runCli(args, await workspaceWith(RESPONSES));
  expect(code).toBe(2);
  expect(err).toContain(message);
});
