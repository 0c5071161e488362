import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../src/forms/schemas.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { schemaErrors } from "../helpers/schema-errors.ts";
import { jsonSchema, SCHEMAS, type SchemaName } from "./json-schemas.ts";

test.each(Object.keys(SCHEMAS) as SchemaName[])(
  "the JSON schema of %s is that of the program as it is (else: npm run docs)",
  async (name) => {
    const text = `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../docs/schema/${name}.schema.json`);
  },
);

test("there are no other schemas", () => {
  const files = readdirSync(join(import.meta.dirname, "..", "..", "docs", "schema")).sort();
  expect(files).toEqual(
    Object.keys(SCHEMAS)
      .map((name) => `${name}.schema.json`)
      .sort(),
  );
});

describe("settings", () => {
  const SETTINGS: [about: string, settings: object, ok: boolean][] = [
    ["nothing", {}, true],
    ["the schema's own address", { $schema: "docs/schema/settings.schema.json" }, true],
    [
      "of all kinds",
      {
        issuer: "Larkmoor Instruments",
        cutoff: "06-30",
        severities: { "smelter-duplicate": "info" },
        off: { "email-invalid": "checked elsewhere" },
        thresholds: { ageMonths: 18, minimumTemplateVersion: "6.1" },
        decisions: { 2016: { tin: { determination: "undetermined", reason: "asked again" } } },
        company: {
          companyName: "Larkmoor Instruments",
          policies: { policyEstablished: "yes", policyPublic: { answer: "no", comment: "soon" } },
          answers: { tin: { cahra: { answer: "no", reason: "asked each supplier" } } },
        },
        limits: { fileSeconds: 30 },
      },
      true,
    ],
    ["an unknown key", { isuer: "Larkmoor" }, false],
    ["an unknown key inside", { thresholds: { ageMonth: 18 } }, false],
    ["a date that is none", { cutoff: "31.05." }, false],
    ["a severity that is none", { severities: { "smelter-duplicate": "fatal" } }, false],
    ["a metal that is none", { decisions: { 2016: { copper: { determination: "a", reason: "b" } } } }, false],
    ["a decision without a reason", { decisions: { 2016: { tin: { determination: "a" } } } }, false],
    ["a limit below one", { limits: { fileBytes: 0 } }, false],
  ];
  test.each(SETTINGS)("%s: the schema says what the program says", (_about, settings, ok) => {
    expect(schemaErrors("settings", settings).length === 0).toBe(ok);
    const read = () => parseSettings(JSON.stringify(settings));
    if (ok) expect(read).not.toThrow();
    else expect(read).toThrow();
  });
});

test("what cmrt writes is what its schemas say", async () => {
  const root = madeCampaign();
  const printed = async (...args: string[]) => JSON.parse((await runCli(args, root)).out);
  const responses = readdirSync(join(root, "responses"));
  writeFileSync(join(root, "responses", "broken.xlsx"), "%PDF-1.4");
  cpSync(join(root, "responses", "quillon_circuits.xlsx"), join(root, "responses", "quillon copy.xlsx"));
  await runCli(["ingest", "responses"], root);
  const [found] = (await printed("check", "--rule", "smelter-not-identified", "--json")).findings;
  writeFileSync(
    join(root, "accepted-findings.csv"),
    `rule,supplier,cell,reason,by,date
${found.rule},${found.supplier},${found.at},known,Ada,2017-05-01
company-name-missing,${found.supplier},Declaration!D8,old,,
`,
  );

  for (const name of responses) {
    const response = await printed("show", `responses/${name}`, "--json");
    expect([name, schemaErrors("response", response)]).toEqual([name, []]);
  }

  const check = await printed("check", "--today", "2017-06-01", "--json");
  expect(check).toMatchObject({ summary: { accepted: 1, unreadable: 1 }, acceptedGone: [{ reason: "old" }] });
  expect(schemaErrors("check", check)).toEqual([]);
  const ofPeriod = await printed("check", "--period", "2016", "--strict", "--supplier", "quillon", "--json");
  expect(schemaErrors("check", ofPeriod)).toEqual([]);
  expect(schemaErrors("check", { ...check, more: 1 })).toEqual([expect.stringContaining("additional")]);
  expect(schemaErrors("check", { ...check, strict: "no" })).toEqual([expect.stringContaining("boolean")]);

  await runCli(["report", "--period", "2016", "--today", "2017-06-01"], root);
  const manifest = JSON.parse(readFileSync(join(root, "reports", "2016", "manifest.json"), "utf8"));
  expect(manifest.inputs.length).toBeGreaterThan(5);
  expect(schemaErrors("report-manifest", manifest)).toEqual([]);
});
