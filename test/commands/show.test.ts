import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { responseSchema } from "../../src/forms/schemas.ts";

import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures", "responses-2016");
const FILE = "brightwell-2016-09.xlsx";

test("text for people: every part with its cells, contacts among them", async () => {
  const { code, out, err } = await runCli(["show", FILE], FIXTURES);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("CMRT 4.10, English");
  expect(out).toMatch(/company name\s+Brightwell Fasteners Ltd\s+Declaration!D8/);
  expect(out).toContain("n.whitlow@brightwell.example");
  expect(out).toMatch(/share of suppliers that answered\s+\S*\s+No, but greater than 75%\s+\S*\s+Yes, 100%/);
  expect(out).toMatch(
    /6\s+tungsten\s+Global Tungsten & Powders Corp\.\s+United States\s+CID000568\s+look-up "GTP"/,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no colour on a pipe
  expect(out).not.toMatch(/\u001b/);
});

test("colour only on a terminal, and not where NO_COLOR or --no-color forbid it", async () => {
  const terminal = { outIsTerminal: true };
  expect((await runCli(["show", FILE], FIXTURES, terminal)).out).toContain("\u001b[1mCompany");
  expect((await runCli(["show", FILE, "--no-color"], FIXTURES, terminal)).out).not.toContain("\u001b");
  const forbidden = { ...terminal, env: { NO_COLOR: "1" } };
  expect((await runCli(["show", FILE], FIXTURES, forbidden)).out).not.toContain("\u001b");
});

test("JSON for programs is the response", async () => {
  const { code, out } = await runCli(["show", FILE, "--json"], FIXTURES);
  expect(code).toBe(0);
  const response = responseSchema.parse(JSON.parse(out));
  expect(response.source).toMatchObject({ path: FILE, container: null, format: "xlsx", encrypted: false });
  expect(response.company.effectiveDate).toEqual({
    value: "2016-09-14",
    raw: "41165",
    at: "Declaration!D22",
  });
});

test("a stored response by the beginning of its id", async () => {
  const folder = temporaryFolder();
  copyFileSync(join(FIXTURES, FILE), join(folder, FILE));
  await runCli(["ingest", FILE], folder);
  const { id } = JSON.parse((await runCli(["show", FILE, "--json"], folder)).out);
  const shown = await runCli(["show", id.slice(0, 8), "--json"], folder);
  expect(JSON.parse(shown.out)).toMatchObject({ id });
});

test("what cannot be read ends with its reason and exit code 3", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "letter.xlsx"), "Dear customer,");
  const { code, out, err } = await runCli(["show", "letter.xlsx"], folder);
  expect([code, out]).toEqual([3, ""]);
  expect(err).toMatch(/^letter\.xlsx: .+\n$/);
});

test("no file, or a folder of several, is wrong usage", async () => {
  expect((await runCli(["show", "nothing.xlsx"], FIXTURES)).code).toBe(2);
  expect((await runCli(["show", "."], FIXTURES)).code).toBe(2);
});
